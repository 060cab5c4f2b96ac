"""Every verb and event noun either states a relation or is told why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extract.docs import parsed
from graphbuild.extract import extract
from graphbuild.extract.trace import explain
from graphbuild.records import Document

THING_ATTACKED = """
Togo     togo    PROPN PROPN | 2 nsubj | | GPE
attacked attack  VERB  VBD   | 0 root  |
the      the     DET   DT    | 4 det   |
weather  weather NOUN  NN    | 2 obj   | 2 dobj
.        .       PUNCT .     | 2 punct |
"""
BAKED = """
Togo  togo  PROPN NNP | 2 nsubj | | GPE
baked bake  VERB  VBD | 0 root  |
Kenya kenya PROPN NNP | 2 obj   | 2 dobj | GPE
.     .     PUNCT .   | 2 punct |
"""
ITSELF = """
Togo    togo    PROPN NNP | 2 nsubj | | GPE
praised praise  VERB  VBD | 0 root  |
itself  itself  PRON  PRP | 2 obj   | 2 dobj
.       .       PUNCT .   | 2 punct |
"""
NOBODY_ACTS = """
Kenya   kenya  PROPN NNP | 3 nsubj:pass | 3 nsubjpass | GPE
was     be     AUX   VBD | 3 aux:pass   | 3 auxpass
praised praise VERB  VBN | 0 root       |
.       .      PUNCT .   | 3 punct      |
"""
EVENT_ON_NOBODY = """
The     the    DET   DT  | 2 det   |
attack  attack NOUN  NN  | 3 nsubj |
failed  fail   VERB  VBD | 0 root  |
.       .      PUNCT .   | 3 punct |
"""
EVENT_ON_A_THING = """
The     the     DET   DT  | 2 det   |
attack  attack  NOUN  NN  | 6 nsubj |
on      on      ADP   IN  | 5 case  | 2 prep
the     the     DET   DT  | 5 det   |
bridge  bridge  NOUN  NN  | 2 nmod  | 3 pobj
failed  fail    VERB  VBD | 0 root  |
.       .       PUNCT .   | 6 punct |
"""
EVENT_OF_NOBODY = EVENT_ON_A_THING.replace("bridge  bridge  NOUN  NN  | 2 nmod  | 3 pobj",
                                           "Kenya   kenya   PROPN NNP | 2 nmod  | 3 pobj | GPE")  # fmt: skip


LAUNCHED = """
Kenya    kenya  PROPN NNP | 2 nsubj | | GPE
launched launch VERB  VBD | 0 root  |
an       a      DET   DT  | 4 det   |
attack   attack NOUN  NN  | 2 obj   | 2 dobj
on       on     ADP   IN  | 6 case  | 4 prep
Togo     togo   PROPN NNP | 4 nmod  | 5 pobj | GPE
.        .      PUNCT .   | 2 punct |
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
