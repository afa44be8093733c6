"""How many completion records the script checks in a second, and what a large batch costs in memory."""

import json
import os
import random
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

from certificates import verify

NOW = int(time.time())


def payloads(trust: dict, count: int) -> list[str]:
    """Passing records of the first edition, each with other questions, nonce and name."""
    edition, entry = next(iter(trust["editions"].items()))
    first = int(datetime.fromisoformat(f"{entry['published']}T00:00:00+00:00").timestamp())
    chance = random.Random(1)
    return [verify.encode_record(_fields(edition, entry["key"], first, chance)) for _ in range(count)]


def _fields(edition: str, key: dict, first: int, chance: random.Random) -> dict:
    topics = {rule["topic"]: rule["count"] for rule in key["draw"]}
    drawn = []
    for topic, count in topics.items():
        stock = [i for i, question in enumerate(key["questions"]) if question["topic"] == topic]
        drawn += chance.sample(stock, count)
    answers = [[index, "".join(key["questions"][index]["right"])] for index in sorted(drawn)]
    name = "".join(chance.choice("abcdefghijklmno") for _ in range(20))
    finished = chance.randint(first, max(first, NOW))
    nonce = verify.b64(chance.randbytes(16))
    return {
        "edition": edition, "finished": finished, "nonce": nonce, "session": "", "name": name, "answers": answers,
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
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0, "every record of the batch is a good one"
    return time.perf_counter() - began, used.ru_maxrss / 1024
