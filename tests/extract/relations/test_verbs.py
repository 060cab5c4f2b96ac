"""Relations that verbs state: one construction a test, the same in both label sets."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract import sentences
from extract.labels import both
from extract.words import PATTERNS
from graphbuild.extract.relations.verbs import verbs
from graphbuild.extract.testing import LABELS, accepted, example, in_context
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon


def stated(table: str, labels: str) -> list[tuple[str, str, str, str]]:
    """Source, relation, target and rule of what the verbs of a sentence state."""
    block = example(table, labels)
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
        ("RAISED_OBJECT", [("Kenya", "request", "rebels", "desiderative"),
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
    proposed = list(verbs(in_context(example(sentences.SHARED_OBJECT, labels), PATTERNS)))
    assert [
        (one.words, one.source.name, one.pattern.relation, one.target.name, one.rule) for one in proposed
    ] == [(verb, "Kenya", "detain", "rebels", "active") for verb in ("arrest", "jail")]


@both
def test_every_coordinated_actor_acts_on_every_other(labels: str) -> None:
    pairs = {(source, target) for source, _, target, _ in stated(sentences.COORDINATED_ACTORS, labels)}
    assert pairs == {(a, b) for a in ("Kenya", "Mali", "Togo") for b in ("Chad", "Niger")}


@both
def test_a_passive_without_agent_states_nothing(labels: str) -> None:
    assert stated(sentences.PASSIVE_WITHOUT_AGENT.replace("/LOC", ""), labels) == []


@both
def test_lifting_turns_the_sign_of_sanctions(labels: str) -> None:
    block = example(sentences.TURNED_EVENT, labels)
    (one,) = verbs(in_context(block, PATTERNS))
    assert (one.source.name, one.target.name, one.rule) == ("Kenya", "Chad", "event_object")
    assert one.pattern.polarity > 0


@both
def test_ordering_keeps_the_sign_of_an_attack(labels: str) -> None:
    table = sentences.TURNED_EVENT.replace("lifted=lift", "ordered=order").replace(
        "sanctions=sanction/NNS", "attack/NN"
    )
    block = example(table, labels)
    (one,) = verbs(in_context(block, PATTERNS))
    assert (one.source.name, one.target.name) == ("Kenya", "Chad")
    assert one.pattern.polarity < 0


OWNED = """
Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/nmod:poss/5/GPE~poss 's/POS/case/3
barracks/NNS/obj/2~dobj ././punct/2
"""


@both
def test_an_attack_on_what_someone_owns_is_an_attack_on_them_but_less_surely(labels: str) -> None:
    block = example(OWNED, labels)
    (one,) = verbs(in_context(block, PATTERNS))
    (direct,) = verbs(in_context(example(sentences.ACTIVE, labels), PATTERNS))
    assert (one.source.name, one.pattern.relation, one.target.name) == ("Kenya", "attack", "Chad")
    assert 0 < one.directness < direct.directness <= 1


THOUSANDS = """
Kenya/NNP/nsubj/2/GPE arrested=arrest/VBD/root/0 dozens=dozen/NNS/obj/2~dobj of/IN/case/5~prep/3
rebels=rebel/NNS/nmod/3/group~pobj/4 ././punct/2
"""


@both
def test_a_quantity_stands_for_those_it_counts(labels: str) -> None:
    assert stated(THOUSANDS, labels) == [("Kenya", "detain", "rebels", "active")]


ALONGSIDE = """
Kenya/NNP/nsubj/2/GPE fought=fight/VBD/root/0 alongside/IN/case/4~prep/2
rebels=rebel/NNS/obl/2/group~pobj/3 ././punct/2
"""


@both
def test_who_fights_alongside_is_an_ally(labels: str) -> None:
    assert ("Kenya", "ally", "rebels", "comitative") in stated(ALONGSIDE, labels)


OBLIGED = """
Kenya/NNP/nsubj/3/GPE may/MD/aux/3 call/VB/root/0 on/IN/case/5~prep/3 Chad/NNP/obl/3/GPE~pobj/4
to/TO/mark/7~aux withdraw/VB/xcomp/3 ././punct/3
"""


@both
def test_calling_on_someone_is_a_request(labels: str) -> None:
    source, relation, target, _ = stated(OBLIGED, labels)[0]
    assert (source, target) == ("Kenya", "Chad")
    assert relation in ("request", "demand")


@pytest.mark.parametrize("labels", LABELS)
def test_a_verb_outside_the_lexicon_states_nothing(labels: str) -> None:
    assert stated(sentences.ACTIVE.replace("attacked=attack/", "xylophoned=xylophone/"), labels) == []


SIGNED = """
Kenya/NNP/nsubj/4/GPE and/CC/cc/3~cc/1 Chad/NNP/conj/1/GPE held=hold/VBD/root/0
talks=talk/NNS/obj/4~dobj ././punct/4
"""


@both
def test_parties_who_hold_talks_talk_to_each_other(labels: str) -> None:
    assert stated(SIGNED, labels) == [("Kenya", "discuss", "Chad", "reciprocal")]


SHARED_HEAD = """
Kenyan/JJ/amod/4/NORP and/CC/cc/3~cc/1 Chadian/JJ/conj/1/NORP officials=official/NNS/nsubj/5
met=meet/VBD/root/0 in/IN/case/7~prep/5 Lagos/NNP/obl/5/LOC~pobj/6 ././punct/5
"""


@both
def test_officials_of_two_countries_meet_each_other_and_not_the_place(labels: str) -> None:
    assert stated(SHARED_HEAD, labels) == [("Kenyan", "discuss", "Chadian", "reciprocal")]


IMPOSED = """
Kenya/NNP/nsubj/2/GPE lifted=lift/VBD/root/0 sanctions=sanction/NNS/obj/2~dobj imposed=impose/VBN/acl/3
on/IN/case/6~prep/4 Chad/NNP/obl/4/GPE~pobj/5 ././punct/2
"""


@both
def test_sanctions_imposed_on_are_sanctions_on(labels: str) -> None:
    assert ("Kenya", "yield", "Chad", "event_object") in stated(IMPOSED, labels)


AT_WAR = """
Kenya/NNP/nsubj/4/GPE~nsubj/2 is=be/VBZ/cop/4~root/0 angry/JJ/amod/4 ally/NN/root/0~attr/2
of/IN/case/6~prep/4 Chad/NNP/nmod/4/GPE~pobj/5
"""


@both
def test_a_predicate_states_what_its_subject_is_to_another(labels: str) -> None:
    assert stated(AT_WAR, labels) == [("Kenya", "ally", "Chad", "predicate")]


def test_patterns_of_a_user_come_first(tmp_path: Path) -> None:
    rows = tmp_path / "own.csv"
    rows.write_text(
        "verb,object,preposition,relation,plover,polarity,effect\nattack,,,criticize,,,\n", "utf-8"
    )
    block = example(sentences.ACTIVE)
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


SHUNNED = SIGNED.replace("held=hold", "hailed=hail")


@both
def test_parties_who_hail_talks_hold_none(labels: str) -> None:
    assert stated(SHUNNED, labels) == []
