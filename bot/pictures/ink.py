"""What all pictures have in common: their width, the sizes of letters, colours for light and dark screens."""

from dataclasses import dataclass

DPI = 100
WIDTH = 9.0
"""Inches: a phone shows the picture about a third as wide, so that the smallest letters come out as those of a chat."""

TITLE, LABEL, SMALL = 24, 19, 16
"""Points."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a picture."""

    paper: str
    text: str
    track: str
    above: str
    below: str
    mark: str


LIGHT = Ink("#ffffff", "#1b1f23", "#e6e9ec", "#1d7a6d", "#c2571a", "#1b1f23")
DARK = Ink("#17191c", "#f0f2f4", "#33383d", "#4cc0ae", "#f0904f", "#f0f2f4")
