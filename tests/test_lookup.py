"""Looking codes up, by code and by words."""

import pytest


@pytest.mark.parametrize(
    "said", ["/code E11.21", "/code e1121", "/code E11.21 ", "E11.21", "e1121", "  e11.21?", "what is E11.21", "is e11.21 billable"]
)
def test_a_code_is_found_however_it_is_typed(ana, said):
    page = ana.says(said)

    assert page.about == ["code/icd10cm/E11.21"]
    assert page.facts["reportable"] is True
    assert page.facts["title"] == "Type 2 diabetes mellitus with diabetic nephropathy"
    assert page.facts["title"] in page
    assert "Valid for reporting" in page
    assert "ICD-10-CM, April 2026 release" in page


def test_a_page_shows_own_and_inherited_notes_with_their_place(ana):
    page = ana.says("E11.22")

    assert "**Use additional code** to identify stage of chronic kidney disease (N18.1-N18.6)" in page
    assert "From **E11**, Excludes1 (never together): diabetes mellitus due to underlying condition (E08.-)" in page
    assert "From **E11**, Use additional code: to identify control using: injectable" in page
    assert "insulin (Z79.4)" in page
    assert "From **Chapter 4**" in page
    for line in ("Chapter 4 Endocrine", "E08-E13 Diabetes mellitus", "E11 Type 2 diabetes mellitus", "E11.2 Type 2"):
        assert line in page


def test_a_page_leads_to_parent_and_neighbours(ana):
    ana.says("E11.22")
    assert {"E11.2 ▲", "E11.21 ◀", "E11.29 ▶"} <= set(ana.last.labels)
    assert ana.taps("E11.2 ▲").about == ["code/icd10cm/E11.2"]


@pytest.mark.parametrize(
    ("said", "why", "below"),
    [
        ("/code E11", "it is a category, not a code; missing: more detail", "E11.0"),
        ("/code S52.52", "it is a subcategory, not a code; missing: which side, then the 7th character", "S52.521 Right"),
        ("/code S52.521", "it needs a 7th character", "A  initial encounter"),
        ("/code T75.4", "it needs a 7th character, after 2 placeholders X", "A  initial encounter"),
        ("/code S00.81", "it needs a 7th character, after a placeholder X", "A  initial encounter"),
    ],
)
def test_a_code_that_cannot_be_reported_says_why_and_what_is_below(ana, said, why, below):
    page = ana.says(said)
    assert page.facts["reportable"] is False
    assert f"Not valid for reporting: {why}" in page
    assert any(label.startswith(below) for label in page.labels)


def test_the_placeholder_is_put_in(ana):
    ana.says("T75.4")
    page = ana.taps("A  initial")
    assert page.about == ["code/icd10cm/T75.4XXA"]
    assert page.facts["title"] == "Electrocution, initial encounter"
    assert page.facts["reportable"] is True


def test_a_letter_in_second_place_is_a_code(ana):
    assert ana.says("QA0.0101").facts["reportable"] is True
    assert ana.says("qa00101").about == ["code/icd10cm/QA0.0101"]


@pytest.mark.parametrize("code", ["S52.521", "S52.501", "S72.001", "H40.113", "O31.01"])
def test_the_labels_of_7th_characters_fit_a_phone_and_differ(ana, code):
    labels = [choice.label for choice in ana.says(f"/code {code}").choices if choice.label[1:3] == "  "]
    assert len(labels) >= 5
    assert all(len(label) <= 44 and "…" not in label for label in labels)
    assert len({label[3:] for label in labels}) == len(labels)


@pytest.mark.parametrize("typed", ["E11.999", "/code Z99.9Z", "S52.521Z", "/code E11.21 page 99999999"])
def test_an_unknown_code_is_never_turned_into_another(ana, typed):
    page = ana.says(typed)
    if "page" not in typed:
        assert "is not in ICD-10-CM" in page
        assert not any(about.startswith("code/icd10cm/") for about in page.about)


def test_an_unknown_code_shows_where_it_would_stand(ana):
    page = ana.says("E11.999")
    assert "Codes under E11 start here:" in page
    assert "E11.0" in page.labels


def test_a_small_l_is_shown_as_typed_and_the_capital_i_offered(ana):
    page = ana.says("l10")
    assert page.facts["title"] == "Pemphigus"
    assert "If you meant the letter I: **I10** Essential (primary) hypertension" in page


@pytest.mark.parametrize(
    ("typed", "code"), [("E1O.9", "E10.9"), ("el1.21", None), ("1I0", None), ("T75.4A", "T75.4XXA"), ("O24.4IO", "O24.410")]
)
def test_slips_of_eye_and_finger_are_undone_and_said(ana, typed, code):
    page = ana.says(f"/code {typed}")
    if code:
        assert page.about == [f"code/icd10cm/{code}"]
        assert "is not a code" in page
    else:
        assert page.facts.get("reportable") is not True or "is not a code" in page


@pytest.mark.parametrize("typed", ["00001", "/code 00001", "00001-25", "0001x"])
def test_a_cpt_number_is_explained_and_never_described(ana, typed):
    page = ana.says(typed)
    assert "belongs to the American Medical Association" in page
    assert "your own CPT" in page


def test_several_codes_are_listed_by_title(ana):
    page = ana.says("I10 vs I11.9")
    assert page.about == ["code/icd10cm/I10", "code/icd10cm/I11.9"]
    assert "Essential (primary) hypertension" in page


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("diabetic nephropathy", "E11.21"),
        ("/code pnuemonia", "J18.9"),
        ("type 2 diabetes with neuropathy", "E11.40"),
        ("/code electrocution", "T75.4XXA"),
    ],
)
def test_words_give_a_ranked_list(ana, words, code):
    found = ana.says(words)
    assert f"code/icd10cm/{code}" in found.about
    assert found.facts["query"]


def test_a_modifier_in_a_list_lacks_no_characters(ana):
    assert "**NU** " in (said := str(ana.says("/code new equipment")))
    assert "(modifier)" in said
    assert not [line for line in said.splitlines() if line.startswith("**NU**") and "needs more" in line]


def test_a_long_list_is_paged(ana):
    first = ana.says("/code fracture of femur")
    second = ana.taps("More")
    assert second.about
    assert set(second.about).isdisjoint(first.about[:8])


def test_somebody_elses_search_is_not_shown(ana, ben):
    ana.says("/code fracture of femur")
    more = next(choice.says for choice in ana.last.choices if choice.label == "More")
    assert "too old" in ben.says(more)
    assert "too old" in ana.says("/found 99 x")


def test_words_that_fit_nothing_say_so(ana):
    assert "Nothing in the code books fits" in ana.says("/code banana bread recipe")


def test_code_alone_asks_for_words(ana):
    ana.says("/code")
    assert ana.taps("Look something up", "I10").about == ["code/icd10cm/I10"]


def test_every_page_of_a_category_fits_a_message(ana, codebook):
    for code in ("O00", "S72", "T36", "C00", "Z79", "I25.7", "S06.1X7A", "V43", "O99.8", "M84.5"):
        for page in range(1, 9):
            if not any(choice.label.startswith("More (") for choice in ana.says(f"/code {code} page {page}").choices):
                break


def test_the_release_that_is_no_longer_in_force_is_said(ana, clock):
    assert "the release in force on 23 November 2026 is not loaded" in ana.says("I10")
    assert "tutor codes fetch icd10cm" in ana.last
    clock.now = clock.now.replace(month=9, day=30)
    assert "not loaded" not in ana.says("I10")
    assert "not loaded" in ana.says("/code I10 on 2027-01-01")
    assert "nothing older is loaded" in ana.says("I10 on 2020-01-01")


@pytest.mark.parametrize("said", ["5", "12", "x", "9 ?", "7)"])
def test_a_key_with_nothing_at_it_is_no_search(ana, said):
    assert ana.says(said).about == ["unknown"]


@pytest.mark.parametrize(
    ("words", "code", "title"),
    [
        ("sprained right ankle, subsequent", "S93.401D", "Sprain of unspecified ligament of right ankle, subsequent encounter"),
        ("broken wrist left, first visit", "S62.102A", "left wrist, initial encounter for closed fracture"),
        ("open fracture left femur shaft", "S72.302B", "initial encounter for open fracture type I or II"),
        ("open fracture left femur shaft type IIIB", "S72.302C", "open fracture type IIIA, IIIB, or IIIC"),
        ("fracture of tibia shaft right, open type 2, delayed healing", "S82.201H", "open fracture type I or II with delayed healing"),
        ("nonunion tibial shaft fracture right", "S82.201K", "subsequent encounter for closed fracture with nonunion"),
        ("sequela of burn of right hand", "S", "right hand"),
    ],
)
def test_the_encounter_in_words_chooses_the_7th_character(ana, words, code, title):
    found = ana.says(words)
    first = next(line for line in found.text.splitlines() if line.startswith("**"))
    assert first.split("**")[1].endswith(code)
    assert title in first
    assert "it chooses the 7th character" in found.text
    assert "Valid for reporting" in ana.taps(first.split("**")[1]).text


@pytest.mark.parametrize(
    "words",
    [
        "first prenatal visit",
        "late effect of stroke",
        "open wound of hand",
        "history of hip fracture",
        "initial treatment of schizophrenia",
        "salter-harris type III fracture lower end of radius right",
    ],
)
def test_words_of_an_encounter_stay_where_no_7th_character_is_chosen(ana, words):
    assert "7th character" not in ana.says(f"/code {words}")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("aspirin overdose", "T39.011A"),
        ("aspirin overdose on purpose", "T39.012A"),
        ("aspirin od", "T39.011A"),
        ("accidental alcohol poisoning", "T51.0X1A"),
        ("underdosing of aspirin", "T39.016A"),
        ("side effect of lisinopril", "T46.4X5A"),
        ("tylenol overdose accidental, subsequent encounter", "T39.1X1D"),
        ("carbon monoxide poisoning", "T58.91XA"),
    ],
)
def test_the_intent_in_words_chooses_the_column_of_the_table_of_drugs(ana, words, code):
    assert ana.says(words).about[0] == f"code/icd10cm/{code}"


def test_a_poisoning_without_intent_is_said_to_count_as_accidental(ana):
    assert "counts as accidental" in ana.says("aspirin overdose")
    assert "counts as accidental" not in ana.says("accidental aspirin overdose")
    assert "counts as accidental" not in ana.says("side effect of aspirin")
