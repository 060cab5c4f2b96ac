"""What is asked or supposed by the order of words, in both label sets."""

from __future__ import annotations

import pytest

from extract.labels import both
from graphbuild.extract.testing import heard


@both
@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (
            "Has=have/VBZ/aux/3 Norway/NNP/nsubj/3/GPE sued=sue/VBN/root/0 Denmark/NNP/obj/3/GPE~dobj "
            "?/./punct/3",
            ["sue: possible"],
        ),
        (
            "Was=be/VBD/aux:pass/3~auxpass Peru/NNP/nsubj:pass/3/GPE~nsubjpass bombed=bomb/VBN/root/0 "
            "by/IN/case/5~agent/3 Chile/NNP/obl:agent/3/GPE~pobj/4 ?/./punct/3",
            ["bomb: possible"],
        ),
        (
            "Why/WRB/advmod/4 did=do/VBD/aux/4 Mali/NNP/nsubj/4/GPE shell/VB/root/0 "
            "Niger/NNP/obj/4/GPE~dobj ?/./punct/4",
            ["shell: possible"],
        ),
        (
            "Had=have/VBD/aux/3 Laos/NNP/nsubj/3/GPE invaded=invade/VBN/advcl/8 Burma/NNP/obj/3/GPE~dobj "
            ",/,/punct/8 China/NNP/nsubj/8/GPE would/MD/aux/8 object/VB/root/0",
            ["invade: possible"],
        ),
        (
            "Have=have/VBP/aux/3 rebels=rebel/NNS/nsubj/3/group entered=enter/VBN/root/0 and/CC/cc/5 "
            "attacked=attack/VBN/conj/3 Goma/NNP/obj/5/GPE~dobj ?/./punct/3",
            ["attack: possible"],
        ),
    ],
)
def test_what_is_asked_or_supposed_is_no_fact(tokens: str, expected: list[str], labels: str) -> None:
    assert heard(tokens, labels) == expected


@both
@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (
            "Only/RB/advmod/4 then/RB/advmod/4 did=do/VBD/aux/4 Mali/NNP/nsubj/5/GPE shell/VB/root/0 "
            "Niger/NNP/obj/5/GPE~dobj",
            ["shell: asserted"],
        ),
        (
            "Never=never/RB/advmod/2~neg had=have/VBD/aux/4 Mali/NNP/nsubj/4/GPE shelled=shell/VBN/root/0 "
            "Niger/NNP/obj/4/GPE~dobj",
            ["shell: negated"],
        ),
        (
            "Mali/NNP/nsubj/2/GPE shelled=shell/VBD/root/0 Niger/NNP/obj/2/GPE~dobj ,/,/punct/8 but/CC/cc/8 "
            "will/MD/aux/8 Togo/NNP/nsubj/8/GPE react/VB/conj/2 ?/./punct/2",
            ["shell: asserted"],
        ),
        (
            "After/IN/mark/3 Mali/NNP/nsubj/3/GPE shelled=shell/VBD/advcl/8 Niger/NNP/obj/3/GPE~dobj "
            ",/,/punct/8 did=do/VBD/aux/8 Togo/NNP/nsubj/8/GPE react/VB/root/0 ?/./punct/8",
            ["shell: asserted"],
        ),
    ],
)
def test_other_inversions_and_what_a_question_takes_for_granted(
    tokens: str, expected: list[str], labels: str
) -> None:
    assert heard(tokens, labels) == expected
