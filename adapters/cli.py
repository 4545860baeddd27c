"""The command line: commands for those who talk, run, teach and look after the tutor."""

import sys
from datetime import UTC, datetime
from typing import Annotated

import typer

from adapters.cli_admin import admin_app
from adapters.cli_codes import codes_app
from adapters.cli_content import content_app
from adapters.cli_database import database_app
from adapters.cli_exchange import exchange_app
from adapters.workshop import (
    NAME,
    BadInputError,
    Url,
    backup_folder,
    data_folder,
    real_now,
    setting,
    token,
    tutor,
)

app = typer.Typer(
    help="A tutor you talk to while you train to become a certified medical coder.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
)
content_app.add_typer(exchange_app)  # without a name: its commands stand beside the others
app.add_typer(content_app, name="content")
app.add_typer(database_app, name="db")
app.add_typer(codes_app, name="codes")
app.add_typer(admin_app, name="admin")

_Debug = Annotated[bool, typer.Option("--debug", help="Show where an error came from.")]


def main() -> None:
    """Run the command line; errors are one clear line, status 2 for bad input, 1 for failure."""
    from bot.codebook.entry import CodeBookError
    from bot.library.load import ContentError
    from bot.store.database import DatabaseError

    try:
        app()
    except BadInputError as error:
        sys.exit(_complain(error, 2))
    except (ContentError, CodeBookError, DatabaseError) as error:
        sys.exit(_complain(error, 1))
    except BrokenPipeError:
        sys.exit(0)
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        # An error's own words may hold what somebody typed, so they are shown on request only.
        sys.exit(_complain(f"{type(error).__name__}; run it again with --debug to see where it came from", 1))


def _complain(error: object, status: int) -> int:
    print(f"tutor: {error}", file=sys.stderr)  # noqa: T201  # the command line speaks on standard error
    return status


@app.callback(invoke_without_command=True)
def run(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False,
    debug: _Debug = False,
) -> None:
    """Start whatever is configured; with no platform, a chat in this terminal."""
    if version:
        from importlib.metadata import version as installed

        typer.echo(f"tutor {installed(NAME)}")
    elif context.invoked_subcommand is None:
        run_all()


@app.command()
def chat(database: Url = None) -> None:
    """Talk in this terminal."""
    from adapters.console import Chat

    Chat(tutor(database, quiet=False), real_now, data_folder()).run()


@app.command(name="run")
def run_all(database: Url = None, debug: _Debug = False) -> None:
    """Start every platform that is configured; with none, a chat in this terminal."""
    if not (token("telegram") or token("discord")):
        typer.echo("No platform is configured: set TELEGRAM_BOT_TOKEN or DISCORD_BOT_TOKEN (see the README). Here is the chat.")
        chat(database)
        return
    _work(database, pages=bool(setting("TELEGRAM_WEBHOOK_URL") or setting("PORT")))


@app.command()
def web(database: Url = None, debug: _Debug = False) -> None:
    """Serve the webhook of Telegram, health and metrics; what comes in is written down for `tutor worker` to answer."""
    _work(database, pages=True, answering=False)


@app.command()
def worker(database: Url = None, debug: _Debug = False) -> None:
    """Answer, push and do what is due, without pages: for where `tutor web` runs beside it."""
    if not (token("telegram") or token("discord")):
        raise BadInputError("no platform is configured; set TELEGRAM_BOT_TOKEN or DISCORD_BOT_TOKEN")
    _work(database, pages=False)


def _work(url: str | None, *, pages: bool, answering: bool = True) -> None:
    """Build what the process needs, and run it until it is told to stop."""
    import asyncio
    import signal

    from adapters.leader import leader
    from adapters.logs import set_up
    from adapters.messenger import Messenger
    from adapters.queue import prepare
    from adapters.reception import Reception
    from adapters.running import Running
    from adapters.web import Pages

    set_up(level=setting("TUTOR_LOG", "INFO"))
    port = setting("PORT", "8080")
    if not port.isdecimal():
        raise BadInputError(f"PORT is {port!r}, which is no number; write 8080")
    engine = tutor(url)
    prepare(engine.database)

    async def main() -> bool:
        reception = Reception(engine, real_now, answering=answering)
        messengers: list[Messenger] = []
        hooks = {}
        webhook_url = setting("TELEGRAM_WEBHOOK_URL") or None
        others: tuple[Messenger, ...] = ()
        if token("telegram") and (answering or webhook_url):  # a process that only serves pages must not poll
            from urllib.parse import urlsplit

            from adapters.telegram import ADDRESS, Telegram

            secret, address = setting("TELEGRAM_WEBHOOK_SECRET") or None, setting("TELEGRAM_API_URL", ADDRESS)
            telegram = Telegram(token("telegram"), reception, real_now, base_url=address, webhook_url=webhook_url, secret=secret)
            messengers.append(telegram)
            if webhook_url and pages:
                hooks[urlsplit(webhook_url).path or "/"] = telegram.webhook
            elif webhook_url:
                others = (telegram,)
        if token("discord") and answering:
            from adapters.discord import Discord

            api, gateway = setting("DISCORD_API_URL") or None, setting("DISCORD_GATEWAY_URL") or None
            messengers.append(Discord(token("discord"), reception, real_now, api=api, gateway=gateway))
        running = Running(
            reception,
            messengers,
            real_now,
            lambda said: typer.echo(said, err=True),
            port=int(port),
            answering=answering,
            others_write=others,
            backups=backup_folder() if engine.database.embedded or setting("TUTOR_BACKUPS") else None,
            leaders={one.platform: leader(engine.database, one.platform, token(one.platform)) for one in messengers} if answering else {},
            shared=answering and not engine.database.embedded,
        )
        running.pages = Pages(reception, hooks, lambda: running.ready) if pages else None
        stop = asyncio.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
        return await running.run(stop)

    if not asyncio.run(main()):
        raise typer.Exit(1)


@app.command()
def ask(text: Annotated[str, typer.Argument(help="A question, a code, words of a diagnosis.")], database: Url = None) -> None:
    """Answer one question and stop."""
    from adapters.messenger import HERE, answer
    from bot.chat import Incoming

    for reply in answer(tutor(database), Incoming(HERE, text, real_now())):
        typer.echo(reply.text.replace("**", "").replace("`", ""))


@app.command()
def pipe(
    database: Url = None,
    now: Annotated[str | None, typer.Option("--now", help="Simulate the clock from this moment, ISO 8601.")] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="Make every shuffle repeatable.")] = None,
) -> None:
    """Speak JSON Lines: one message a line in, replies out."""
    from adapters.pipe import Clock, Pipe

    start = None
    if now is not None:
        try:
            start = datetime.fromisoformat(now)
        except ValueError as error:
            raise BadInputError(f"--now {now} is not a time; write 2026-03-02T12:00:00+00:00") from error
        if start.tzinfo is None:
            raise BadInputError(f"--now {now} has no offset; write 2026-03-02T12:00:00+00:00")
        start = start.astimezone(UTC)
    Pipe(tutor(database, seed), Clock(start, real_now), sys.stdout).run(sys.stdin)


if __name__ == "__main__":
    main()
