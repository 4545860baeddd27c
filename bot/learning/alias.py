"""Names that are made up, for those who do not want to choose one: a colour and an animal, which say nothing about anybody."""

from random import Random

_COLOURS = (
    "Amber", "Azure", "Beige", "Blue", "Bronze", "Brown", "Coral", "Crimson", "Cyan", "Golden", "Green", "Grey", "Indigo", "Ivory",
    "Jade", "Lilac", "Lime", "Maroon", "Navy", "Ochre", "Olive", "Orange", "Pearl", "Purple", "Red", "Rose", "Ruby", "Rust", "Sand",
    "Scarlet", "Silver", "Teal", "Violet", "White", "Yellow",
)  # fmt: skip
_ANIMALS = (
    "Badger", "Bat", "Bear", "Beaver", "Bison", "Crane", "Deer", "Dolphin", "Dove", "Duck", "Eagle", "Falcon", "Ferret", "Finch", "Fox",
    "Gecko", "Goose", "Hare", "Hawk", "Heron", "Ibis", "Jay", "Koala", "Lark", "Lemur", "Lion", "Llama", "Lynx", "Marten", "Mole",
    "Moose", "Newt", "Otter", "Owl", "Panda", "Parrot", "Pelican", "Penguin", "Plover", "Puffin", "Quail", "Rabbit", "Raven", "Robin",
    "Salmon", "Seal", "Sparrow", "Stork", "Swan", "Swift", "Tiger", "Toucan", "Trout", "Turtle", "Walrus", "Whale", "Wolf", "Wren",
    "Yak", "Zebra",
)  # fmt: skip
COUNT = len(_COLOURS) * len(_ANIMALS)


def alias(number: int) -> str:
    """Make the name of a number.

    >>> alias(0), alias(COUNT - 1), alias(COUNT) == alias(0)
    ('Amber Badger', 'Yellow Zebra', True)
    """
    colour, animal = divmod(number % COUNT, len(_ANIMALS))
    return f"{_COLOURS[colour]} {_ANIMALS[animal]}"


def draw(chance: Random) -> int:
    """Draw the number of a name."""
    return chance.randrange(COUNT)
