"""Reminders of continuing education: some days before a period ends, to those who still need units in it."""

from datetime import datetime, timedelta

from bot.chat import as_row
from bot.learning.calendar import instant, local_day
from bot.learning.ceu import HUNDREDTHS, REMINDERS, counted, needed, next_reminder, period
from bot.store import learners, posts, units
from bot.store.database import Database
from bot.store.posts import Lane
from bot.talk.ceu import entries, reminder

BATCH = 500
_OF_USE = timedelta(days=5)


def plan(database: Database, now: datetime) -> int:
    """Plan one batch of what is due in one transaction; returns with how many learners it dealt.

    Each record is looked at on the days of :data:`REMINDERS` and when a period begins, at the learner's hour. Who has what they need,
    or has paused everything, is left in peace; a look that comes late says the days that are left then.
    """
    with database.writing() as writing:
        batch = units.due(writing, now, BATCH)
        if not batch:
            return 0
        numbers = [one.learner_id for one in batch]
        logs, addresses = units.sums(writing, numbers), learners.addresses(writing, numbers)
        for one in batch:
            who = learners.get(writing, one.learner_id)
            today = local_day(now, who.zone)
            within = period(one.since, one.due_on, today)
            have, need = counted(entries(logs.get(one.learner_id, [])), within), needed(one.credentials)
            days = (within.last - today).days
            paused = who.paused_until is not None and who.paused_until > today
            at = instant(next_reminder(within, today), who.push_minute, who.zone)
            units.wake(writing, one.learner_id, at if one.reminders else None)
            wanted = one.reminders and not paused and have < need * HUNDREDTHS and days <= max(REMINDERS)
            if wanted and one.learner_id in addresses:
                key = f"ceu:{one.learner_id}:{today}"
                row = as_row(reminder(have, need, within, days))
                posts.add(writing, key, one.learner_id, *addresses[one.learner_id], row, now, now + _OF_USE, lane=Lane.NEWS)
    return len(batch)
