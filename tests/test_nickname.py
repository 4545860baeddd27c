"""Names for boards that everybody sees: which are refused, and with which sentence."""

import pytest

from bot.learning.alias import COUNT, alias
from bot.learning.nickname import fault

FIT = (
    "Dr Code", "Miss Modifier", "Ana 2026", "O'Neill", "Jean-Luc", "Zoë", "Анна", "code_9001", "Cockburn", "Dickens", "Scunthorpe",
    "Essex", "Grape", "Therapist", "Assessor", "Classic", "Suspicious", "Hereford", "Comet", "Modifier 25", "Night Owl", "Botany", "Shitake",
)  # fmt: skip
UNFIT = (
    ("x", "2 to 20"), ("12345", "2 to 20"), ("@everyone", "2 to 20"), ("a.b", "2 to 20"),
    ("call 555 123 4567", "four digits"), ("Ana 12345", "four digits"), ("MRN 12345", "four digits"), ("a1b2c3d4e5", "four digits"),
    ("www codes com", "address"), ("visit site com", "address"), ("https codes", "address"), ("my telegram", "address"),
    ("everyone", "everybody"), ("The Admin", "everybody"), ("Tutor", "everybody"), ("mod_erin", "everybody"),
    ("f u c k", "Not that name"), ("Fuuuck", "Not that name"), ("5hit", "Not that name"), ("b1tch", "Not that name"), ("Fück you", "Not that name"),
    ("s h i t", "Not that name"), ("N4zi", "Not that name"),
)  # fmt: skip


@pytest.mark.parametrize("name", FIT)
def test_what_may_be_a_name(name):
    assert fault(name) is None


@pytest.mark.parametrize(("name", "why"), UNFIT)
def test_what_may_be_none(name, why):
    assert why in fault(name)


def test_made_up_names_are_fit():
    assert not [alias(number) for number in range(COUNT) if fault(alias(number))]
