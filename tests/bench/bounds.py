"""Bounds that a measurement has to keep, collected and told together."""


class Bounds:
    """Figures with the most that they may be."""

    def __init__(self) -> None:
        self.figures: list[tuple[str, float, float]] = []

    def at_most(self, what: str, value: float, most: float) -> None:
        self.figures.append((what, value, most))

    @property
    def hold(self) -> bool:
        return all(value <= most for _, value, most in self.figures)

    def __str__(self) -> str:
        return "\n".join(
            f"  {'holds' if value <= most else 'EXCEEDED':<9} {what:<38} {value:>8.2f}  at most {most:g}"
            for what, value, most in self.figures
        )
