"""What a check is: it is told what the stem states and one option, and says whether that option answers the question."""

from collections.abc import Callable, Mapping

from bot.library.drills.proof.truth import Truth

Says = Mapping[str, str]
Check = Callable[[Truth, Says, str], bool]

CHECKS: dict[str, Check] = {}
"""The checks by family."""


def proves(*slugs: str) -> Callable[[Check], Check]:
    """Enter a check for the families named."""

    def enter(check: Check) -> Check:
        for slug in slugs:
            CHECKS[slug] = check
        return check

    return enter
