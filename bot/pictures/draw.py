"""Draw what a chart describes, as a PNG for a phone. Matplotlib has its home here and is loaded when it is first needed."""

from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from threading import Lock

from bot.chat import Picture, Reply
from bot.pictures.chart import BarChart

_DPI = 100
_WIDTH, _ROW, _HEAD, _FOOT = 9.0, 0.64, 1.25, 0.35
"""Inches: a phone shows the picture about a third as wide, so that the smallest letters come out as those of a chat."""

_TITLE, _LABEL, _SMALL = 24, 19, 16


@dataclass(frozen=True, slots=True)
class _Ink:
    paper: str
    text: str
    track: str
    above: str
    below: str
    mark: str


_LIGHT = _Ink("#ffffff", "#1b1f23", "#e6e9ec", "#1d7a6d", "#c2571a", "#1b1f23")
_DARK = _Ink("#17191c", "#f0f2f4", "#33383d", "#4cc0ae", "#f0904f", "#f0f2f4")

_one_at_a_time = Lock()
"""Figures of their own share fonts that are not made for several threads."""


def drawn(reply: Reply) -> Reply:
    """Give a reply the picture that its chart describes; any other stays as it is. Takes a moment: never within a transaction."""
    if reply.chart is None:
        return reply
    return replace(reply, picture=Picture(reply.chart.alt, "image/png", draw(reply.chart)), chart=None)


@lru_cache(maxsize=32)
def draw(chart: BarChart) -> bytes:
    """Draw a chart; returns a PNG, 900 pixels wide and as high as its bars need.

    What has not reached the mark is hatched, so that nothing is said by colour alone.
    """
    with _one_at_a_time:
        return _png(chart)


def _png(chart: BarChart) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    ink = _DARK if chart.dark else _LIGHT
    height = _HEAD + _ROW * len(chart.bars) + _FOOT
    figure = Figure(figsize=(_WIDTH, height), dpi=_DPI, facecolor=ink.paper)
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0.04, _FOOT / height, 0.80, 1 - (_HEAD + _FOOT) / height))
    axes.set_xlim(0, 100)
    axes.set_ylim(len(chart.bars), 0)  # the first at the top
    axes.axis("off")
    for row, bar in enumerate(chart.bars):
        reached = bar.percent >= chart.mark
        axes.text(0, row + 0.40, bar.label, fontsize=_LABEL, color=ink.text, va="bottom", ha="left", parse_math=False)
        axes.text(102, row + 0.61, f"{bar.part} of {bar.whole}", fontsize=_LABEL, color=ink.text, va="center", ha="left")
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
        0.04, 1 - 0.50 / height, chart.title, fontsize=_TITLE, color=ink.text, weight="bold", va="center", ha="left", parse_math=False
    )
    note = f"│ {chart.mark_name}; hatched: below it"
    figure.text(0.04, 1 - 0.95 / height, note, fontsize=_SMALL, color=ink.text, va="center", ha="left", parse_math=False)
    out = BytesIO()
    figure.savefig(out, format="png", facecolor=ink.paper, metadata={"Software": None})
    return out.getvalue()
