"""What the kinds of posts have in common: which must arrive even if twice, and which keep out of quiet hours."""

REPEATED = ("linked", "result", "export", "regraded", "game", "duel")
"""What somebody waits for: where nobody knows whether it arrived, it goes out again. Everything else never goes out twice."""

QUIET = frozenset(("countdown", "farewell", "broadcast", "release", "regraded", "ceu", "class", "proposal", "refused"))
"""What has no hour that the learner chose; it waits for the end of their quiet hours."""
