"""What the reader makes of proposals, with a reader that says what the test wants."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from graphbuild.extract.annotations import Candidate, Context
from graphbuild.extract.pipeline import proposals
from graphbuild.extract.score.reader import Classes, Passage, Reading
from graphbuild.extract.score.thresholds import above
from graphbuild.extract.score.weigh import weigh
from graphbuild.extract.testing import example, in_context
from graphbuild.vocabulary import READER

ATTACK = "Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE"
MET = "Kenya/NNP/nsubj/4/GPE and/CC/cc/3 Chad/NNP/conj/1/GPE met=meet/VBD/root/0"
ACTS = ("none", "attack", "criticize", "defeat", "other-", "say", "aid", "discuss")
SIGNS = (0, -1, -1, -1, -1, 0, 1, 1)
TIES = ("none", "lead", "member_of", "same_as")
STATUSES = ("asserted", "negated", "possible", "intended")
CLASSES = Classes(
    ACTS, TIES, STATUSES, [np.array([k for k, s in enumerate(SIGNS) if k and s == g]) for g in (-1, 0, 1)]
)


def pair(act: str = "none", confidence: float = 0.0, status: str = "asserted", speaker: int = -1,
         affiliation: str = "lead", tie: float = 0.0) -> tuple[str, float, str, int, str, float]:  # fmt: skip
    return act, confidence, status, speaker, affiliation, tie


def reading(size: int, said: dict[tuple[int, int], tuple[str, float, str, int, str, float]]) -> Reading:
    """What a reader of so many mentions says of the pairs given, and nothing of all others."""
    ends = [(i, j) for i in range(size) for j in range(size) if i != j]
    rows = [said.get(pair_, pair()) for pair_ in ends]
    acts, signs = np.zeros((len(ends), len(ACTS))), np.zeros((len(ends), 3))
    ties, status = np.zeros((len(ends), len(TIES))), np.zeros((len(ends), len(STATUSES)))
    asks, shares = np.zeros((len(ends), size)), np.zeros((len(ends), 3))
    for k, (act, confidence, how, speaker, affiliation, _) in enumerate(rows):
        acts[k, ACTS.index(act)] = ties[k, TIES.index(affiliation)] = 1.0
        signs[k, SIGNS[ACTS.index(act)] + 1] = confidence
        status[k, STATUSES.index(how)] = 1.0
        if speaker >= 0:
            asks[k, speaker] = 80.0
        else:
            shares[k, 0] = 1.0
    tied = np.array([row[5] for row in rows])
    return Reading(CLASSES, size, signs, tied, acts, ties, status, asks, np.eye(size), shares)


def reader(said: dict) -> Callable[[Iterable[Passage]], Iterator[Reading]]:
    return lambda passages: (reading(len(passage.parties), said) for passage in passages)


def told(found: Iterable[Candidate]) -> list[tuple[str, str, str, str, float]]:
    return [(c.source.name, c.pattern.relation, c.target.name, c.rule, c.confidence) for c in found]


def weighed(context: Context, *said: tuple) -> list[tuple[str, str, str, str, float]]:
    return told(weigh([context], proposals(context), reader(dict(said))).accepted)  # type: ignore[arg-type]


def test_a_rules_proposal_gets_the_readers_confidence_and_keeps_its_name() -> None:
    context = in_context(example(ATTACK))
    assert weighed(context, ((0, 1), pair("attack", 0.9))) == [("Kenya", "attack", "Chad", "active", 0.9)]


def test_of_acts_of_one_sign_the_rule_says_which_and_whether_it_is_so() -> None:
    context = in_context(example(ATTACK))
    said = pair("criticize", 0.9, status="possible")
    (one,) = weigh([context], proposals(context), reader({(0, 1): said})).accepted
    assert (one.pattern.relation, one.status, one.confidence) == ("attack", "asserted", 0.9)


def test_where_rules_count_little_the_reader_says_which_act_it_is_and_whether_it_is_so() -> None:
    context = in_context(example(ATTACK))
    little = replace(CLASSES, trust=(0.3, 0.3))
    made = replace(reading(2, {(0, 1): pair("criticize", 0.9, status="possible")}), classes=little)
    (one,) = weigh([context], proposals(context), lambda passages: [made for _ in passages]).accepted  # type: ignore[arg-type, return-value]
    assert (one.pattern.relation, one.status, one.rule) == ("criticize", "possible", "active")


def test_of_a_word_that_a_rule_reads_the_reader_adds_nothing_less_sure() -> None:
    place = "Togo/NNP/obl/2/GPE"
    context = in_context(example(f"{ATTACK} near/IN/case/5 {place}"))
    ruled, added = pair("attack", 0.9), pair("attack", 0.6)
    assert [c.target.name for c in _accepted(context, {(0, 1): ruled, (0, 2): added})] == ["Chad"]
    assert [c.target.name for c in _accepted(context, {(0, 1): added, (0, 2): ruled})] == ["Chad", "Togo"]


def _accepted(context: Context, said: dict) -> Sequence[Candidate]:
    return weigh([context], proposals(context), reader(said)).accepted  # type: ignore[arg-type]


def test_a_dateline_is_no_party() -> None:
    placed = "Kigali/NNP/dislocated/4/GPE -/:/punct/1 " + ATTACK.replace("/2", "/4").replace(
        "attacked=attack", "zinged=zing"
    )
    said = {(0, 1): pair("attack", 0.9)}  # of two parties, the first and the second
    found = weigh([in_context(example(placed))], [], reader(said)).accepted  # type: ignore[arg-type]
    assert [(c.source.name, c.target.name) for c in found] == [("Kenya", "Chad")]


def test_who_is_beaten_does_not_beat() -> None:
    context = in_context(example(ATTACK.replace("attacked=attack", "defeated=defeat")))
    said = {(0, 1): pair("defeat", 0.5), (1, 0): pair("defeat", 0.6)}
    found = weigh([context], proposals(context), reader(said)).accepted  # type: ignore[arg-type]
    assert [(c.source.name, c.target.name) for c in found] == [("Kenya", "Chad")]


def test_what_no_rule_saw_is_as_true_as_its_verb() -> None:
    may = "Kenya/NNP/nsubj/3/GPE may/MD/aux/3 zing/VB/root/0 Chad/NNP/obj/3/GPE"
    (one,) = weigh(
        [in_context(example(may))],
        [],
        reader({(0, 1): pair("attack", 0.7)}),  # type: ignore[arg-type]
    ).accepted
    assert one.status == "possible"


def test_what_no_rule_saw_bears_the_readers_name_and_the_word_between() -> None:
    context = in_context(example(ATTACK.replace("attacked=attack", "zinged=zing")))
    (one,) = weigh([context], proposals(context), reader({(0, 1): pair("criticize", 0.7)})).accepted
    assert (one.rule, one.words, one.word, one.pattern.polarity < 0) == (READER, "zing", 1, True)


def test_what_the_reader_does_not_take_so_is_refused_with_the_reason() -> None:
    context = in_context(example(ATTACK))
    selection = weigh([context], proposals(context), reader({(0, 1): pair("aid", 0.8)}))
    assert sorted(told(selection.accepted)) == [
        ("Kenya", "aid", "Chad", READER, 0.8),
        ("Kenya", "attack", "Chad", "active", 0.0),
    ]
    least = {"ruled": 0.1, "added": 0.5, "affiliation": 0.3, "added affiliation": 0.3}
    kept = above(selection, least)
    assert told(kept.accepted) == [("Kenya", "aid", "Chad", READER, 0.8)]
    assert [r.reason for r in kept.rejected if r.candidate.rule == "active"] == [
        "confidence 0.00 is below 0.10"
    ]


def test_the_speaker_is_the_readers_and_so_is_the_status_where_no_rule_proposes() -> None:
    context = in_context(example(ATTACK))
    said = pair("attack", 0.9, status="possible", speaker=1)
    (ruled,) = weigh([context], proposals(context), reader({(0, 1): said})).accepted
    (added,) = weigh([context], [], reader({(0, 1): said})).accepted
    assert ruled.speaker is added.speaker is context.block.mentions[1]
    assert (ruled.status, added.status) == ("asserted", "possible")


def test_the_sign_of_what_is_denied_is_that_of_its_class() -> None:
    negated = "Kenya/NNP/nsubj/4/GPE did=do/VBD/aux/4 not/RB/advmod/4 attack/VB/root/0 Chad/NNP/obj/4/GPE"
    context = in_context(example(negated))
    (one,) = weigh([context], proposals(context), reader({(0, 1): pair("attack", 0.9)})).accepted
    assert (one.status, one.pattern.polarity) == ("negated", -1.0)


def test_a_mutual_act_is_told_once() -> None:
    context = in_context(example(MET))
    both = (((0, 1), pair("discuss", 0.8)), ((1, 0), pair("discuss", 0.9)))
    assert [(source, target) for source, _, target, _, _ in weighed(context, *both)] == [("Kenya", "Chad")]


def test_an_act_each_way_is_two() -> None:
    context = in_context(example(ATTACK))
    both = (((0, 1), pair("attack", 0.8)), ((1, 0), pair("attack", 0.9)))
    assert len(weighed(context, *both)) == 2


def test_an_act_that_no_class_fits_has_the_sign_alone() -> None:
    context = in_context(example(ATTACK))
    (one,) = weigh([context], [], reader({(0, 1): pair("other-", 0.6)})).accepted
    assert one.pattern.relation == "other"
    assert one.pattern.polarity < 0


def test_an_affiliation_stands_beside_an_act() -> None:
    context = in_context(example(ATTACK))
    said = pair("attack", 0.9, affiliation="member_of", tie=0.7)
    assert {(c[1], c[4]) for c in weighed(context, ((0, 1), said))} == {("attack", 0.9), ("member_of", 0.7)}


def test_two_mentions_of_one_actor_are_not_related() -> None:
    block = example("Kenya/NNP/nsubj/2/GPE defended=defend/VBD/root/0 it/PRP/obj/2/pronoun")
    kenya, it = block.mentions
    it.antecedent = kenya
    assert weighed(in_context(block), ((0, 1), pair("attack", 0.9))) == []


def test_of_two_mentions_of_one_source_the_surer_relation_stays() -> None:
    block = example(
        "Kenya/NNP/nsubj/2/GPE said=say/VBD/root/0 it/PRP/nsubj/4/pronoun attacked=attack/VBD/ccomp/2 "
        "Chad/NNP/obj/4/GPE"
    )
    kenya, it, _ = block.mentions
    it.antecedent = kenya
    context = in_context(block)
    said = (((0, 2), pair("attack", 0.6)), ((1, 2), pair("attack", 0.9)))
    assert [c[4] for c in weighed(context, *said)] == [0.9]


def test_a_word_that_says_it_all_is_taken_whatever_the_reader_thinks() -> None:
    backed = (
        "Kenya/NNP/obl/3/GPE -/HYPH/punct/3 backed=back/VBN/amod/4 rebels=rebel/NNS/nsubj/5/group "
        "left=leave/VBD/root/0"
    )
    context = in_context(example(backed))
    (one,) = weigh([context], proposals(context), reader({(0, 1): pair("aid", 0.01)})).accepted
    assert one.rule == "compound_participle"
    assert one.confidence > 0.3


def test_who_loses_to_another_does_not_attack_him() -> None:
    lost = "Kenya/NNP/nsubj/2/GPE lost=lose/VBD/root/0 to/IN/case/4 Chad/NNP/obl/2/GPE"
    context = in_context(example(lost))
    both = (((0, 1), pair("attack", 0.9)), ((1, 0), pair("defeat", 0.2)))
    assert [(source, act, target) for source, act, target, _, _ in weighed(context, *both)] == [
        ("Chad", "defeat", "Kenya")
    ]
