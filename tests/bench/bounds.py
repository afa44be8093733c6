"""Bounds that a measurement has to keep, collected and told together."""


class Bounds:
    """Figures with the most, or the least, that they may be."""

    def __init__(self) -> None:
        self.figures: list[tuple[bool, str, float, str]] = []

    def at_most(self, what: str, value: float, most: float) -> None:
        self.figures.append((value <= most, what, value, f"at most {most:g}"))

    def at_least(self, what: str, value: float, least: float) -> None:
        self.figures.append((value >= least, what, value, f"at least {least:g}"))

    @property
    def hold(self) -> bool:
        return all(kept for kept, *_ in self.figures)

    def __str__(self) -> str:
        return "\n".join(
            f"  {'holds' if kept else 'EXCEEDED':<9} {what:<38} {value:>8.2f}  {bound}"
            for kept, what, value, bound in self.figures
        )
