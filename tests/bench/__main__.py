"""`make bench`: build cost, page weights, verification speed; ratios within this one run. Fails when a bound does."""

import sys
import tempfile
from pathlib import Path

from tests.bench import build, certificates, records, weights
from tests.bench.bounds import Bounds

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 3


def line(what: str, value: str) -> None:
    """One printed figure."""
    print(f"  {what:<48} {value:>24}", flush=True)


def measure_build(work: Path, bounds: Bounds) -> None:
    print(f"Five languages, beside five plain Material builds of the same pages without macros (best of {ROUNDS})")
    plain, ours = build.measure(ROOT, work, ROUNDS)
    line("CPU, plain and ours", f"{plain.cpu:.2f} s  {ours.cpu:.2f} s")
    line("waiting, plain and ours", f"{plain.wall:.2f} s  {ours.wall:.2f} s")
    bounds.at_most("CPU of the build, ours to plain", ours.cpu / plain.cpu, 1.25)


def measure_weights(work: Path, bounds: Bounds) -> None:
    print("\nPages, first visit, gzip, in kB (next: what it adds after another page of the site)")
    print(f"  {'':<48} {'ours':>6} {'plain':>6} {'more':>6} {'calls':>6} {'script':>6} {'next':>6}")
    rows, studied = [], []
    for page, ours, plain in weights.measure(work / "site", work / "plain"):
        figures = (ours.first, plain.first, ours.first - plain.first, ours.requests * 1000, ours.scripts, ours.next)
        shown = [f"{figure / 1000:.1f}" for figure in figures]
        shown[3] = str(ours.requests)
        print(f"  {page:<48} " + " ".join(f"{text:>6}" for text in shown), flush=True)
        rows.append(figures)
        if "/codes/" in page or "/practice/" in page:
            studied.append(ours.next)
    heaviest, _, more, calls, scripts, _ = [max(column) / 1000 for column in zip(*rows, strict=True)]
    for code in weights.LANGUAGES:
        searched, saved = weights.later(work / "site" / code)
        line(f"{code}: first search, saving the language, kB", f"{searched / 1000:.1f}  {saved / 1000:.1f}")
        bounds.at_most(f"first search in {code}, kB", searched / 1000, 30)
    bounds.at_most("heaviest page, kB", heaviest, 100)
    bounds.at_most("more than plain Material, kB", more, 15)
    bounds.at_most("calls for a page", calls, 15)
    bounds.at_most("scripts of a page, kB", scripts, 60)
    bounds.at_most("next page for study, kB", max(studied) / 1000, 15)


def measure_records(work: Path, _: Bounds) -> None:
    print("\nCompletion records")
    line("checked in a second, one core", f"{records.per_second(work / 'site'):,.0f}")
    seconds, peak = records.batch(work / "site", work, 10_000)
    line("10,000 links by verify.py", f"{seconds:.1f} s  peak {peak:.0f} MB")


def measure_certificates(work: Path, bounds: Bounds) -> None:
    print("\nSection certificates")
    ours, bare, share = certificates.verification()
    line("checked in a second, one core; bare Ed25519", f"{ours:,.0f}  {bare:,.0f}")
    bounds.at_least("share of bare Ed25519 verification", share, 0.5)
    (few, _), (seconds, peak) = certificates.batch(work, 1000), certificates.batch(work, 10_000)
    line("1,000 and 10,000 certificates by verify.py", f"{few:.1f} s  {seconds:.1f} s")
    bounds.at_most("memory for 10,000 certificates, MB", peak, 300)
    bounds.at_most("time for each, of 10,000 to of 1,000", seconds / few / 10, 1.15)
    bounds.at_most("memory for a file of 1 GB, MB", certificates.large_file(work), 40)
    bounds.at_most("memory for a folder of 50,000 files, MB", certificates.large_folder(work), 60)
    ours, slow, times = certificates.signing(work)
    line("signed in a second with ledger; PyLD canonizes", f"{ours:,.0f}  {slow:,.0f}")
    bounds.at_least("signing, times PyLD's canonization", times, 10)
    line("from 2,000 links to files, in a second", f"{certificates.whole_run(work, 2000):,.0f}")


def main() -> int:
    bounds = Bounds()
    with tempfile.TemporaryDirectory() as folder:
        for measure in (measure_build, measure_weights, measure_records, measure_certificates):
            measure(Path(folder), bounds)
    print(f"\nBounds\n{bounds}")
    return 0 if bounds.hold else 1


if __name__ == "__main__":
    sys.exit(main())
