"""Lighthouse itself: installs it where it is missing (package.json), runs it, reads what it says."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from ktc import browser
from ktc.errors import KtcError

ROOT = Path(__file__).parent.parent.parent
TOOL = ROOT / "node_modules" / "lighthouse"
OWN = Path(sys.executable).parent
OLDEST = (22, 19)  # the Node that Lighthouse asks for
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
METRICS = {"LCP": "largest-contentful-paint", "CLS": "cumulative-layout-shift", "TBT": "total-blocking-time"}


@dataclass(frozen=True)
class Report:
    """One run: scores from 0 to 100, LCP and TBT in milliseconds, CLS, and what cost points."""

    scores: dict[str, float]
    metrics: dict[str, float]
    findings: tuple[str, ...]


def node() -> str | None:
    """The path of a Node that is new enough: the machine's, then the wheel's in our own folder."""
    for folder in (None, str(OWN)):
        path = shutil.which("node", path=folder)
        if path and _version(path) >= OLDEST:
            return path
    return None


def install() -> None:
    """Make sure that Lighthouse and a Node for it are here. Raises KtcError when they cannot be had."""
    if not node():
        _run([sys.executable, "-m", "pip", "install", "-q", "--require-hashes", "-r", "requirements-node.lock"])
    if _installed() != _locked():
        npm = shutil.which("npm", path=os.pathsep.join([str(OWN), os.environ.get("PATH", "")]))
        _run([npm or "npm", "ci", "--ignore-scripts", "--no-fund", "--no-audit"])


def run(address: str, saved: Path) -> Report:
    """One run on the phone profile that is Lighthouse's own: slow 4G, a processor four times slower, simulated."""
    flags = " ".join(["--headless=new", *browser.ARGUMENTS])
    command = [
        node(), TOOL / "cli" / "index.js", address, "--quiet", "--output=json", f"--output-path={saved}",
        f"--chrome-flags={flags}", f"--only-categories={','.join(CATEGORIES)}", "--no-enable-error-reporting",
        "--disable-full-page-screenshot", "--locale=en",
    ]  # fmt: skip
    done = subprocess.run(command, env=_settings(), capture_output=True, text=True)
    if done.returncode:
        raise KtcError(f"Lighthouse failed on {address}\n{done.stderr[-2000:]}")
    return read(json.loads(saved.read_text(encoding="utf-8")))


def read(report: dict) -> Report:
    """What counts in Lighthouse's own report."""
    audits, categories = report["audits"], report["categories"]
    scores = {name: round(100 * (categories[name]["score"] or 0)) for name in CATEGORIES}
    metrics = {short: audits[id]["numericValue"] for short, id in METRICS.items()}
    costly = {ref["id"] for name in CATEGORIES[1:] for ref in categories[name]["auditRefs"] if ref["weight"]}
    lost = [audits[id] for id in sorted(costly) if audits[id]["score"] is not None and audits[id]["score"] < 1]
    return Report(scores, metrics, tuple(f"{audit['id']}: {audit['title']}{_where(audit)}" for audit in lost))


def _where(audit: dict) -> str:
    items = audit.get("details", {}).get("items", [])
    nodes = [item["node"]["selector"] for item in items if isinstance(item.get("node"), dict)]
    return f" ({', '.join(nodes[:3])})" if nodes else ""


def _settings() -> dict[str, str]:
    return {**os.environ, "CHROME_PATH": browser.find() or ""}


def _version(path: str) -> tuple[int, ...]:
    said = subprocess.run([path, "--version"], capture_output=True, text=True).stdout
    return tuple(int(number) for number in re.findall(r"\d+", said)[:2])


def _installed() -> str:
    path = TOOL / "package.json"
    return json.loads(path.read_text(encoding="utf-8"))["version"] if path.exists() else ""


def _locked() -> str:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    return lock["packages"]["node_modules/lighthouse"]["version"]


def _run(words: list[str]) -> None:
    print("installing for Lighthouse:", " ".join(words[1:4]), "...", flush=True)
    path = os.pathsep.join([os.environ.get("PATH", ""), str(OWN)])  # npm looks for its node there
    if subprocess.run(words, cwd=ROOT, env={**os.environ, "PATH": path}).returncode:
        raise KtcError(f"this failed: {' '.join(words)}; is the network there?")
