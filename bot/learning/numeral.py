"""A number that somebody typed, or that a button says."""


def whole(typed: str, digits: int = 15) -> int | None:
    """Read a whole number of so many digits at most; None where it is none.

    >>> whole("12"), whole("1234", 3), whole("-1"), whole("twelve"), whole("")
    (12, None, None, None, None)
    """
    return int(typed) if len(typed) <= digits and typed.isdecimal() and typed.isascii() else None
