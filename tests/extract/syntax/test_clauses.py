"""Who takes part in a clause, said and unsaid, in both label sets."""

from __future__ import annotations

import pytest

from extract import sentences
from extract.labels import both
from graphbuild.extract.annotations import Clause
from graphbuild.extract.syntax.clauses import clauses
from graphbuild.extract.syntax.parse import Parse, view
from graphbuild.extract.testing import parsed
from graphbuild.lexicons.verbs import lexicon


def clause(table: str, labels: str, verb: str) -> tuple[Parse, Clause]:
    parse = view(parsed(table, labels))
    return parse, clauses(parse, lexicon())[parse.words.index(verb)]


def words(parse: Parse, tokens: tuple[int, ...]) -> list[str]:
    return [parse.words[i] for i in tokens]


@both
@pytest.mark.parametrize(
    ("name", "verb", "subjects", "objects"),
    [
        ("ACTIVE", "attacked", "Kenya", "Chad"),
        ("PASSIVE_BY", "attacked", "Kenya", "Chad"),
        ("PASSIVE_WITHOUT_AGENT", "attacked", "", "Chad"),
        ("PREPOSITION", "negotiated", "Kenya", ""),
        ("TWO_OBJECTS", "gave", "Kenya", "aid"),
        ("COORDINATED_VERBS", "condemned", "Kenya", "Mali"),
        ("COORDINATED_VERBS", "attacked", "Kenya", "Chad"),
        ("SHARED_OBJECT", "arrested", "Kenya", "rebels"),
        ("SHARED_OBJECT", "jailed", "Kenya", "rebels"),
        ("RELATIVE_SUBJECT", "attacked", "Rebels", "Chad"),
        ("RELATIVE_SUBJECT", "fled", "Rebels", ""),
        ("RELATIVE_OBJECT", "attacked", "Kenya", "Rebels"),
        ("RELATIVE_WITHOUT_PRONOUN", "attacked", "Kenya", "Rebels"),
        ("PARTICIPLE", "fighting", "coalition", "Chad"),
        ("PARTICIPLE_AFTER_A_PHRASE", "fighting", "rebels", "Chad"),
        ("PASSIVE_PARTICIPLE", "arrested", "police", "Rebels"),
        ("SUBJECT_CONTROL", "attack", "Kenya", "Chad"),
        ("OBJECT_CONTROL", "attack", "rebels", "Chad"),
        ("RAISED_OBJECT", "attack", "rebels", "Chad"),
        ("BARE_INFINITIVE", "attack", "rebels", "Chad"),
        ("ADVERBIAL", "attacking", "Kenya", "Chad"),
        ("ACCUSED_OF", "attacking", "rebels", "Chad"),
        ("DEMAND", "withdraw", "Chad", ""),
    ],
)
def test_subjects_and_objects(name: str, verb: str, subjects: str, objects: str, labels: str) -> None:
    parse, found = clause(getattr(sentences, name), labels, verb)
    assert words(parse, found.subjects) == subjects.split()
    assert words(parse, found.objects) == objects.split()


@both
@pytest.mark.parametrize(
    ("name", "verb", "passive", "inherited"),
    [
        ("ACTIVE", "attacked", False, False),
        ("PASSIVE_BY", "attacked", True, False),
        ("PASSIVE_PARTICIPLE", "arrested", True, True),
        ("PARTICIPLE", "fighting", False, True),
        ("SUBJECT_CONTROL", "attack", False, True),
    ],
)
def test_voice_and_what_is_taken_over(
    name: str, verb: str, passive: bool, inherited: bool, labels: str
) -> None:
    _, found = clause(getattr(sentences, name), labels, verb)
    assert (found.passive, found.inherited) == (passive, inherited)


@both
@pytest.mark.parametrize(
    ("name", "verb", "obliques"),
    [
        ("PREPOSITION", "negotiated", "with Chad"),
        ("PHRASAL", "cracked", "on rebels"),
        ("GIVEN_TO", "gave", "to Chad"),
        ("STACKED_PREPOSITIONS", "came", "out of Chad"),
        ("BECAUSE_OF", "fled", "because of Chad"),
        ("PASSIVE_BY", "attacked", ""),
    ],
)
def test_obliques(name: str, verb: str, obliques: str, labels: str) -> None:
    parse, found = clause(getattr(sentences, name), labels, verb)
    assert " ".join(f"{preposition} {parse.words[i]}" for preposition, i in found.obliques) == obliques


@both
def test_receiver_of_two_objects(labels: str) -> None:
    parse, found = clause(sentences.TWO_OBJECTS, labels, "gave")
    assert words(parse, found.receivers) == ["Chad"]


@both
def test_a_phrasal_verb_has_its_particle(labels: str) -> None:
    assert clause(sentences.PHRASAL, labels, "cracked")[1].lemma == "crack down"


@both
@pytest.mark.parametrize(("name", "verb"), [("DEMAND", "demanded"), ("SUBJECT_CONTROL", "plans")])
def test_complements(name: str, verb: str, labels: str) -> None:
    parse, found = clause(getattr(sentences, name), labels, verb)
    assert words(parse, found.complements) in (["withdraw"], ["attack"])


PROMISE = sentences.OBJECT_CONTROL.replace("urged=urge", "promised=promise")


@both
def test_who_promises_keeps_the_subject(labels: str) -> None:
    parse, found = clause(PROMISE, labels, "attack")
    assert words(parse, found.subjects) == ["Kenya"]


PASSIVE_CONTROL = """
Rebels=rebel/NNS/nsubj:pass/3/group~nsubjpass were=be/VBD/aux:pass/3~auxpass ordered=order/VBN/root/0
to/TO/mark/5~aux attack/VB/xcomp/3 Chad/NNP/obj/5/GPE~dobj ././punct/3
"""


@both
def test_who_is_ordered_acts(labels: str) -> None:
    parse, found = clause(PASSIVE_CONTROL, labels, "attack")
    assert words(parse, found.subjects) == ["Rebels"]


PASSIVE_VERBS = """
Rebels=rebel/NNS/nsubj:pass/3/group~nsubjpass were=be/VBD/aux:pass/3~auxpass arrested=arrest/VBN/root/0
and/CC/cc/5~cc/3 jailed=jail/VBN/conj/3 by/IN/case/7~agent/5 police/NNS/obl:agent/5/group~pobj/6
././punct/3
"""


@both
def test_coordinated_participles_share_who_is_acted_on(labels: str) -> None:
    parse, found = clause(PASSIVE_VERBS, labels, "jailed")
    assert words(parse, found.objects) == ["Rebels"]


PLAN = """
Kenya/NNP/nmod:poss/3/GPE~poss 's/POS/case/1 plan/NN/nsubj/7 to/TO/mark/5~aux attack/VB/acl/3
Chad/NNP/obj/5/GPE~dobj failed=fail/VBD/root/0 ././punct/7
"""


@both
def test_whose_plan_it_is_acts(labels: str) -> None:
    parse, found = clause(PLAN, labels, "attack")
    assert words(parse, found.subjects) == ["Kenya"]


WHERE = """
Lagos/NNP/nsubj/5/LOC where/WRB/advmod/4 rebels=rebel/NNS/nsubj/4/group
fought=fight/VBD/acl:relcl/1~relcl fell=fall/VBD/root/0 ././punct/5
"""


@both
def test_a_place_where_something_happens_is_not_acted_on(labels: str) -> None:
    assert clause(WHERE, labels, "fought")[1].objects == ()


@both
def test_auxiliaries_and_copulas_are_no_clauses(labels: str) -> None:
    assert clauses(view(parsed(sentences.COPULA, labels)), lexicon()) == {}
    assert len(clauses(view(parsed(sentences.PASSIVE_BY, labels)), lexicon())) == 1
