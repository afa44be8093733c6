"""Write names.json: the characters that a name on a certificate may have, fixed for every Unicode version.

Run `python -m certificates.names` with Python 3.11, whose unicodedata is Unicode 14; it refuses any other
(`--check` only compares). The table holds letters, marks and decimal digits (L*, M*, Nd) of the scripts in
living use: the "recommended" and "limited use" scripts of Unicode Standard Annex 31, tables 5 and 7. Left out:
dead scripts, ancient Greek accents, symbols that imitate letters (mathematical, full-width, presentation forms),
and every default-ignorable character, which nobody can see. The joiners U+200C and U+200D are a rule, not an entry.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

UNICODE = "14.0.0"
TABLE = Path(__file__).with_name("names.json")
PUNCTUATION = " '’-‐.,·ʼ׳״&/()"

# Blocks, first and last code point, with the scripts they serve.
BLOCKS = (
    (0x0041, 0x07BF),  # Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Syriac, Thaana
    (0x07C0, 0x07FF),  # N'Ko
    (0x0840, 0x109F),  # Mandaic, Arabic, the scripts of India, Thai, Lao, Tibetan, Myanmar
    (0x10A0, 0x139F),  # Georgian, Hangul letters, Ethiopic
    (0x13A0, 0x167F),  # Cherokee, Canadian Aboriginal
    (0x1780, 0x19DF),  # Khmer, Mongolian, Limbu, Tai Le, New Tai Lue
    (0x1A20, 0x1CBF),  # Tai Tham, Balinese, Sundanese, Batak, Lepcha, Ol Chiki, Georgian capitals
    (0x1CD0, 0x1EFF),  # Vedic marks, Latin with accents
    (0x2D00, 0x2DFF),  # Georgian, Tifinagh, Ethiopic, Cyrillic
    (0x3005, 0x3007),  # Han iteration and closing marks
    (0x3041, 0x312F),  # Hiragana, Katakana, Bopomofo
    (0x31A0, 0x31BF),  # Bopomofo
    (0x31F0, 0x31FF),  # Katakana for Ainu
    (0x3400, 0xA6FF),  # Han, Yi, Lisu, Vai, Cyrillic, Bamum
    (0xA700, 0xA82F),  # Latin, Syloti Nagri
    (0xA880, 0xA92F),  # Saurashtra, Devanagari, Kayah Li
    (0xA960, 0xABFF),  # Hangul letters, Javanese, Myanmar, Cham, Tai Viet, Ethiopic, Latin, Meetei Mayek
    (0xAC00, 0xD7FF),  # Hangul
    (0x104B0, 0x104FF),  # Osage
    (0x10D00, 0x10D3F),  # Hanifi Rohingya
    (0x11100, 0x1114F),  # Chakma
    (0x11400, 0x1147F),  # Newa
    (0x16F00, 0x16F9F),  # Miao
    (0x1B000, 0x1B16F),  # Kana supplements
    (0x1E100, 0x1E14F),  # Nyiakeng Puachue Hmong
    (0x1E2C0, 0x1E2FF),  # Wancho
    (0x1E7E0, 0x1E7FF),  # Ethiopic
    (0x1E900, 0x1E95F),  # Adlam
    (0x20000, 0x3134F),  # Han, extensions B to G
)
IGNORABLE = frozenset((0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810)))


def allowed(code: int) -> bool:
    """Whether a code point inside BLOCKS belongs to the alphabet."""
    category = unicodedata.category(chr(code))
    return (category[0] in "LM" or category == "Nd") and code not in IGNORABLE


def ranges() -> list[list[int]]:
    """The alphabet as ascending [first, last] pairs that neither touch nor overlap."""
    codes = {ord(c) for c in PUNCTUATION} | set(range(0x30, 0x3A))
    codes.update(c for first, last in BLOCKS for c in range(first, last + 1) if allowed(c))
    found: list[list[int]] = []
    for code in sorted(codes):
        if found and found[-1][1] == code - 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return found


def table() -> str:
    """The text of names.json; ValueError on a Python with another Unicode version."""
    if unicodedata.unidata_version != UNICODE:
        raise ValueError(f"this Python has Unicode {unicodedata.unidata_version}; use Python 3.11 (Unicode {UNICODE})")
    pairs = json.dumps(ranges(), separators=(",", ":"))
    return f'{{"unicode":"{UNICODE}","ranges":{pairs}}}\n'


def main(arguments: list[str]) -> int:
    """Write names.json, or with --check say whether it is what this module would write."""
    try:
        text = table()
    except ValueError as problem:
        print(f"certificates/names.py: {problem}", file=sys.stderr)
        return 2
    if arguments == ["--check"]:
        return int(TABLE.read_text(encoding="utf-8") != text)
    TABLE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
