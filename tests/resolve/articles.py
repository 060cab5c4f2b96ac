"""Extractions made by hand: a text and the mentions in it, in order."""

from graphbuild.records import Document, Extraction, Mention

LABELS = {
    "person": "PERSON",
    "official": "PERSON",
    "organization": "ORG",
    "group": "ORG",
    "country": "GPE",
    "place": "GPE",
}


def said(text, type="", kind="name", back=None, **fields):
    """A mention to be: its text, what extraction knows, and its antecedent's place in the list."""
    return {"text": text, "type": type, "kind": kind, "back": back, **fields}


def nominal(text, type="group", **fields):
    return said(text, type, "nominal", **fields)


def pronoun(text, back=None):
    return said(text, "", "pronoun", back)


def article(doc_id, text, *mentions, date=""):
    """An extraction whose mentions stand in the text in the order given."""
    made, end = [], 0
    for wanted in mentions:
        start = text.index(wanted["text"], end)
        end = start + len(wanted["text"])
        fields = {
            k: v for k, v in wanted.items() if k not in ("text", "type", "kind", "back", "label", "name")
        }
        made.append(
            Mention(
                mention_id=f"{doc_id}:{start}-{end}",
                doc_id=doc_id,
                sentence=text[:start].count(". "),
                start=start,
                end=end,
                text=wanted["text"],
                label=wanted.get("label", LABELS.get(wanted["type"], wanted["kind"])),
                kind=wanted["kind"],
                name=wanted.get("name", wanted["text"]),
                type=wanted["type"],
                antecedent=_id(doc_id, text, mentions, wanted["back"]) if wanted["back"] is not None else "",
                **fields,
            )
        )
    return Extraction(Document(doc_id, text, date=date), ((0, len(text)),), tuple(made), ())


def _id(doc_id, text, mentions, place):
    end = 0
    for wanted in mentions[: place + 1]:
        start = text.index(wanted["text"], end)
        end = start + len(wanted["text"])
    return f"{doc_id}:{start}-{end}"


def together(resolution, *articles):
    """Texts of the mentions by the actor that they are linked to, "" for nobody."""
    found = {}
    for extraction in articles:
        for mention in extraction.mentions:
            found.setdefault(resolution.links[mention.mention_id], []).append(mention.text)
    return {actor: sorted(texts) for actor, texts in found.items()}
