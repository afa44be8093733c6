"""QR codes for the terminal."""

import segno

# Black on white whatever the theme: colours 16 and 231 of the 256 are fixed, the first sixteen are the theme's.
INK, PLAIN = "\x1b[38;5;16;48;5;231m", "\x1b[0m"
QUIET = 4  # modules of white around the code, as ISO/IEC 18004 asks
BLOCKS = {(0, 0): " ", (1, 0): "\u2580", (0, 1): "\u2584", (1, 1): "\u2588"}


def terminal(text: str) -> str:
    """A QR code as lines of half blocks, two modules high each, readable on dark and on light terminals."""
    rows = [list(row) for row in segno.make_qr(text, error="l").matrix_iter(border=QUIET)]
    rows += [[0] * len(rows[0])] * (len(rows) % 2)
    lines = []
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        blocks = "".join(BLOCKS[pair] for pair in zip(upper, lower, strict=True))
        lines.append(f"  {INK}{blocks}{PLAIN}")
    return "\n".join(lines) + "\n"
