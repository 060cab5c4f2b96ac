"""Relations that verbs state: one construction a test, the same in both label sets."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import sentences
from extract.docs import LABELS, both, marked
from extract.words import PATTERNS
from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.testing import accepted, example, in_context
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon


def stated(table: str, labels: str) -> list[tuple[str, str, str, str]]:
    """Source, relation, target and rule of what the verbs of a sentence state."""
    block = marked(table, labels)
    return [
        (one.source.name, one.pattern.relation, one.target.name, one.rule)
        for one in accepted(in_context(block, PATTERNS), verbs)
    ]


@both
@pytest.mark.parametrize(
    ("name", "relations"),
    [
        ("ACTIVE", [("Kenya", "attack", "Chad", "active")]),
        ("PASSIVE_BY", [("Kenya", "attack", "Chad", "passive")]),
        ("PREPOSITION", [("Kenya", "discuss", "Chad", "prepositional_object")]),
        ("PHRASAL", [("Kenya", "restrict", "rebels", "prepositional_object")]),
        ("TWO_OBJECTS", [("Kenya", "aid", "Chad", "light_verb")]),
        ("GIVEN_TO", [("Kenya", "aid", "Chad", "light_verb")]),
        ("LIGHT_VERB", [("Kenya", "discuss", "Chad", "light_verb")]),
        ("COORDINATED_VERBS", [("Kenya", "criticize", "Mali", "active"),
                               ("Kenya", "attack", "Chad", "active")]),
        ("SHARED_OBJECT", [("Kenya", "detain", "rebels", "active")]),
        ("RELATIVE_SUBJECT", [("Rebels", "attack", "Chad", "active")]),
        ("RELATIVE_OBJECT", [("Kenya", "attack", "Rebels", "active")]),
        ("RELATIVE_WITHOUT_PRONOUN", [("Kenya", "attack", "Rebels", "active")]),
        ("PARTICIPLE", [("The coalition", "attack", "Chad", "active")]),
        ("PASSIVE_PARTICIPLE", [("police", "detain", "Rebels", "passive")]),
        ("SUBJECT_CONTROL", [("Kenya", "attack", "Chad", "active")]),
        ("OBJECT_CONTROL", [("Kenya", "request", "rebels", "active"),
                            ("rebels", "attack", "Chad", "active")]),
        ("RAISED_OBJECT", [("Kenya", "request", "rebels", "wanted_of"),
                           ("rebels", "attack", "Chad", "active")]),
        ("ADVERBIAL", [("Kenya", "attack", "Chad", "active")]),
        ("ACCUSED_OF", [("Kenya", "accuse", "rebels", "active"), ("rebels", "attack", "Chad", "active")]),
        ("RECIPROCAL", [("Kenya", "discuss", "Chad", "reciprocal")]),
        ("DEMAND", [("Kenya", "demand", "Chad", "complement_subject")]),
    ],
)  # fmt: skip
def test_constructions(name: str, relations: list[tuple[str, str, str, str]], labels: str) -> None:
    assert stated(getattr(sentences, name), labels) == relations


@both
def test_coordinated_verbs_with_one_object_each_state_it(labels: str) -> None:
    proposed = list(verbs(in_context(marked(sentences.SHARED_OBJECT, labels), PATTERNS)))
    assert [
        (one.words, one.source.name, one.pattern.relation, one.target.name, one.rule) for one in proposed
    ] == [(verb, "Kenya", "detain", "rebels", "active") for verb in ("arrest", "jail")]


@both
def test_every_coordinated_actor_acts_on_every_other(labels: str) -> None:
    pairs = {(source, target) for source, _, target, _ in stated(sentences.COORDINATED_ACTORS, labels)}
    assert pairs == {(a, b) for a in ("Kenya", "Mali", "Togo") for b in ("Chad", "Niger")}


@both
def test_a_passive_without_agent_states_nothing(labels: str) -> None:
    assert stated(sentences.PASSIVE_WITHOUT_AGENT.replace("| LOC", "|"), labels) == []


@both
def test_lifting_turns_the_sign_of_sanctions(labels: str) -> None:
    block = marked(sentences.TURNED_EVENT, labels)
    (one,) = verbs(in_context(block, PATTERNS))
    assert (one.source.name, one.target.name, one.rule) == ("Kenya", "Chad", "event_object")
    assert one.pattern.polarity > 0


@both
def test_ordering_keeps_the_sign_of_an_attack(labels: str) -> None:
    table = sentences.TURNED_EVENT.replace("lifted    lift ", "ordered   order").replace(
        "sanctions sanction NOUN  NNS", "attack    attack   NOUN  NN "
    )
    block = marked(table, labels)
    (one,) = verbs(in_context(block, PATTERNS))
    assert (one.source.name, one.target.name) == ("Kenya", "Chad")
    assert one.pattern.polarity < 0


OWNED = """
Kenya     kenya    PROPN NNP | 2 nsubj | | GPE
attacked  attack   VERB  VBD | 0 root  |
Chad      chad     PROPN NNP | 5 nmod:poss | 5 poss | GPE
's        's       PART  POS | 3 case  |
barracks  barracks NOUN  NNS | 2 obj   | 2 dobj |
.         .        PUNCT .   | 2 punct |
"""


@both
def test_an_attack_on_what_someone_owns_is_an_attack_on_them_but_less_surely(labels: str) -> None:
    block = marked(OWNED, labels)
    (one,) = verbs(in_context(block, PATTERNS))
    (direct,) = verbs(in_context(marked(sentences.ACTIVE, labels), PATTERNS))
    assert (one.source.name, one.pattern.relation, one.target.name) == ("Kenya", "attack", "Chad")
    assert 0 < one.directness < direct.directness <= 1


THOUSANDS = """
Kenya     kenya    PROPN NNP | 2 nsubj | | GPE
arrested  arrest   VERB  VBD | 0 root  |
dozens    dozen    NOUN  NNS | 2 obj   | 2 dobj |
of        of       ADP   IN  | 5 case  | 3 prep |
rebels    rebel    NOUN  NNS | 3 nmod  | 4 pobj | group
.         .        PUNCT .   | 2 punct |
"""


@both
def test_a_quantity_stands_for_those_it_counts(labels: str) -> None:
    assert stated(THOUSANDS, labels) == [("Kenya", "detain", "rebels", "active")]


ALONGSIDE = """
Kenya     kenya     PROPN NNP | 2 nsubj | | GPE
fought    fight     VERB  VBD | 0 root  |
alongside alongside ADP   IN  | 4 case  | 2 prep |
rebels    rebel     NOUN  NNS | 2 obl   | 3 pobj | group
.         .         PUNCT .   | 2 punct |
"""


@both
def test_who_fights_alongside_is_an_ally(labels: str) -> None:
    assert ("Kenya", "ally", "rebels", "company") in stated(ALONGSIDE, labels)


REFUSAL = """
Kenya   kenya  PROPN NNP | 2 nsubj | | GPE
refused refuse VERB  VBD | 0 root  |
to      to     PART  TO  | 4 mark  | 4 aux |
admit   admit  VERB  VB  | 2 xcomp |
rebels  rebel  NOUN  NNS | 4 obj   | 4 dobj | group
.       .      PUNCT .   | 2 punct |
"""


@both
def test_a_refusal_reaches_into_what_is_refused(labels: str) -> None:
    assert ("Kenya", "reject", "rebels", "complement_object") in stated(REFUSAL, labels)


OBLIGED = """
Kenya    kenya    PROPN NNP | 3 nsubj | | GPE
may      may      AUX   MD  | 3 aux   |
call     call     VERB  VB  | 0 root  |
on       on       ADP   IN  | 5 case  | 3 prep |
Chad     chad     PROPN NNP | 3 obl   | 4 pobj | GPE
to       to       PART  TO  | 7 mark  | 7 aux |
withdraw withdraw VERB  VB  | 3 xcomp |
.        .        PUNCT .   | 3 punct |
"""


@both
def test_calling_on_someone_is_a_request(labels: str) -> None:
    source, relation, target, _ = stated(OBLIGED, labels)[0]
    assert (source, target) == ("Kenya", "Chad")
    assert relation in ("request", "demand")


@pytest.mark.parametrize("labels", LABELS)
def test_a_verb_outside_the_lexicon_states_nothing(labels: str) -> None:
    assert stated(sentences.ACTIVE.replace(" attack ", " xylophone "), labels) == []


SIGNED = """
Kenya     kenya     PROPN NNP | 4 nsubj | | GPE
and       and       CCONJ CC  | 3 cc    | 1 cc |
Chad      chad      PROPN NNP | 1 conj  | | GPE
held      hold      VERB  VBD | 0 root  |
talks     talk      NOUN  NNS | 4 obj   | 4 dobj |
.         .         PUNCT .   | 4 punct |
"""


@both
def test_parties_who_hold_talks_talk_to_each_other(labels: str) -> None:
    assert stated(SIGNED, labels) == [("Kenya", "discuss", "Chad", "reciprocal")]


SHARED_HEAD = """
Kenyan    kenyan    ADJ   JJ  | 4 amod  | | NORP
and       and       CCONJ CC  | 3 cc    | 1 cc |
Chadian   chadian   ADJ   JJ  | 1 conj  | | NORP
officials official  NOUN  NNS | 5 nsubj |
met       meet      VERB  VBD | 0 root  |
in        in        ADP   IN  | 7 case  | 5 prep |
Lagos     lagos     PROPN NNP | 5 obl   | 6 pobj | LOC
.         .         PUNCT .   | 5 punct |
"""


@both
def test_officials_of_two_countries_meet_each_other_and_not_the_place(labels: str) -> None:
    assert stated(SHARED_HEAD, labels) == [("Kenyan", "discuss", "Chadian", "reciprocal")]


IMPOSED = """
Kenya     kenya     PROPN NNP | 2 nsubj | | GPE
lifted    lift      VERB  VBD | 0 root  |
sanctions sanction  NOUN  NNS | 2 obj   | 2 dobj |
imposed   impose    VERB  VBN | 3 acl   |
on        on        ADP   IN  | 6 case  | 4 prep |
Chad      chad      PROPN NNP | 4 obl   | 5 pobj | GPE
.         .         PUNCT .   | 2 punct |
"""


@both
def test_sanctions_imposed_on_are_sanctions_on(labels: str) -> None:
    assert ("Kenya", "yield", "Chad", "event_object") in stated(IMPOSED, labels)


MUST = """
Kenya    kenya    PROPN NNP | 2 nsubj | | GPE
said     say      VERB  VBD | 0 root  |
Chad     chad     PROPN NNP | 5 nsubj | | GPE
must     must     AUX   MD  | 5 aux   |
withdraw withdraw VERB  VB  | 2 ccomp |
at       at       ADP   IN  | 7 case  | 5 prep |
once     once     NOUN  NN  | 5 obl   | 6 pobj |
.        .        PUNCT .   | 2 punct |
"""

DID = """
Kenya    kenya    PROPN NNP | 2 nsubj | | GPE
said     say      VERB  VBD | 0 root  |
Chad     chad     PROPN NNP | 4 nsubj | | GPE
attacked attack   VERB  VBD | 2 ccomp |
rebels   rebel    NOUN  NNS | 4 obj   | 4 dobj | group
.        .        PUNCT .   | 2 punct |
"""


@both
def test_to_say_that_someone_must_is_a_demand(labels: str) -> None:
    assert stated(MUST, labels) == [("Kenya", "demand", "Chad", "said_must")]


@both
def test_to_say_that_someone_attacked_is_an_accusation(labels: str) -> None:
    assert stated(DID, labels) == [
        ("Kenya", "accuse", "Chad", "said_did"),
        ("Chad", "attack", "rebels", "active"),
    ]


AT_WAR = """
Kenya kenya PROPN NNP | 4 nsubj | 2 nsubj | GPE
is    be    AUX   VBZ | 4 cop   | 0 ROOT |
angry angry ADJ   JJ  | 4 amod  |
ally  ally  NOUN  NN  | 0 root  | 2 attr |
of    of    ADP   IN  | 6 case  | 4 prep |
Chad  chad  PROPN NNP | 4 nmod  | 5 pobj | GPE
"""


@both
def test_a_predicate_states_what_its_subject_is_to_another(labels: str) -> None:
    assert stated(AT_WAR, labels) == [("Kenya", "ally", "Chad", "predicate")]


def test_patterns_of_a_user_come_first(tmp_path: Path) -> None:
    rows = tmp_path / "own.csv"
    rows.write_text(
        "verb,object,preposition,relation,plover,polarity,effect\nattack,,,criticize,,,\n", "utf-8"
    )
    block = marked(sentences.ACTIVE)
    (one,) = verbs(in_context(block, patterns(lexicon(rows))))
    assert one.pattern.relation == "criticize"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("OPEC/NNP/obl/2/ORG", "reject"),
        ("Lagos/NNP/obl/2/LOC", "yield"),
        ("treaty/NN/obl/2 with/IN/case/6 Chad/NNP/nmod/4/GPE", "reject"),
        ("outposts=outpost/NNS/obl/2 in/IN/case/6 Chad/NNP/nmod/4/GPE", "yield"),
    ],
)
def test_to_leave_a_pact_or_a_body_gives_nothing_up(place: str, expected: str) -> None:
    block = example(f"Kenya/NNP/nsubj/2/GPE withdrew=withdraw/VBD/root/0 from/IN/case/4 {place}")
    (one,) = verbs(in_context(block, patterns(lexicon())))
    assert one.pattern.relation == expected


SHUNNED = SIGNED.replace("held      hold ", "hailed    hail ")


@both
def test_parties_who_hail_talks_hold_none(labels: str) -> None:
    assert stated(SHUNNED, labels) == []
