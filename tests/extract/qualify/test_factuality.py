"""How sure a clause is, in both label sets."""

from __future__ import annotations

import pytest

from extract import sentences
from extract.docs import both, parsed
from graphbuild.extract.qualify.factuality import factuality
from graphbuild.extract.syntax.parse import view
from graphbuild.lexicons.verbs import lexicon

LEXICON = lexicon()


def status_of(table: str, word: str, labels: str) -> str:
    parse = view(parsed(table, labels))
    return factuality(parse, parse.words.index(word), LEXICON)


def with_helper(word: str, pos: str, tag: str, universal: str, clear: str) -> str:
    """ "Kenya … attack Chad" with one word before the verb."""
    return f"""
Kenya  kenya  PROPN NNP | 3 nsubj | | GPE
{word} {word} {pos} {tag} | 3 {universal} | 3 {clear} |
attack attack VERB  VBP | 0 root  |
Chad   chad   PROPN NNP | 3 obj   | 3 dobj | GPE
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
Kenya  kenya  PROPN NNP | 4 nsubj  |
may    may    AUX   MD  | 4 aux    |
not    not    PART  RB  | 4 advmod | 4 neg |
attack attack VERB  VB  | 0 root   |
Chad   chad   PROPN NNP | 4 obj    | 4 dobj |
"""
    assert status_of(table, "attack", labels) == "negated"


@both
def test_not_only_denies_nothing(labels: str) -> None:
    table = """
Kenya    kenya  PROPN NNP | 4 nsubj  |
not      not    PART  RB  | 3 advmod | 3 neg |
only     only   ADV   RB  | 4 advmod |
attacked attack VERB  VBD | 0 root   |
Chad     chad   PROPN NNP | 4 obj    | 4 dobj |
"""
    assert status_of(table, "attacked", labels) == "asserted"
    assert status_of(table.replace("3 advmod | 3 neg", "4 advmod | 4 neg"), "attacked", labels) == "asserted"


def governed(verb: str, lemma: str) -> str:
    return sentences.SUBJECT_CONTROL.replace("plans  plan ", f"{verb} {lemma}")


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
Kenya  kenya  PROPN NNP | 4 nsubj  |
does   do     AUX   VBZ | 4 aux    |
not    not    PART  RB  | 4 advmod | 4 neg |
plan   plan   VERB  VB  | 0 root   |
to     to     PART  TO  | 6 mark   | 6 aux |
attack attack VERB  VB  | 4 xcomp  |
Chad   chad   PROPN NNP | 6 obj    | 6 dobj |
"""
    assert status_of(table, "attack", labels) == "negated"


@both
def test_what_is_done_without_is_not_done(labels: str) -> None:
    table = sentences.ADVERBIAL.replace("after     after ", "without   without")
    assert status_of(table, "attacking", labels) == "negated"
    assert status_of(table, "withdrew", labels) == "asserted"
    assert status_of(sentences.ADVERBIAL, "attacking", labels) == "asserted"


@both
def test_a_conjunct_shares_modality_unless_it_has_its_own_subject(labels: str) -> None:
    shared = """
Kenya  kenya  PROPN NNP | 3 nsubj |
may    may    AUX   MD  | 3 aux   |
invade invade VERB  VB  | 0 root  |
Chad   chad   PROPN NNP | 3 obj   | 3 dobj |
and    and    CCONJ CC  | 6 cc    | 3 cc |
bomb   bomb   VERB  VB  | 3 conj  |
Togo   togo   PROPN NNP | 6 obj   | 6 dobj |
"""
    apart = """
Kenya  kenya  PROPN NNP | 3 nsubj |
may    may    AUX   MD  | 3 aux   |
invade invade VERB  VB  | 0 root  |
Chad   chad   PROPN NNP | 3 obj   | 3 dobj |
and    and    CCONJ CC  | 7 cc    | 3 cc |
rebels rebel  NOUN  NNS | 7 nsubj |
bomb   bomb   VERB  VBP | 3 conj  |
Togo   togo   PROPN NNP | 7 obj   | 7 dobj |
"""
    assert status_of(shared, "bomb", labels) == "possible"
    assert status_of(apart, "bomb", labels) == "asserted"


@both
def test_what_is_denied_is_negated(labels: str) -> None:
    assert status_of(sentences.DENIED, "attacked", labels) == "negated"
    assert status_of(sentences.SAID_THAT, "attacked", labels) == "asserted"


OMITTED = """
Kenya    kenya    PROPN NNP | 4 nsubj  | | GPE
would    will     AUX   MD  | 4 aux    |
not      not      PART  RB  | 4 advmod | 4 neg |
{}
to       to       PART  TO  | 6 mark   | 6 aux |
attack   attack   VERB  VB  | 4 xcomp  |
Chad     chad     PROPN NNP | 6 obj    | 6 dobj | GPE
"""


@both
@pytest.mark.parametrize(
    ("verb", "expected"),
    [("hesitate hesitate VERB VB | 0 root |", "intended"), ("agree agree VERB VB | 0 root |", "negated")],
)
def test_not_turns_a_verb_of_omission_round(verb: str, expected: str, labels: str) -> None:
    assert status_of(OMITTED.format(verb), "attack", labels) == expected


NOTHING_BUT = """
Kenya   kenya   PROPN NNP | 2 nsubj | | GPE
has     have    VERB  VBZ | 0 root  |
nothing nothing PRON  NN  | 2 obj   | 2 dobj |
{}
praise  praise  NOUN  NN  | 3 nmod  | {} |
for     for     ADP   IN  | 7 case  | 5 prep |
Chad    chad    PROPN NNP | 5 nmod  | 6 pobj | GPE
"""


def test_nothing_but_denies_nothing() -> None:
    but = NOTHING_BUT.format("but but SCONJ IN | 5 case | 3 prep |", "4 pobj")
    except_for = NOTHING_BUT.format("of of ADP IN | 5 case | 3 prep |", "4 pobj")
    assert [status_of(table, "has", "ud") for table in (but, except_for)] == ["asserted", "negated"]
