"""How sure the figures of an edge are, given how few stories it may rest on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.sparse import csr_array
from scipy.stats import rankdata

from graphbuild.vocabulary import NEGATED

__all__ = ["EDGE", "TIE", "uncertainty", "undirected"]

EDGE = ("source", "target", "kind", "relation")
"""What makes an edge of the table of edges."""

TIE = ("source", "target")
"""What makes a tie, where relations went through `undirected`."""

_AT_ONCE = 4_000  # edges, so that their draws fit into little memory
_Floats = npt.NDArray[np.float32]


def uncertainty(
    relations: pd.DataFrame,
    documents: pd.DataFrame,
    *,
    keys: Sequence[str] = EDGE,
    draws: int = 500,
    seed: int = 0,
) -> pd.DataFrame:
    """Bands of 95 % around weight, polarity and rank, and the confidence of each edge.

    Stories are drawn anew, each as often as chance has it (Poisson bootstrap, Hanley and MacGibbon 2006,
    https://doi.org/10.1016/j.cmpb.2006.04.006), for sentences of one story do not testify independently. What
    has not been seen is allowed for: the upper end of the weight has room for a further story of the mean
    size; the polarity is drawn with two stories more, one wholly hostile and one wholly friendly, as Agresti
    and Coull (1998, https://doi.org/10.1080/00031305.1998.10480550) do for shares, so that what rests on one
    story has a band that is as wide as it should be.

    Parameters
    ----------
    relations : DataFrame
        With ``doc_id, sentence, polarity, status, confidence`` and the keys; what is negated does not count.
    documents : DataFrame
        With ``doc_id, story_id``.
    keys : sequence of str
        The columns that make an edge, such as `EDGE`, or `TIE` after `undirected`.
    draws : int
        How often stories are drawn.
    seed : int

    Returns
    -------
    DataFrame
        The keys, in order, and ``weight`` (sentences), ``weight_low, weight_high``, ``polarity`` (mean over
        the relations), ``polarity_low, polarity_high``, ``rank`` by weight (1 is the strongest; the mean of
        those that are alike), ``rank_low, rank_high``, ``n_stories``, and ``confidence``: how likely at least
        one story has it right, where each is as likely right as its surest relation and they err
        independently (noisy or; Pearl 1988, Probabilistic Reasoning in Intelligent Systems).

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": ["d", "e", "f"], "story_id": ["s", "s", "t"]})
    >>> relations = pd.DataFrame({"doc_id": ["d", "e", "f"], "sentence": 0, "polarity": 0.5,
    ...     "status": "asserted", "confidence": [0.5, 0.4, 0.8], "source": "A", "target": "B"})
    >>> found = uncertainty(relations, documents, keys=TIE)
    >>> found[["weight", "n_stories", "confidence"]].values.tolist()
    [[3.0, 2.0, 0.9]]
    >>> bool(found.polarity_low[0] < -0.4), bool(found.weight_high[0] > 5)
    (True, True)
    """
    counted = relations[relations["status"] != NEGATED]
    groups = counted.groupby(list(keys), sort=True)
    table = groups.size().reset_index()[list(keys)]
    edge = groups.ngroup().to_numpy()
    story_of = documents.set_index("doc_id")["story_id"]
    story, stories = pd.factorize(counted["doc_id"].map(story_of), sort=True)
    cells = counted.assign(edge=edge, story=story)
    shape = (len(table), len(stories))
    passages = cells.drop_duplicates(["edge", "doc_id", "sentence"])
    weight = _summed(passages, np.ones(len(passages)), shape)
    number = _summed(cells, np.ones(len(cells)), shape)
    tone = _summed(cells, cells["polarity"].to_numpy(), shape)
    sure = cells.groupby(["edge", "story"])["confidence"].max().clip(0.0, 1.0)
    wrong = (1 - sure).groupby("edge").prod()

    rng = np.random.default_rng(seed)
    times = rng.poisson(1.0, (len(stories), draws)).astype(np.float32)
    unseen = rng.poisson(1.0, (2, draws)).astype(np.float32)
    drawn = np.asarray(weight @ times)
    table["weight"] = weight.sum(axis=1).astype(np.int64)
    n_stories = np.diff(weight.indptr)
    mean_size = table["weight"].to_numpy() / np.maximum(n_stories, 1)
    bands = [
        _bands(
            drawn[at : at + _AT_ONCE],
            mean_size[at : at + _AT_ONCE],
            tone[at : at + _AT_ONCE] @ times,
            number[at : at + _AT_ONCE] @ times,
            number[at : at + _AT_ONCE].sum(axis=1) / np.maximum(n_stories[at : at + _AT_ONCE], 1),
            unseen,
        )
        for at in range(0, len(table), _AT_ONCE)
    ]
    low, high, tone_low, tone_high = np.concatenate(bands, axis=1) if bands else np.zeros((4, 0))
    table["weight_low"], table["weight_high"] = low.round(3), high.round(3)
    mean = tone.sum(axis=1) / np.maximum(number.sum(axis=1), 1)
    table["polarity"] = mean.astype(np.float64).round(6)
    table["polarity_low"], table["polarity_high"] = tone_low.round(3), tone_high.round(3)
    table["rank"] = rankdata(-table["weight"]) if len(table) else np.zeros(0)
    table["rank_low"], table["rank_high"] = _ranks(drawn)
    table["n_stories"] = n_stories.astype(np.int64)
    table["confidence"] = (1 - wrong.to_numpy()).round(6)
    return table


def undirected(relations: pd.DataFrame) -> pd.DataFrame:
    """Relations with the smaller id as source, so that both directions make one tie.

    Parameters
    ----------
    relations : DataFrame
        With ``source, source_name, target, target_name``.

    Returns
    -------
    DataFrame

    Examples
    --------
    >>> one = pd.DataFrame({"source": ["B"], "source_name": ["Ben"], "target": ["A"], "target_name": ["Ann"]})
    >>> undirected(one).values.tolist()
    [['A', 'Ann', 'B', 'Ben']]
    """
    turned = relations["source"] > relations["target"]
    return relations.assign(
        **{
            f"{end}{name}": relations[f"{end}{name}"].mask(turned, relations[f"{other}{name}"])
            for end, other in (("source", "target"), ("target", "source"))
            for name in ("", "_name")
        }
    )


def _summed(cells: pd.DataFrame, values: npt.NDArray[np.float64], shape: tuple[int, int]) -> csr_array:
    """Edges by stories."""
    place = (cells["edge"].to_numpy(), cells["story"].to_numpy())
    made = csr_array((values.astype(np.float32), place), shape=shape)
    made.sum_duplicates()
    return made


def _bands(
    weight: _Floats, size: _Floats, tone: _Floats, number: _Floats, mean_number: _Floats, unseen: _Floats
) -> _Floats:
    low = np.quantile(weight, 0.025, axis=1)
    high = np.quantile(weight + size[:, None] * unseen[0], 0.975, axis=1)
    more = mean_number[:, None] * unseen[:, None]
    all_of_them = number + more.sum(axis=0)
    nothing = np.where(np.arange(tone.shape[1]) % 2, 1.0, -1.0)  # a draw without any story may be anything
    drawn = np.broadcast_to(nothing, tone.shape).astype(np.float32)
    np.divide(tone + more[0] - more[1], all_of_them, out=drawn, where=all_of_them > 0)
    tone_low, tone_high = np.quantile(drawn, [0.025, 0.975], axis=1)
    return np.stack([low, high, tone_low, tone_high])


def _ranks(drawn: _Floats) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    if not len(drawn):
        return np.zeros(0), np.zeros(0)
    ranks = np.empty_like(drawn)
    for draw in range(drawn.shape[1]):
        ranks[:, draw] = rankdata(-drawn[:, draw])
    parts = [
        np.quantile(ranks[at : at + _AT_ONCE], [0.025, 0.975], axis=1)
        for at in range(0, len(drawn), _AT_ONCE)
    ]
    low, high = np.concatenate(parts, axis=1).round(1).astype(np.float64)
    return low, high
