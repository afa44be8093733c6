#!/usr/bin/env python3
# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
"""Check completion records of Know the Code: one file, no network; it reads trust.json and what it is given.

Each candidate (a link, the text of a QR code) goes through numbered steps. A step passes, fails, is unknown (could
not be decided) or is skipped (a completion record has no such part).

 1 size       not empty, and at most 16 kB, before anything is parsed
 2 shape      1.EDITION.FINISHED.NONCE.SESSION.NAME.ANSWERS, equal to its own re-encoding
 3 issuer     of signed certificates: the trust list knows who signed
 4 key        of signed certificates: it was theirs, and good, when they signed
 5 signature  of signed certificates
 6 grade      the answers, graded again by the published key of their edition, fit the draw and pass
 7 dates      not in the future, not before the edition was published
 8 status     of signed certificates: not revoked
 9 name       no character that misleads; no name is fine

Any fail: INVALID. Else any unknown: UNDECIDED. Else SELF-RECORDED: somebody gave these answers to this edition, and
they pass; the name is what was typed. It attests study; it grants no membership, no office, no authority to speak.
Exit status: 0 self-recorded, 1 invalid, 2 could not run, 3 undecided; of several, 2 before 1 before 3 before 0.
"""

from __future__ import annotations

import argparse
import base64
import codecs
import contextlib
import hashlib
import json
import os
import re
import sys
import time
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain, pairwise
from pathlib import Path

LIMIT = 16384  # bytes of one candidate
HOLD = 65536  # characters kept of one unbroken word, so that memory stays flat whatever the file
EXIT = {"self-recorded": 0, "undecided": 3, "invalid": 1, "could-not-run": 2}  # of several, the last here
STEPS = ("size", "shape", "issuer", "key", "signature", "grade", "dates", "status", "name")
UNKNOWN = {"unknown-version", "unsupported-kind", "unknown-edition", "date-future", "date-before-edition"}
AGAIN, RETRY = "Ask for the link again, copied whole.", "The learner may study and try again."
UPDATE, RENAME = "Download verify.py and trust.json again.", "Ask for one made with a plainly written name."
MESSAGES = {code: (meaning, remedy) for codes, meaning, remedy in (
    ("too-large", "Larger than 16 kB, so it was not read.", AGAIN),
    ("empty", "There is nothing in it.", AGAIN),
    ("not-a-certificate", "There is no certificate in it.", "Give a link, or a plain text file with links."),
    ("malformed bad-edition bad-time bad-nonce bad-session bad-name-encoding bad-answers",
     "The link is cut off or damaged.", AGAIN),
    ("not-canonical", "The site does not write it this way: it was altered.", AGAIN),
    ("unknown-version", "It comes from a newer version of the site.", UPDATE),
    ("unsupported-kind", "It looks like a signed certificate; this version checks completion records only.", UPDATE),
    ("unknown-edition", "The trust list does not know this edition of the quiz.", "Use the trust.json of its site."),
    ("unknown-question unknown-choice answer-shape", "Its answers do not belong to this quiz: it was altered.", AGAIN),
    ("draw", "Its questions were not drawn by the rule of the quiz.", RETRY),
    ("below-pass-mark", "Fewer answers are right than the pass mark asks.", RETRY),
    ("must-be-right", "A question that must be right is wrong.", RETRY),
    ("date-future", "It is dated in the future: a clock is wrong.", "Compare clocks, or ask when it was made."),
    ("date-before-edition", "It is dated before this quiz was published: a clock is wrong.", "Ask when it was made."),
    ("name-too-long", "The name is longer than 80 characters.", RENAME),
    ("name-control name-noncharacter name-zero-width", "The name holds invisible characters.", RENAME),
    ("name-bidi", "The name holds characters that reverse the reading order.", RENAME),
    ("name-space", "The name holds unusual, double or outer spaces.", RENAME),
    ("name-alphabet", "The name holds characters that are not letters.", RENAME),
    ("name-not-nfc", "The accents in the name are not in the standard form (NFC).", RENAME),
    ("self-recorded-only", "It is not signed, and --require signed was given.", "Ask a section to sign it."),
    ("unreadable", "The file or folder cannot be read.", "Look at its name and permissions."),
) for code in codes.split()}


class RecordError(ValueError):
    """A payload that is no record; the message is the reason code."""


class TrustError(ValueError):
    """A trust list that cannot be used; the message names the file and the remedy."""


# Grading. Twin: overrides/assets/src/js/grade.js, the same rule; both run tests/vectors/grading.json.
def grade(key: dict, answers: list) -> dict:
    """Grade [[index, ids], ...]: {reason, right, drawn, passed}; right and drawn None where nothing was counted."""
    questions = key["questions"]
    if fault := next(filter(None, (answer_fault(questions, *answer) for answer in answers)), ""):
        return {"reason": fault, "right": None, "drawn": None, "passed": False}
    wrong = [questions[i] for i, ids in answers if list(ids) != questions[i]["right"]]
    drawn, right = len(answers), len(answers) - len(wrong)
    rules = {
        "draw": draw_fits(key, [i for i, _ in answers]),
        "below-pass-mark": 100 * right >= key["pass_mark"] * drawn,
        "must-be-right": not any(question["must"] for question in wrong),
    }
    reason = next((reason for reason, kept in rules.items() if not kept), "")
    return {"reason": reason, "right": right, "drawn": drawn, "passed": not reason}


def answer_fault(questions: list, index: int, ids: str) -> str:
    if index >= len(questions):
        return "unknown-question"
    if not set(ids) <= set(questions[index]["choices"]):
        return "unknown-choice"
    ascending = ids and list(ids) == sorted(set(ids))
    return "" if ascending and (len(ids) == 1 or questions[index]["kind"] == "several") else "answer-shape"


def draw_fits(key: dict, indexes: list[int]) -> bool:
    """Whether these are different questions, so many of each topic as the draw rule says."""
    topics = Counter(key["questions"][i]["topic"] for i in set(indexes))
    return topics.total() == len(indexes) and topics == {d["topic"]: d["count"] for d in key["draw"]}


# Editions and the trust list.
def plain(value: object) -> bool:
    """Whether `jcs` may write it: ASCII keys, integers that every reader holds exactly, no floats."""
    if isinstance(value, dict):
        return all(isinstance(k, str) and k.isascii() and plain(v) for k, v in value.items())
    if isinstance(value, list):
        return all(map(plain, value))
    return value is None or isinstance(value, str) or isinstance(value, int) and abs(value) < 2**53


def jcs(value: object) -> bytes:
    """RFC 8785 bytes: for plain values, sorted compact JSON is that form. ValueError for others."""
    if not plain(value):
        raise ValueError("floats, integers over 2**53 - 1 and keys beyond ASCII have no place here")
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def edition_id(key: dict) -> str:
    """The name of a grading key: the first 16 bytes of SHA-256 over its RFC 8785 bytes, as base64url."""
    return b64(hashlib.sha256(jcs(key)).digest()[:16])


def load_trust(path: str | Path) -> dict:
    """The trust list in a file, each edition compared with its id; TrustError when it cannot be used."""
    try:
        trust = json.loads(Path(path).read_bytes())
        if trust["version"] != 1 or not all(a <= b for a, b in trust["names"]["ranges"]):
            raise ValueError("version or names")
        for edition, entry in trust["editions"].items():
            assert_usable(edition, entry)
    except OSError as problem:
        raise TrustError(f"{path}: no trust list ({problem.strerror}). Put trust.json beside verify.py or give "
                         "--trust FILE.") from problem
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as problem:
        raise TrustError(f"{path}: a trust list that cannot be used ({problem!r}). {UPDATE}") from problem
    return trust


def assert_usable(edition: str, entry: dict) -> None:
    """ValueError, KeyError or TypeError where the steps could not rely on this part of a trust list."""
    key = entry["key"]
    if edition_id(key) != edition:
        raise ValueError(f"edition-damaged: the key of edition {edition} does not match its id")
    if not all(q["kind"] in ("one", "several") and isinstance(q["must"], bool) for q in key["questions"]):
        raise ValueError(f"edition {edition} has a kind of question that this verify.py does not know")
    graded = grade(key, [[index, "".join(question["right"])] for index, question in enumerate(key["questions"])])
    certificate({"edition": "", "finished": 0, "session": "", "name": ""}, entry, graded, "en")
    check_dates(0, entry, 0)


# Records: fields to payload and back.
FIELDS = (  # in the order of the payload: name, reason when damaged, form
    ("edition", "bad-edition", "[A-Za-z0-9_-]{22}"),
    ("finished", "bad-time", "[0-9a-z]{1,8}"),
    ("nonce", "bad-nonce", "[A-Za-z0-9_-]{22}"),
    ("session", "bad-session", "[A-Z0-9]{0,12}"),
    ("name", "bad-name-encoding", "[A-Za-z0-9_-]*"),
    ("answers", "bad-answers", "((0|[1-9][0-9]{0,3})[a-h]+)+"),
)


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def unb64(text: str) -> bytes:
    """Bytes of base64url; bits to spare are dropped here, and missed by the re-encoding."""
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def base36(number: int) -> str:
    return (base36(number // 36) if number > 35 else "") + "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36]


def encode_record(fields: dict) -> str:
    """The payload of {edition, finished (Unix seconds), nonce, session, name, answers: [[index, ids], ...]}."""
    answers = "".join(f"{index}{ids}" for index, ids in fields["answers"])
    return ".".join(("1", b64(unb64(fields["edition"])), base36(fields["finished"]), b64(unb64(fields["nonce"])),
                     fields["session"], b64(fields["name"].encode()), answers))


def decode_record(payload: str) -> dict:
    """The fields of a payload in its one canonical form; RecordError with the reason otherwise."""
    version, dot, rest = payload.partition(".")
    parts = rest.split(".")
    if dot and version != "1" and re.fullmatch("[0-9]+", version):
        raise RecordError("unknown-version")
    if version != "1" or len(parts) != len(FIELDS):
        raise RecordError("malformed")
    fields = {}
    for (field, reason, form), part in zip(FIELDS, parts, strict=True):
        try:
            fields[field] = read_field(field, part) if re.fullmatch(form, part) else None
        except ValueError:  # base64 or UTF-8
            fields[field] = None
        if fields[field] is None:
            raise RecordError(reason)
    if encode_record(fields) != payload:
        raise RecordError("not-canonical")
    return fields


def read_field(field: str, part: str) -> object:
    """The value of one part that has the right form; None or ValueError where the form is not enough."""
    if field == "finished":
        return int(part, 36) if int(part, 36) <= 253402300799 else None  # 9999-12-31T23:59:59Z
    if field == "name":
        return unb64(part).decode()
    if field == "answers":
        answers = [[int(index), ids] for index, ids in re.findall("([0-9]+)([a-h]+)", part)]
        return answers if all(a[0] < b[0] for a, b in pairwise(answers)) else None
    return part


# Names. Every rule is a fixed table, so that all versions of Unicode agree.
IGNORABLE = (  # Default_Ignorable_Code_Point, without the bidi controls
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff")
LAST_TWO = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
NAME_RULES = tuple((reason, re.compile(form)) for reason, form in (  # in this order
    ("name-too-long", "(?s).{81}"),
    ("name-control", "[\0-\x1f\x7f-\x9f]"),
    ("name-noncharacter", f"[\ufdd0-\ufdef{LAST_TWO}]"),
    ("name-bidi", "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"),
    ("name-zero-width", f"[{IGNORABLE}]|(?<![\u0600-\u109f\u1780-\u18af])[\u200c\u200d]|[\u200c\u200d]\\Z"),
    ("name-space", "^ | \\Z|  |[\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"),
))


def name_problem(name: str, ranges: list) -> str:
    """The reason why a name could mislead, or ""; ranges: the alphabet, names.ranges of the trust list."""
    for reason, form in NAME_RULES:
        if form.search(name):
            return reason
    if not all(in_alphabet(character, ranges) for character in name):
        return "name-alphabet"
    return "" if unicodedata.is_normalized("NFC", name) else "name-not-nfc"


def in_alphabet(character: str, ranges: list) -> bool:
    place = bisect_right(ranges, [ord(character), 0x110000])
    return character in "\u200c\u200d" or place > 0 and ord(character) <= ranges[place - 1][1]


# The check of one candidate.
WHITE = "\t\n\v\f\r \xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def check(text: str, trust: dict, now: float, language: str = "en") -> dict:
    """{verdict, reason, checks, certificate} of one candidate; now: Unix seconds of the checker's clock."""
    found = {"size": check_size(text)}  # 1; what is not in `found` was skipped
    if found["size"]:
        return conclude(found, None)
    try:
        record = decode_record(payload_in(text.strip(WHITE)))  # 2
    except RecordError as problem:
        return conclude({**found, "shape": str(problem)}, None)
    # 3, 4, 5: a completion record has no issuer, key or signature. Signed certificates will take their own way here.
    entry = trust["editions"].get(record["edition"])
    graded = grade(entry["key"], record["answers"]) if entry else {"reason": "unknown-edition"}
    found |= {"shape": "", "grade": graded["reason"]}  # 6
    found["dates"] = check_dates(record["finished"], entry, now)  # 7
    # 8: a completion record has no status.
    found["name"] = name_problem(record["name"], trust["names"]["ranges"])  # 9
    return conclude(found, certificate(record, entry, graded, language))


def check_size(text: str) -> str:
    if len(text) > LIMIT or len(text.encode("utf-8", "surrogatepass")) > LIMIT:
        return "too-large"
    return "" if text.strip(WHITE) else "empty"


def payload_in(text: str) -> str:
    """What decode_record is to read: all that follows the first #r=, or the whole text."""
    _, link, payload = text.partition("#r=")
    if text.startswith("{") or not link and "#c=" in text:
        raise RecordError("unsupported-kind")
    if not link and not looks_like_payload(text):
        raise RecordError("not-a-certificate")
    return payload if link else text


def looks_like_payload(text: str) -> bool:
    return text.count(".") == 6 and bool(re.match("[0-9]+[.]", text))


def check_dates(finished: int, entry: dict | None, now: float) -> str | None:
    """Clocks may differ by five minutes; without the edition, only the future can be told."""
    if finished > now + 300:
        return "date-future"
    if entry is None:
        return None
    published = datetime.fromisoformat(entry["published"] + "T00:00:00+00:00")
    return "date-before-edition" if EPOCH + timedelta(seconds=finished) < published else ""


def certificate(record: dict, entry: dict | None, graded: dict, language: str) -> dict:
    """What a reader is shown; right, drawn and passed are None where nothing could be graded."""
    title = entry["title"] if entry else {}
    finished = EPOCH + timedelta(seconds=record["finished"])
    return {"level": "self-recorded", "quiz": entry["key"]["quiz"] if entry else "",
            "title": title.get(language) or title.get("en", ""), "edition": record["edition"],
            "finished": finished.strftime("%Y-%m-%dT%H:%M:%SZ"), "session": record["session"], "name": record["name"],
            **{part: graded.get(part) for part in ("right", "drawn", "passed")}}


def conclude(found: dict, shown: dict | None) -> dict:
    """The verdict on {step: reason}, where "" is a pass and None, or no entry, a skip."""
    outcomes = {None: "skip", "": "pass", **dict.fromkeys(UNKNOWN, "unknown")}
    checks = [{"id": step, "result": outcomes.get(found.get(step), "fail"), "detail": found.get(step) or ""}
              for step in STEPS]
    reasons = {c["result"]: c["detail"] for c in reversed(checks)}  # of each outcome the first
    outcome = next(outcome for outcome in ("fail", "unknown", "pass") if outcome in reasons)
    verdict = {"fail": "invalid", "unknown": "undecided", "pass": "self-recorded"}[outcome]
    return {"verdict": verdict, "reason": reasons[outcome], "checks": checks, "certificate": shown}


def require_signed(judged: dict) -> dict:
    """The same result where only signed certificates will do."""
    if judged["verdict"] != "self-recorded":
        return judged
    found = {c["id"]: None if c["result"] == "skip" else c["detail"] for c in judged["checks"]}
    return conclude({**found, "signature": "self-recorded-only"}, judged["certificate"])


# Candidates: links and payloads among other text, in pieces of any size.
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
AROUND, AFTER = "<>()[]{}\"'«»“”‘’", ".,;:!?،؛؟"


def candidates(text: str) -> list[str]:
    """The links and payloads in a text, in order; the whole text where it has none."""
    return list(find([text]))


def find(pieces: Iterable[str]) -> Iterator[str]:
    """The candidates of a text that comes in pieces; what is longer than any certificate is not held."""
    whole, word, none = "", "", True
    for piece in chain(pieces, [None]):
        words = re.split(f"[{WHITE}]+", word + (piece or ""))
        word = "" if piece is None else words.pop()[:HOLD]
        whole = (whole + (piece or ""))[:LIMIT + 1] if none else ""
        for found in (w.lstrip(AROUND).rstrip(AROUND + AFTER).translate(DIGITS) for w in words):
            if is_candidate(found):
                none = False
                yield found
    if none:
        yield whole


def is_candidate(word: str) -> bool:
    return "#r=" in word or "#c=" in word or looks_like_payload(word)


# The command line.
class Progress:
    """A bar on the terminal once the work has taken two seconds: bytes read, of all in the files given."""

    def __init__(self, given: list[str], screen=sys.stderr, clock=time.monotonic) -> None:
        self.given, self.screen, self.clock = given, screen, clock
        self.done, self.total, self.shown, self.next = 0, 0, False, clock() + 2

    def add(self, size: int) -> None:
        self.done += size
        if self.clock() >= self.next and self.screen.isatty():
            self.next, self.shown = self.clock() + 0.2, True
            self.total = self.total or sum(map(total_size, self.given))
            part = min(1, self.done / (self.total or self.done))
            print(f"\r[{'#' * int(40 * part):<40}] {part:4.0%}", end="", file=self.screen, flush=True)

    def clear(self) -> None:
        if self.shown:
            print("\r\x1b[K", end="", file=self.screen, flush=True)
            self.shown = False


def total_size(given: str) -> int:
    paths = [Path(given), *Path(given).rglob("*")] if is_path(given) else []
    return sum(path.stat().st_size for path in paths if path.is_file())


def is_path(given: str) -> bool:
    """Whether something of that name is there; a link can be too long to ask."""
    with contextlib.suppress(OSError):
        return Path(given).exists()
    return False


def read(path: str, progress: Progress) -> Iterator[str]:
    """The text of a file, or of standard input for -, in pieces; what is not UTF-8 becomes U+FFFD."""
    decode = codecs.getincrementaldecoder("utf-8")("replace").decode
    with contextlib.nullcontext(sys.stdin.buffer) if path == "-" else Path(path).open("rb") as stream:
        while piece := stream.read1(HOLD):
            progress.add(len(piece))
            yield decode(piece)
    yield decode(b"", True)


def results(given: str, judge: Callable[[str], dict], progress: Progress) -> Iterator[dict]:
    """{file, number, ...result} of each candidate in a file (number: its place there), a folder (sorted) or a link."""
    source = given.encode("utf-8", "replace").decode()
    try:
        if is_path(given) and Path(given).is_dir():
            for entry in sorted(filter(wanted, os.scandir(given)), key=lambda entry: entry.name):
                yield from results(entry.path, judge, progress)
            return
        link = is_candidate(given) and not is_path(given)
        for number, candidate in enumerate(find([given] if link else read(given, progress)), 1):
            yield {"file": source, "number": number, **judge(candidate)}
    except OSError:
        yield {"file": source, "number": 0, "verdict": "could-not-run", "reason": "unreadable", "checks": [],
               "certificate": None}


def wanted(entry: os.DirEntry) -> bool:
    """Whether to look into it: no hidden file, no link to a folder, not this script and its trust list."""
    ours = entry.name.startswith(".") or entry.name in ("verify.py", "trust.json")
    return not ours and (entry.is_file() or entry.is_dir(follow_symlinks=False))


def safe(text: str) -> str:
    """Text from outside, made harmless: no control, bidi or unknown characters; right-to-left text isolated."""
    seen = "".join(c if c.isprintable() and c != '"' else f"\\u{{{ord(c):x}}}" for c in text)
    return f"\u2068{seen}\u2069" if any(unicodedata.bidirectional(c) in ("R", "AL", "AN") for c in seen) else seen


def line(judged: dict) -> str:
    """One result in words."""
    source = "" if is_candidate(judged["file"]) else safe(judged["file"])
    source += f" ({judged['number']})" if judged["number"] > 1 else ""
    parts, shown = [judged["verdict"].upper()], judged["certificate"]
    if shown:
        name = shown["name"] if len(shown["name"]) <= 80 else shown["name"][:80] + "…"
        score = "not graded" if shown["right"] is None else f"{shown['right']} of {shown['drawn']} right"
        parts += [f'"{safe(name)}"' if name else "no name", safe(shown["title"]) or "unknown quiz", score,
                  shown["finished"].replace("T", " "), f"session {shown['session'] or 'none'}"]
    if judged["reason"]:
        parts.append(f"{judged['reason']}: {' '.join(MESSAGES[judged['reason']])}")
    return (source and f"{source}: ") + " · ".join(parts)


def run(options: argparse.Namespace) -> int:
    """Print a line for each candidate and a summary of several; the exit status."""
    trust, now = load_trust(options.trust), time.time() if options.now is None else options.now
    progress, counts = Progress(options.given), Counter()

    def judge(text: str) -> dict:
        judged = check(text, trust, now, options.language)
        return require_signed(judged) if options.require else judged

    for judged in chain.from_iterable(results(given, judge, progress) for given in options.given):
        counts[judged["verdict"]] += 1
        progress.clear()
        print(json.dumps(judged) if options.json else line(judged))
    sys.stdout.flush()
    progress.clear()
    if counts.total() != 1:
        print(f"{counts.total()} checked: " + ", ".join(f"{counts[v]} {v}" for v in EXIT), file=sys.stderr)
    return EXIT[max(counts, key=list(EXIT).index, default="could-not-run")]


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("verify.py", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    option, beside = parser.add_argument, Path(__file__).with_name("trust.json")
    option("given", nargs="+", metavar="PATH|LINK|-", help="file, folder, link, QR text; - is standard input")
    option("--trust", metavar="FILE", default=beside, help="the trust list (trust.json beside this script)")
    option("--json", action="store_true", help="one JSON object a line: file, number, verdict, reason ...")
    option("--require", choices=["signed"], help="refuse what is not signed")
    option("--language", metavar="CODE", default="en", help="language of the quiz titles")
    option("--now", metavar="SECONDS", type=int, help="check as of this Unix time")
    return parser


def main(given: list[str] | None = None) -> int:
    """Exit status of the command line; trouble is a sentence, never a traceback."""
    options = arguments().parse_args(given)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")
    try:
        return run(options)
    except TrustError as problem:
        print(f"verify.py: {safe(str(problem))}", file=sys.stderr)
    except KeyboardInterrupt:
        print("verify.py: stopped; not everything was checked.", file=sys.stderr)
    except BrokenPipeError:  # whoever read the output has gone; nothing may be written at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return EXIT["could-not-run"]


if __name__ == "__main__":
    sys.exit(main())
