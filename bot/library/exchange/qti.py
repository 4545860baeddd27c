"""QTI 2.1 (IMS Question and Test Interoperability): a package of items with a manifest, or one item as XML."""

import io
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from bot.library.exchange.archive import Archive, pack
from bot.library.exchange.draft import Draft, Reading
from bot.library.exchange.plain import from_element, local
from bot.library.exchange.tree import add, child, every, parse, written
from bot.library.question import LETTERS

ITEM = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_MANIFEST = "http://www.imsglobal.org/xsd/imscp_v1p1"
_METADATA = "http://www.imsglobal.org/xsd/imsmd_v1p2"
_INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
_GENERAL = "GENERAL"
_FEEDBACK = frozenset({"feedbackInline", "feedbackBlock", "rubricBlock"})
_OTHER = {
    "questestinterop": "this is QTI 1.2; export it as QTI 2.1, or as Moodle XML",
    "qti-assessment-item": "this is QTI 3; export it as QTI 2.1",
    "assessmentTest": "this is a test without its items; give the whole package, a .zip",
}


def write(drafts: Iterable[Draft]) -> bytes:
    """Write drafts as a QTI 2.1 package: ``imsmanifest.xml`` and a file an item."""
    manifest = Element(
        "manifest",
        {
            "xmlns": _MANIFEST,
            "xmlns:imsmd": _METADATA,
            "identifier": "coding-tutor",
            _INSTANCE: f"{_MANIFEST} http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd "
            f"{_METADATA} http://www.imsglobal.org/xsd/imsmd_v1p2p4.xsd",
        },
    )
    about = add(manifest, "metadata")
    add(about, "schema", "QTIv2.1 Package")
    add(about, "schemaversion", "1.0.0")
    add(manifest, "organizations")
    resources = add(manifest, "resources")
    files = {}
    for number, draft in enumerate(drafts, 1):
        name = draft.name or f"item-{number:04}"
        href = f"items/{name}.xml"
        resource = add(resources, "resource", identifier=f"RES-{name}", type="imsqti_item_xmlv2p1", href=href)
        general = add(add(add(resource, "metadata"), "imsmd:lom"), "imsmd:general")
        for label in draft.labels():
            add(add(general, "imsmd:keyword"), "imsmd:langstring", label, **{"xml:lang": "en"})
        add(resource, "file", href=href)
        files[href] = written(_item(draft, name))
    return pack({"imsmanifest.xml": written(manifest), **files})


def _item(draft: Draft, name: str) -> Element:
    location = f"{ITEM} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
    item = Element(
        "assessmentItem",
        {"xmlns": ITEM, _INSTANCE: location, "identifier": name, "title": name, "adaptive": "false", "timeDependent": "false"},
    )
    response = add(item, "responseDeclaration", identifier="RESPONSE", cardinality="single", baseType="identifier")
    add(add(response, "correctResponse"), "value", LETTERS[draft.key])
    for outcome, kind, value in (("SCORE", "float", "0"), ("FEEDBACK", "identifier", ""), (_GENERAL, "identifier", "shown")):
        declared = add(item, "outcomeDeclaration", identifier=outcome, cardinality="single", baseType=kind)
        if value:
            add(add(declared, "defaultValue"), "value", value)
    body = add(item, "itemBody")
    _paragraphs(body, draft.stem)
    choices = add(body, "choiceInteraction", responseIdentifier="RESPONSE", shuffle="true", maxChoices="1")
    for letter, option in zip(LETTERS, draft.options, strict=True):
        add(choices, "simpleChoice", option, identifier=letter)
    processing = add(item, "responseProcessing")
    condition = add(add(processing, "responseCondition"), "responseIf")
    match = add(condition, "match")
    add(match, "variable", identifier="RESPONSE")
    add(match, "correct", identifier="RESPONSE")
    add(add(condition, "setOutcomeValue", identifier="SCORE"), "baseValue", "1", baseType="float")
    add(add(processing, "setOutcomeValue", identifier="FEEDBACK"), "variable", identifier="RESPONSE")
    for letter, why in zip(LETTERS, draft.why, strict=True):
        if why:
            add(item, "modalFeedback", why, outcomeIdentifier="FEEDBACK", showHide="show", identifier=letter)
    if draft.told:
        general = add(item, "modalFeedback", outcomeIdentifier=_GENERAL, showHide="show", identifier="shown")
        _paragraphs(general, draft.told)
    return item


def _paragraphs(parent: Element, text: str) -> None:
    for block in text.split("\n\n"):
        first, *others = block.split("\n")
        paragraph = add(parent, "p", first)
        for line in others:
            add(paragraph, "br").tail = line


def read(data: bytes, reading: Reading) -> None:
    """Read a QTI 2.1 package, or one item, into ``reading``."""
    if not data.startswith(b"PK"):
        root = parse(data, reading)
        if root is not None:
            _read(root, (), "the file", reading)
        return
    archive = Archive.open(io.BytesIO(data), reading)
    if archive is None:
        return
    labels = _labels(archive, reading)
    found = False
    for name in archive.names:
        if not name.lower().endswith(".xml") or name.rpartition("/")[2] == "imsmanifest.xml":
            continue
        text = archive.read(name)
        root = parse(text, reading, name) if text is not None else None
        if root is not None and local(root) != "assessmentTest":
            found = True
            _read(root, labels.get(name, ()), name, reading)
    if not found and not reading.faults:
        reading.fault("the file", "no item is in this package; export it as a QTI 2.1 package")


def _labels(archive: Archive, reading: Reading) -> dict[str, tuple[str, ...]]:
    """Read the keywords that the manifest has for each file."""
    text = archive.read("imsmanifest.xml") if "imsmanifest.xml" in archive.names else None
    root = parse(text, reading, "imsmanifest.xml") if text is not None else None
    found: dict[str, tuple[str, ...]] = {}
    for resource in every(root, "resource") if root is not None else ():
        words = [" ".join(one.itertext()) for one in every(resource, "keyword")]
        found[resource.get("href", "")] = tuple(" ".join(word.split()) for word in words)
    return found


def _read(item: Element, tags: tuple[str, ...], place: str, reading: Reading) -> None:
    if local(item) != "assessmentItem":
        known = _OTHER.get(local(item))
        reading.fault(place, known or f"<{local(item)[:40]}> is no QTI 2.1 item; <assessmentItem> is wanted")
        return
    name = item.get("identifier", "")
    place = place if name in place else f'{place}, "{name[:60]}"'
    body = child(item, "itemBody")
    interactions = [one for one in (body.iter() if body is not None else ()) if local(one).endswith("Interaction")]
    if body is None or len(interactions) != 1 or local(interactions[0]) != "choiceInteraction":
        kinds = ", ".join(local(one) for one in interactions) or "none"
        reading.leave(place, f"its interactions are: {kinds[:80]}")
        return
    interaction = interactions[0]
    choices = every(interaction, "simpleChoice")
    keys = _right(item, interaction.get("responseIdentifier", "RESPONSE"))
    if len(keys) > 1 or interaction.get("maxChoices", "1") != "1":
        reading.leave(place, "it takes several right answers")
        return
    places = [number for number, one in enumerate(choices) if one.get("identifier") in keys]
    if not places:
        reading.fault(place, "no option is marked as right; name it in <correctResponse>")
        return
    prompt = child(interaction, "prompt")
    stems = [from_element(body, _FEEDBACK | {"choiceInteraction"}), from_element(prompt) if prompt is not None else ("", False)]
    options = [from_element(one, _FEEDBACK) for one in choices]
    if any(shows for _text, shows in (*stems, *options)):
        reading.leave(place, "it shows a picture or a recording")
        return
    reasons, general = _feedback(item, choices)
    reading.take(
        Draft(
            stem="\n\n".join(text for text, _shows in stems if text.strip()),
            options=tuple(text for text, _shows in options),
            key=places[0],
            why=tuple(reasons),
            general=general,
            name=name,
            tags=tags,
            place=place,
        )
    )


def _right(item: Element, response: str) -> list[str]:
    for declared in every(item, "responseDeclaration"):
        correct = child(declared, "correctResponse")
        if declared.get("identifier") == response and correct is not None:
            return [(one.text or "").strip() for one in every(correct, "value")]
    return []


def _feedback(item: Element, choices: list[Element]) -> tuple[list[str], str]:
    """Gather what is said of each option, and of the whole: in the option itself, or shown by its identifier."""
    modal = [(one.get("identifier", ""), from_element(one)[0]) for one in item if local(one) == "modalFeedback"]
    names = [one.get("identifier", "") for one in choices]
    reasons = []
    for one, name in zip(choices, names, strict=True):
        said = [from_element(inner)[0] for inner in every(one, "feedbackInline")]
        reasons.append(" ".join([*said, *(text for identifier, text in modal if identifier == name)]))
    return reasons, "\n".join(text for identifier, text in modal if identifier not in names)
