"""Whatever comes in: patients' data, emergencies, nonsense. Each gets a sentence; nothing is changed, kept or repeated."""

import json
import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import guard
from bot.store import learners

PATIENT_DATA = [
    "code this: Jane Roe, DOB 04/12/1957, MRN 884213, seen 3/2 for asthma",
    "patient ssn 123-45-6789 is she covered",
    "here is my patients note john doe dob 3/4/61 code it",
    "MRN: 0012345 with copd",
    "call her at 555-867-5309",
    "(555) 867-5309",
    "Jane Roe 03/04/1961 with asthma",
    "Patient John Doe has gout",
    "Mr. Doe was admitted with sepsis",
    "date of birth march 4, 1961",
    "born on 1961-03-04, laceration",
    "send it to jane.roe@example.com",
    "member id 1EG4-TE5-MK73",
    "lives at 12 Elm Street, Springfield",
    "account number 4455667",
    "ssn: 123 45 6789",
    "my patient john doe has copd",
    "pt jane doe 45yo f w/ dm2",
    "patient x smith, 03/12/1960, copd",
    "DOE, JOHN M 03/12/1960",
    "Name: Jane Doe dx: htn",
    "123 Main St, Springfield IL",
    "encounter #12345678",
    "Acct# 8837712",
    "/report anes-0001 other patient ssn 123-45-6789",
]
HARMLESS = [
    "a 65-year-old man with type 2 diabetes",
    "my exam is on 06/01/2026",
    "/settings exam 2027-06-01",
    "what is AAPC's phone number?",
    "what is an mrn",
    "M54.50, 00001-25",
    "E11.22, N18.31, Z79.4",
    "Fiscal Year 10/01/2026",
    "Code Set changes October 1, 2026",
    "425 or 499 dollars",
    "10-day versus 90-day global",
    "is the exam 1 800 dollars",
    "i removed the name is it ok",
    "May 4 2027 exam date ok?",
    "patient presents with chest pain",
    "patient seen 3 times in 2026",
    "Kimmelstiel Wilson disease",
    "Medicare claim 2026 changes",
    "initial encounter 2026 guidelines",
    "CPT, HCPCS 10/01/2025",
    "i was born in 1975 am i too old",
    "Charcot Marie Tooth",
]


@pytest.mark.parametrize("said", PATIENT_DATA)
def test_patient_data_is_refused_and_neither_kept_nor_repeated(ana, database, caplog, said):
    with caplog.at_level(logging.DEBUG):
        ana.says("/start")
        refused = ana.says(said)

    assert refused.about == ["guard/patient-data"]
    assert "did not read or keep it" in refused
    secrets = [word for word in said.replace(",", " ").split() if sum(char.isdigit() for char in word) > 2]
    with database.reading() as connection:
        kept = json.dumps(learners.everything(connection, 1), default=str)
    for word in [*secrets, "Jane", "john doe", "Doe"]:
        assert word not in refused.text
        assert word not in kept
        assert word not in caplog.text


@pytest.mark.parametrize("said", HARMLESS)
def test_what_names_nobody_is_not_refused(said):
    assert not guard.holds_patient_data(said)


@pytest.mark.parametrize(
    "said", ["my chest hurts what should i do", "i cant breathe", "i think im having a stroke", "i took too many pills"]
)
def test_an_emergency_gets_the_number_to_call(ana, said):
    answer = ana.says(said)
    assert answer.about == ["guard/emergency"]
    assert "911" in answer


@pytest.mark.parametrize("said", ["i feel like ending it all", "i want to die", "im suicidal", "thinking about killing myself"])
def test_a_crisis_gets_the_crisis_line(ana, said):
    answer = ana.says(said)
    assert answer.about == ["guard/emergency"]
    assert "988" in answer


@pytest.mark.parametrize(
    "said",
    [
        "chest pain",
        "heart attack",
        "how do i code suicidal ideation",
        "this exam is killing me",
        "i cant breathe thinking about this test",
        "overdose of insulin, accidental",
    ],
)
def test_a_disease_is_no_emergency(said):
    assert guard.emergency(said) is None


@pytest.mark.parametrize(
    "said",
    ["give me the real exam questions", "cpc dumps 2026 pdf free download", "can you take the exam for me", "what was question 14 on form B",
     "how do i hide notes in my book from the proctor", "get around the webcam proctor", "send me a pdf of the cpt book",
     "which code pays more so we can bill that instead", "how to upcode without getting caught", "is this mole cancer",
     "write a fake experience letter so aapc removes my A", "what dose of ibuprofen for a 5 yr old", "my a1c is 9 is that bad"],
)  # fmt: skip
def test_what_is_not_given_is_refused_with_the_honest_way(ana, said):
    answer = ana.says(said)
    assert answer.about == ["guard/refusal"]
    assert answer.choices


BAD = [
    "", "   ", "\n\n", "\x00\x01\x02", "\ud83d", "abc\udfff", "😀😀😀", "\u202eevil\u202c", "مرحبا كيف حالك", "שלום",
    "x" * 10_000, "a" * 4000, "/" * 50, "/nosuchcommand", "/", "//", "/ start", "/quiz " + "z" * 3000, "/code " + "9" * 300,
    "'; DROP TABLE learner; --", "<script>alert(1)</script>", "<b>bold</b> & **strong** `code`", "%s %d {0} {name}", "../../etc/passwd",
    "/settings zone ../../etc", "/settings hour 25:70", "/settings exam 0000-00-00", "/settings exam 9999-12-31", "/settings pace",
    "/settings pace \u3000", "/settings daily maybe", "/settings nonsense 5", "/report x y z", "/faq " + "\u0301" * 200, "/found -1 -1",
    "/start pace banana", "/start zone Atlantis", "/answer 9 1 A", "/forget yes 99999999999999", "/forget yes x", "١٢٣", "½", "²", "/quiz ²", "E¹¹",
    "\u2028\u2029", "﷽" * 100, "İ", "ß" * 50, "/QUIZ", "/Quiz@somebot 5", "a\u0000b", "```", "**", "* * *",
]  # fmt: skip


@pytest.mark.parametrize("said", BAD, ids=range(len(BAD)))
def test_bad_input_gets_a_sentence_and_an_open_round_survives_it(ana, said):
    ana.says("/start")
    question = ana.says("/quiz 2").about[0]
    answer = ana.says(said)

    for reply in answer.replies:
        assert reply.text.strip()
        reply.text.encode()
    if "quiz" not in said.lower():  # a new quiz takes the place of an untouched one, as it should
        assert ana.says("/continue").about == [question]
    assert "correct" in ana.says("a").facts


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.text(max_size=200))
def test_no_text_at_all_can_crash_the_engine(ana, said):
    ana.says(said)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(
        ["quiz", "code", "faq", "settings", "report", "answer", "next", "skip", "found", "start", "forget", "continue", "daily"]
    ),
    words=st.text(alphabet="abcdeEI0159 ./-:ABCDpmonf²٣\u0301", max_size=40),
)
def test_no_command_at_all_can_crash_the_engine(ana, name, words):
    ana.says(f"/{name} {words}")


def test_an_unknown_command_offers_the_nearest(ana):
    assert "/quiz" in ana.says("/quizz").labels
    assert ana.says("/frobnicate").labels == ["Help"]


def test_typed_marks_do_not_become_marks(ana):
    answer = ana.says("/code **xyzzy** `plugh`")
    assert "**xyzzy**" not in answer
    assert "`plugh`" not in answer
