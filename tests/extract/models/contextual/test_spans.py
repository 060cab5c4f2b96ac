"""The decoder of BIO tags against exhaustive search."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from graphbuild.extract.models.contextual.spans import allowed, best_tags

_TAGS = ["O", "B-ORG", "I-ORG", "B-GPE", "I-GPE"]
_FOLLOWS = allowed(_TAGS)


def _valid(path) -> bool:
    return all(_FOLLOWS[a, b] for a, b in pairwise((0, *path)))


def test_inside_follows_only_its_own_kind() -> None:
    assert not _FOLLOWS[_TAGS.index("B-ORG"), _TAGS.index("I-GPE")]
    assert not _FOLLOWS[0, _TAGS.index("I-GPE")]
    assert _FOLLOWS[_TAGS.index("I-GPE"), _TAGS.index("I-GPE")]
    assert _FOLLOWS[_TAGS.index("I-GPE"), _TAGS.index("B-ORG")]


@given(
    st.integers(1, 5).flatmap(
        lambda n: arrays(np.float32, (n, len(_TAGS)), elements=st.integers(-9, 9).map(float))
    )
)
def test_it_is_the_best_valid_path(scores: np.ndarray) -> None:
    path = best_tags(scores, _FOLLOWS).tolist()
    assert _valid(path)
    best = max(
        sum(scores[i, tag] for i, tag in enumerate(tags))
        for tags in product(range(len(_TAGS)), repeat=len(scores))
        if _valid(tags)
    )
    assert sum(scores[i, tag] for i, tag in enumerate(path)) == best


def test_nothing_to_tag() -> None:
    assert len(best_tags(np.zeros((0, len(_TAGS))), _FOLLOWS)) == 0
