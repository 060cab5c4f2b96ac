"""The key findings of a report: plain sentences, each with the sentences that make it true."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import pandas as pd

from graphbuild.report.material import Finding, Material, behind, cited, each, pair_key, phrase, pick, when
from graphbuild.vocabulary import READER, VERB

__all__ = ["keys"]

_LEAST = 2  # stories
_EACH = 3  # findings of a sort
_STRONGEST = 6
_SHOWN = 2
_SURE = 0.05  # q and p values
_WEIGHTY = 0.2  # polarity of an act that is worth telling
_TIED = 5  # actors, of one who is said to join others
_Rows = Mapping[tuple[str, str], tuple[int, ...]]


def keys(material: Material) -> tuple[Finding, ...]:
    """What an editor should know first.

    Parameters
    ----------
    material : Material

    Returns
    -------
    tuple of Finding
        The acts that most stories tell, who is told of as friend and foe, who is against whom, who joins the
        others, what changed, what one outlet tells more of, who agrees with whom; of each a few at most, and
        none that rests on one story or that chance may explain.
    """
    rows = behind(material.relations)
    return tuple(finding for rule in _RULES for finding in rule(material, rows))


def _strongest(material: Material, rows: _Rows) -> Iterator[Finding]:
    edges = material.edges
    acts = edges[
        (edges["kind"] == VERB) & (edges["n_stories"] >= _LEAST) & (edges["polarity"].abs() >= _WEIGHTY)
    ]
    acts = acts.sort_values(["n_stories", "weight", "edge_id"], ascending=[False, False, True])
    read = material.relations[["relation", "source", "rule", "verb", "doc_id"]]
    told = 0
    for edge in each(acts):
        pair = read.loc[list(rows[pair_key(edge.source, edge.target)])]
        mine = pair[(pair["relation"] == edge.relation) & (pair["source"] == edge.source)]
        by_rule = mine[mine["rule"] != READER]  # whose class its word has
        if by_rule["doc_id"].nunique() < _LEAST:
            continue
        words = ", ".join(f"“{verb}”" for verb in by_rule["verb"].value_counts().index[:3])
        proof = [*by_rule.index, *mine.index.difference(by_rule.index, sort=False)]
        yield Finding(
            (
                f"{edge.source_name} {phrase(edge.relation)} {edge.target_name} ({words}): so ",
                cited(edge.weight, proof, "sentence"),
                " of ",
                cited(edge.n_stories, proof, "story"),
                _dated(material, proof),
                f"; a like sample would have {edge.weight_low:.0f} to {edge.weight_high:.0f} (95 %).",
            ),
            pick(material, proof, _SHOWN),
        )
        told += 1
        if told == _STRONGEST:
            return


def _dated(material: Material, rows: Sequence[int]) -> str:
    """When, if most of what is told has a date."""
    dates = sorted(date for date in material.relations["date"].loc[list(rows)] if date)
    return when(dates[0], dates[-1]) if 2 * len(dates) > len(rows) else ""


def _contested(material: Material, rows: _Rows) -> Iterator[Finding]:
    polarity = material.relations["polarity"]
    both = material.ties[(material.ties["hostile"] >= _LEAST) & (material.ties["friendly"] >= _LEAST)]
    both = both[both["n_stories"] >= _LEAST]
    both = both.assign(least=both[["hostile", "friendly"]].min(axis=1))
    for tie in each(both.sort_values(["least", "weight"], ascending=False, kind="stable").head(_EACH)):
        mine = rows[tie.source, tie.target]
        foes, friends = ([row for row in mine if sign * polarity[row] > 0] for sign in (-1, 1))
        yield Finding(
            (
                f"{tie.source_name} and {tie.target_name} are told of as both: hostile in ",
                cited(tie.hostile, foes, "sentence"),
                ", friendly in ",
                cited(tie.friendly, friends),
                ".",
            ),
            (*foes[:1], *friends[:1]),
        )


def _camps(material: Material, rows: _Rows) -> Iterator[Finding]:
    found = material.balance
    if not found.n_triads or found.p_value >= _SURE:
        return  # sides are found in any graph; here they mean nothing
    yield Finding(
        (
            f"Friends of friends tend to be friends: of {found.n_triads:,} threes with a sign between each "
            f"two, {100 * found.frustrated:.0f} % do not fit, where chance would have "
            f"{100 * found.low:.0f} to {100 * found.high:.0f} %.",
        )
    )
    camp = material.measures.set_index("actor_id")["camp"]
    foes = material.ties[material.ties["sign"] < 0]
    foes = foes.assign(one=foes["source"].map(camp), other=foes["target"].map(camp))
    foes = foes[foes["one"] != foes["other"]]
    sides = foes[["one", "other"]].min(axis=1), foes[["one", "other"]].max(axis=1)
    fronts = foes.groupby([sides[0].rename("low"), sides[1].rename("high")])
    for (low, high), part in sorted(fronts, key=lambda front: (-len(front[1]), front[0]))[:1]:
        mine = [row for tie in each(part) for row in rows[tie.source, tie.target]]
        yield Finding(
            (
                f"Two camps stand against each other: {_members(material, low)} on the one side, "
                f"{_members(material, high)} on the other; ",
                cited(len(part), mine, "tie"),
                " between them are hostile.",
            ),
            pick(material, mine, _SHOWN),
        )


def _members(material: Material, number: object) -> str:
    members = material.measures[material.measures["camp"] == number]
    names = members.sort_values(["strength", "name"], ascending=[False, True])["name"]
    more = f" and {len(names) - 4} more" if len(names) > 4 else ""
    return ", ".join(names.head(4)) + more


def _brokers(material: Material, rows: _Rows) -> Iterator[Finding]:
    table = material.measures[material.measures["degree"] >= _TIED]
    for actor in each(table.sort_values(["betweenness", "name"], ascending=[False, True]).head(1)):
        mine = _of_actor(material, rows, actor.actor_id)
        yield Finding(
            (
                f"Nobody joins more of the others than {actor.name}: tied to ",
                cited(actor.degree, mine, "actor"),
                f", it lies on {100 * actor.betweenness:.1f} % of the shortest ways between any two others.",
            ),
            pick(material, mine, _SHOWN),
        )


def _of_actor(material: Material, rows: _Rows, actor_id: str) -> list[int]:
    """The surest row of each of its ties, the strongest tie first."""
    tied = material.ties[(material.ties["source"] == actor_id) | (material.ties["target"] == actor_id)]
    tied = tied.sort_values("weight", ascending=False, kind="stable")
    return [rows[tie.source, tie.target][0] for tie in each(tied)]


def _changed(material: Material, rows: _Rows) -> Iterator[Finding]:
    for change in each(material.changes.head(_EACH)):
        mine = rows[pair_key(change.source, change.target)]
        date = material.relations["date"]
        after = [row for row in mine if date[row] >= change.date]
        who = f"{change.source_name} and {change.target_name}"
        if change.what == "tone":
            told = f"the tone between {who} turned from {change.before:+.2f} to {change.after:+.2f}"
        else:
            more = "more" if change.after > change.before else "less"
            told = f"{who} are told of {more}: of 100 stories {change.before:g}, then {change.after:g}"
        yield Finding(
            (f"From {change.date} on {told} (", cited(len(mine), mine, "sentence"), ")."),
            tuple(after[:_SHOWN]),
        )


def _outlets(material: Material, rows: _Rows) -> Iterator[Finding]:
    sure = material.outlets[(material.outlets["q_value"] < _SURE) & (material.outlets["z"] > 0)]
    for told in each(sure.sort_values("z", ascending=False, kind="stable").head(_EACH)):
        who = told.first_name + (f" and {told.second_name}" if told.what == "pair" else "")
        if told.what == "pair":
            mine = list(rows.get(pair_key(told.first, told.second), ()))
        else:
            mine = _of_actor(material, rows, told.first)
        source = material.documents.set_index("doc_id")["source"]
        of_outlet = [row for row in mine if source[material.relations["doc_id"][row]] == told.outlet]
        yield Finding(
            (
                f"{told.outlet} tells more of {who} than the other outlets: in ",
                cited(told.stories, of_outlet),
                f" of its {told.of:,} stories; elsewhere in {told.elsewhere:,} of {told.of_elsewhere:,}.",
            ),
            pick(material, of_outlet, _SHOWN),
        )


def _agreed(material: Material, rows: _Rows) -> Iterator[Finding]:
    speakers = set(material.actors["actor_id"])
    shared = material.discourse
    shared = shared[shared["first"].isin(speakers) & shared["second"].isin(speakers)]
    for column, told in (("agree_on", "take the same side on"), ("differ_on", "take opposite sides on")):
        several = shared[shared[column].str.count(r" \| ") >= 1]
        one_sided = several[several["differ_on" if column == "agree_on" else "agree_on"] == ""]
        for pair in each(one_sided.head(1)):
            about = getattr(pair, column).split(" | ")
            mine = _said(material.relations, {pair.first, pair.second}, set(about))
            yield Finding(
                (
                    f"{pair.first_name} and {pair.second_name} {told} ",
                    cited(len(about), mine, "matter"),
                    f": {', '.join(about)}.",
                ),
                pick(material, mine, _SHOWN),
            )


def _said(relations: pd.DataFrame, speakers: set[str], about: set[str]) -> list[int]:
    own = relations["source"].isin(speakers) & relations["target_name"].isin(about)
    pairs = relations["source_name"] + " to " + relations["target_name"]
    told = relations["speaker"].isin(speakers) & pairs.isin(about)
    return [int(row) for row in relations.index[own | told]]


_RULES: tuple[Callable[[Material, _Rows], Iterator[Finding]], ...] = (
    _strongest,
    _contested,
    _camps,
    _brokers,
    _changed,
    _outlets,
    _agreed,
)
