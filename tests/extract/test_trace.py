"""Every verb and event noun either states a relation or is told why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from graphbuild.extract import extract
from graphbuild.extract.testing import parsed
from graphbuild.extract.trace import explain
from graphbuild.records import Document

THING_ATTACKED = """
Togo/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 the/DT/det/4 weather/NN/obj/2~dobj ././punct/2
"""
BAKED = """
Togo/NNP/nsubj/2/GPE baked=bake/VBD/root/0 Kenya/NNP/obj/2/GPE~dobj ././punct/2
"""
ITSELF = """
Togo/NNP/nsubj/2/GPE praised=praise/VBD/root/0 itself/PRP/obj/2~dobj ././punct/2
"""
NOBODY_ACTS = """
Kenya/NNP/nsubj:pass/3/GPE~nsubjpass was=be/VBD/aux:pass/3~auxpass praised=praise/VBN/root/0 ././punct/3
"""
EVENT_ON_NOBODY = """
The/DT/det/2 attack/NN/nsubj/3 failed=fail/VBD/root/0 ././punct/3
"""
EVENT_ON_A_THING = """
The/DT/det/2 attack/NN/nsubj/6 on/IN/case/5~prep/2 the/DT/det/5 bridge/NN/nmod/2~pobj/3
failed=fail/VBD/root/0 ././punct/6
"""
EVENT_OF_NOBODY = EVENT_ON_A_THING.replace("bridge/NN/nmod/2~pobj/3",
                                           "Kenya/NNP/nmod/2/GPE~pobj/3")  # fmt: skip


LAUNCHED = """
Kenya/NNP/nsubj/2/GPE launched=launch/VBD/root/0 an=a/DT/det/4 attack/NN/obj/2~dobj on/IN/case/6~prep/4
Togo/NNP/nmod/4/GPE~pobj/5 ././punct/2
"""


class _ByHand:
    """A pipeline that knows one text."""

    pipe_names = ("parser", "ner")
    pipeline = ()

    def __init__(self, doc: Doc) -> None:
        self.doc = doc

    def make_doc(self, text: str) -> Doc:
        return Doc(self.doc.vocab, words=text.split())

    def pipe(self, docs: Iterable[tuple[Doc, object]], **_: object) -> Iterator[tuple[Doc, object]]:
        for doc, context in docs:
            yield (self.doc if len(doc) else doc), context


def rejected(table: str, labels: str) -> list[tuple[str, str, str]]:
    doc = parsed(table, labels)
    told = explain(Document("d", doc.text), _ByHand(doc))
    return [(one.words, one.rule, one.reason) for one in told.rejected]


@pytest.mark.parametrize("labels", ["ud", "clear"])
@pytest.mark.parametrize(
    ("table", "words", "rule", "reason"),
    [
        (THING_ATTACKED, "attack", "active", 'no actor as target in "the weather"'),
        (BAKED, "bake", "", "not in the word list of verbs"),
        (ITSELF, "praise", "active", 'source and target are one actor, "Togo"'),
        (NOBODY_ACTS, "praise", "passive", "nobody stands as source"),
        (EVENT_ON_A_THING, "attack", "", 'an event, but no actor in "the bridge"'),
        (EVENT_OF_NOBODY, "attack", "", "an event, but nobody whose it is"),
    ],
)
def test_the_reason_is_told(table: str, words: str, rule: str, reason: str, labels: str) -> None:
    assert (words, rule, reason) in rejected(table, labels)


def test_an_event_that_names_nobody_is_told_the_prepositions_that_would_do() -> None:
    ((_, _, reason),) = [one for one in rejected(EVENT_ON_NOBODY, "ud") if one[0] == "attack"]
    assert reason.startswith("an event, but nobody after ")
    assert "on" in reason.removesuffix(" whom it concerns").split("after ")[1].split(", ")


def test_a_relation_that_was_found_is_not_rejected_and_the_extraction_is_the_same(nlp: Language) -> None:
    document = Document("d", "Togo praised Kenya. The Kenyan army attacked rebels and baked bread.")
    told = explain(document, nlp)
    (plain,) = extract([document], nlp)
    assert told.extraction == plain
    stated = {r.verb for r in plain.relations}
    assert "praise" in stated
    assert "praise" not in {one.words for one in told.rejected}
    assert "bake" in {one.words for one in told.rejected}
    for one in told.rejected:
        assert document.text[one.start : one.end]
        begin, end = plain.sentences[one.sentence]
        assert begin <= one.start < one.end <= end


@pytest.mark.parametrize("labels", ["ud", "clear"])
def test_a_pair_that_a_rule_joined_already_is_told(labels: str) -> None:
    told = rejected(LAUNCHED, labels)
    reason = '"launch attack on" of the rule light_verb says the same of the two, as sure or surer'
    assert ("launch attack on", "event_object", reason) in told
    assert ("launch", "active", "the act does not reach the actor in its place") in told
    assert "light_verb" not in {rule for _, rule, _ in told}
