"""`tutor admin …`: reports, questions without an answer, the outbox, and a person's data where they ask for it."""

from typing import Annotated

import typer

from adapters.workshop import BadInputError, Url, real_now, store

admin_app = typer.Typer(help="Reports, questions without an answer, the outbox, a person's data.", no_args_is_help=True)


@admin_app.command(name="list")
def admin_list(
    name: Annotated[str, typer.Argument(help="reports, unanswered or outbox")],
    database: Url = None,
) -> None:
    """Show what was reported, what had no answer, or what did not go out."""
    from bot.talk.admin import LISTS

    if name not in LISTS:
        raise BadInputError(f"{name} is no list; one of {', '.join(LISTS)}")
    with store(database).reading() as connection:
        typer.echo(LISTS[name](connection).replace("**", ""))


@admin_app.command(name="resend")
def admin_resend(
    number: Annotated[int, typer.Argument(help="The number that `tutor admin list outbox` shows.")], database: Url = None
) -> None:
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
