"""Questions to a rendered page that axe-core does not ask, one script each. Answers are lists of faults."""

from pathlib import Path

from playwright.sync_api import Page

HERE = Path(__file__).parent
NARROW = {"width": 320, "height": 640}


def prepare(context) -> None:
    """Give what the probes share to every page of a context."""
    context.add_init_script(path=HERE / "colours.js")


def ask(page: Page, name: str, argument=None):
    return page.evaluate((HERE / f"{name}.js").read_text(encoding="utf-8"), argument)


def unreadable(page: Page) -> list[str]:
    """Text and icons with too little contrast, on paper, in light and in dark. Arabic needs this: axe-core takes joined
    letters for pictures and passes over them."""
    page.emulate_media(media="print", color_scheme="dark")  # dark must not reach the paper
    faults = [f"[print] {fault}" for fault in ask(page, "contrast")]
    page.emulate_media(media="screen")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(
            "dark => document.documentElement.dataset.mdColorScheme === (dark ? 'slate' : 'default')"
            " || !document.querySelector('script[src*=theme]')",
            arg=scheme == "dark",
        )
        faults += [f"[{scheme}] {fault}" for fault in ask(page, "contrast")]
    page.emulate_media(color_scheme="light")
    return faults


def overflowing(page: Page) -> list[str]:
    """What is cut off or lost on 320 px, and under a reader's own spacing on a phone."""
    before = page.viewport_size
    page.set_viewport_size(NARROW)
    faults = [f"[320 px] {fault}" for fault in _settled(page, "overflow")]
    page.set_viewport_size({"width": 360, "height": 740})
    ask(page, "spacing", True)
    faults += [f"[spacing] {fault}" for fault in _settled(page, "overflow")]
    ask(page, "spacing", False)
    page.set_viewport_size(before)
    return faults


def _settled(page: Page, name: str) -> list[str]:
    """What is still wrong once the theme's script has followed a new size of the window."""
    for _ in range(5):
        if not (faults := ask(page, name)):
            break
        page.wait_for_timeout(200)
    return faults


def small_targets(page: Page) -> list[str]:
    """Things to press that are too small on a phone."""
    before = page.viewport_size
    page.set_viewport_size({"width": 360, "height": 740})
    faults = ask(page, "targets")
    page.set_viewport_size(before)
    return faults


def unseen_focus(page: Page) -> list[str]:
    """Where the focus cannot be seen, of all that the keyboard reaches."""
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0) }")
    page.keyboard.press("Tab")
    return ask(page, "rings")


def lost_in_forced_colours(page: Page) -> list[str]:
    """Icons, edges and states that vanish when the reader's own colours win: white on black on a page chosen to be
    light, and the other way round."""
    faults, root = [], "document.documentElement.dataset.mdColorScheme"
    for palette, scheme in (("dark", "default"), ("light", "slate")):
        page.emulate_media(forced_colors="active", color_scheme=palette)
        page.evaluate(f"scheme => {{ {root} = scheme }}", scheme)
        faults += [f"[{palette}] {fault}" for fault in ask(page, "forced")]
    page.emulate_media(forced_colors="none", color_scheme="light")
    page.evaluate(f"{root} = 'default'")
    return faults
