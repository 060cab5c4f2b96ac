"""The arbiter: which of several proposals stand, and why the others do not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphbuild.extract.annotations import Candidate
from graphbuild.extract.score.select import Selection, select
from graphbuild.extract.testing import example
from graphbuild.lexicons.verbs import Pattern

KENYA, CHAD, TOGO = example("Kenya/NNP/root/0/GPE- Chad/NNP/dep/1/GPE- Togo/NNP/dep/1/GPE").mentions
SURER = "as sure or surer"


def one(
    words: str,
    confidence: float = 0.5,
    *,
    source=KENYA,
    target=CHAD,
    word: int = 1,
    relation: str = "attack",
    polarity: float = -1.0,
    kind: str = "verb",
    rule: str = "active",
    **more,
) -> Candidate:
    pattern = Pattern(relation, "", polarity, "")
    return Candidate(source, target, kind, pattern, words, word, rule, confidence=confidence, **more)


def taken(*candidates: Candidate) -> list[str]:
    return [each.words for each in select(candidates).accepted]


def reasons(*candidates: Candidate) -> list[str]:
    return [each.reason for each in select(candidates).rejected]


def test_a_verb_says_one_thing_of_two_parties_the_surest() -> None:
    pair = one("meet", 0.4, relation="discuss"), one("meet with", 0.6, relation="ally", rule="with")
    assert taken(*pair) == ["meet with"]
    assert reasons(*pair) == [f'"meet with" of the rule with says the same of the two, {SURER}']


def test_among_equals_the_more_direct_then_the_first_is_taken() -> None:
    assert taken(one("far", directness=0.5), one("near"), one("also near")) == ["near"]


def test_what_two_words_say_alike_is_said_once() -> None:
    pair = one("attack", 0.5), one("raid", 0.7, word=4)
    assert taken(*pair) == ["raid"]
    assert reasons(*pair) == [f'"raid" of the rule active says the same of the two, {SURER}']


@pytest.mark.parametrize(
    "other",
    [
        one("praise", word=4, relation="support", polarity=0.5),
        one("attack", source=CHAD, target=KENYA),
        one("attack", target=TOGO),
        one("leader", kind="affiliation", relation="lead"),
    ],
    ids=["another act", "turned round", "another party", "an affiliation"],
)
def test_what_does_not_compete_is_taken_beside(other: Candidate) -> None:
    assert len(taken(one("attack", 0.9), other)) == 2


def test_two_parties_have_one_affiliation() -> None:
    pair = (
        one("leader", 0.6, kind="affiliation", relation="lead", rule="office"),
        one("member", 0.9, kind="affiliation", relation="member_of", rule="title", word=5),
    )
    assert taken(*pair) == ["member"]
    assert reasons(*pair) == [f'"member" of the rule title says the same of the two, {SURER}']


def test_a_judgement_counts_only_where_nothing_else_is_stated() -> None:
    judged = one("unfit", 0.9, relation="criticize", rule="judgement", word=6, performative=True)
    assert taken(judged) == ["unfit"]
    assert taken(judged, one("praise", 0.1, relation="support", polarity=0.5)) == ["praise"]
    assert taken(judged, one("leader", 0.1, kind="affiliation")) == ["unfit", "leader"]
    assert taken(judged, one("praise", 0.1, target=TOGO)) == ["unfit", "praise"]
    both = judged, one("liar", 0.95, relation="accuse", rule="judgement", word=8, performative=True)
    assert taken(*both) == ["liar"]


def test_of_a_verb_that_calls_names_only_what_is_hostile_counts() -> None:
    called = one(
        "call hero", 0.1, relation="support", polarity=0.5, rule="object_predicative", performative=True
    )
    plain = one("call", 0.9, relation="discuss", polarity=0.3)
    assert taken(plain, called) == ["call hero"]
    assert reasons(plain, called) == ['"call hero" is a judgement']
    assert taken(one("brand", 0.9, relation="accuse"), called) == ["brand"]
    assert taken(one("call", 0.9, relation="discuss", polarity=0.3, word=9), called) == ["call"]
    assert taken(one("call", 0.9, relation="discuss", polarity=0.3, target=TOGO), called) == [
        "call",
        "call hero",
    ]


def test_an_event_is_silent_where_a_verb_speaks_for_it() -> None:
    launched = one("launch attack on", 0.2, consumed=3)
    event = one("attack", 0.9, target=TOGO, word=3, event=3)
    assert taken(launched, event) == ["launch attack on"]
    assert reasons(launched, event) == ['the verb in "launch attack on" speaks for it']
    assert taken(launched, one("attack", 0.9, target=TOGO, word=3, event=3, apart=True)) == [
        "launch attack on",
        "attack",
    ]
    assert taken(launched, one("raid", 0.9, target=TOGO, word=4, event=4)) == ["launch attack on", "raid"]


def test_events_of_another_block_are_not_spoken_for() -> None:
    other = example("Mali/NNP/root/0/GPE- Niger/NNP/dep/1/GPE").mentions
    event = one("attack", source=other[0], target=other[1], word=3, event=3)
    assert taken(one("launch attack on", consumed=3), event) == ["launch attack on", "attack"]


def test_what_is_stated_in_another_block_does_not_compete() -> None:
    elsewhere = example("Mali/NNP/root/0/GPE").parse
    assert taken(one("attack", 0.9), one("raid", 0.1, parse=elsewhere)) == ["attack", "raid"]


def test_nobody_does_anything_to_the_same_mention() -> None:
    assert reasons(one("attack", target=KENYA)) == ["source and target are one mention"]
    assert taken(one("attack", target=KENYA), one("attack", 0.1)) == ["attack"]


def test_an_office_that_is_known_gives_way_to_what_the_text_says() -> None:
    (again,) = example("Chad/NNP/root/0/GPE").mentions
    known = one("president", 0.9, kind="affiliation", relation="lead", rule="incumbent")
    repeated = one("president", 0.8, kind="affiliation", relation="lead", rule="incumbent", target=again)
    assert taken(known, repeated) == ["president", "president"]
    for place in (CHAD, again):
        said = one("leader", 0.1, kind="affiliation", relation="lead", rule="office", target=place)
        assert taken(known, repeated, said) == ["leader"]
    elsewhere = one("leader", 0.1, kind="affiliation", relation="lead", rule="office", target=TOGO)
    assert taken(known, elsewhere) == ["president", "leader"]


NAMES = (KENYA, CHAD, TOGO)
RELATIONS = {"attack": -1.0, "support": 0.5, "discuss": 0.3}
RULES = ("active", "called", "judgement", "incumbent", "office")


@st.composite
def proposals(draw: st.DrawFn) -> list[Candidate]:
    """Candidates of which no two are equally sure."""
    sure = draw(st.lists(st.integers(1, 99), unique=True, max_size=12))
    made = []
    for k, confidence in enumerate(sure):
        rule, relation = draw(st.sampled_from(RULES)), draw(st.sampled_from(sorted(RELATIONS)))
        token = st.sampled_from([-1, -1, 3, 4])
        made.append(
            one(
                f"{k}",
                confidence / 100,
                source=draw(st.sampled_from(NAMES)),
                target=draw(st.sampled_from(NAMES)),
                word=draw(st.integers(1, 4)),
                relation=relation,
                polarity=RELATIONS[relation],
                kind="affiliation" if rule in ("incumbent", "office") else "verb",
                rule=rule,
                performative=rule in ("object_predicative", "evaluative_predicate"),
                event=draw(token),
                consumed=draw(token),
                apart=draw(st.booleans()),
            )
        )
    return made


def _words(candidates: Sequence[Candidate]) -> list[str]:
    return [each.words for each in candidates]


@given(proposals(), st.randoms(use_true_random=False))
def test_the_order_of_proposals_is_only_the_order_of_what_is_taken(made: list[Candidate], random) -> None:
    accepted = set(_words(select(made).accepted))
    mixed = random.sample(made, len(made))
    again = select(mixed)
    assert _words(again.accepted) == [each.words for each in mixed if each.words in accepted]
    assert [each.candidate.words for each in again.rejected] == [
        each.words for each in mixed if each.words not in accepted
    ]


@given(proposals())
def test_what_is_taken_does_not_compete(made: list[Candidate]) -> None:
    accepted = select(made).accepted
    assert select(accepted) == Selection(accepted, ())
    claims = [
        (each.kind, each.source.name, each.target.name, claim)
        for each in accepted
        for claim in ({each.word, each.pattern.relation} if each.kind == "verb" else {"belongs"})
    ]
    assert len(claims) == len(set(claims))
    assert all(each.source is not each.target for each in accepted)
