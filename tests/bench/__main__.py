"""`make bench`: build cost, page weights and verification speed; ratios within this one run."""

import tempfile
from pathlib import Path

from tests.bench import build, certificates, records, weights

ROOT = Path(__file__).parent.parent.parent


def line(what: str, value: str, bound: str = "") -> None:
    """One printed result."""
    print(f"  {what:<52} {value:>14}  {bound}", flush=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        print("building the site and five plain Material sites of the same pages ...", flush=True)
        plain, ours = build.measure(ROOT, work)
        line("five plain builds, CPU", f"{plain.cpu:.1f} s")
        line("our five-language build, CPU", f"{ours.cpu:.1f} s")
        line("ratio of CPU", f"{ours.cpu / plain.cpu:.2f}", "at most 1.25")
        line("wall: plain, ours", f"{plain.wall:.1f}, {ours.wall:.1f} s")
        print("weighing pages in a browser, cold, gzip ...", flush=True)
        for kind, page, weight, stock in weights.measure(work / "site", work / "plain"):
            line(f"{kind} ({page})", f"{weight.bytes / 1000:.1f} kB", f"{weight.requests} requests")
            line("  more than plain Material", f"{(weight.bytes - stock.bytes) / 1000:+.1f} kB", "at most +15 kB")
        print("verifying completion records ...", flush=True)
        line("records checked per second, one core", f"{records.per_second(work / 'site'):,.0f}")
        seconds, peak = records.batch(work / "site", work, 10_000)
        line("10,000 links by verify.py", f"{seconds:.1f} s", f"peak {peak:.0f} MB")
        certificate_lines(work)


def certificate_lines(work: Path) -> None:
    print("checking and signing section certificates ...", flush=True)
    ours, bare, ratio = certificates.verification()
    line("certificates checked per second, one core", f"{ours:,.0f}", f"bare Ed25519: {bare:,.0f}")
    line("share of bare Ed25519 verification", f"{ratio:.2f}", "at least 0.5")
    (few, _), (seconds, peak) = certificates.batch(work, 1000), certificates.batch(work, 10_000)
    line("1,000 and 10,000 certificates by verify.py", f"{few:.1f}, {seconds:.1f} s", f"peak {peak:.0f} MB of 300")
    line("time per certificate, 10,000 : 1,000", f"{seconds / few / 10:.2f}", "does not grow")
    ours, slow, ratio = certificates.signing(work)
    line("signed per second, both proofs and ledger", f"{ours:,.0f}", f"PyLD canonizes: {slow:,.0f}")
    line("times faster than one PyLD canonization each", f"{ratio:.1f}", "at least 10")
    line("from 2,000 links to files, per second", f"{certificates.whole_run(work, 2000):,.0f}")


main()
