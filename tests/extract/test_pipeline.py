"""The steps from documents to mentions and relations."""

from __future__ import annotations

from graphbuild.extract.pipeline import contexts, proposals
from graphbuild.extract.score.select import select
from graphbuild.extract.testing import example
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon

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
