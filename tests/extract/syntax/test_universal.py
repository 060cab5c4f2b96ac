"""ClearNLP labels to Universal Dependencies: one sentence, parsed by hand in both, comes out the same."""

from __future__ import annotations

import pytest

from extract import sentences
from graphbuild.extract.syntax.parse import view
from graphbuild.extract.syntax.universal import universal
from graphbuild.extract.testing import parsed

TABLES = {name: table for name, table in vars(sentences).items() if name.isupper()}


@pytest.mark.parametrize("name", TABLES)
def test_both_label_sets_give_one_tree(name: str) -> None:
    here, there = (view(parsed(TABLES[name], labels)) for labels in ("ud", "clear"))

    def rows(parse):
        fixed = {"fixed": "case"}  # ClearNLP does not tell multiword prepositions from stacked ones
        return [
            (word, fixed.get(dep, dep), parse.words[parse.heads[head] if dep == "fixed" else head])
            for word, dep, head in zip(parse.words, parse.deps, parse.heads, strict=True)
            if dep != "punct"
        ]

    assert rows(there) == rows(here)
    assert [there.preposition(i) for i in range(len(there.words))] == [
        here.preposition(i) for i in range(len(here.words))
    ]


def test_universal_relations_are_left_alone() -> None:
    deps = ["nsubj", "ROOT", "case", "obl:agent"]
    assert universal(["a"] * 4, ["X"] * 4, ["X"] * 4, deps, [1, 1, 3, 1]) == (
        ["nsubj", "root", "case", "obl:agent"],
        [1, 1, 3, 1],
    )


@pytest.mark.parametrize(
    ("clear", "ud"),
    [
        ("npadvmod", "obl:unmarked"), ("prt", "compound:prt"), ("predet", "det:predet"), ("neg", "advmod"),
        ("preconj", "cc:preconj"), ("poss", "nmod:poss"), ("oprd", "xcomp"), ("quantmod", "advmod"),
    ],
)  # fmt: skip
def test_one_label_of_clearnlp_is_enough_to_tell_it(clear: str, ud: str) -> None:
    assert universal(["a", "b"], ["X", "VERB"], ["X", "VB"], [clear, "ROOT"], [1, 1]) == (
        [ud, "root"],
        [1, 1],
    )


def test_a_preposition_without_object_is_an_adverb() -> None:
    deps, heads = universal(
        ["rebel", "come", "in"],
        ["NOUN", "VERB", "ADP"],
        ["NNS", "VBD", "IN"],
        ["nsubj", "ROOT", "prep"],
        [1, 1, 1],
    )
    assert (deps, heads) == (["nsubj", "root", "advmod"], [1, 1, 1])
