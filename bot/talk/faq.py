"""Answers to what people ask about training, the exam and the work, each with its source and the date it was checked."""

import re

from bot.chat import Choice, Reply
from bot.library.topic import Topic
from bot.matching import Ranked
from bot.store import unanswered
from bot.turn import Turn

_GROUPS = {
    "exam": "The exam",
    "eligibility": "Who may sit it, and keeping it",
    "credentials": "Which credential",
    "training": "Training and money",
    "career": "Work and pay",
    "codesets": "The code sets",
    "coding": "How to code",
    "about": "About this tutor",
}
_COUNTED = 120
_MOST_ASKED = ("exam_pass_score", "train_duration", "elig_no_training")
_DOUBT = {"medium": "Sources agree only in part; check the official page.", "low": "Sources are thin; take it as a hint."}


def faq(turn: Turn) -> list[Reply]:
    """Answer ``/faq TOPIC``, ``/faq words``, or list the groups of topics."""
    typed = turn.words.strip()
    if not typed:
        return [_contents(turn)]
    if typed in turn.library.topics:
        return [answer(turn, turn.library.topics[typed], ())]
    if typed in _GROUPS:
        return [_group(turn, typed)]
    ranked = turn.rank(typed)
    if ranked.sure:
        return [answer(turn, turn.library.topics[ranked.best[0][0]], ranked.best)]
    return [unknown(turn, ranked)]


def _contents(turn: Turn) -> Reply:
    groups = dict.fromkeys(topic.group for topic in turn.library.topics.values())
    ordered = [name for name in _GROUPS if name in groups] + [name for name in groups if name not in _GROUPS]
    choices = tuple(Choice(_GROUPS.get(name, name.capitalize()), f"/faq {name}") for name in ordered)
    return Reply(f"Ask in your own words, or pick a group. I have {len(turn.library.topics)} answers, each with its source.", choices)


def _group(turn: Turn, name: str) -> Reply:
    topics = [topic for topic in turn.library.topics.values() if topic.group == name]
    return Reply(f"**{_GROUPS[name]}**", tuple(_choice(topic) for topic in topics))


def _choice(topic: Topic) -> Choice:
    return Choice(topic.title, f"/faq {topic.id}")


def answer(turn: Turn, topic: Topic, best: tuple[tuple[str, float], ...]) -> Reply:
    """Answer with a topic; its source, the date it was checked and what is doubtful stand below."""
    lines = [topic.answer, f"Source: {topic.source}, checked {topic.checked:%B %Y}"]
    if topic.confidence in _DOUBT:
        lines.append(_DOUBT[topic.confidence])
    if topic.url:
        lines.append(topic.url)
    related = tuple(_choice(turn.library.topics[other]) for other in topic.related)
    facts = {"topics": [list(pair) for pair in best or ((topic.id, 1.0),)]}
    return Reply("\n".join(lines), related, about=(f"faq/{topic.id}",), facts=facts)


def unknown(turn: Turn, ranked: Ranked) -> Reply:
    """Say honestly that there is no answer, and offer the nearest topics, or the most asked where none is near.

    The words are counted for the operator: those alone that stand in some wording of ours, so no name and no number is kept.
    """
    known = turn.library.known_words
    words = " ".join(word if word in known else "…" for word in re.findall(r"[^\W_]+", turn.words.lower()))[:_COUNTED]
    if words.strip("… "):
        unanswered.count(turn.desk.write, words, turn.today)
    near = [name for name, score in ranked.best if score >= ranked.offer]
    text = "I don't have an answer to that. I know medical coding, the exams and the code sets."
    text += " Did you mean one of these?" if near else " These are what people ask most:"
    offered = dict.fromkeys([*near, *(name for name in _MOST_ASKED if name in turn.library.topics)])
    choices = tuple(_choice(turn.library.topics[name]) for name in list(offered)[:3])
    return Reply(text, choices, about=("unknown",), facts={"topics": [list(pair) for pair in ranked.best]})
