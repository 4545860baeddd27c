"""Logs for machines: one JSON object a line, with what happened and where, never with what somebody said or who they are.

Only the fields named here pass: a message of a library may hold a token or a text, so its words are left out and its place stays.
"""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any, TextIO

import structlog

from adapters import metrics

_FIELDS = frozenset("action error where platform attempt count post seconds state status reason what".split())
_LOUD = ("alembic", "httpx", "httpcore", "telegram", "discord", "aiohttp", "apscheduler", "hpack", "procrastinate", "psycopg")
"""Libraries whose messages may hold addresses with tokens in them, or texts: only their warnings are noted, without words."""


def set_up(stream: TextIO = sys.stderr, *, level: str = "INFO") -> None:
    """Send every log line of the process to ``stream`` as JSON."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_log_level, structlog.processors.TimeStamper(fmt="iso", utc=True), _only_ours],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, structlog.processors.JSONRenderer()],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler, _Count(logging.ERROR)]
    root.setLevel(level)
    logging.captureWarnings(True)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)


class _Count(logging.Handler):
    """Count errors, by what was being done."""

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        metrics.errors.labels(getattr(record, "action", "library")).inc()


def _only_ours(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Keep the fields that are known to be safe, and the words of our own modules alone."""
    record: logging.LogRecord = event["_record"]
    ours = record.name.startswith(("adapters", "bot"))
    kept = {name: event[name] for name in ("level", "timestamp", "_record", "_from_structlog") if name in event}
    kept["logger"] = record.name
    # Our own messages are fixed sentences; whatever varies is a field. A library's message is replaced by its place.
    kept["event"] = record.msg if ours and not record.args else f"{record.module}:{record.lineno}"
    kept |= {name: getattr(record, name) for name in _FIELDS if hasattr(record, name)}
    if record.exc_info and record.exc_info[0] is not None:
        kept["error"] = record.exc_info[0].__name__
    return kept
