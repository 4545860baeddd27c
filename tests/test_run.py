"""The real `tutor run`, a process of its own, between a Telegram and a Discord of our own."""

import asyncio
import socket

import aiohttp
import pytest

from tests.soak.town import Town
from tests.telegram_world import on_sqlite

pytestmark = on_sqlite
WRONG = "999:" + "x" * 35


@pytest.fixture
async def town(database, cache, codebook, tmp_path):
    async with Town(database.url.render_as_string(hide_password=False), cache, 1, tmp_path / "log") as town:
        yield town


def free_port() -> str:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])


async def test_a_wrong_token_leaves_the_other_platform_running(town):
    port = free_port()
    await town.start(TELEGRAM_BOT_TOKEN=WRONG, PORT=port)
    await town.discord.until(lambda: bool(town.discord.commands) and town.discord.connected, 30)
    asked = await town.discord.calls_command("ana", "code", {"words": "E11.21"})
    await town.discord.until(lambda: asked.answered is not None, 30)
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as browser:
        pages = {}
        for path in ("/healthz", "/readyz", "/metrics"):
            async with browser.get(path) as answer:
                pages[path] = answer.status, await answer.text()
    assert (pages["/healthz"], pages["/readyz"]) == ((200, "ok\n"), (200, "ready\n"))
    for line in ('tutor_platform_up{platform="discord"} 1.0', 'tutor_answers_total{kind="code",platform="discord"} 1.0'):
        assert line in pages["/metrics"][1]
    await town.stop()
    assert town.faults == []
    said = town.log.read_text()
    assert "telegram: Telegram does not accept the token; copy it anew from @BotFather to TELEGRAM_BOT_TOKEN.\n" in said
    assert "discord has started.\n" in said
    assert WRONG not in said
    assert "Traceback" not in said


async def test_no_right_token_at_all_ends_with_a_sentence_each(town):
    await town.start(TELEGRAM_BOT_TOKEN=WRONG, DISCORD_BOT_TOKEN="a.wrong.one")
    assert await asyncio.wait_for(town.process.wait(), 60) == 1
    said = [line for line in town.log.read_text().splitlines() if not line.startswith("{")]
    assert [line.partition(":")[0] for line in sorted(said)] == ["discord", "telegram"]


async def test_told_to_end_it_lets_a_running_answer_out(town):
    """On both platforms at once; then the next process has nothing left to do."""
    await town.start()
    while town.calm_since is None:
        await asyncio.sleep(0.05)
    town.telegram.push({"message": town.telegram.message("ana", "ana", {"text": "/quiz 3"})})
    asked = await town.discord.calls_command("ben", "quiz")
    await town.telegram.until(lambda: not town.telegram.waiting, 30)
    await town.stop()
    assert town.faults == []
    assert "Question 1 of 3" in town.telegram.sees("ana")[-1].text
    assert asked.answered is None or "Question 1 of 5" in town.discord.sees(town.discord.dm("ben"))[-1]
    assert town.logged() == []
