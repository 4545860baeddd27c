"""What a text means: who handles it, and with which words.

Text is understood in this order, the first that fits wins:

 1. patient data: refused, not kept, not repeated
 2. an emergency: the right number to call
 3. a command: ``/code E11.21``, which is also what every button says
 4. in the middle of a mock exam, what is said there: a letter, "skip", "flag", "37", "time left", "hand in"; else
    a letter, a number or the words of an option: an answer to the open question, the one shown last in that chat
 5. something that is a code
 6. what follows an answer and means nothing without it: "why?", "source?", "and for the CCS?"
 7. a phrase that means a command: "quiz me on modifiers", "another one"
 8. what is not given: exam dumps, fraud, medical and legal advice
 9. the FAQ, where it is sure
10. a search of the code sets, where every word fits and the text does not read like none of our business
11. an honest "I don't know", with the nearest topics

In a room only commands are answered; people talk to one another there. ``/ask words`` is how a platform hands over
what was said to the tutor there without a command, such as in reply to a message of its own.
"""

from bot import guard
from bot.chat import Choice, Reply, literal
from bot.commands import BY_NAME, Handler, Where
from bot.matching import nearest_word
from bot.phrases import as_command
from bot.store import rounds
from bot.talk import assist, cptbook, drill, examwords, faq, letters, lookup, quiz, review
from bot.talk import round as rounds_talk
from bot.talk.followup import followed_up
from bot.talk.spot import day_in, spot
from bot.turn import Turn

WAYS = (Choice("Today's question", "/daily"), Choice("What can you do?", "/help"))
"""What is offered where nothing was understood."""


def understand(turn: Turn, text: str) -> tuple[Handler, str]:
    """Find who handles a text, and with which words. The order is that of the module's docstring, from 3 on."""
    if not text:
        return _says("I read only text, and there is none in that. Ask me something, or take a question.", WAYS), ""
    if text.startswith("/"):
        return _command(turn, text)
    alone = turn.sender.room is None  # open questions, and what is said about them, are nobody else's business
    sitting = examwords.understood(turn, text) if alone else None
    if sitting is not None:
        return sitting
    answered = letters.option(turn, text) if alone else None
    if answered is not None:
        return answered, text
    asked, _day = day_in(text, turn.today)
    if spot(asked, turn.codebook, turn.today) or cptbook.find(turn, text):
        return lookup.code, text
    if alone and (told := followed_up(turn, text)) is not None:
        return (lambda _turn: told), text
    phrase = as_command(text, turn.library) if alone else None
    if phrase is not None:
        return _phrase(turn, phrase)
    if (kind := guard.refusal(text)) is not None:
        return _given(assist.refused(kind)), text
    if assist.is_thanks(text):
        return _given(assist.THANKED), text
    ranked = turn.rank(text)
    if ranked.sure:
        return _given(faq.answer(turn, turn.library.topics[ranked.best[0][0]], ranked.best)), text
    results = None if ranked.foreign else lookup.found(turn, text)
    if results is None:
        return (lambda told: [faq.unknown(told, ranked)]), text
    return _given(results), text


def _command(turn: Turn, text: str) -> tuple[Handler, str]:
    name, words = ([*text[1:].split(maxsplit=1), "", ""])[:2]  # a line break parts them as well as a blank
    name = name.partition("@")[0].lower()
    command = BY_NAME.get(name)
    if command is None or (command.admins and not turn.is_admin):
        near = nearest_word(name, [one.name for one in turn.commands if not one.hidden], cutoff=60)
        choices = (Choice(f"/{near}", f"/{near}"),) if near else ()
        return _says(f"I don't know /{literal(name, 20)}. /help lists what I know.", (*choices, Choice("Help", "/help"))), ""
    if name == "ask":
        return understand(turn, words.strip(" /"))
    if turn.sender.room is not None and command.where is Where.PRIVATE:
        return _says(f"/{command.name} works in a private chat with me: open one and send it there.", private=True), ""
    return command.handler, words.strip()


def _phrase(turn: Turn, phrase: str) -> tuple[Handler, str]:
    if phrase.startswith("/explain"):
        told = rounds_talk.explain_last(turn)
        return (lambda _turn: told, "") if told else (faq.faq, "explain_answer")
    if phrase.startswith("/again"):
        last = rounds.last_shown(turn.desk.read, turn.learner.id) if turn.learner.id else None
        if last and last.kind == "review":
            return review.review, ""
        if last and (last.area or "").startswith(drill.PREFIX):
            return drill.again, last.area or ""
        level = phrase.removeprefix("/again").strip()
        return quiz.quiz, f"{(last.area if last and last.area else '')} {level}".strip()
    return _command(turn, phrase)


def _says(text: str, choices: tuple[Choice, ...] = (), *, private: bool = False) -> Handler:
    return _given(Reply(text, choices, private=private))


def _given(reply: Reply) -> Handler:
    return lambda _turn: [reply]
