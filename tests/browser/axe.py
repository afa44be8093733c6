"""Asks axe-core about the page as it stands, in one display or in all four."""

from contextlib import contextmanager

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
RUN = """async (tags) => {
    document.getAnimations().forEach((animation) => animation.finish());  // or colours are seen half-way
    const options = { runOnly: tags, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };
    const { violations } = await axe.run(document, options);
    return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, html }) => [id + ": " + help, target.join(" "), html.slice(0, 160)].join("\\n    ")));
}"""


def prepare(context) -> None:
    """Give axe-core to every page of a context; as an init script it is not subject to the page's policy."""
    context.add_init_script(path=judges.axe())


def problems(page: Page) -> list[str]:
    """What axe-core finds wrong in the page as it stands: rule, place, markup."""
    return page.evaluate(RUN, TAGS)


@contextmanager
def display(page: Page, name: str):
    """The page in one of the four displays."""
    viewport, media = DISPLAYS[name]
    page.set_viewport_size(viewport)
    page.emulate_media(**media)
    yield page
    page.emulate_media(media="screen", color_scheme="light")


def in_every_display(page: Page) -> list[str]:
    """Problems in all displays, each line with its display."""
    found = []
    for name in DISPLAYS:
        with display(page, name):
            found += [f"[{name}] {problem}" for problem in problems(page)]
    return found
