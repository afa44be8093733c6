"""Asks axe-core about the page as it stands, in one display or in all four."""

from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from ktc import judges

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
DISPLAYS = {
    "desktop": (DESKTOP, {"media": "screen", "color_scheme": "light"}),
    "phone": (PHONE, {"media": "screen", "color_scheme": "light"}),
    "dark": (DESKTOP, {"media": "screen", "color_scheme": "dark"}),
    "print": (DESKTOP, {"media": "print", "color_scheme": "dark"}),  # dark must not reach the paper
}
COLOURS = [
    "color-contrast",
    "link-in-text-block",
]  # the scheme and the paper change colours, and what stands on the page in nothing else
RUN = """async ([runOnly, contrast]) => {
    document.getAnimations().forEach((animation) => animation.finish());  // or colours are seen half-way
    const rules = { "target-size": { enabled: true }, "color-contrast": { enabled: contrast } };
    const { violations } = await axe.run(document, { runOnly, rules, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, html }) => [id + ": " + help, target.join(" "), html.slice(0, 160)].join("\\n    ")));
}"""


def problems(page: Page, asked=TAGS, contrast: bool = True) -> list[str]:
    """What axe-core finds wrong in the page as it stands: rule, place, markup."""
    if not page.evaluate("'axe' in window"):  # what Playwright evaluates is not subject to the page's policy
        page.evaluate(Path(judges.axe()).read_text(encoding="utf-8"))
    return page.evaluate(RUN, [asked, contrast])


def but_colours(page: Page) -> list[str]:
    """The same but for contrast, which takes longest and is alike in every language; axe-core sees no Arabic anyway."""
    return problems(page, contrast=False)


@contextmanager
def display(page: Page, name: str):
    """The page in one of the four displays."""
    viewport, media = DISPLAYS[name]
    page.set_viewport_size(viewport)
    page.emulate_media(**media)
    yield page
    page.emulate_media(media="screen", color_scheme="light")


def in_every_display(page: Page) -> list[str]:
    """Problems in all displays, each line with its display. A phone changes the layout, dark and paper the colours."""
    ask = {"desktop": problems, "phone": but_colours}
    found = []
    for name in DISPLAYS:
        with display(page, name):
            answers = ask[name](page) if name in ask else problems(page, COLOURS)
            found += [f"[{name}] {answer}" for answer in answers]
    return found
