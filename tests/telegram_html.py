"""HTML as Telegram reads it, but stricter: what it would silently mend is refused here."""

import re
from html import unescape

_TOKEN = re.compile(
    r'<(/?)(b|i|u|s|code|pre|a|blockquote)((?:\s+[\w-]+="[^"]*")*|\sexpandable)>|&(?:lt|gt|amp|quot|#x?[0-9a-f]+);|[^<&]+|.', re.DOTALL
)
_KINDS = {"b": "bold", "i": "italic", "u": "underline", "s": "strikethrough", "code": "code", "pre": "pre", "blockquote": "blockquote"}


def parse(html: str) -> tuple[str, list[dict]]:
    """Read HTML into text and entities; raises ValueError as Telegram words it."""
    text, entities, open_tags = "", [], []
    for match in _TOKEN.finditer(html):
        closing, tag, attributes = match[1], match[2], match[3]
        if tag is None:
            if match[0] in "<&":
                raise ValueError(f"can't parse entities: unsupported start tag at byte offset {match.start()}")
            text += unescape(match[0])
        elif closing:
            if not open_tags or open_tags[-1][0] != tag:
                raise ValueError(f"can't parse entities: unmatched end tag at byte offset {match.start()}")
            _tag, start, entity = open_tags.pop()
            entity |= {"offset": start, "length": _units(text) - start}
            if entity["length"]:
                entities.append(entity)
        else:
            inside = [other for other, _start, _entity in open_tags]
            if "blockquote" in inside and tag == "blockquote":
                raise ValueError("can't parse entities: quotes stand in no quotes")
            if "code" in inside or (tag == "code" and set(inside) - {"blockquote"}):
                raise ValueError("can't parse entities: code holds nothing and stands in nothing")
            open_tags.append((tag, _units(text), _entity(tag, attributes)))
    if open_tags:
        raise ValueError("can't parse entities: can't find end tag")
    return text.rstrip(), sorted(entities, key=lambda entity: entity["offset"])


def _entity(tag: str, attributes: str) -> dict:
    if tag != "a":
        return {"type": f"expandable_{_KINDS[tag]}" if attributes else _KINDS[tag]}
    url = unescape(re.fullmatch(r'\s+href="([^"]*)"', attributes)[1])
    if mention := re.fullmatch(r"tg://user\?id=(\d+)", url):
        return {"type": "text_mention", "user": {"id": int(mention[1]), "is_bot": False, "first_name": "Somebody"}}
    return {"type": "text_link", "url": url}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
