"""Where the project and the small sample course stand."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = Path(__file__).parent / "sample"
