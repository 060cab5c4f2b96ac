"""Headlines that a parser took for a noun phrase have their verb; other phrases stay what they are."""

import pytest

from graphbuild.extract.syntax.headlines import headlines

VERBS = frozenset("abduct jail attack sue hold arrest rise deny".split())


def mended(words: str) -> list[str]:
    """``word/POS/TAG/dep/head`` to ``dep>head`` after the repair."""
    parts = [word.split("/") for word in words.split()]
    lemmas, pos, tags, deps = ([part[n] for part in parts] for n in range(4))
    heads = [int(part[4]) for part in parts]
    headlines(lemmas, pos, tags, deps, heads, VERBS)
    return [f"{dep}>{lemmas[head]}" for dep, head in zip(deps, heads, strict=True)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "rebel/NOUN/NNS/compound/1 abduct/NOUN/NN/compound/2 priest/NOUN/NN/root/2 jon/PROPN/NNP/flat/2",
            "nsubj>abduct root>abduct nmod:desc>jon obj>abduct",
        ),
        (
            "norland/PROPN/NNP/compound/1 jail/NOUN/NNS/root/1 holm/PROPN/NNP/appos/1",
            "nsubj>jail root>jail obj>jail",
        ),
        (
            "norland/PROPN/NNP/compound/3 ,/PUNCT/,/punct/0 sudland/PROPN/NNP/conj/0 attack/NOUN/NN/root/3 "
            "rebel/NOUN/NNS/obj/3",
            "nsubj>attack punct>sudland conj>norland root>attack obj>attack",
        ),
        (
            "norland/PROPN/NNP/root/0 to/PART/TO/mark/2 sue/VERB/VB/acl/0 sudland/PROPN/NNP/obj/2",
            "nsubj>sue aux>sue root>sue obj>sue",
        ),
        (
            "norland/PROPN/NNP/nsubj/3 ,/PUNCT/,/punct/3 sudland/PROPN/NNP/nsubj/3 hold/VERB/VBP/root/3 "
            "talk/NOUN/NNS/obj/3",
            "nsubj>hold punct>sudland conj>norland root>hold obj>hold",
        ),
    ],
)
def test_a_headline_has_its_verb(words: str, found: str) -> None:
    assert " ".join(mended(words)) == found


@pytest.mark.parametrize(
    "words",
    [
        "police/NOUN/NN/compound/2 arrest/NOUN/NN/compound/2 warrant/NOUN/NN/root/2",
        "rebel/NOUN/NN/compound/2 attack/NOUN/NN/compound/2 victim/NOUN/NNS/root/2",
        "oil/NOUN/NN/compound/1 price/NOUN/NNS/nsubj/2 rise/VERB/VBP/root/2",
        "holm/PROPN/NNP/nsubj/1 deny/VERB/VBZ/root/1 norland/PROPN/NNP/compound/3 attack/NOUN/NN/obj/1",
    ],
)
def test_other_phrases_stay(words: str) -> None:
    parts = [word.split("/") for word in words.split()]
    assert mended(words) == [f"{part[3]}>{parts[int(part[4])][0]}" for part in parts]
