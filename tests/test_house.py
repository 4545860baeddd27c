"""The dependency rule of the house, read off every import in the tree."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

LAYERS = {
    # module prefix -> what of bot it may import
    "bot.chat": {"bot.pictures.chart"},
    "bot.pictures": {"bot.chat", "bot.pictures"},
    "bot.guard": set(),
    "bot.matching": set(),
    "bot.learning": {"bot.learning"},
    "bot.codebook": {"bot.codebook", "bot.matching"},
    "bot.library": {"bot.library", "bot.codebook", "bot.guard", "bot.matching"},
    "bot.live": {"bot.codebook", "bot.library", "bot.matching", "bot.topics"},
    "bot.topics": {"bot.codebook", "bot.library", "bot.matching"},  # learns from answers, and from what the words of both mean
    "bot.store": {"bot.store"},
    "bot.roomquestions": {"bot.library", "bot.store"},
    "bot.turn": {
        "bot.roomquestions",
        "bot.chat",
        "bot.codebook",
        "bot.learning",
        "bot.library",
        "bot.matching",
        "bot.store",
        "bot.commands",
    },
    "bot.talk": {
        "bot.chat",
        "bot.codebook",
        "bot.guard",
        "bot.learning",
        "bot.library",
        "bot.matching",
        "bot.pictures.chart",
        "bot.roomquestions",
        "bot.store",
        "bot.talk",
        "bot.turn",
    },
    "bot.phrases": {"bot.library", "bot.talk.quiz", "bot.talk.sources"},
    "bot.push": {
        "bot.roomquestions",
        "bot.chat",
        "bot.codebook",
        "bot.learning",
        "bot.library",
        "bot.store",
        "bot.talk",
        "bot.push",
        "bot.turn",
    },
    "bot.commands": {"bot.chat", "bot.talk", "bot.turn"},
    "bot.understanding": {"bot.chat", "bot.commands", "bot.guard", "bot.matching", "bot.phrases", "bot.store", "bot.talk", "bot.turn"},
    "bot.intake": {"bot.chat", "bot.guard", "bot.library", "bot.store", "bot.talk"},
    "bot.outbox": {"bot.learning", "bot.push.kinds", "bot.store"},
    "bot.tutor": {"bot"},
}
HOMES = {
    "rapidfuzz": {"bot.matching"},
    "numpy": {
        "bot.topics",
        "bot.codebook.arrays",
        "bot.codebook.features",
        "bot.codebook.likeness",
        "bot.codebook.mapped",
        "bot.codebook.reading",
        "bot.codebook.slips",
        "bot.codebook.ranking",
        "bot.codebook.search",
    },
    "matplotlib": {"bot.pictures.draw", "bot.pictures.board"},
    "fsrs": {"bot.learning.review"},
    "icalendar": {"bot.talk.calendarfile"},
    "openpyxl": {"bot.codebook.hcpcs"},
    "defusedxml": {"bot.library.exchange.tree"},
    "genanki": {"bot.library.exchange.anki"},
    "alembic": {"bot.store"},
    "sqlalchemy": {
        "bot.store",
        "bot.talk.admin",
        "bot.talk.cards",
        "bot.talk.daily",
        "bot.talk.points",
        "bot.talk.roomshelf",
        "bot.roomquestions",
        "bot.push",
        "adapters.leader",
        "adapters.queue",
    },  # all but the first name the type of the connection they are lent, or ask the server for a lock
    "typer": {
        "adapters.cli",
        "adapters.cli_admin",
        "adapters.cli_codes",
        "adapters.cli_content",
        "adapters.cli_database",
        "adapters.cli_exchange",
        "adapters.workshop",
    },
    "platformdirs": {"adapters.workshop"},
    "prompt_toolkit": {"adapters.console"},
    "rich": {
        "adapters.cli",
        "adapters.cli_admin",
        "adapters.cli_codes",
        "adapters.cli_content",
        "adapters.cli_database",
        "adapters.console",
        "adapters.workshop",
    },
    "structlog": {"adapters.logs"},
    "apscheduler": {"adapters.clock"},
    "procrastinate": {"adapters.queue"},
    "prometheus_client": {"adapters.metrics"},
    "simple_icd_10_cm": set(),
    "psycopg": set(),
}
BANNED_IN_BOT = {"asyncio", "aiohttp", "telegram", "discord", "apscheduler", "socket", "urllib", "http", "time", "os", "adapters"}


def modules():
    for path in [*(ROOT / "bot").rglob("*.py"), *(ROOT / "adapters").rglob("*.py")]:
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        yield pytest.param(name, path, id=name)


def imports(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; write it in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(name: str, prefixes) -> bool:
    return any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes)


@pytest.mark.parametrize(("module", "path"), list(modules()))
def test_a_module_imports_what_its_layer_may(module, path):
    for name in imports(path):
        if module.startswith("bot.") and within(name, ["bot"]):
            layer = max((prefix for prefix in LAYERS if within(module, [prefix])), key=len)
            assert within(name, LAYERS[layer]) or name in LAYERS[layer] or name == "bot.guard", f"{module} may not import {name}"
        if module.startswith("bot"):
            if (module, name.split(".")[0]) == ("bot.codebook.release", "os"):
                continue  # the process number keeps two builders apart
            assert name.split(".")[0] not in BANNED_IN_BOT, f"{module} may not import {name}"
        package = name.split(".")[0]
        if package in HOMES and not module.startswith("bot.store.migrations"):
            assert within(module, HOMES[package]), f"{package} has its home in {HOMES[package] or 'no module'}, {module} imports it"


def test_only_adapters_import_the_tutor():
    for param in modules():
        module, path = param.values
        if module.startswith("bot.") and module != "bot.tutor":
            assert not any(within(name, ["bot.tutor"]) for name in imports(path)), module


def test_every_package_is_installed():
    """The list in pyproject.toml against the folders: a forgotten one would be missing after installing."""
    import tomllib

    listed = set(tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"])
    found = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for top in ("bot", "adapters", "content")
        for path in (ROOT / top).rglob("__init__.py")
    }
    assert listed == found


def test_no_file_holds_two_nouns():
    for param in modules():
        lines = param.values[1].read_text().count("\n")
        assert lines <= 420, f"{param.values[1]} has {lines} lines; give each noun a file"
