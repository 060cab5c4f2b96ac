"""What is different between two networks, or two parts of one: actors and links, with what proves it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.stats import beta, false_discovery_control, hypergeom

from graphbuild.analysis.structure.ties import TONE
from graphbuild.analysis.uncertainty import undirected
from graphbuild.errors import InputError
from graphbuild.tables import LIST
from graphbuild.vocabulary import NEGATED, STATED, VERB

__all__ = ["CHANGES", "Side", "difference", "matched", "portion"]

CHANGES = ("added", "lost", "stronger", "weaker", "turned")
"""What may have become of an actor or a link; only a link turns: from hostile to friendly or back."""

_THINGS = ["what", "first", "second"]
_COLUMNS = [
    "change", *_THINGS, "first_name", "second_name", "stories_a", "of_a", "stories_b", "of_b",
    "share_a", "share_a_low", "share_a_high", "share_b", "share_b_low", "share_b_high",
    "polarity_a", "polarity_b", "q_value", "matched", "doc_a", "sentence_a", "doc_b", "sentence_b",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """The tables of one network that are compared; see `graphbuild.tables.SCHEMAS`."""

    documents: pd.DataFrame
    mentions: pd.DataFrame
    actors: pd.DataFrame
    relations: pd.DataFrame


def portion(side: Side, *, since: str = "", before: str = "", outlet: str = "") -> Side:
    """The part of a network that some of its documents tell.

    Parameters
    ----------
    side : Side
    since, before : str
        A day, month or year, ISO 8601: documents of then or later, and of earlier. Where one is given, a
        document goes whose date does not tell, because it has none or one that is less exact.
    outlet : str
        The ``source`` of the documents.

    Returns
    -------
    Side

    Raises
    ------
    InputError
        No document is left.

    Examples
    --------
    >>> documents = pd.DataFrame({"doc_id": ["a", "b", "c"], "date": ["2020-05-31", "2020-06-01", "2020"],
    ...                           "source": ""})
    >>> none = pd.DataFrame({"doc_id": []})
    >>> portion(Side(documents, none, none, none), before="2020-06").documents.doc_id.tolist()
    ['a']
    """
    documents = side.documents
    told = [
        (not since or date >= since)
        and (not before or (date < before and not before.startswith(date)))
        and (not outlet or source == outlet)
        for date, source in zip(documents["date"], documents["source"], strict=True)
    ]
    if not any(told):
        which = {"since": since, "before": before, "of outlet": outlet}
        asked = ", ".join(f"{name} {value}" for name, value in which.items() if value)
        raise InputError(f"no document is {asked}: the table of documents has the date and source of each")
    kept = documents[told]
    mentions, relations = (
        table[table["doc_id"].isin(kept["doc_id"])] for table in (side.mentions, side.relations)
    )
    return Side(kept, mentions, side.actors, relations)


def matched(a: pd.DataFrame, b: pd.DataFrame) -> pd.DataFrame:
    """Which actor of one network is which of another.

    Parameters
    ----------
    a, b : DataFrame
        Tables of actors, with ``actor_id, name, type, aliases``.

    Returns
    -------
    DataFrame
        ``actor_id`` (of b), ``other`` (of a, or its own where a has none such) and ``matched``: ``id``;
        ``name``, where ids differ and only one of a type has the name on either side; ``alias``, where a name
        is an alias of one alone; ``new`` where a has none such.

    Examples
    --------
    >>> a = pd.DataFrame({"actor_id": ["1", "2"], "name": ["Chad", "Ann Lee"], "type": ["country", "person"],
    ...                   "aliases": ["", "A. Lee"]})
    >>> b = pd.DataFrame({"actor_id": ["1", "9"], "name": ["Chad", "A. Lee"], "type": ["country", "person"],
    ...                   "aliases": ["", ""]})
    >>> matched(a, b)[["other", "matched"]].values.tolist()
    [['1', 'id'], ['2', 'alias']]
    """
    known, here = set(a["actor_id"]), set(b["actor_id"])
    free = a[~a["actor_id"].isin(here)]
    by_name = _called(free["actor_id"], free["name"], free["type"])
    by_alias: dict[tuple[str, str], set[str]] = {}
    for actor_id, name, kind, aliases in free[["actor_id", "name", "type", "aliases"]].itertuples(
        index=False
    ):
        for called in {name, *aliases.split(LIST)} - {""}:
            by_alias.setdefault((called.casefold(), kind), set()).add(actor_id)
    twice = _called(b["actor_id"], b["name"], b["type"])
    taken: set[str] = set()
    rows = []
    for actor_id, name, kind in b[["actor_id", "name", "type"]].itertuples(index=False):
        key = (name.casefold(), kind)
        found = (actor_id, "new")
        if actor_id in known:
            found = (actor_id, "id")
        elif len(twice[key]) == 1:
            for names, how in ((by_name, "name"), (by_alias, "alias")):
                others = names.get(key, set()) - taken
                if len(others) == 1:
                    found = (min(others), how)
                    taken |= others
                    break
        rows.append((actor_id, *found))
    return pd.DataFrame(rows, columns=["actor_id", "other", "matched"], dtype="str")


def difference(a: Side, b: Side, *, level: float = 0.05) -> pd.DataFrame:
    """Actors and links that b has and a has not, or the reverse, or more or less, or with another sign.

    Compared is the share of stories that tell of an actor, or state a relation of two. Whether shares differ
    is told by Fisher's exact test (twice the smaller tail), corrected after Benjamini and Hochberg (1995,
    https://doi.org/10.1111/j.2517-6161.1995.tb02031.x) over those that could differ so much at all (Gilbert
    2005, https://doi.org/10.1111/j.1467-9876.2005.00475.x). A link turns where its mean polarity has another
    sign and, by the same test, the share of hostile stories among those with a tone is another. Documents
    that both have prove no difference and are left out, unless one has nothing else; where both have the same
    documents, they are two readings of one text, and whatever differs is different.

    Parameters
    ----------
    a, b : Side
        Before and after; of two parts of one network by `portion`.
    level : float
        The false discovery rate; at 1.0 everything that differs at all is listed.

    Returns
    -------
    DataFrame
        ``change`` (one of `CHANGES`), ``what`` (``actor`` or ``link``), ``first, second`` and their names,
        ``stories_a`` of ``of_a`` stories, ``share_a`` with the band of 95 % that it lies in (Clopper and
        Pearson 1934, https://doi.org/10.1093/biomet/26.4.404), the same of b, ``polarity_a``, ``polarity_b``
        (mean over the stories, 0.0 where none has a tone), ``q_value``, ``matched`` (see `matched`: how the
        actors of b were found in a), and of either side the document and a sentence, of the surest relation.
        Links first, by q, then by how far the shares are apart.

    Examples
    --------
    >>> ids = [f"d{i}" for i in range(40)]
    >>> documents = pd.DataFrame({"doc_id": ids, "story_id": ids, "date": "", "source": ""})
    >>> actors = pd.DataFrame({"actor_id": ["A", "B"], "name": ["Ann", "Ben"], "type": "person",
    ...                        "aliases": ""})
    >>> relations = pd.DataFrame({"doc_id": ids[20:], "kind": "verb", "status": "asserted", "polarity": -1.0,
    ...     "confidence": 0.9, "source": "A", "source_name": "Ann", "target": "B", "target_name": "Ben",
    ...     "evidence": "Ann attacked Ben."})
    >>> none = pd.DataFrame({"doc_id": [], "actor_id": []}, dtype="str")
    >>> whole = Side(documents, none, actors, relations)
    >>> early = Side(documents[:20], none, actors, relations[:0])
    >>> late = Side(documents[20:], none, actors, relations)
    >>> difference(early, late)[["change", "first_name", "second_name", "stories_b"]].values.tolist()
    [['added', 'Ann', 'Ben', 20]]
    >>> difference(whole, whole).empty
    True
    """
    pairing = matched(a.actors, b.actors)
    b = _renamed(b, pairing)
    same_text, a, b = _apart(a, b)
    of = [side.documents["story_id"].nunique() for side in (a, b)]
    table = _joined(_counted(a), _counted(b))
    few = table[["stories_a", "stories_b"]].to_numpy().T
    if same_text:
        shares = np.where(few[0] != few[1], 0.0, 1.0)
        tones = np.where(_turned(table), 0.0, 1.0)
    else:
        shares = _corrected(few[0], few[1], of[0], of[1], table["what"].to_numpy(), level)
        tones = _turn_q(table, level)
    told = _told(table, few, of, shares)
    turned = _told(table, few, of, tones, turned=True)
    found = pd.concat([told, turned], ignore_index=True)
    found = found[(found["q_value"] <= level) if level < 1 else (found["change"] != "")]
    apart = (found["share_b"] - found["share_a"]).abs()
    found = found.assign(apart=-apart).sort_values(["q_value", "apart", *_THINGS[1:]], ignore_index=True)
    found = found.sort_values("what", key=lambda what: what != "link", kind="stable", ignore_index=True)
    return _with_names(found, a, b, pairing)[_COLUMNS]


def _called(ids: pd.Series, names: pd.Series, types: pd.Series) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for actor_id, name, kind in zip(ids, names, types, strict=True):
        found.setdefault((name.casefold(), kind), set()).add(actor_id)
    return found


def _renamed(b: Side, pairing: pd.DataFrame) -> Side:
    to = pd.Series(pairing["other"].to_numpy(), index=pairing["actor_id"])

    def turn(ids: pd.Series) -> pd.Series:
        return ids.map(to).where(ids.isin(to.index), ids)

    relations = b.relations.assign(source=turn(b.relations["source"]), target=turn(b.relations["target"]))
    mentions = b.mentions.assign(actor_id=turn(b.mentions["actor_id"]))
    return Side(b.documents, mentions, b.actors.assign(actor_id=turn(b.actors["actor_id"])), relations)


def _apart(a: Side, b: Side) -> tuple[bool, Side, Side]:
    """The sides without the documents that both have, unless a side has no others."""
    ids_a, ids_b = set(a.documents["doc_id"]), set(b.documents["doc_id"])
    if ids_a == ids_b:
        return True, a, b
    shared = ids_a & ids_b
    return False, _without(a, shared) if ids_a > shared else a, _without(b, shared) if ids_b > shared else b


def _without(side: Side, ids: set[str]) -> Side:
    documents, mentions, relations = (
        table[~table["doc_id"].isin(ids)] for table in (side.documents, side.mentions, side.relations)
    )
    return Side(documents, mentions, side.actors, relations)


def _counted(side: Side) -> pd.DataFrame:
    """Of each actor and link in how many stories it is, and in how many of these with which tone."""
    story = side.documents.set_index("doc_id")["story_id"]
    named = side.mentions[side.mentions["actor_id"] != ""]
    actors = pd.DataFrame({"first": named["actor_id"], "story": named["doc_id"].map(story)}).drop_duplicates()
    actors = actors.groupby("first").size().reset_index(name="stories").assign(what="actor", second="")
    stated = side.relations[side.relations["kind"].isin(STATED) & (side.relations["status"] != NEGATED)]
    stated = undirected(stated).assign(story=stated["doc_id"].map(story))
    stated["tone"] = stated["polarity"].where(stated["kind"] == VERB)
    links = stated.groupby(["source", "target", "story"])["tone"].mean().reset_index()
    links = links.assign(hostile=links["tone"] < -TONE, friendly=links["tone"] > TONE)
    links = links.groupby(["source", "target"]).agg(
        stories=("story", "size"),
        hostile=("hostile", "sum"),
        friendly=("friendly", "sum"),
        polarity=("tone", "mean"),
    )
    links = links.reset_index().rename(columns={"source": "first", "target": "second"}).assign(what="link")
    return pd.concat([links, actors], ignore_index=True).astype(dict.fromkeys(_THINGS, "str"))


def _joined(a: pd.DataFrame, b: pd.DataFrame) -> pd.DataFrame:
    table = a.merge(b, on=_THINGS, how="outer", suffixes=("_a", "_b"), sort=True)
    numbers = [column for column in table.columns if column not in _THINGS]
    table[numbers] = table[numbers].astype("float64").fillna(0.0)
    counts = [column for column in numbers if not column.startswith("polarity")]
    return table.astype(dict.fromkeys(counts, "int64"))


def _corrected(
    few_a: npt.NDArray[np.int64],
    few_b: npt.NDArray[np.int64],
    of_a: npt.ArrayLike,
    of_b: npt.ArrayLike,
    family: npt.NDArray[np.object_],
    level: float,
) -> npt.NDArray[np.float64]:
    """q values; 1 where even the most unlike division of the stories would be no surprise."""
    if not len(few_a):
        return np.ones(0)
    of_a, of_b = np.broadcast_to(of_a, few_a.shape), np.broadcast_to(of_b, few_a.shape)
    both, total = few_a + few_b, of_a + of_b
    lower = hypergeom.cdf(few_a, total, both, of_a)
    upper = hypergeom.sf(few_a - 1, total, both, of_a)
    p_values = np.clip(2 * np.minimum(lower, upper), 0.0, 1.0)
    most, least = np.minimum(both, of_a), np.maximum(both - of_b, 0)
    best = 2 * np.minimum(hypergeom.sf(most - 1, total, both, of_a), hypergeom.cdf(least, total, both, of_a))
    possible = best < min(level, 0.05)
    q_values = np.ones(len(p_values))
    for kind in np.unique(family.astype(str)):
        tested = possible & (family == kind)
        if tested.any():
            q_values[tested] = false_discovery_control(p_values[tested])
    return q_values


def _turned(table: pd.DataFrame) -> npt.NDArray[np.bool_]:
    before, after = table["polarity_a"].to_numpy(), table["polarity_b"].to_numpy()
    return np.asarray((np.minimum(before, after) < -TONE) & (np.maximum(before, after) > TONE))


def _turn_q(table: pd.DataFrame, level: float) -> npt.NDArray[np.float64]:
    toned = [(table[f"hostile_{side}"] + table[f"friendly_{side}"]).to_numpy() for side in "ab"]
    hostile = [table[f"hostile_{side}"].to_numpy() for side in "ab"]
    q_values = _corrected(hostile[0], hostile[1], toned[0], toned[1], table["what"].to_numpy(), level)
    return np.where(_turned(table), q_values, 1.0)


def _told(
    table: pd.DataFrame,
    few: npt.NDArray[np.int64],
    of: list[int],
    q_values: npt.NDArray[np.float64],
    *,
    turned: bool = False,
) -> pd.DataFrame:
    shares = {}
    for side, k, n in zip("ab", few, of, strict=True):
        shares[f"of_{side}"] = np.full(len(k), n)
        shares[f"share_{side}"] = (k / max(n, 1)).round(6)
        low, high = beta.ppf(0.025, k, n - k + 1), beta.ppf(0.975, k + 1, n - k)
        shares[f"share_{side}_low"] = np.where(k == 0, 0.0, low).round(6)
        shares[f"share_{side}_high"] = np.where(k == n, 1.0, high).round(6)
    up = shares["share_b"] > shares["share_a"]
    differs = shares["share_b"] != shares["share_a"]
    change = np.select(
        [~differs, few[0] == 0, few[1] == 0, up], ["", "added", "lost", "stronger"], default="weaker"
    )
    if turned:
        change = np.where(_turned(table), "turned", "")
    told = table.assign(**shares, change=change, q_value=q_values.round(8))
    told[["polarity_a", "polarity_b"]] = told[["polarity_a", "polarity_b"]].round(6)
    return told[told["change"] != ""]


def _with_names(found: pd.DataFrame, a: Side, b: Side, pairing: pd.DataFrame) -> pd.DataFrame:
    names = {
        **dict(zip(b.actors["actor_id"], b.actors["name"], strict=True)),
        **dict(zip(a.actors["actor_id"], a.actors["name"], strict=True)),
    }
    how = dict(zip(pairing["other"], pairing["matched"], strict=True))
    ends = list(zip(found["first"], found["second"], strict=True))
    found = found.assign(
        first_name=pd.Series([names[first] for first, _ in ends], dtype="str"),
        second_name=pd.Series([names.get(second, "") for _, second in ends], dtype="str"),
        matched=pd.Series(
            [LIST.join(dict.fromkeys(how[one] for one in pair if one in how)) for pair in ends], dtype="str"
        ),
    )
    for side, label in ((a, "a"), (b, "b")):
        found[[f"doc_{label}", f"sentence_{label}"]] = _evidence(side, ends)
    return found


def _evidence(side: Side, ends: list[tuple[str, str]]) -> pd.DataFrame:
    """Document and sentence of the surest relation of each link, or of an actor's."""
    counted = undirected(side.relations[side.relations["status"] != NEGATED])
    counted = counted.sort_values("confidence", ascending=False, kind="stable")
    counted = counted.sort_values("kind", key=lambda kind: ~kind.isin(STATED), kind="stable")
    links: dict[tuple[str, str], list[str]] = {}
    actors: dict[str, list[str]] = {}
    wanted = {one for pair in ends for one in pair}
    near = counted[counted["source"].isin(wanted) | counted["target"].isin(wanted)]
    columns = (near[name].tolist() for name in ("source", "target", "doc_id", "evidence", "kind"))
    for source, target, *where, kind in zip(*columns, strict=True):
        if kind in STATED:
            links.setdefault((source, target), where)
        actors.setdefault(source, where)
        actors.setdefault(target, where)
    found = [links.get((a, b), ["", ""]) if b else actors.get(a, ["", ""]) for a, b in ends]
    return pd.DataFrame(found, columns=["doc", "sentence"], dtype="str")
