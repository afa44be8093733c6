"""`make lighthouse`: the main pages on a slow phone, the median of three runs beside the targets. Fails when one fails.

`python -m tests.lighthouse 1 practice` runs once, on the pages whose address holds that word.
"""

import sys
from pathlib import Path
from statistics import median

from ktc.errors import KtcError
from tests.bench.bounds import Bounds
from tests.lighthouse import tool
from tests.lighthouse.host import hosted

ROOT = Path(__file__).parent.parent.parent
REPORTS = ROOT / "build" / "lighthouse"
RUNS = 3
PAGES = [
    f"{language}/{page}index.html"
    for language in ("en", "ar")
    for page in (
        "",
        "codes/international-members/",
        "practice/international-members/",
        "check/international-members/",
        "verify/",
    )
]
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
MOST = {"LCP": 2000, "CLS": 0.05, "TBT": 200}  # milliseconds; CLS has no unit


def measure(address: str, page: str, runs: int) -> tool.Report:
    """The median of every figure; the findings of the last run."""
    name = page.removesuffix("/index.html").removesuffix("index.html").replace("/", "-")
    reports = [tool.run(f"{address}/{page}", REPORTS / f"{name}-{number + 1}.json") for number in range(runs)]
    scores = {name: median(report.scores[name] for report in reports) for name in LEAST}
    metrics = {name: median(report.metrics[name] for report in reports) for name in MOST}
    return tool.Report(scores, metrics, reports[-1].findings)


def show(page: str, report: tool.Report) -> None:
    scores = " ".join(f"{report.scores[name]:>6.0f}" for name in LEAST)
    lcp, cls, tbt = (report.metrics[name] for name in MOST)
    print(f"  {page:<48} {scores} {lcp:>7.0f} {cls:>6.3f} {tbt:>5.0f}", flush=True)
    for finding in report.findings:
        print(f"      {finding}", flush=True)


def bounds(reports: list[tool.Report]) -> Bounds:
    """The worst page for every target."""
    told = Bounds()
    for name, least in LEAST.items():
        told.at_most(f"points missing, {name}", 100 - min(one.scores[name] for one in reports), 100 - least)
    for name, most in MOST.items():
        told.at_most(name, max(one.metrics[name] for one in reports), most)
    return told


def main(runs: int = RUNS, word: str = "") -> int:
    tool.install()
    REPORTS.mkdir(parents=True, exist_ok=True)
    print(f"Lighthouse, phone, slow 4G, median of {runs} (LCP and TBT in milliseconds)")
    print(f"  {'':<48} {'speed':>6} {'access':>6} {'best':>6} {'search':>6} {'LCP':>7} {'CLS':>6} {'TBT':>5}")
    reports = []
    with hosted(ROOT / "site") as address:
        for page in (page for page in PAGES if word in page):
            reports.append(measure(address, page, runs))
            show(page, reports[-1])
    told = bounds(reports)
    print(f"\nBounds, of the worst page; whole reports are in build/lighthouse/\n{told}")
    return 0 if told.hold else 1


if __name__ == "__main__":
    try:
        sys.exit(main(*[kind(word) for kind, word in zip((int, str), sys.argv[1:], strict=False)]))
    except KtcError as error:
        sys.exit(str(error))
