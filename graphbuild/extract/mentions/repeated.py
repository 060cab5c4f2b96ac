"""Surnames alone of persons whom the document names in full elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.syntax.relations import SUBJECTS

__all__ = ["repeated"]


def repeated(blocks: Sequence[Block], speech: Collection[str]) -> None:
    """Add the surnames that the pipeline missed of persons whom the document names in full elsewhere.

    Parameters
    ----------
    blocks : sequence of Block
        All blocks of one document, each with its named mentions.
    speech : collection of str
        Verbs of speech: their subject is a person even at the start of a sentence, where a capital proves
        nothing ("Sales said").
    """
    people = _surnames(blocks)
    speaking = {f.text for block in blocks for f in block.mentions if f.text in people and _speaks(f, speech)}
    for block in blocks:
        parse = block.parse
        for found in block.mentions:
            if _mistaken(found, speaking) and (person := people.get(parse.words[found.first])) is not None:
                found.label, found.type, found.name = "PERSON", "person", found.text
                found.role, found.country, found.gender = "", "", person.gender
        for i, word in enumerate(parse.words):
            if word not in people or i in block.by_token or parse.deps[i] in ("compound", "amod", "flat"):
                continue
            initial = i == parse.sentences[parse.sentence[i]][0]
            if not initial or (parse.deps[i] == "nsubj" and parse.lemmas[parse.heads[i]] in speech):
                gender = people[word].gender
                block.add(Mention(parse, i, i + 1, i, "name", "PERSON", "person", word, gender=gender))


def _surnames(blocks: Sequence[Block]) -> dict[str, Mention]:
    """Words by which persons who are named in full may be called alone: the last, of three the last two."""
    people: dict[str, Mention] = {}
    for block in blocks:
        for found in block.mentions:
            words = found.parse.words[found.first : found.last]
            if found.type == "person" and len(words) > 1:
                for word in words[-1:] if len(words) < 3 else words[:-3:-1]:
                    if len(word) > 2 and word[0].isupper():
                        people.setdefault(word, found)
    return people


def _speaks(found: Mention, speech: Collection[str]) -> bool:
    """Whether a mention is the subject of a verb of speech."""
    parse, head = found.parse, found.head
    return parse.deps[head] in SUBJECTS and parse.lemmas[parse.heads[head]] in speech


def _mistaken(found: Mention, speaking: Collection[str]) -> bool:
    """Whether one word may be a surname, though taken for a body, or for a place that speaks elsewhere."""
    if found.last - found.first > 1 or found.role:
        return False
    acting = found.parse.deps[found.head] in (*SUBJECTS, "obj", "nmod:poss")
    town = found.type == "place" or (found.type == "country" and found.name != found.text)  # a capital
    if town and acting and found.text in speaking:
        return True
    label = next((label for i, j, label in found.parse.entities if i <= found.first < j), "")
    return (found.type == "place" and label in ("PERSON", "PER")) or (
        found.label == "ORG" and not found.country
    )
