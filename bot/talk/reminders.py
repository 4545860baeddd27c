"""What is said unasked: the evening reminder, the countdown to the exam, the farewell."""

from bot.chat import Choice, Reply

_LATER = Choice("Later", "/snooze 60")
_STOP = Choice("Stop reminders", "/stop reminders")


def evening(streak: int) -> Reply:
    """Remind somebody in the evening that today's question is open."""
    days = f"your {streak}-day streak goes on with it" if streak > 1 else "it takes a minute"
    return Reply(f"Today's question is still open; {days}.", (Choice("Today's question", "/daily"), _LATER, _STOP), about=("reminder",))


_MONTH = (
    "**30 days to your exam.** Time for whole mock sittings: find out which areas cost you points, and give them most of your hours. "
    "Check that your books are the edition of your exam year."
)
_FORTNIGHT = (
    "**14 days to your exam.** Practise with the clock: 2 minutes 24 seconds a question, books open, and mark in your books what you "
    "had to search for."
)
_WEEK = (
    "**7 days to your exam.** Nothing new from here on: your missed questions, the guidelines at the front of each section, one last "
    "mock exam. Confirm time, place or room, and your identity card."
)
_EVE = (
    "**Your exam is tomorrow.** Lay out books and identity card, then rest. Answer everything: a blank costs as much as a wrong "
    "answer. You can miss 30 of the 100 and pass."
)
_COUNTDOWN = {
    30: (_MONTH, (Choice("A mock exam", "/exam"), Choice("Where I stand", "/progress"), Choice("Five questions", "/quiz"))),
    14: (_FORTNIGHT, (Choice("Ten questions", "/quiz 10"), Choice("Where I stand", "/progress"))),
    7: (_WEEK, (Choice("A mock exam", "/exam"), Choice("Ten questions", "/quiz 10"), Choice("What to bring", "/faq exam_online_rules"))),
    1: (_EVE, (Choice("One easy question", "/quiz 1 easy"), Choice("Time in the exam", "/faq exam_time_management"))),
}


def countdown(days: int) -> Reply:
    """Say how many days are left, and what to do with them."""
    text, choices = _COUNTDOWN[days]
    return Reply(text, (*choices, _LATER, _STOP), about=(f"countdown/{days}",))


FAREWELL = Reply(
    "You have not been here for a month, so I stop sending questions. Everything you did is kept; write to me whenever you like, and "
    "we go on where you were.",
    (Choice("One question now", "/daily"), Choice("Stop for good", "/stop"), Choice("Forget me", "/forget")),
    about=("farewell",),
)
