"""What operators watch: counts and times, by platform and kind; never by person, and never a word of what was said."""

from collections.abc import Sequence

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.chat import Reply

registry = CollectorRegistry()
updates = Counter("tutor_updates", "Messages and taps that platforms delivered.", ["platform"], registry=registry)
floods = Counter("tutor_floods", "Messages refused because one person sent too many.", ["platform"], registry=registry)
answers = Counter("tutor_answers", "Answers, by what they are about.", ["platform", "kind"], registry=registry)
answering = Histogram(
    "tutor_answer_seconds",
    "Time the engine took for one answer.",
    ["platform"],
    registry=registry,
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
)
pushes = Counter("tutor_pushes", "Posts, by what became of them.", ["platform", "state"], registry=registry)
failures = Counter("tutor_delivery_failures", "Requests that a platform refused or did not take.", ["platform", "what"], registry=registry)
waits = Counter("tutor_rate_limit_wait_seconds", "Time spent waiting for a platform's limits.", ["platform"], registry=registry)
up = Gauge("tutor_platform_up", "Whether a platform is connected.", ["platform"], registry=registry)

_KINDS = frozenset("faq code modifier question drill case daily guard unknown".split())


def answered(platform: str, replies: Sequence[Reply]) -> None:
    """Count an answer under the kind of the first thing that it is about."""
    first = next((about for reply in replies for about in reply.about), "other").partition("/")[0]
    answers.labels(platform, first if first in _KINDS else "other").inc()


def page() -> bytes:
    """Write all figures in the text format of Prometheus."""
    return generate_latest(registry)
