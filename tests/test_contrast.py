"""Colours: every pair of tokens that is used together can be told apart (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parent.parent / "overrides" / "assets" / "src" / "css"
HEX = re.compile(r"(--ktc-[\w-]+):\s*#([0-9a-f]{3,6});")

TEXT, SHAPE = 4.5, 3.0
GROUNDS = ("paper", "surface", "band", "accent-soft", "right-soft", "notyet-soft", "notice-soft")
PAIRS = [
    *(("ink", ground, TEXT) for ground in GROUNDS),
    *(("ink-soft", ground, TEXT) for ground in GROUNDS),
    *(("accent", ground, TEXT) for ground in GROUNDS),
    *(("accent-strong", ground, TEXT) for ground in GROUNDS),
    *((state, ground, TEXT) for state in ("right", "notyet", "notice") for ground in ("paper", "surface", "band")),
    *((state, f"{state}-soft", TEXT) for state in ("right", "notyet", "notice")),
    ("on-accent", "accent", TEXT),
    ("on-accent", "accent-strong", TEXT),
    ("on-cover", "cover", TEXT),
    ("code-dark", "code-light", TEXT),
    *(("line-strong", ground, SHAPE) for ground in GROUNDS),
    *(("focus", ground, SHAPE) for ground in GROUNDS),
]


def blocks() -> tuple[str, str]:
    """The declarations of tokens.css for light and for dark."""
    text = (STYLES / "tokens.css").read_text(encoding="utf-8")
    light, dark = text.split("@media screen", 1)
    return light, dark


def colours(scheme: str) -> dict[str, tuple[int, int, int]]:
    """The tokens of a scheme; dark changes what light has set."""
    light, dark = blocks()
    found = dict(HEX.findall(light))
    if scheme == "dark":
        found.update(HEX.findall(dark))
    return {name.removeprefix("--ktc-"): rgb(value) for name, value in found.items()}


def rgb(digits: str) -> tuple[int, int, int]:
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return tuple(int(digits[at : at + 2], 16) for at in (0, 2, 4))


def luminance(colour: tuple[int, int, int]) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [value / 255 for value in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_wcag_does():
    assert contrast(rgb("000"), rgb("fff")) == pytest.approx(21)
    assert contrast(rgb("777777"), rgb("ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_a_pair_can_be_read(scheme, front, ground, least):
    tokens = colours(scheme)
    assert contrast(tokens[front], tokens[ground]) >= least, f"--ktc-{front} on --ktc-{ground} in {scheme}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_states_differ_in_lightness_and_not_by_hue_alone(scheme):
    tokens = colours(scheme)
    right, notyet, notice = (tokens[name] for name in ("right", "notyet", "notice"))
    assert min(contrast(right, notyet), contrast(right, notice), contrast(notyet, notice)) >= 1.2


def test_dark_sets_every_colour_that_light_sets():
    light, dark = blocks()
    assert {name for name, _ in HEX.findall(light)} == {name for name, _ in HEX.findall(dark)}


def test_dark_colours_stay_off_paper():
    light, _ = blocks()
    assert "slate" not in light


@pytest.mark.parametrize("style", [path.name for path in STYLES.glob("*.css") if path.name != "tokens.css"])
def test_colours_are_named_in_tokens_only(style):
    text = re.sub(r"/\*.*?\*/", "", (STYLES / style).read_text(encoding="utf-8"), flags=re.S)
    text = re.sub(r"@media print \{.*", "", text, flags=re.S)  # paper: black, white and grey are fine there
    assert not re.findall(r":[^;{}]*#[0-9a-fA-F]{3,8}\b", text), "use a variable of tokens.css"
