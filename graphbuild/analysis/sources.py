"""What each outlet tells more and less of than the others."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.stats import false_discovery_control, norm

from graphbuild.analysis.uncertainty import undirected
from graphbuild.vocabulary import NEGATED, STATED

__all__ = ["sources"]

_LEAST = 3  # stories that tell of it
_PRIOR = 1.0  # of the prior, as a part of the counts of the mean outlet


def sources(documents: pd.DataFrame, mentions: pd.DataFrame, relations: pd.DataFrame) -> pd.DataFrame:
    """Actors and pairs of actors that an outlet tells more or less of than all the others.

    Counted are the stories of an outlet in which an actor is mentioned, or a relation of two is stated. How
    far the outlet differs is the log-odds ratio with an informative Dirichlet prior, the counts of the whole
    corpus, over its standard deviation (Monroe, Colaresi and Quinn 2008,
    https://doi.org/10.1093/pan/mpn018); the prior draws what is rare to 0. Of all these comparisons together
    the false discovery rate is controlled (Benjamini and Hochberg 1995,
    https://doi.org/10.1111/j.2517-6161.1995.tb02031.x).

    Parameters
    ----------
    documents : DataFrame
        With ``doc_id, story_id, source``; documents without a source count to none.
    mentions : DataFrame
        With ``doc_id, actor_id``.
    relations : DataFrame
        With ``doc_id, kind, status, source, source_name, target, target_name``.

    Returns
    -------
    DataFrame
        ``outlet, what`` (``actor`` or ``pair``), ``first, second`` (ids of actors; the second empty for an
        actor), ``stories`` of the outlet and ``elsewhere`` that tell of it, ``of`` and ``of_elsewhere``, all
        stories there, ``log_odds`` (above 0: more), ``z``, ``q_value``. Those that fewer than three stories
        tell of are left out. By outlet, the largest z first; empty where there are not two outlets.

    Examples
    --------
    >>> ids = [f"d{i}" for i in range(60)]
    >>> documents = pd.DataFrame({"doc_id": ids, "story_id": ids, "source": ["Post"] * 30 + ["Times"] * 30})
    >>> mentions = pd.DataFrame({"doc_id": ids * 2, "actor_id": ["A"] * 30 + ["B"] * 30 + ["C"] * 60})
    >>> none = pd.DataFrame(columns=["doc_id", "kind", "status", "source", "source_name", "target",
    ...                              "target_name"])
    >>> found = sources(documents, mentions, none)
    >>> found[found.q_value < 0.05][["outlet", "first", "stories"]].values.tolist()
    [['Post', 'A', 30], ['Post', 'B', 0], ['Times', 'B', 30], ['Times', 'A', 0]]
    """
    told = documents[documents["source"] != ""]
    outlet_of, story_of = (told.set_index("doc_id")[name] for name in ("source", "story_id"))
    named = mentions[mentions["actor_id"] != ""]
    stated = undirected(relations[(relations["status"] != NEGATED) & relations["kind"].isin(STATED)])
    parts = [
        _table(named["doc_id"], "actor", named["actor_id"], ""),
        _table(stated["doc_id"], "pair", stated["source"], stated["target"]),
    ]
    cells = pd.concat(parts, ignore_index=True)
    cells = cells.assign(outlet=cells["doc_id"].map(outlet_of), story=cells["doc_id"].map(story_of))
    cells = cells.dropna(subset="outlet").drop_duplicates(["outlet", "story", "what", "first", "second"])
    outlets = told.groupby("source")["story_id"].nunique()
    thing = ["what", "first", "second"]
    columns = ["outlet", *thing, "stories", "elsewhere", "of", "of_elsewhere", "log_odds", "z", "q_value"]
    if len(outlets) < 2 or cells.empty:
        return pd.DataFrame(columns=columns)
    counts = cells.groupby([*thing, "outlet"]).size().unstack("outlet", fill_value=0)
    counts = counts.reindex(columns=outlets.index, fill_value=0)
    counts = counts[counts.sum(axis=1) >= _LEAST]
    tables = [
        _compared(part, outlets, str(outlet))
        for _, part in counts.groupby(level="what")
        for outlet in outlets.index
    ]
    found = pd.concat([table for table in tables if len(table)] or [pd.DataFrame(columns=columns)])
    if len(found):
        p_values = np.clip(2 * norm.sf(found["z"].abs()), 0.0, 1.0)
        found = found.assign(q_value=false_discovery_control(p_values).round(8))
    found = found.sort_values(["outlet", "z", *thing], ascending=[True, False, True, True, True])
    return found.reset_index(drop=True)[columns]


def _table(doc_id: pd.Series, what: str, first: pd.Series, second: pd.Series | str) -> pd.DataFrame:
    table = pd.DataFrame({"doc_id": doc_id, "what": what, "first": first})
    return table.assign(second=second)


def _compared(counts: pd.DataFrame, outlets: pd.Series, outlet: str) -> pd.DataFrame:
    """One outlet against all others, over things of one sort."""
    here = counts[outlet].to_numpy(dtype=float)
    there = counts.sum(axis=1).to_numpy(dtype=float) - here
    prior = (here + there) * _PRIOR / len(outlets)
    all_here, all_there, all_prior = here.sum(), there.sum(), prior.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        log_odds = np.log((here + prior) / (all_here + all_prior - here - prior)) - np.log(
            (there + prior) / (all_there + all_prior - there - prior)
        )
        deviation = np.sqrt(1 / (here + prior) + 1 / (there + prior))
    if len(counts) < 2:  # the odds of a lone thing are rounding errors
        log_odds = np.zeros_like(here)
    log_odds = np.nan_to_num(log_odds, nan=0.0, posinf=0.0, neginf=0.0)
    return counts.index.to_frame(index=False).assign(
        outlet=outlet,
        stories=here.astype(np.int64),
        elsewhere=there.astype(np.int64),
        of=int(outlets[outlet]),
        of_elsewhere=int(outlets.sum() - outlets[outlet]),
        log_odds=log_odds.round(6),
        z=(log_odds / deviation).round(6),
    )
