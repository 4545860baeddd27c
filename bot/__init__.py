"""The tutor: knows students and code sets; knows no platform, no network, no clock.

Reading order: ``chat`` (what is said), ``tutor`` (one message in, replies out), ``understanding`` (the order in which text is
understood), ``commands``, ``turn``, then a handler in ``talk`` such as ``talk.daily``.

Dependency rule. ``bot`` imports no adapter and nothing asynchronous. ``talk`` and ``push`` may use everything below them; ``library`` may
read ``codebook``; otherwise ``learning``, ``codebook``, ``library`` and ``store`` do not import one another but hand over frozen values.
A picture is a frozen description (``pictures.chart``) that a reply carries; an adapter has it drawn once all is written down.
Only adapters import ``tutor``. Each third-party package has one home. Ruff bans what it can (TID251 in pyproject.toml);
``tests/test_house.py`` holds the whole rule.
"""
