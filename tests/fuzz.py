"""Mutations of good certificates and status lists: none is accepted unless it says the same, and none crashes.

`python -m tests.fuzz 200000 [SEED]` for `make fuzz`; a short run is in tests/certificates/test_fuzz.py.
"""

import random
import sys
import time

from certificates import verify
from tests.certificates import forge
from tests.certificates.vectors import NOW, signed_trust

PARTS = (*'{}[]":,\\\'<=z0. \n', "\\u0000", "\\ud800", "null", "true", "-0", "1e999", "NaN", "\x00", "\u202e", "\u200b",
         "é", "e\u0301", "😀", "\ufeff", "#c=", "#r=", "did:web:", "__proto__")  # fmt: skip


def mutate(text: str, chance: random.Random) -> str:
    """One to three changes: of a character, a bit, a stretch, a piece from elsewhere in the text."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        place, other = chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)
        start, end = min(place, other), max(place, other)
        kind = chance.randrange(8)
        if kind == 0:
            text = text[:place] + chance.choice(PARTS) + text[place:]
        elif kind == 1:
            text = text[:place] + text[place + chance.randint(1, 4) :]
        elif kind == 2 and place < len(text):
            text = text[:place] + chr(ord(text[place]) ^ 1 << chance.randrange(7)) + text[place + 1 :]
        elif kind == 3:
            text = text[:start] + text[end:] if end - start < 60 else text[:start] + text[start:end] * 2 + text[end:]
        elif kind == 4 and place < len(text):
            text = text[:place] + text[place].swapcase() + text[place + 1 :]
        elif kind == 5 and place + 1 < len(text):
            text = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        elif kind == 6:
            text = text[:place] + text[start : start + 20] + text[place + chance.randrange(20) :]
        else:
            digit = chance.choice("0123456789abcdefABCDEFxyz-_.")
            text = text[:place] + digit + text[place + 1 :]
    return text


def accepted_wrongly(text: str, trust: dict, good: dict[str, dict]) -> bool:
    """Whether a text is valid, though it says something that no certificate of ours said."""
    result = verify.check(text, trust, NOW)
    verify.line({"file": text, "number": 1, **result})
    return result["verdict"] == "valid" and result["certificate"] not in good.values()


def run(count: int, seed: int) -> list[str]:
    """The texts that were wrongly accepted; an exception names the seed."""
    chance, trust = random.Random(seed), signed_trust()
    texts = [text for text in forge.good().values() if verify.check(text, trust, NOW)["verdict"] == "valid"]
    good = {text: verify.check(text, trust, NOW)["certificate"] for text in texts}
    lists, wrong = list(trust["status"].items()), []
    certificate = forge.text()
    for number in range(count):
        text = mutate(chance.choice(texts), chance)
        if number % 16 == 0:  # the same of a status list, under a certificate that it is to judge
            address, listed = lists[0]
            spoiled = {**trust, "status": {address: mutate(listed, chance)}}
            verdict = verify.check(certificate, spoiled, NOW)
            same = verify.read_status(spoiled["status"][address])[:2] == verify.read_status(listed)[:2]
            if verdict["verdict"] == "valid" and not same:
                wrong.append(spoiled["status"][address])
        if accepted_wrongly(text, trust, good):
            wrong.append(text)
    return wrong


def main(arguments: list[str]) -> int:
    count = int(arguments[0]) if arguments else 200_000
    seed = int(arguments[1]) if len(arguments) > 1 else time.time_ns() % 10**9
    print(f"{count} mutations, seed {seed} ...", flush=True)
    began = time.monotonic()
    wrong = run(count, seed)
    print(f"{len(wrong)} accepted, none crashed, {time.monotonic() - began:.0f} s")
    for text in wrong[:3]:
        print(repr(text))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
