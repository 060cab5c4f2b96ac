"""Are two actors mentioned together more often than chance would have it?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from scipy.sparse import csr_array
from scipy.special import xlogy
from scipy.stats import false_discovery_control, hypergeom

from graphbuild.disk.database import Table, connection, view
from graphbuild.tables import CROWD
from graphbuild.vocabulary import COOCCURRENCE

__all__ = ["association", "association_to", "likelihood"]

Ints = npt.NDArray[np.integer]
Floats = npt.NDArray[np.float64]

_STEPS = {
    "named": "SELECT DISTINCT doc_id, sentence, actor_id FROM mentions WHERE actor_id <> ''",
    "actors": """
        SELECT actor_id, ROW_NUMBER() OVER (ORDER BY actor_id) - 1 AS actor FROM named GROUP BY actor_id
    """,
    "papers": """
        SELECT doc_id, sentences, SUM(sentences) OVER (ORDER BY doc_id) - sentences AS first FROM documents
    """,
    "lists": "SELECT doc_id, sentence FROM named GROUP BY doc_id, sentence HAVING COUNT(*) > {crowd}",
    "present": """
        SELECT
            CAST(a.actor AS INT) AS actor, CAST(n.sentence AS INT) AS sentence,
            CAST(p.sentences AS INT) AS sentences, CAST(p.first + n.sentence AS INT) AS place
        FROM named AS n
        JOIN actors AS a ON a.actor_id = n.actor_id
        JOIN papers AS p ON p.doc_id = n.doc_id
        LEFT JOIN lists AS l ON l.doc_id = n.doc_id AND l.sentence = n.sentence
        WHERE l.doc_id IS NULL
    """,
}


def association(edges: pd.DataFrame, mentions: Table, documents: Table, *, window: int = 0) -> pd.DataFrame:
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
    mentions, documents : DataFrame, or Path of a Parquet file, or sequence of such
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
    trials = _trials(mentions, documents, window)
    ends = (trials.actors.get_indexer(pd.Index(edges.loc[chosen, end])) for end in ("source", "target"))
    filled = edges.copy()
    for column, values in _measured(trials, *ends).items():
        filled.loc[chosen, column] = values
    return filled


def association_to(path: Path, edges: Path, mentions: Table, documents: Table, *, window: int = 0) -> None:
    """Write the edges with the two columns filled in, without that they or the mentions fit into memory.

    Parameters
    ----------
    path : Path
        The file to be written.
    edges : Path
        Another Parquet file, as `graphbuild.edges.aggregate.aggregate_to` writes it.
    mentions, documents, window
        As for `association`.
    """
    kept = pq.ParquetFile(edges)
    trials = _trials(mentions, documents, window)
    ends: dict[str, list[Ints]] = {"source": [], "target": []}
    for part in kept.iter_batches(columns=["kind", *ends]):
        together = part.filter(pc.equal(part["kind"], COOCCURRENCE))
        for end, rows in ends.items():
            rows.append(trials.actors.get_indexer(pd.Index(together[end].to_pandas())).astype(np.int32))
    none = np.empty(0, dtype=np.int32)
    measured = _measured(trials, *(np.concatenate([none, *rows]) for rows in ends.values()))
    done = 0
    with pq.ParquetWriter(path, kept.schema_arrow) as out:
        for part in kept.iter_batches():
            chosen = pc.equal(part["kind"], COOCCURRENCE).to_numpy(zero_copy_only=False)
            first, done = done, done + int(chosen.sum())
            for column, values in measured.items():
                filled = part[column].to_numpy(zero_copy_only=False).copy()
                filled[chosen] = values[first:done]
                place = part.schema.get_field_index(column)
                part = part.set_column(place, part.schema.field(place), pa.array(filled))
            out.write_batch(part)


def likelihood(edges: pd.DataFrame, mentions: Table, documents: Table, *, window: int = 0) -> pd.DataFrame:
    """Dunning's log-likelihood ratio of each edge of co-occurrence.

    Beside `association`, which is high for rare actors already by few sentences, and q, which is 0 to all
    digits for many, it ranks by evidence: 2 (L1 - L0), where L1 is the log-likelihood of the sentences if
    each actor is more or less frequent beside the other, and L0 if it is as frequent as elsewhere (Dunning
    1993, https://aclanthology.org/J93-1003). From 10.83 on chance has it in one of a thousand pairs.

    Parameters
    ----------
    edges : DataFrame
        With ``edge_id, source, target, kind``.
    mentions, documents, window
        As for `association`.

    Returns
    -------
    DataFrame
        ``edge_id`` and ``log_likelihood`` of the edges of co-occurrence, in order; below 0 where two are less
        often together than chance would have it.

    Examples
    --------
    >>> edges = pd.DataFrame({"edge_id": ["e"], "source": ["A"], "target": ["B"], "kind": "cooccurrence"})
    >>> mentions = pd.DataFrame({"doc_id": "d", "sentence": [0, 0, 1, 1], "actor_id": ["A", "B", "A", "B"]})
    >>> documents = pd.DataFrame({"doc_id": ["d"], "sentences": [20]})
    >>> likelihood(edges, mentions, documents).round(2).values.tolist()
    [['e', 13.0]]
    """
    chosen = edges[edges["kind"] == COOCCURRENCE]
    table = chosen[["edge_id"]].reset_index(drop=True)
    if chosen.empty:
        return table.assign(log_likelihood=0.0)
    trials = _trials(mentions, documents, window)
    source, target = (trials.actors.get_indexer(pd.Index(chosen[end])) for end in ("source", "target"))
    (together, a, b), total = _counts(trials, source, target), trials.total
    seen = np.stack([together, a - together, b - together, total - a - b + together])
    expected = np.stack([a * b, a * (total - b), (total - a) * b, (total - a) * (total - b)]) / total
    ratio = 2 * (xlogy(seen, seen) - xlogy(seen, expected)).sum(axis=0)
    sign = np.where(together < expected[0], -1.0, 1.0)
    return table.assign(log_likelihood=(sign * np.maximum(ratio, 0.0)).round(4))


@dataclass(frozen=True, slots=True)
class _Trials:
    """Which actors are present in which trials: the actors, a matrix of them by trials, how many trials."""

    actors: pd.Index
    present: csr_array
    total: int


def _trials(mentions: Table, documents: Table, window: int) -> _Trials:
    with connection() as made:
        view(made, "mentions", mentions, ("doc_id", "sentence", "actor_id"))
        view(made, "documents", documents, ("doc_id", "sentences"))
        total = int(made.sql("SELECT COALESCE(SUM(sentences), 0) FROM documents").fetchall()[0][0])
        for name, step in _STEPS.items():
            made.sql(step.format(crowd=CROWD)).create(name)
        actors = pd.Index(made.sql("SELECT actor_id FROM actors ORDER BY actor").df()["actor_id"])
        found = made.sql("SELECT * FROM present").fetchnumpy()
    longest = int(found["sentences"].max(initial=1))  # no window is wider than the longest document
    steps = [
        (step, found["sentence"] + step < found["sentences"]) for step in range(min(window, longest) + 1)
    ]
    row = np.concatenate([found["actor"][inside] for _, inside in steps])
    column = np.concatenate([(found["place"] + step)[inside] for step, inside in steps])
    present = csr_array((np.ones(len(row), dtype=np.int32), (row, column)), shape=(len(actors), total))
    present.data[:] = 1
    return _Trials(actors, present, total)


def _measured(trials: _Trials, source: Ints, target: Ints) -> dict[str, Floats]:
    """The two columns for pairs of actors, to six digits."""
    if not len(source):
        return {"association": np.empty(0), "q_value": np.empty(0)}
    counts = _counts(trials, source, target)
    sizes = [int(count.max(initial=0)) + 1 for count in counts]
    packed = np.ravel_multi_index(counts, sizes)
    cases, first, case_of = np.unique(packed, return_index=True, return_inverse=True)  # most are alike
    k, a, b = np.unravel_index(cases, sizes)
    p_values = np.clip(hypergeom.sf(k - 1, trials.total, a, b), 0.0, 1.0)[case_of]
    q_values = np.array([float(f"{q:.6g}") for q in false_discovery_control(p_values)[first]])
    return {"association": _npmi(k, a, b, trials.total).round(6)[case_of], "q_value": q_values[case_of]}


def _counts(trials: _Trials, source: Ints, target: Ints) -> tuple[Ints, Ints, Ints]:
    """In how many trials both of each pair are, the one, and the other."""
    together = np.asarray((trials.present @ trials.present.T)[source, target], dtype=np.int64)
    often = trials.present.sum(axis=1).astype(np.int64)
    return together, often[source], often[target]


def _npmi(together: Ints, a: Ints, b: Ints, total: int) -> Floats:
    never, always = together == 0, together == total
    k = np.where(never | always, 1, together)  # any number that has a logarithm
    share = np.where(never | always, 0.5, k / total)
    return np.select([never, always], [-1.0, 0.0], np.log(k * total / (a * b)) / -np.log(share))
