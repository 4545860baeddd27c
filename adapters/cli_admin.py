"""`tutor admin …`: reports, questions without an answer, the outbox, and a person's data where they ask for it."""

from typing import Annotated

import typer

from adapters.workshop import BadInputError, Url, real_now, store

admin_app = typer.Typer(help="Reports, questions without an answer, the outbox, a person's data.", no_args_is_help=True)


def _show(name: str, database: str | None) -> None:
    from bot.talk.admin import LISTS

    with store(database).reading() as connection:
        typer.echo(LISTS[name](connection).replace("**", ""))


@admin_app.command(name="reports")
def admin_reports(database: Url = None) -> None:
    """Show which questions were reported, and why."""
    _show("reports", database)


@admin_app.command(name="unanswered")
def admin_unanswered(database: Url = None) -> None:
    """Show what people asked that had no answer."""
    _show("unanswered", database)


@admin_app.command(name="outbox")
def admin_outbox(database: Url = None) -> None:
    """Show what waits, what is held and what did not go out."""
    _show("outbox", database)


@admin_app.command(name="names")
def admin_names(
    database: Url = None,
    rename: Annotated[int | None, typer.Option(help="Take the name of that number down for a made-up one.")] = None,
) -> None:
    """Show which names on the boards were reported."""
    from random import SystemRandom

    from bot.learning.alias import alias, draw
    from bot.store import boards

    if rename is not None:
        with store(database).writing() as connection:
            if not boards.rename(connection, rename, alias(draw(SystemRandom()))):
                raise BadInputError(f"nobody on the boards has the number {rename}")
    _show("names", database)


@admin_app.command(name="items")
def admin_items(
    database: Url = None,
    most: Annotated[int, typer.Option(help="How many to show, the worst first.")] = 30,
    release: Annotated[str | None, typer.Option(help="Ask a question again that was set aside.")] = None,
    aside: Annotated[str | None, typer.Option(help="Set a question aside by hand.")] = None,
) -> None:
    """Show how questions do in use: facility, point-biserial, options that nobody takes, median time."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from adapters.workshop import library
    from bot.library.question import LETTERS
    from bot.push.items import in_use
    from bot.store import items

    kept, shelf = store(database), library()
    if aside is not None and aside not in shelf.questions:
        raise BadInputError(f"{aside} is no question of the bank")
    with kept.writing() as connection:
        if release is not None and not items.let_back_in(connection, release):
            raise BadInputError(f"{release} is not set aside")
        if aside is not None:
            items.put_aside_by_hand(connection, aside, real_now())
        why = items.set_aside(connection)
    found = sorted(in_use(kept, shelf), key=lambda one: (one.discrimination if one.discrimination is not None else 1.0, one.facility))
    headings = ("question", "answers", "facility", "point-biserial", "dead options", "median seconds", "set aside")
    table = Table(*headings, box=SIMPLE_HEAD, padding=0)
    for one in found[:most]:
        correlation = f"{one.discrimination:.2f}" if one.discrimination is not None else ""
        dead = " ".join(LETTERS[option] for option in one.dead)
        seconds = f"{one.seconds:.0f}" if one.seconds is not None else ""
        table.add_row(one.question, str(one.answers), f"{one.facility:.0%}", correlation, dead, seconds, why.get(one.question, ""))
    Console().print(table)
    for question, reason in why.items():
        typer.echo(f"set aside: {question}: {reason}")


@admin_app.command(name="broadcast")
def admin_broadcast(
    text: Annotated[str, typer.Argument(help="What everybody shall read; **strong** and `code` are understood.")],
    database: Url = None,
    platform: Annotated[str | None, typer.Option(help="Only on telegram, or only on discord.")] = None,
    send: Annotated[bool, typer.Option("--send", help="Send it; without this it is only shown.")] = False,
) -> None:
    """Say something to everybody, outside their quiet hours; shows first to whom, and how."""
    from bot.store import broadcasts
    from bot.talk.admin import broadcast_words

    if platform not in (None, "telegram", "discord"):
        raise BadInputError(f"{platform} is no platform; telegram or discord")
    try:
        reply = broadcast_words(text)
    except ValueError as error:
        raise BadInputError(str(error)) from error
    now = real_now()
    with store(database).writing() as connection:
        count = broadcasts.count_readers(connection, platform)
        if send:
            broadcasts.send(connection, broadcasts.draft(connection, text, platform, now), now)
    typer.echo(reply.text)
    typer.echo(f"[{'] ['.join(choice.label for choice in reply.choices)}]")
    typer.echo(f"On its way to {count}." if send else f"It would go to {count}. Send it with --send.")


@admin_app.command(name="resend")
def admin_resend(number: Annotated[int, typer.Argument(help="The number that `tutor admin outbox` shows.")], database: Url = None) -> None:
    """Let a post go out that is held or dead."""
    from datetime import timedelta

    from bot.store import posts

    now = real_now()
    with store(database).writing() as connection:
        if not posts.resend(connection, number, now, now + timedelta(hours=6)):
            raise BadInputError(f"no held or dead post has the number {number}")
    typer.echo("It goes out with the next round.")


@admin_app.command(name="person")
def admin_person(
    platform: Annotated[str, typer.Argument(help="telegram, discord or console")],
    user: Annotated[str, typer.Argument(help="Their id on that platform.")],
    database: Url = None,
    forget: Annotated[bool, typer.Option("--forget", help="Delete everything instead.")] = False,
) -> None:
    """Write out everything that is kept about a person, as JSON, where they ask for it; or delete it."""
    from bot.store import learners
    from bot.talk.mydata import as_json

    kept = store(database)
    with kept.reading() as connection:
        learner = learners.find(connection, platform, user)
        if learner is None or learner.id is None:
            raise BadInputError(f"nothing is kept about {platform}:{user}")
        found = learners.everything(connection, learner.id)
    if forget:
        with kept.writing() as connection:
            learners.forget(connection, learner.id)
        typer.echo("Deleted.")
    else:
        typer.echo(as_json(found, real_now()))
