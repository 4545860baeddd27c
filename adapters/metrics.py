"""What operators watch: counts and times, by platform and kind; never by person, and never a word of what was said."""

from collections.abc import Mapping, Sequence

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
showing = Histogram(
    "tutor_shown_seconds",
    "Time from a message's arrival until its answer was shown.",
    ["platform"],
    registry=registry,
    buckets=(0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60),
)
errors = Counter(
    "tutor_errors",
    "Errors that were logged, by what was being done: each is a bug or a fault of the installation.",
    ["action"],
    registry=registry,
)
pushes = Counter("tutor_pushes", "Posts, by what became of them.", ["platform", "state"], registry=registry)
lateness = Histogram(
    "tutor_push_lateness_seconds",
    "Time from when a post was due until it was out.",
    ["platform"],
    registry=registry,
    buckets=(0.5, 1, 5, 15, 60, 300, 900, 3600, 14400),
)
outbox = Gauge("tutor_outbox", "Posts in each state that is not final, and those held or dead.", ["state"], registry=registry)
oldest = Gauge("tutor_outbox_oldest_pending_seconds", "For how long the oldest waiting post has been due.", registry=registry)
beat = Gauge("tutor_last_tick_timestamp_seconds", "When what is due was last looked at.", registry=registry)
failures = Counter("tutor_delivery_failures", "Requests that a platform refused or did not take.", ["platform", "what"], registry=registry)
waits = Counter("tutor_rate_limit_wait_seconds", "Time spent waiting for a platform's limits.", ["platform"], registry=registry)
up = Gauge("tutor_platform_up", "Whether a platform is connected.", ["platform"], registry=registry)

_KINDS = frozenset("faq code modifier question drill case daily guard unknown".split())


def answered(platform: str, replies: Sequence[Reply]) -> None:
    """Count an answer under the kind of the first thing that it is about."""
    first = next((about for reply in replies for about in reply.about), "other").partition("/")[0]
    answers.labels(platform, first if first in _KINDS else "other").inc()


def look_at(states: Mapping[str, int], late: float) -> None:
    """Take down how the outbox stands; ``late`` is for how many seconds the oldest waiting post has been due."""
    for state in ("pending", "sending", "held", "dead"):
        outbox.labels(state).set(states.get(state, 0))
    oldest.set(late)


def page() -> bytes:
    """Write all figures in the text format of Prometheus."""
    return generate_latest(registry)
