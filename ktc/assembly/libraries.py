"""Classic scripts of the libraries that pages use (libraries/package-lock.json), made by esbuild; nothing is pasted.

Made once for each state of `libraries/` and kept in build/libraries/; Node is needed only then.
"""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

from ktc.errors import BuildError
from ktc.node import install_locked, install_node

FOLDER, KEPT = "libraries", "build/libraries"
PLACE = "assets/ktc/lib"  # in the folder of each language, so that a saved language has them
TARGET = "es2020"  # browsers before it have no big integers, without which there is no Ed25519


def write_libraries(root: Path, languages: list[Path]) -> None:
    """Put every library into the folder of each language."""
    made = bundle(root)
    for folder in languages:
        shutil.copytree(made, folder / PLACE, dirs_exist_ok=True)


def bundle(root: Path) -> Path:
    """The folder with one script for each file of `libraries/`; their licences stand in them."""
    source = root / FOLDER
    entries = sorted(source.glob("*.js"))
    made = root / KEPT / _digest([source / "package-lock.json", *entries])
    if not made.exists():
        if _installed(source) != _locked(source):
            print("installing the libraries that pages use ...", flush=True)
            install_locked(source)
        shutil.rmtree(root / KEPT, ignore_errors=True)
        _esbuild(source, entries, made.with_suffix(".new"))
        made.with_suffix(".new").rename(made)
    return made


def _esbuild(source: Path, entries: list[Path], made: Path) -> None:
    """Join each entry with what it imports into one classic script."""
    options = ["--bundle", "--minify", "--format=iife", f"--target={TARGET}", "--legal-comments=inline"]
    command = [install_node(), "node_modules/esbuild/bin/esbuild", *(entry.name for entry in entries), *options]
    command += [f"--outdir={made.resolve()}", "--log-level=warning"]
    run = subprocess.run(command, cwd=source, capture_output=True, text=True)
    if run.returncode:
        raise BuildError(f"the libraries of {FOLDER}/ could not be bundled\n{run.stderr}")


def _digest(files: list[Path]) -> str:
    every = hashlib.sha256(TARGET.encode())
    for file in files:
        every.update(file.read_bytes())
    return every.hexdigest()[:16]


def _locked(source: Path) -> dict[str, str]:
    """The version of each library in the lock file, but for those of other machines."""
    packages = json.loads((source / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    return {path: one["version"] for path, one in packages.items() if path and not one.get("optional")}


def _installed(source: Path) -> dict[str, str]:
    files = {path: source / path / "package.json" for path in _locked(source)}
    return {path: json.loads(file.read_text(encoding="utf-8"))["version"]
            for path, file in files.items() if file.exists()}  # fmt: skip
