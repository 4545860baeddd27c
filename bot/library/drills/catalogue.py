"""All families, by slug and by what people call them."""

from bot.library.drills.families import (
    anesthesia,
    choices,
    conditions,
    detail,
    drugs,
    encounters,
    equipment,
    modifiers,
    navigation,
    notes,
    payment,
    places,
    pregnancy,
    procedures,
    releases,
    services,
    sides,
    skin,
    stroke,
    tabular,
    trauma,
    visits,
)
from bot.library.drills.family import Family

FAMILIES: tuple[Family, ...] = (
    *sides.FAMILIES,
    *encounters.FAMILIES,
    *tabular.FAMILIES,
    *detail.FAMILIES,
    *notes.FAMILIES,
    *conditions.FAMILIES,
    *pregnancy.FAMILIES,
    *skin.FAMILIES,
    *trauma.FAMILIES,
    *stroke.FAMILIES,
    *navigation.FAMILIES,
    *releases.FAMILIES,
    *drugs.FAMILIES,
    *equipment.FAMILIES,
    *places.FAMILIES,
    *modifiers.FAMILIES,
    *choices.FAMILIES,
    *procedures.FAMILIES,
    *services.FAMILIES,
    *anesthesia.FAMILIES,
    *visits.FAMILIES,
    *payment.FAMILIES,
)

BY_SLUG = {family.slug: family for family in FAMILIES}


def find(name: str) -> Family | None:
    """Find the family that a name means: its slug, its title or one of its other words."""
    return _NAMES.get(plain(name))


def plain(name: str) -> str:
    """Write a name as it is compared: lower case, no punctuation, no plural.

    >>> plain("7th Characters: encounter")
    '7th character encounter'
    """
    return " ".join(word.removesuffix("s") for word in "".join(char if char.isalnum() else " " for char in name.lower()).split())


_NAMES = {plain(name): family for family in reversed(FAMILIES) for name in (*family.words, family.title, family.slug)}


def of_area(slug: str) -> list[Family]:
    """List the families of an area of the exam, or of a focus that runs across the areas."""
    return [family for family in FAMILIES if slug == family.area or slug in family.focus]
