"""Mends what the theme and Markdown leave wrong in the HTML of a page; the same for any theme.

What CSS can mend is in overrides/assets/src/css/mends.css; tests/site/test_html.py and tests/browser/ judge the result.
"""

import re
from pathlib import Path

# HTML allows autocomplete on fields that hold text, not on the checkboxes that the theme opens and closes things with
_TICKED = re.compile(r'(<input\b(?=[^>]*\btype="(?:checkbox|radio)")[^>]*?)\s+autocomplete="[^"]*"')
# `| :-- | --: |` in Markdown: an inline style, which the policy refuses; left and right are start and end here
_ALIGNED = re.compile(r'<(t[dh]) style="text-align: (left|center|right);">')
# code that may scroll sideways must be within reach of a keyboard; the theme's script, loaded late here, did that
_CODE = re.compile(r"<pre>(<span></span>)?<code>")
# parts of a whole module (whole.py): as elements, Markdown would take the HTML inside them apart
_BOX, _BOX_END = re.compile(r"<!-- box ([\w-]+)( en)? -->"), "<!-- /box -->"
_SIDES = {"left": "start", "center": "centre", "right": "end"}


def mended(html: str) -> str:
    """A page without what is known to be wrong in it."""
    html = _CODE.sub(r'<pre>\1<code tabindex="0">', _TICKED.sub(r"\1", html))
    html = _BOX.sub(_box, html).replace(_BOX_END, "</div>")
    return _ALIGNED.sub(lambda found: f'<{found[1]} class="ktc-align-{_SIDES[found[2]]}">', html)


def _box(found: re.Match) -> str:
    mark = ' lang="en" dir="ltr"' if found[2] else ""
    return f'<div class="{found[1]}"{mark}>'


def mend(site: Path) -> None:
    """Mend every page below `site`."""
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        path.write_text(mended(html), encoding="utf-8", newline="\n")
