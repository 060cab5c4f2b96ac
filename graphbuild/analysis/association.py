"""Are two actors mentioned together more often than chance would have it?"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.sparse import csr_array
from scipy.stats import false_discovery_control, hypergeom

from graphbuild.tables import CROWD
from graphbuild.vocabulary import COOCCURRENCE

__all__ = ["association"]


def association(
    edges: pd.DataFrame, mentions: pd.DataFrame, documents: pd.DataFrame, *, window: int = 0
) -> pd.DataFrame:
    """The edges with ``association`` and ``q_value`` filled in for co-occurrence.

    The sentences of the corpus are the trials; mere lists of names (see `graphbuild.tables.CROWD`) count as
    empty. Two actors, mentioned in a and b of N sentences and together in k, have the normalised pointwise
    mutual information

    .. math:: \\frac{\\ln (k N / a b)}{-\\ln (k / N)}

    of Bouma (2009): 1 never apart, 0 together as often as chance would have it, below 0 less often, -1 never
    together. It says how close two actors are; rare ones are easily close by accident, and whether it may be
    accident is told by ``q_value``: the chance of k or more under the hypergeometric distribution (Tumminello
    et al. 2011, https://doi.org/10.1371/journal.pone.0017994), corrected for the number of edges tested after
    Benjamini and Hochberg (1995, https://doi.org/10.1111/j.2517-6161.1995.tb02031.x). With a window of n
    sentences the trials are every sentence together with the n before it; these overlap, which makes the
    q values smaller than they should be.

    Parameters
    ----------
    edges : DataFrame
        As `graphbuild.edges.aggregate.aggregate` makes them.
    mentions, documents : DataFrame
        Tables of the same build.
    window : int
        That of `graphbuild.edges.cooccur.cooccur`, in sentences.

    Returns
    -------
    DataFrame
        The edges, in the same order, the figures to six digits. Edges of other kinds, which rest on what a
        sentence says and not on how often, keep ``association`` 0 and ``q_value`` 1: no claim is made.

    References
    ----------
    G. Bouma (2009), Normalized (pointwise) mutual information in collocation extraction, GSCL.

    Examples
    --------
    >>> edges = pd.DataFrame({"source": ["A"], "target": ["B"], "kind": "cooccurrence",
    ...                       "association": 0.0, "q_value": 1.0})
    >>> mentions = pd.DataFrame({"doc_id": "d", "sentence": [0, 0, 1, 1], "actor_id": ["A", "B", "A", "B"]})
    >>> documents = pd.DataFrame({"doc_id": ["d"], "sentences": [20]})
    >>> association(edges, mentions, documents)[["association", "q_value"]].round(4).values.tolist()
    [[1.0, 0.0053]]
    """
    chosen = (edges["kind"] == COOCCURRENCE).to_numpy()
    if not chosen.any():
        return edges
    total = int(documents["sentences"].sum())
    present, row_of = _presence(mentions, documents, window)
    source = edges.loc[chosen, "source"].map(row_of).to_numpy()
    target = edges.loc[chosen, "target"].map(row_of).to_numpy()
    together = (present @ present.T)[source, target]
    often = present.sum(axis=1)
    a, b = often[source], often[target]
    cases, case_of = np.unique(
        np.stack([together, a, b]), axis=1, return_inverse=True
    )  # most edges are alike
    p_values = hypergeom.sf(cases[0] - 1, total, cases[1], cases[2])[case_of.ravel()]
    filled = edges.copy()
    filled.loc[chosen, "association"] = _npmi(together, a, b, total).round(6)
    q_values = false_discovery_control(np.clip(p_values, 0.0, 1.0))
    filled.loc[chosen, "q_value"] = [float(f"{q:.6g}") for q in q_values]
    return filled


def _presence(
    mentions: pd.DataFrame, documents: pd.DataFrame, window: int
) -> tuple[csr_array, dict[str, int]]:
    """Actors by trials, 1 where the actor is mentioned; and the row of each actor."""
    length = dict(zip(documents["doc_id"], documents["sentences"], strict=True))
    first = dict(
        zip(documents["doc_id"], documents["sentences"].cumsum() - documents["sentences"], strict=True)
    )
    named = mentions.loc[mentions["actor_id"] != "", ["doc_id", "sentence", "actor_id"]].drop_duplicates()
    linked = named[named.groupby(["doc_id", "sentence"])["actor_id"].transform("size") <= CROWD]
    rows, names = pd.factorize(linked["actor_id"], sort=True)
    offset, size = linked["doc_id"].map(first).to_numpy(), linked["doc_id"].map(length).to_numpy()
    sentence = linked["sentence"].to_numpy()
    steps = [(step, sentence + step < size) for step in range(window + 1)]
    row = np.concatenate([rows[inside] for _, inside in steps])
    column = np.concatenate([(offset + sentence + step)[inside] for step, inside in steps])
    shape = (len(names), int(documents["sentences"].sum()))
    present = csr_array((np.ones(len(row), dtype=np.int64), (row, column)), shape=shape)
    present.data[:] = 1
    return present, {name: i for i, name in enumerate(names)}


def _npmi(together: np.ndarray, a: np.ndarray, b: np.ndarray, total: int) -> np.ndarray:
    never, always = together == 0, together == total
    k = np.where(never | always, 1, together)  # any number that has a logarithm
    share = np.where(never | always, 0.5, k / total)
    return np.select([never, always], [-1.0, 0.0], np.log(k * total / (a * b)) / -np.log(share))
