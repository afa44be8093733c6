"""Packs the finished site for a USB stick: whoever packs the same site gets the same bytes."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ktc import __version__
from ktc.errors import BuildError

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows: when a site was built says nothing
READABLE = 0o100644 << 16


def pack(site: Path, folder: Path) -> Path:
    """Write know-the-code-<version>.zip into `folder`; its index.html opens by double click once unpacked."""
    if not (site / "index.html").exists():
        raise BuildError(f"there is no finished site in {site.name}/: run `make build` first")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"know-the-code-{__version__}.zip"
    with ZipFile(target, "w") as archive:
        for name in sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()):
            archive.writestr(_entry(name), (site / name).read_bytes(), ZIP_DEFLATED, 9)
    return target


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, EPOCH)
    entry.external_attr = READABLE
    entry.create_system = 3  # Unix, on every system: else the bytes would tell where it was packed
    return entry
