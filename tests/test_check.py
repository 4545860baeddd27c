"""Checking codes together, with the note quoted and its place."""

import pytest

from bot.codebook.shelf import ICD10CM
from bot.codebook.together import Matter, check


@pytest.fixture
def found(codebook):
    book = codebook.books(ICD10CM)[-1]

    def find(*codes):
        return [(finding.matter, finding.codes, finding.at) for finding in check(book, list(codes))]

    return find


@pytest.mark.parametrize(
    ("codes", "matter", "about", "at"),
    [
        (["E11.9", "O24.410"], Matter.WRONG, ("E11.9", "O24.410"), "E11"),
        (["O24.410", "E11.9"], Matter.WRONG, ("O24.410", "E11.9"), "E11"),
        (["E10.9", "E11.9"], Matter.WRONG, ("E10.9", "E11.9"), "E10"),
        (["N18.31", "E11.22"], Matter.ORDER, ("E11.22", "N18.31"), "N18"),
        (["E11.22"], Matter.MISSING, ("E11.22",), "E11.22"),
        (["E11"], Matter.WRONG, ("E11",), ""),
        (["S52.521"], Matter.WRONG, ("S52.521",), ""),
        (["I10", "I10"], Matter.WRONG, ("I10",), "Guidelines I.B.12"),
        (["E11.999"], Matter.WRONG, ("E11.999",), ""),
        (["O80", "P07.18"], Matter.WRONG, ("O80", "P07.18"), "Guidelines I.C.15.a.2"),
        (["N40.0", "O80"], Matter.LOOK, ("N40.0", "O80"), ""),
        (["H25.13", "H25.11"], Matter.WRONG, ("H25.13", "H25.11"), "Guidelines I.B.13"),
        (["H25.11", "H25.12"], Matter.LOOK, ("H25.11", "H25.12"), "Guidelines I.B.13"),
        (["F02.80"], Matter.ORDER, ("F02.80",), "F02"),
    ],
)
def test_a_fault_is_found_with_its_place(found, codes, matter, about, at):
    assert (matter, about, at) in found(*codes)


@pytest.mark.parametrize(
    "codes",
    [["E11.22", "N18.31"], ["I10"], ["I11.0", "I50.9"], ["M25.511", "M25.512"], ["J45.909"], ["G30.9", "F02.80"], ["S52.521A", "W19.XXXA"]],
)
def test_codes_that_may_stand_together_have_no_grave_finding(found, codes):
    assert not [one for one in found(*codes) if one[0] in (Matter.WRONG, Matter.ORDER, Matter.MISSING)]


def test_codes_are_checked_by_command_and_in_plain_words(ana):
    said = ana.says("/check E11.9 O24.410")
    assert "**Wrong** E11.9 and O24.410 may not stand together (Excludes1)" in said
    assert 'At E11: "gestational diabetes (O24.4-)"' in said
    assert ana.says("E11.9 with O24.410").text == said.text
    assert ["wrong", ["E11.9", "O24.410"], "E11"] in said.facts["findings"]


def test_the_order_is_read_from_the_claim(ana):
    assert "E11.22 comes before N18.31 (code first)" in ana.says("/check N18.31, E11.22")
    assert "Nothing in the tabular list speaks against" in ana.says("/check E11.22 N18.31 Z79.4")


def test_bad_input_to_check(ana):
    assert "Which codes" in ana.says("/check")
    assert "up to 25 codes" in ana.says("/check " + "I10 " * 26)
    assert "XYZZY is not in the book" in ana.says("/check I10 xyzzy")
