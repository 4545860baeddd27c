"""Answers to what people ask about training, the exam and the work, each with its source and the date it was checked."""

import re

from bot.chat import Choice, Reply
from bot.library.topic import Topic
from bot.matching import Ranked
from bot.store import searches, unanswered
from bot.turn import Turn

_GROUPS = {
    "exam": "The exam",
    "books": "Books and exam day",
    "study": "Studying",
    "eligibility": "Who may sit it, and keeping it",
    "credentials": "Which credential",
    "training": "Training and money",
    "career": "Work and pay",
    "codesets": "The code sets",
    "diagnosis": "Diagnoses (ICD-10-CM)",
    "coding": "Modifiers, visits, bundling",
    "sections": "CPT section by section",
    "payers": "Supplies, Medicare, law",
    "about": "About this tutor",
}
_BUTTONS = 4
_COUNTED = 120
_MOST_ASKED = ("exam_pass_score", "train_duration", "elig_no_training")
_DOUBT = {"medium": "Sources are partly old or second-hand; check the official page.", "low": "Sources are thin; take it as a hint."}


def faq(turn: Turn) -> list[Reply]:
    """Answer ``/faq TOPIC``, ``/faq TOPIC more``, ``/faq words``, or list the groups of topics."""
    typed = turn.words.strip()
    if not typed:
        return [_contents(turn)]
    name, _, rest = typed.partition(" ")
    if name in turn.library.topics and rest.strip() in ("", "more"):
        return [answer(turn, turn.library.topics[name], (), whole=bool(rest))]
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
    return Reply(f"**{_GROUPS[name]}**: {len(topics)} answers", tuple(_choice(topic) for topic in topics))


def _choice(topic: Topic) -> Choice:
    return Choice(topic.title, f"/faq {topic.id}")


def answer(turn: Turn, topic: Topic, best: tuple[tuple[str, float], ...], *, whole: bool = False) -> Reply:
    """Answer with a topic, briefly or the ``whole`` of it; where sources differ, how old it is and its source stand below.

    Beside what is related, the button "More" and the topic that the question came nearly as close to.
    """
    lines = [f"**{topic.title}**\n{topic.more}" if whole else topic.answer, *_standing(turn, topic)]
    more = () if whole else (Choice("More", f"/faq {topic.id} more"),)
    nearly = [name for name, score in best[1:2] if score >= 0.5]  # as sure as an answer
    others = [name for name in dict.fromkeys([*nearly, *topic.related]) if name != topic.id]
    choices = (*more, *(_choice(turn.library.topics[name]) for name in others))[:_BUTTONS]
    _note(turn, topic)
    facts = {"topics": [list(pair) for pair in best or ((topic.id, 1.0),)]}
    return Reply("\n".join(lines), choices, about=(f"faq/{topic.id}",), facts=facts)


def source(turn: Turn, topic: Topic) -> Reply:
    """Say where an answer comes from, and how sure that is."""
    lines = [f"**{topic.title}**", *_standing(turn, topic)]
    if topic.confidence == "high":
        lines.append("An official text, or independent sources that agree.")
    choices = (Choice("The answer", f"/faq {topic.id}"), Choice("More", f"/faq {topic.id} more"))
    return Reply("\n".join(lines), choices, about=(f"faq/{topic.id}",), facts={"topics": [[topic.id, 1.0]]})


def _standing(turn: Turn, topic: Topic) -> list[str]:
    """Say what an answer stands on: where sources differ, whether it is past its date, source, doubt, address."""
    lines = [f"Sources disagree: {topic.disagree}"] if topic.disagree else []
    if turn.today >= topic.expires:
        lines.append(f"**Past its date**: to be checked again by {topic.expires:%B %Y}. Look at the official page before you rely on it.")
    lines.append(f"Source: {topic.source}, checked {topic.checked:%B %Y}")
    if topic.confidence in _DOUBT and not topic.disagree:
        lines.append(_DOUBT[topic.confidence])
    return [*lines, topic.url] if topic.url else lines


def _note(turn: Turn, topic: Topic) -> None:
    """Note what was read last, so that "why?" is understood; in a room nobody in particular read it."""
    if turn.sender.room is None:
        searches.keep(turn.desk.write, turn.enrolled(), "", (f"faq/{topic.id}",), turn.now)


def unknown(turn: Turn, ranked: Ranked) -> Reply:
    """Say honestly that there is no answer, and offer the nearest topics, or the most asked where none is near.

    The words are counted for the operator: those alone that stand in our own topics, so no name and no number is kept.
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
