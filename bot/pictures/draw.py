"""Draw what a chart describes, as a PNG for a phone. Matplotlib has its home here and is loaded when it is first needed."""

from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from bot.chat import Picture, Reply
from bot.pictures.chart import BarChart, Chart, ProgressChart
from bot.pictures.ink import DARK, DPI, LABEL, LIGHT, SMALL, TITLE, WIDTH

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_ROW, _HEAD, _FOOT = 0.64, 1.25, 0.35
"""Inches."""

_one_at_a_time = Lock()
"""Figures of their own share fonts that are not made for several threads."""


def drawn(reply: Reply) -> Reply:
    """Give a reply the picture that its chart describes; any other stays as it is. Takes a moment: never within a transaction."""
    if reply.chart is None:
        return reply
    return replace(reply, picture=Picture(reply.chart.alt, "image/png", draw(reply.chart)), chart=None)


@lru_cache(maxsize=32)
def draw(chart: Chart) -> bytes:
    """Draw a chart; returns a PNG, 900 pixels wide and as high as what it shows needs.

    What has not reached the mark is hatched, so that nothing is said by colour alone.
    """
    with _one_at_a_time:
        return _png(chart)


def _png(chart: Chart) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    from bot.pictures import board

    figure = board.figure(chart) if isinstance(chart, ProgressChart) else _bars(chart)
    FigureCanvasAgg(figure)
    out = BytesIO()
    figure.savefig(out, format="png", facecolor=figure.get_facecolor(), metadata={"Software": None})
    return out.getvalue()


def _bars(chart: BarChart) -> "Figure":
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    ink = DARK if chart.dark else LIGHT
    height = _HEAD + _ROW * len(chart.bars) + _FOOT
    figure = Figure(figsize=(WIDTH, height), dpi=DPI, facecolor=ink.paper)
    axes = figure.add_axes((0.04, _FOOT / height, 0.80, 1 - (_HEAD + _FOOT) / height))
    axes.set_xlim(0, 100)
    axes.set_ylim(len(chart.bars), 0)  # the first at the top
    axes.axis("off")
    for row, bar in enumerate(chart.bars):
        reached = bar.percent >= chart.mark
        axes.text(0, row + 0.40, bar.label, fontsize=LABEL, color=ink.text, va="bottom", ha="left", parse_math=False)
        axes.text(102, row + 0.61, f"{bar.part} of {bar.whole}", fontsize=LABEL, color=ink.text, va="center", ha="left")
        axes.add_patch(Rectangle((0, row + 0.46), 100, 0.30, facecolor=ink.track, linewidth=0))
        axes.add_patch(
            Rectangle(
                (0, row + 0.46),
                bar.percent,
                0.30,
                facecolor=ink.above if reached else ink.below,
                edgecolor=ink.paper,
                hatch=None if reached else "//",
                linewidth=0,
            )
        )
        axes.plot((chart.mark, chart.mark), (row + 0.42, row + 0.80), color=ink.mark, linewidth=2.5, solid_capstyle="butt")
    figure.text(
        0.04, 1 - 0.50 / height, chart.title, fontsize=TITLE, color=ink.text, weight="bold", va="center", ha="left", parse_math=False
    )
    note = f"│ {chart.mark_name}; hatched: below it"
    figure.text(0.04, 1 - 0.95 / height, note, fontsize=SMALL, color=ink.text, va="center", ha="left", parse_math=False)
    return figure
