"""The steps from documents to mentions and relations."""

from __future__ import annotations

from graphbuild.extract.annotations import Candidate
from graphbuild.extract.pipeline import Analysis, contexts, extraction, proposals
from graphbuild.extract.qualify.qualified import qualified
from graphbuild.extract.score.select import select
from graphbuild.extract.testing import example
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon
from graphbuild.records import Document

KNOWN = patterns(lexicon())
AVOWED = (
    "Kenya/NNP/nsubj/2/GPE condemned=condemn/VBD/root/0 Togo/NNP/nmod:poss/5/GPE 's/POS/case/3 "
    "attack/NN/obj/2 on/IN/case/7 Chad/NNP/nmod/5/GPE"
)


def test_an_event_that_a_verb_speaks_for_is_told_of_its_doer_too() -> None:
    (context,) = contexts([example(AVOWED).parse], KNOWN)
    told = {
        (one.source.name, one.pattern.relation, one.target.name)
        for one in select(proposals(context)).accepted
    }
    assert told == {
        ("Kenya", "support", "Chad"),
        ("Kenya", "criticize", "Togo"),
        ("Togo", "attack", "Chad"),
    }


def test_a_relation_knows_its_status() -> None:
    parse = example("Kenya/NNP/nsubj/3/GPE may/MD/aux/3 attack/VB/root/0 Chad/NNP/obj/3/GPE").parse
    (context,) = contexts([parse], KNOWN)
    assert [one.status for one in select(proposals(context)).accepted] == ["possible"]


def test_the_evidence_is_where_it_is_stated_though_a_party_was_named_before() -> None:
    tokens = "Roe/NNP/nsubj/2/PERSON left=leave/VBD/root/0"
    stated = "{}/NNP/nsubj/2/GPE hailed=hail/VBD/root/0 him/PRP/obj/2 ././punct/2"
    first = example(tokens).parse
    second = example(stated.format("Kenya"), before=1, offset=10).parse
    before, here = contexts([first, second], KNOWN)
    (roe,), (kenya, *_) = before.block.mentions, here.block.mentions
    candidate = Candidate(roe, kenya, "affiliation", KNOWN.classes["lead"], "leader", 1, "office")
    said = qualified(here, candidate)
    analysis = Analysis((before, here), select([said]))
    text = "Roe left. Kenya hailed him."
    (one,) = extraction(Document("d", text), analysis).relations
    assert (one.sentence, text[one.start : one.end]) == (1, "Kenya hailed him.")
    assert text[one.verb_start : one.verb_end] == "hailed"
