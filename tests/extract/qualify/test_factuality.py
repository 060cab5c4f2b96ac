"""How sure a clause is, in both label sets."""

from __future__ import annotations

import pytest

from extract import sentences
from extract.labels import both
from graphbuild.extract.qualify.factuality import factuality
from graphbuild.extract.syntax.parse import view
from graphbuild.extract.testing import parsed
from graphbuild.lexicons.verbs import lexicon

LEXICON = lexicon()


def status_of(table: str, word: str, labels: str) -> str:
    parse = view(parsed(table, labels))
    return factuality(parse, parse.words.index(word), LEXICON)


def with_helper(word: str, pos: str, tag: str, universal: str, clear: str) -> str:
    """ "Kenya … attack Chad" with one word before the verb."""
    return f"""
Kenya/NNP/nsubj/3/GPE {word}/{tag}+{pos}/{universal}/3~{clear} attack/VBP/root/0 Chad/NNP/obj/3/GPE~dobj
"""


@both
@pytest.mark.parametrize(
    ("helper", "expected"),
    [
        (("did", "AUX", "VBD", "aux", "aux"), "asserted"),
        (("not", "PART", "RB", "advmod", "neg"), "negated"),
        (("n't", "PART", "RB", "advmod", "neg"), "negated"),
        (("never", "ADV", "RB", "advmod", "neg"), "negated"),
        (("may", "AUX", "MD", "aux", "aux"), "possible"),
        (("could", "AUX", "MD", "aux", "aux"), "possible"),
        (("will", "AUX", "MD", "aux", "aux"), "intended"),
        (("should", "AUX", "MD", "aux", "aux"), "intended"),
        (("reportedly", "ADV", "RB", "advmod", "advmod"), "possible"),
        (("again", "ADV", "RB", "advmod", "advmod"), "asserted"),
    ],
)
def test_helpers_of_the_verb(helper: tuple[str, str, str, str, str], expected: str, labels: str) -> None:
    assert status_of(with_helper(*helper), "attack", labels) == expected


@both
def test_negation_is_stronger_than_modality(labels: str) -> None:
    table = """
Kenya/NNP/nsubj/4 may/MD/aux/4 not/RB+PART/advmod/4~neg attack/VB/root/0 Chad/NNP/obj/4~dobj
"""
    assert status_of(table, "attack", labels) == "negated"


@both
def test_not_only_denies_nothing(labels: str) -> None:
    table = """
Kenya/NNP/nsubj/4 not/RB+PART/advmod/3~neg only/RB/advmod/4 attacked=attack/VBD/root/0
Chad/NNP/obj/4~dobj
"""
    assert status_of(table, "attacked", labels) == "asserted"
    only = table.replace("advmod/3~neg", "advmod/4~neg")
    assert status_of(only, "attacked", labels) == "asserted"


def governed(verb: str, lemma: str) -> str:
    return sentences.SUBJECT_CONTROL.replace("plans=plan", f"{verb}={lemma}")


@both
@pytest.mark.parametrize(
    ("verb", "lemma", "expected"),
    [
        ("plans", "plan", "intended"),
        ("wants", "want", "intended"),
        ("failed", "fail", "negated"),
        ("refused", "refuse", "negated"),
        ("managed", "manage", "asserted"),
    ],
)
def test_the_governing_verb_decides(verb: str, lemma: str, expected: str, labels: str) -> None:
    assert status_of(governed(verb, lemma), "attack", labels) == expected


@both
def test_a_plan_that_is_denied_is_negated(labels: str) -> None:
    table = """
Kenya/NNP/nsubj/4 does=do/VBZ/aux/4 not/RB+PART/advmod/4~neg plan/VB/root/0 to/TO/mark/6~aux
attack/VB/xcomp/4 Chad/NNP/obj/6~dobj
"""
    assert status_of(table, "attack", labels) == "negated"


@both
def test_what_is_done_without_is_not_done(labels: str) -> None:
    table = sentences.ADVERBIAL.replace("after/", "without/")
    assert status_of(table, "attacking", labels) == "negated"
    assert status_of(table, "withdrew", labels) == "asserted"
    assert status_of(sentences.ADVERBIAL, "attacking", labels) == "asserted"


@both
def test_a_conjunct_shares_modality_unless_it_has_its_own_subject(labels: str) -> None:
    shared = """
Kenya/NNP/nsubj/3 may/MD/aux/3 invade/VB/root/0 Chad/NNP/obj/3~dobj and/CC/cc/6~cc/3 bomb/VB/conj/3
Togo/NNP/obj/6~dobj
"""
    apart = """
Kenya/NNP/nsubj/3 may/MD/aux/3 invade/VB/root/0 Chad/NNP/obj/3~dobj and/CC/cc/7~cc/3
rebels=rebel/NNS/nsubj/7 bomb/VBP/conj/3 Togo/NNP/obj/7~dobj
"""
    assert status_of(shared, "bomb", labels) == "possible"
    assert status_of(apart, "bomb", labels) == "asserted"


@both
def test_what_is_denied_is_negated(labels: str) -> None:
    assert status_of(sentences.DENIED, "attacked", labels) == "negated"
    assert status_of(sentences.SAID_THAT, "attacked", labels) == "asserted"


OMITTED = """
Kenya/NNP/nsubj/4/GPE would=will/MD/aux/4 not/RB+PART/advmod/4~neg
{}
to/TO/mark/6~aux attack/VB/xcomp/4 Chad/NNP/obj/6/GPE~dobj
"""


@both
@pytest.mark.parametrize(
    ("verb", "expected"),
    [("hesitate/VB/root/0", "intended"), ("agree/VB/root/0", "negated")],
)
def test_not_turns_a_verb_of_omission_round(verb: str, expected: str, labels: str) -> None:
    assert status_of(OMITTED.format(verb), "attack", labels) == expected


NOTHING_BUT = """
Kenya/NNP/nsubj/2/GPE has=have/VBZ/root/0 nothing/NN+PRON/obj/2~dobj {} praise/NN/nmod/3~{}
for/IN/case/7~prep/5 Chad/NNP/nmod/5/GPE~pobj/6
"""


def test_nothing_but_denies_nothing() -> None:
    but = NOTHING_BUT.format("but/IN+SCONJ/case/5~prep/3", "pobj/4")
    except_for = NOTHING_BUT.format("of/IN/case/5~prep/3", "pobj/4")
    assert [status_of(table, "has", "ud") for table in (but, except_for)] == ["asserted", "negated"]
