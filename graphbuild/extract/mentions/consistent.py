"""One name, one kind: what all its mentions in a document, and the words beside them, say that it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

import numpy as np

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.models.contextual import KINDS
from graphbuild.extract.syntax.relations import PREMODIFIERS
from graphbuild.lexicons.en.thing_nouns import LANGUAGE, NAMED_THINGS, REGIONS
from graphbuild.lexicons.roles import roles
from graphbuild.names import fold, gender_of

__all__ = ["consistent"]

_TYPES = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
_KIND = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "NORP": "NORP",
}
_PERSONS = frozenset({"PERSON", "PER"})
_SHOWN = {"PERSON": "PERSON", "ORG": "ORG", "PLACE": "GPE", "NORP": "NORP"}
_ACTORS = KINDS[:-1]
_LEAST = 2
_CLUE = 2.0  # a noun beside a name says as much as two mentions that the pipeline is sure of
_NAME = 0.7  # what is less likely the name of somebody or some place is a thing's
_INITIALS = range(3, 6)


def consistent(
    blocks: Sequence[Block], own: Mapping[str, str] | None = None, things: Container[str] = ()
) -> None:
    """Give the names that no word list knows the kind that their mentions together most likely have.

    A pipeline that tells how sure it is of each kind is asked for that, of another each mention has a vote; a
    noun beside the name ("the Zyx *language*", "Zyx *district*", "the *newspaper* Zyx") counts as two. Names
    that are more likely a thing's are left out. Capitals that are the initials of one person named in full,
    and that the document does not define as something else, mean that person.

    Parameters
    ----------
    blocks : sequence of Block
        All blocks of one document, each with its named mentions; the odd ones are changed.
    own : mapping of str to str, optional
        Folded acronyms that the document defines.
    things : container of str
        Folded acronyms that it defines as something in small letters, which is a thing.

    Examples
    --------
    >>> from graphbuild.extract.testing import example
    >>> block = example("Zyx/NNP/nsubj/2/ORG sued=sue/VBD/root/0 Zyx/NNP/obj/2/PERSON and/CC/cc/5 "
    ...                 "Zyx/NNP/conj/3/ORG")
    >>> consistent([block])
    >>> [found.type for found in block.mentions]
    ['organization', 'organization', 'organization']
    """
    named: defaultdict[str, list[tuple[Block, Mention]]] = defaultdict(list)
    for block in blocks:
        for found in block.mentions:
            if not (found.role or found.country) and found.label in _KIND:
                named[fold(found.text)].append((block, found))
    for key, same in named.items():
        full = any(found.label in _PERSONS and " " in found.text for _, found in same)  # no thing's
        measured = all(found.parse.kinds is not None for _, found in same) and not full
        votes = np.sum([_likely(found) for _, found in same], axis=0)
        thing = key in things and key not in (own or {})
        if thing or (measured and votes[:-1].sum() < _NAME * len(same)):
            for block, found in same:
                block.drop(found)
            continue
        clues = [clue for _, found in same if (clue := _clue(found))]
        for clue in clues:
            votes[KINDS.index(clue)] += _CLUE
        if all(found.label == "ORG" for _, found in same) and 2 * clues.count("OTHER") >= len(same):
            for block, found in same:
                block.drop(found)
            continue
        kind = _elected(votes, len(same), bool(clues))
        shown = next((found.label for _, found in same if _KIND[found.label] == kind), _SHOWN.get(kind, ""))
        for _, found in same:
            if kind and _KIND[found.label] != kind:
                _turn(found, shown)
    _initialled(blocks, own or {})


def _likely(found: Mention) -> np.ndarray:
    """How likely a mention is of each kind."""
    if found.parse.kinds is not None:
        return np.asarray(found.parse.kinds[found.first : found.last].mean(0))
    return np.array([float(kind == _KIND[found.label]) for kind in KINDS])


def _elected(votes: np.ndarray, mentions: int, clued: bool) -> str:
    """The kind with most votes; empty where one mention has nothing beside it, or no two are for one."""
    best = int(votes[:-1].argmax())
    tied = sum(vote >= votes[best] for vote in votes[:-1]) > 1
    alone = mentions < _LEAST and not clued
    return "" if alone or tied else _ACTORS[best]


def _turn(found: Mention, label: str) -> None:
    """Make a mention one of another kind."""
    found.label, found.type, found.name = label, _TYPES[label], found.text
    found.gender = gender_of(found.text) if label == "PERSON" else "n"
    found.number = "s"


def _clue(found: Mention) -> str:
    """The kind that a noun right before or behind a name says that it is of; empty where none does.

    What is called a project or a law there has the name of a thing.

    >>> from graphbuild.extract.testing import example
    >>> block = example("The/DT/det/3 newspaper/NN/compound/3 Zyx/NNP/nsubj/4/PERSON sued=sue/VBD/root/0 "
    ...                 "Alton/NNP/compound/6/ORG district/NN/obj/4")
    >>> [_clue(found) for found in block.mentions]
    ['ORG', 'PLACE']
    """
    parse, head = found.parse, found.head
    after, before = found.last, found.first - 1
    if after < len(parse.words) and parse.heads[head] == after and parse.deps[head] in PREMODIFIERS:
        if parse.lower[after] in LANGUAGE:
            return "NORP"
        if parse.lemmas[after] in REGIONS:
            return "PLACE"
        if parse.lemmas[after] in NAMED_THINGS:
            return "OTHER"
    if before >= 0 and parse.pos[before] == "NOUN" and parse.singular(before):
        tied = parse.heads[before] == head or (
            parse.heads[head] == before and parse.deps[head] in ("appos", "flat")
        )
        noun = roles().get(parse.lemmas[before])
        if tied and parse.lemmas[before] in NAMED_THINGS:
            return "OTHER"
        if tied and noun is not None and noun.type == "organization" and parse.words[before].islower():
            return "ORG"
    return ""


def _initialled(blocks: Sequence[Block], own: Mapping[str, str]) -> None:
    """Let capitals mean the only person of the document whose initials they are, "JRM"."""
    people: defaultdict[str, set[str]] = defaultdict(set)
    found = [mention for block in blocks for mention in block.mentions]
    for mention in found:
        if mention.type == "person" and " " in mention.name:
            people[_initials(mention.name)].add(mention.name)
    for mention in found:
        letters = mention.text
        if len(letters) not in _INITIALS or not letters.isalpha() or not letters.isupper():
            continue
        if len(people.get(letters, ())) == 1 and not mention.role and fold(letters) not in own:
            _turn(mention, "PERSON")
            mention.name = next(iter(people[letters]))
            mention.gender = gender_of(mention.name)


def _initials(name: str) -> str:
    """The first letters of the parts of a person's name.

    >>> _initials("Jean-Roe Moran"), _initials("Ada van Holm")
    ('JRM', 'AvH')
    """
    return "".join(part[0] for part in name.replace("-", " ").split())
