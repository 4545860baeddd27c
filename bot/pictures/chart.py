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


@dataclass(frozen=True, slots=True)
class DayCount:
    """What was answered on one day: ``part`` of ``whole`` rightly. ``label`` is the date, short."""

    label: str
    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class ProgressChart:
    """How somebody does: areas as shares against a mark, the last days, weeks of the calendar, reviews to come.

    ``weight`` of an area stands beside its bar: its questions in the exam. ``weeks`` are rows of seven signs, Monday first, each with
    the date of its Monday; nothing where streaks are hidden. ``reviews`` are counts by day; nothing where none are planned.
    """

    title: str
    areas: tuple[tuple[Bar, int], ...]
    mark: int
    days: tuple[DayCount, ...]
    weeks: tuple[tuple[str, str], ...]
    reviews: tuple[tuple[str, int], ...]
    dark: bool = False

    @property
    def alt(self) -> str:
        """The same in words, line by line."""
        answered, right = sum(day.whole for day in self.days), sum(day.part for day in self.days)
        studied = sum(day.whole > 0 for day in self.days)
        lines = [f"{self.title}, weakest area first:"]
        lines += [f"{bar.label}: {bar.part} of {bar.whole} ({bar.percent} %), exam {weight}" for bar, weight in self.areas]
        lines.append(f"Last {len(self.days)} days: {answered} answers, {right} right, on {studied} {'day' if studied == 1 else 'days'}.")
        if self.weeks:
            done = sum(signs.count("✓") for _monday, signs in self.weeks)
            lines.append(f"Calendar: {done} {'day' if done == 1 else 'days'} done in {len(self.weeks)} weeks.")
        if self.reviews:
            lines.append("Reviews to come: " + ", ".join(f"{label} {count}" for label, count in self.reviews) + ".")
        return "\n".join(lines)


Chart = BarChart | ProgressChart
"""Anything that can be drawn."""


def as_row(chart: Chart) -> dict[str, Any]:
    """Write a chart as JSON keeps it."""
    if isinstance(chart, ProgressChart):
        return {
            "kind": "progress",
            "title": chart.title,
            "areas": [[bar.label, bar.part, bar.whole, weight] for bar, weight in chart.areas],
            "mark": chart.mark,
            "days": [[day.label, day.part, day.whole] for day in chart.days],
            "weeks": [list(week) for week in chart.weeks],
            "reviews": [list(one) for one in chart.reviews],
            "dark": chart.dark,
        }
    bars = [[bar.label, bar.part, bar.whole] for bar in chart.bars]
    return {"title": chart.title, "bars": bars, "mark": chart.mark, "mark_name": chart.mark_name, "dark": chart.dark}


def as_chart(row: Mapping[str, Any]) -> Chart:
    """Read a chart that :func:`as_row` wrote."""
    if row.get("kind") == "progress":
        return ProgressChart(
            row["title"],
            tuple((Bar(label, part, whole), weight) for label, part, whole, weight in row["areas"]),
            row["mark"],
            tuple(DayCount(*day) for day in row["days"]),
            tuple((monday, signs) for monday, signs in row["weeks"]),
            tuple((label, count) for label, count in row["reviews"]),
            row["dark"],
        )
    return BarChart(row["title"], tuple(Bar(*bar) for bar in row["bars"]), row["mark"], row["mark_name"], row["dark"])
