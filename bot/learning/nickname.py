"""Names that people choose for boards that everybody sees: which are refused. What slips through, an operator takes down."""

import re
import unicodedata

from bot import guard

_FORM = re.compile(r"(?=.*[^\W\d_])[\w' -]{2,20}")
_MOST_DIGITS = 4
"""A year fits; a telephone number, a member's or a patient's does not."""

_ADDRESS = re.compile(r"https?|www|t ?me\b|\b(?:dot )?(?:com|net|org|io|gg|ru|xyz|info)$|\bdiscord\b|\btelegram\b|\bwhats ?app\b")
_POSES = re.compile(r"\b(?:everyone|everybody|here|admin|administrator|moderator|mod|operator|staff|support|tutor|system)\b")
_LIKE = str.maketrans("013457$@!|", "oieastsail")
# The words that nobody means otherwise; few, since the list is never done and an operator can take any name down.
_INSIDE = re.compile(r"f+u+c+k|n+i+g+g+(?:e+r|a)|f+a+g+g+o+t|m+o+t+h+e+r+f|w+h+o+r+e|b+i+t+c+h|h+i+t+l+e+r|a+s+s+h+o+l+e|r+e+t+a+r+d")
_ALONE = re.compile(
    r"\b(?:cunts?|shit(?:s|ty|head)?|sluts?|kikes?|spics?|chinks?|fags?|dykes?|tranny|rapist|rape|nazi|porn|dick(?:head)?|cocks?)\b"
)


def fault(name: str) -> str | None:
    """Say in a sentence why nobody may be called so on a board; None where they may.

    >>> fault("Dr Code 2026"), fault("visit www site com")
    (None, 'A name is no address: no links and no other places to write to.')
    """
    if not _FORM.fullmatch(name):
        return "A name has 2 to 20 letters and digits, with a letter among them."
    if sum(char.isdigit() for char in name) > _MOST_DIGITS or guard.holds_patient_data(name):
        return "A name holds no numbers by which a person could be found: at most four digits."
    plain = "".join(char for char in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(char))
    words = re.sub(r"[_'-]+", " ", plain)
    if _ADDRESS.search(words):
        return "A name is no address: no links and no other places to write to."
    if _POSES.search(words):
        return "A name that could be taken for everybody, or for who runs this, is nobody's."
    meant = words.translate(_LIKE)
    if _INSIDE.search(meant.replace(" ", "")) or _ALONE.search(meant) or _ALONE.search(meant.replace(" ", "")):
        return "Not that name: others have to read it. Please choose another."
    return None
