"""Draws the icons of the installed site from their SVG, with a browser: run it after changing a drawing."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from ktc.browser import launch

# Name of the picture: drawing and size in pixels. "mask" bleeds over all edges; systems cut it to their shape.
PICTURES = {"icon-192.png": ("icon.svg", 192), "icon-512.png": ("icon.svg", 512), "mask-512.png": ("mask.svg", 512)}


def draw(folder: Path) -> list[Path]:
    """Write every picture beside its drawing in `folder`; returns their paths."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for name, (drawing, size) in PICTURES.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            svg = (folder / drawing).read_text(encoding="utf-8").replace("<svg ", f'<svg width="{size}" ')
            page.set_content(f"<!doctype html><style>body{{margin:0}}svg{{display:block}}</style>{svg}")
            page.screenshot(path=folder / name, omit_background=True)
        browser.close()
    return [folder / name for name in PICTURES]
