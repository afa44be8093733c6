"""How many completion records the script checks in a second, and what a large batch costs in memory."""

import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

from certificates import verify

NOW = 4_000_000_000


def payloads(trust: dict, count: int) -> list[str]:
    """Passing records of the first edition, each with other questions, nonce and name."""
    edition, entry = next(iter(trust["editions"].items()))
    chance = random.Random(1)
    return [verify.encode_record(_fields(edition, entry["key"], chance)) for _ in range(count)]


def _fields(edition: str, key: dict, chance: random.Random) -> dict:
    topics = {rule["topic"]: rule["count"] for rule in key["draw"]}
    drawn = []
    for topic, count in topics.items():
        stock = [i for i, question in enumerate(key["questions"]) if question["topic"] == topic]
        drawn += chance.sample(stock, count)
    answers = [[index, "".join(key["questions"][index]["right"])] for index in sorted(drawn)]
    name = "".join(chance.choice("abcdefghijklmno") for _ in range(20))
    return {
        "edition": edition, "finished": NOW - chance.randrange(10**6), "nonce": verify.b64(chance.randbytes(16)),
        "session": "", "name": name, "answers": answers,
    }  # fmt: skip


def _trust(site: Path) -> dict:
    return json.loads((site / "trust.json").read_text(encoding="utf-8"))


def per_second(site: Path, count: int = 5000) -> float:
    """Records checked in one process."""
    trust = _trust(site)
    texts = payloads(trust, count)
    began = time.perf_counter()
    verdicts = {verify.check(text, trust, NOW)["verdict"] for text in texts}
    assert verdicts == {"self-recorded"}, verdicts
    return count / (time.perf_counter() - began)


def batch(site: Path, work: Path, count: int) -> tuple[float, float]:
    """(seconds, peak megabytes) of verify.py on one file with `count` links, as anyone would run it."""
    file = work / "links.txt"
    file.write_text("\n".join(f"#r={text}" for text in payloads(_trust(site), count)), encoding="utf-8")
    began = time.perf_counter()
    command = [sys.executable, str(site / "verify.py"), "--json", str(file)]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return time.perf_counter() - began, peak
