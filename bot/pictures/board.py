"""Draw how somebody does: areas against the mark, the last days, the calendar, reviews to come, one below the other."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from bot.pictures.chart import ProgressChart
from bot.pictures.ink import DARK, DPI, LABEL, LIGHT, SMALL, TITLE, WIDTH, Ink

_HEAD, _FOOT, _NAME = 1.5, 0.3, 0.75
_AREA, _DAYS, _WEEK, _REVIEWS = 0.47, 2.0, 0.42, 1.7
"""Inches: the height of the head and foot, of the name of a part, of a row or of a part."""

_LEFT, _RIGHT = 0.04, 0.96
_BAR = 54
"""Where bars begin, of a hundred: left of it stands the name of the area."""


def figure(chart: ProgressChart) -> Figure:
    """Make the figure."""
    ink = DARK if chart.dark else LIGHT
    parts = [(_AREA * len(chart.areas), _areas)]
    if chart.days:
        parts.append((_NAME + _DAYS, _days))
    if chart.weeks:
        parts.append((_NAME + _WEEK * (len(chart.weeks) + 1), _weeks))
    if chart.reviews:
        parts.append((_NAME + _REVIEWS, _reviews))
    height = _HEAD + sum(part for part, _draw in parts) + _FOOT
    made = Figure(figsize=(WIDTH, height), dpi=DPI, facecolor=ink.paper)
    made.text(_LEFT, 1 - 0.45 / height, chart.title, fontsize=TITLE, color=ink.text, weight="bold", va="center", parse_math=False)
    for place, note in enumerate((f"│ {chart.mark} %, what the whole exam takes; hatched: below it", "Number: its questions in the exam")):
        made.text(_LEFT, 1 - (0.88 + 0.32 * place) / height, note, fontsize=SMALL, color=ink.text, va="center")
    top = height - _HEAD
    for part, draw in parts:
        axes = made.add_axes((_LEFT, (top - part) / height, _RIGHT - _LEFT, part / height))
        axes.axis("off")
        axes.set_xlim(0, 100)
        axes.set_ylim(part, 0)  # inches from the top of the part
        draw(axes, chart, ink)
        top -= part
    return made


def _name(axes: Axes, text: str, ink: Ink) -> None:
    axes.text(0, 0.48, text, fontsize=LABEL, color=ink.text, weight="bold", va="center", parse_math=False)


def _areas(axes: Axes, chart: ProgressChart, ink: Ink) -> None:
    width = 100 - _BAR - 15
    for row, (bar, weight) in enumerate(chart.areas):
        middle = (row + 0.5) * _AREA
        reached = bar.percent >= chart.mark
        axes.text(0, middle, bar.label, fontsize=SMALL, color=ink.text, va="center", parse_math=False)
        axes.text(_BAR - 2, middle, str(weight), fontsize=SMALL, color=ink.text, va="center", ha="right")
        axes.add_patch(Rectangle((_BAR, middle - 0.14), width, 0.28, facecolor=ink.track, linewidth=0))
        share = Rectangle((_BAR, middle - 0.14), width * bar.percent / 100, 0.28, linewidth=0)
        share.set(facecolor=ink.above if reached else ink.below, edgecolor=ink.paper, hatch=None if reached else "//")
        axes.add_patch(share)
        mark = _BAR + width * chart.mark / 100
        axes.plot((mark, mark), (middle - 0.18, middle + 0.18), color=ink.mark, linewidth=2.5, solid_capstyle="butt")
        axes.text(101, middle, f"{bar.part} of {bar.whole}", fontsize=SMALL, color=ink.text, va="center", ha="right")


def _days(axes: Axes, chart: ProgressChart, ink: Ink) -> None:
    _name(axes, f"Last {len(chart.days)} days: answers, hatched: wrong ones", ink)
    most = max(1, *(day.whole for day in chart.days))
    base, tall, step = _NAME + _DAYS - 0.40, _DAYS - 0.75, 100 / len(chart.days)
    axes.plot((0, 100), (base, base), color=ink.text, linewidth=1)
    for place, day in enumerate(chart.days):
        right, whole = tall * day.part / most, tall * day.whole / most
        left = place * step + 0.12 * step
        axes.add_patch(Rectangle((left, base - right), 0.76 * step, right, facecolor=ink.above, linewidth=0))
        wrong = Rectangle((left, base - whole), 0.76 * step, whole - right, facecolor=ink.below, linewidth=0)
        wrong.set(edgecolor=ink.paper, hatch="//")
        axes.add_patch(wrong)
        if place % 7 == (len(chart.days) - 1) % 7:
            side = _within(place, chart.days)
            axes.text((place + 0.5) * step, base + 0.20, day.label, fontsize=SMALL, color=ink.text, va="center", ha=side)
    peak = max(range(len(chart.days)), key=lambda place: chart.days[place].whole)
    if chart.days[peak].whole:
        axes.text((peak + 0.5) * step, base - tall - 0.16, str(most), fontsize=SMALL, color=ink.text, va="center", ha="center")


def _within(place: int, days: tuple[object, ...]) -> str:
    """Keep a label within the picture."""
    return "right" if place > len(days) - 3 else "left" if place < 2 else "center"


def _weeks(axes: Axes, chart: ProgressChart, ink: Ink) -> None:
    _name(axes, "Calendar:  ✓ done  ·  none  – day off  F freeze  ○ open", ink)
    for column, letters in enumerate(("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")):
        axes.text(26 + 11 * column, _NAME + 0.2, letters, fontsize=SMALL, color=ink.text, va="center", ha="center")
    for row, (monday, signs) in enumerate(chart.weeks, 1):
        middle = _NAME + (row + 0.5) * _WEEK
        axes.text(0, middle, monday, fontsize=SMALL, color=ink.text, va="center")
        for column, sign in enumerate(signs):
            done = sign == "✓"
            if sign.strip():
                face = ink.above if done else ink.track
                axes.add_patch(Rectangle((21.5 + 11 * column, middle - 0.17), 9, 0.34, facecolor=face, linewidth=0))
            # Our letters have no snowflake.
            shown = "F" if sign == "❄" else sign
            axes.text(26 + 11 * column, middle, shown, fontsize=SMALL, color=ink.paper if done else ink.text, va="center", ha="center")


def _reviews(axes: Axes, chart: ProgressChart, ink: Ink) -> None:
    _name(axes, "Reviews to come", ink)
    most = max(1, *(count for _label, count in chart.reviews))
    base, tall, step = _NAME + _REVIEWS - 0.40, _REVIEWS - 0.75, 100 / len(chart.reviews)
    axes.plot((0, 100), (base, base), color=ink.text, linewidth=1)
    for place, (label, count) in enumerate(chart.reviews):
        high = tall * count / most
        axes.add_patch(Rectangle(((place + 0.12) * step, base - high), 0.76 * step, high, facecolor=ink.above, linewidth=0))
        middle = (place + 0.5) * step
        axes.text(middle, base - high - 0.16, str(count), fontsize=SMALL, color=ink.text, va="center", ha="center")
        axes.text(middle, base + 0.20, label, fontsize=SMALL, color=ink.text, va="center", ha="center")
