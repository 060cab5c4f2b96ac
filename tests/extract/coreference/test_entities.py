"""Which names of a document are one person's or one body's."""

from __future__ import annotations

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.coreference.entities import REACH, referents
from graphbuild.extract.testing import example


def _blocks(*names: str) -> list[Block]:
    """A block for each name, "Ann Lee:PERSON"."""
    made = []
    for given in names:
        words, _, label = given.partition(":")
        *first, last = words.split()
        tokens = [f"{w}/NNP/compound/{len(first) + 1}/{label}" for w in first]
        tokens.append(f"{last}/NNP/nsubj/{len(first) + 2}/{label}")
        tokens.append("won=win/VBD/root/0")
        made.append(example(" ".join(tokens), before=len(made)))
    return made


def _together(*names: str) -> list[set[str]]:
    found: dict[int, set[str]] = {}
    for mention, referent in referents(_blocks(*names)).items():
        if mention.kind == "name":
            found.setdefault(id(referent), set()).add(mention.text)
    return sorted(found.values(), key=sorted)


def test_a_surname_is_the_only_longer_name() -> None:
    assert _together("Lee:PERSON", "Ann Lee:PERSON", "Ann B. Lee:PERSON") == [
        {"Lee", "Ann Lee", "Ann B. Lee"}
    ]


def test_a_surname_of_two_is_neither() -> None:
    assert len(_together("Ann Lee:PERSON", "Tom Lee:PERSON", "Lee:PERSON")) == 3


def test_a_body_with_a_persons_surname_is_another() -> None:
    assert len(_together("Ann Lee:PERSON", "Lee:ORG")) == 2


def test_what_one_name_tells_of_gender_holds_for_all() -> None:
    blocks = _blocks("Ann Lee:PERSON", "Lee:PERSON")
    blocks[0].mentions[0].gender = "f"
    of = referents(blocks)
    assert [of[block.mentions[0]].gender for block in blocks] == ["f", "f"]


def test_a_title_beside_the_name_tells_gender() -> None:
    (block,) = _blocks("Zyx:PERSON")
    block.mentions[0].title = "Mrs."
    assert referents([block])[block.mentions[0]].gender == "f"


AND = """
Kenya/NNP/nsubj/4/GPE- and/CC/cc/3~cc/1 Mali/NNP/conj/1/GPE built=build/VBD/root/0
bridges=bridge/NNS/obj/4~dobj
"""


def _they(sentence: int) -> Block:
    block = example("They/PRP/nsubj/2 held=hold/VBD/root/0", before=sentence)
    block.add(Mention(block.parse, 0, 1, 0, "pronoun", "pronoun", "", "They", number="p"))
    return block


def test_things_that_no_pronoun_can_reach_are_left_out() -> None:
    for sentence, kinds in ((REACH, {"name", "thing", "several"}), (REACH + 1, {"name", "several"})):
        of = referents([example(AND), _they(sentence)])
        assert {referent.kind for referent in of.values()} == kinds


def test_things_and_coordinations_have_referents_too() -> None:
    of = referents([example(AND), _they(sentence=REACH)])
    assert [(f.text, r.kind, r.number) for f, r in of.items()] == [
        ("Kenya", "name", "s"),
        ("Mali", "name", "s"),
        ("bridges", "thing", "p"),
        ("Kenya and Mali", "several", "p"),
    ]


def test_how_often_and_where_a_document_names_somebody() -> None:
    blocks = _blocks("Ann Lee:PERSON", "Tom Roe:PERSON", "Lee:PERSON")
    of = referents(blocks)
    found = [of[block.mentions[0]] for block in blocks]
    assert [(r.total, r.in_title) for r in found] == [(2, True), (1, False), (2, True)]
