"""Section certificates: checking as a share of bare Ed25519, batches, signing as a multiple of PyLD; one run."""

import random
import time
from pathlib import Path

from certificates import collect, ledger, nquads, proofs, sign, verify
from tests.certificates import forge
from tests.certificates.issuer import Issuer, record
from tests.certificates.measured import measured
from tests.certificates.vectors import NOW, signed_trust


def spent(work, times: int, runs: int = 5) -> float:
    """Processor seconds of one piece of work: of several runs the best, for other programs disturb."""
    best = float("inf")
    for _ in range(runs):
        began = time.process_time()
        for number in range(times):
            work(number)
        best = min(best, (time.process_time() - began) / times)
    return best


def texts(count: int) -> list[str]:
    """Different certificates, as files."""
    chance, shared = random.Random(1), forge.template()
    found = []
    for number in range(count):
        name = "".join(chance.choice("abcdefghijklmno") for _ in range(20))
        id = verify.uuid8(str(number).encode())
        found.append(verify.compose(forge.values(shared=shared, name=name, index=number + 100, id=id)))
    return found


def verification(count: int = 1000, block: int = 50) -> tuple[float, float, float]:
    """(certificates a second, bare Ed25519 verifications a second, their ratio), one core; blocks of each in turn."""
    found, trust = texts(count), signed_trust()
    key, message = verify.public_key(forge.template()["key"]), b"x" * 64
    signature = forge.key_of("kisumu").sign(message)
    ours, bare = [], []
    for start in range(0, count, block):
        certificates = found[start : start + block]
        bare.append(spent(lambda _: key.verify(signature, message), block, 1))
        ours.append(spent(lambda number: verify.check(certificates[number], trust, NOW), block, 1))  # noqa: B023
        assert verify.check(certificates[0], trust, NOW)["verdict"] == "valid"
    return 1 / min(ours), 1 / min(bare), min(bare) / min(ours)


def script(work: Path, *given: object) -> tuple[str, float, float]:
    """(summary, seconds, peak megabytes) of verify.py."""
    (work / "trust.json").write_text(verify.canonical(signed_trust()), encoding="utf-8")
    return measured([verify.__file__, "--trust", work / "trust.json", "--now", NOW, "--json", *given], work, 600)


def batch(work: Path, count: int) -> tuple[float, float]:
    """(seconds, peak megabytes) on a folder of so many certificates."""
    folder = work / f"certificates-{count}"
    folder.mkdir()
    for number, text in enumerate(texts(count)):
        (folder / f"{number}.json").write_text(text, encoding="utf-8")
    said, seconds, peak = script(work, folder)
    assert f"{count} checked: {count} valid" in said, said
    return seconds, peak


def large_file(work: Path) -> float:
    """Peak megabytes on a file of a gigabyte, which is one word without an end."""
    with (work / "large.bin").open("wb") as file:
        file.truncate(1_000_000_000)
    return script(work, work / "large.bin")[2]


def large_folder(work: Path, count: int = 50_000) -> float:
    """Peak megabytes on a folder of so many small files."""
    folder = work / "small"
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.txt").write_text("no certificate", encoding="utf-8")
    said, _, peak = script(work, folder)
    assert f"{count} checked" in said, said
    return peak


def signing(work: Path, count: int = 2000) -> tuple[float, float, float]:
    """(signed a second: both proofs, and the ledger on the disk; PyLD canonizations a second; ratio), one core."""
    issuer = Issuer(work / "kisumu")
    rows = collect.collect([record("Member") for _ in range(count)], signed_trust(), NOW)
    with ledger.Ledger(issuer.section.ledger) as book:
        began = time.process_time()
        for start in range(0, count, sign.BLOCK):
            book.add(list(sign.sign_block(issuer.batch(), rows[start : start + sign.BLOCK], book, {})))
        ours = (time.process_time() - began) / count
    assert len(book.signed) == count
    body = verify.body_of(forge.values())
    slow = spent(lambda _: nquads.canonize(body), 20, 3)
    return 1 / ours, 1 / slow, slow / ours


def whole_run(work: Path, count: int) -> float:
    """Certificates a second of a run from links to JSON files, waiting for the disk included."""
    issuer = Issuer(work / "lima")
    links = work / "links.txt"
    links.write_text("\n".join(record("Member") for _ in range(count)), encoding="utf-8")
    began = time.perf_counter()
    assert issuer.sign(str(links)).signed == count
    return count / (time.perf_counter() - began)


def proving(count: int = 500) -> float:
    """Both proofs alone, certificates a second."""
    values, key = forge.values(), forge.key_of("kisumu")
    return 1 / spent(lambda number: proofs.sign({**values, "index": str(number)}, key), count)
