"""What a picture shows, as values: made within a turn, kept as JSON, drawn after the commit."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: ``part`` of ``whole``, such as 3 right of 6 asked."""

    label: str
    part: int
    whole: int

    @property
    def percent(self) -> int:
        """The share, rounded down: what is said to be 70 has reached 70."""
        return 100 * self.part // self.whole


@dataclass(frozen=True, slots=True)
class BarChart:
    """Shares as bars, from top to bottom, against a mark. ``mark`` is in percent and named by ``mark_name``.

    ``dark`` is for whoever has a dark screen; either reads well on the other.
    """

    title: str
    bars: tuple[Bar, ...]
    mark: int
    mark_name: str
    dark: bool = False

    @property
    def alt(self) -> str:
        """The same in words, line by line."""
        return "\n".join([f"{self.title}:", *(f"{bar.label}: {bar.part} of {bar.whole} ({bar.percent} %)" for bar in self.bars)])


def as_row(chart: BarChart) -> dict[str, Any]:
    """Write a chart as JSON keeps it."""
    bars = [[bar.label, bar.part, bar.whole] for bar in chart.bars]
    return {"title": chart.title, "bars": bars, "mark": chart.mark, "mark_name": chart.mark_name, "dark": chart.dark}


def as_chart(row: Mapping[str, Any]) -> BarChart:
    """Read a chart that :func:`as_row` wrote."""
    return BarChart(row["title"], tuple(Bar(*bar) for bar in row["bars"]), row["mark"], row["mark_name"], row["dark"])
