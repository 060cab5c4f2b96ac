"""The sections of a report beside its key findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graphbuild.report.keys import keys
from graphbuild.report.material import (
    Cited,
    Finding,
    Material,
    Part,
    Section,
    behind,
    cited,
    each,
    pair_key,
    when,
)
from graphbuild.report.timelines import timelines
from graphbuild.tables import LIST
from graphbuild.vocabulary import NEGATED, STATUSES, VERB

__all__ = ["sections"]

_LISTED = 15
_COMMUNITIES = 10
_MEMBERS = 8
_LEAST = 2  # matters that two speak of, to be said to agree or differ
_Rows = Mapping[tuple[str, str], tuple[int, ...]]
_Row = tuple[tuple[Part, ...], ...]


def sections(material: Material) -> Iterator[Section]:
    """The sections in order, those that have nothing to tell left out.

    Parameters
    ----------
    material : Material

    Yields
    ------
    Section
    """
    rows = behind(material.relations)
    yield _read(material)
    found = keys(material)
    intro = (
        f"Only what is stated as a fact, with a confidence of {material.least:g} or more, of two actors that "
        "have a name. Each number leads to its sentences, which decide."
    )
    yield Section("Key findings", intro if found else "Nothing stands out in this corpus.", found)
    for made in (
        _central(material, rows),
        _contested(material, rows),
        _communities(material, rows),
        _changes(material, rows),
        timelines(material, rows),
        _outlets(material),
        _agreement(material),
    ):
        if made.rows:
            yield made
    yield _uncertain(material)


def _read(material: Material) -> Section:
    documents = material.documents
    dates = sorted(date for date in documents["date"] if date)
    outlets = sorted({source for source in documents["source"] if source})
    told = [
        f"{len(documents):,} documents, {documents['story_id'].nunique():,} stories (copies count once), "
        f"{int(documents['sentences'].sum()):,} sentences.",
        f"{len(dates):,} of the documents have a date{when(dates[0], dates[-1]) if dates else ''}.",
    ]
    if outlets:
        more = f" and {len(outlets) - _LISTED} more" if len(outlets) > _LISTED else ""
        told.append(f"{len(outlets):,} outlets: {', '.join(outlets[:_LISTED])}{more}.")
    stated = material.stated
    told.append(
        f"{len(material.actors):,} actors and {len(stated):,} relations that sentences state of two of them; "
        f"{len(material.relations):,} of these are between actors with a name, and sure enough for here."
    )
    return Section("What was read", findings=tuple(Finding((line,)) for line in told))


def _central(material: Material, rows: _Rows) -> Section:
    table = material.measures.sort_values(["degree", "strength", "name"], ascending=[False, False, True])
    made: list[_Row] = []
    for actor in each(table.head(_LISTED)):
        tied = material.ties[
            (material.ties["source"] == actor.actor_id) | (material.ties["target"] == actor.actor_id)
        ].sort_values("weight", ascending=False, kind="stable")
        mine = [row for tie in each(tied) for row in rows[tie.source, tie.target]]
        nearest = [
            tie.target_name if tie.source == actor.actor_id else tie.source_name for tie in each(tied.head(3))
        ]
        made.append(
            (
                (actor.name,),
                (actor.type,),
                (cited(actor.degree, mine),),
                (cited(actor.strength, mine),),
                (f"{100 * actor.betweenness:.1f} %",),
                (", ".join(nearest),),
            )
        )
    columns = ("Actor", "Type", "Tied to", "Sentences", "Of shortest ways", "Most with")
    intro = "By the number of others with whom something is stated of them."
    return Section("Central actors", intro, columns=columns, rows=tuple(made))


def _contested(material: Material, rows: _Rows) -> Section:
    polarity = material.relations["polarity"]
    both = material.ties[(material.ties["hostile"] > 0) & (material.ties["friendly"] > 0)]
    both = both.assign(least=both[["hostile", "friendly"]].min(axis=1))
    both = both.sort_values(["least", "weight"], ascending=False, kind="stable").head(_LISTED)
    made: list[_Row] = []
    for tie in each(both):
        mine = rows[tie.source, tie.target]
        foes, friends = ([row for row in mine if sign * polarity[row] > 0] for sign in (-1, 1))
        band = f"{tie.polarity:+.2f} ({tie.polarity_low:+.2f} to {tie.polarity_high:+.2f})"
        made.append(
            (
                (f"{tie.source_name} – {tie.target_name}",),
                (cited(tie.hostile, foes),),
                (cited(tie.friendly, friends),),
                (band,),
                (f"{tie.n_stories:,}",),
            )
        )
    columns = ("Pair", "Hostile", "Friendly", "Mean polarity and 95 % band", "Stories")
    intro = "Pairs of whom some sentences tell as foes and others as friends; polarity runs from -1 to +1."
    return Section("Most contested pairs", intro, columns=columns, rows=tuple(made))


def _communities(material: Material, rows: _Rows) -> Section:
    of = material.measures.set_index("actor_id")["community"]
    inside = material.ties[material.ties["source"].map(of) == material.ties["target"].map(of)]
    inside = inside.assign(community=inside["source"].map(of))
    made: list[_Row] = []
    for number, members in material.measures.groupby("community"):
        if len(members) < 3 or len(made) == _COMMUNITIES:
            continue
        names = members.sort_values(["strength", "name"], ascending=[False, True])["name"].tolist()
        own = inside[inside["community"] == number].sort_values("weight", ascending=False, kind="stable")
        mine = [row for tie in each(own) for row in rows[tie.source, tie.target]]
        more = f" and {len(names) - _MEMBERS} more" if len(names) > _MEMBERS else ""
        made.append(
            (
                (" and ".join(names[:2]),),
                (f"{len(names):,}",),
                (", ".join(names[:_MEMBERS]) + more,),
                (cited(len(mine), mine),),
            )
        )
    columns = ("Called after", "Actors", "Members", "Relations inside")
    intro = (
        "Who has more to do with each other than with the rest (Leiden). A community is called after the two "
        "with most sentences; it need not be of one mind."
    )
    return Section("Communities", intro, columns=columns, rows=tuple(made))


def _changes(material: Material, rows: _Rows) -> Section:
    made: list[_Row] = []
    for change in each(material.changes.head(_LISTED)):
        mine = rows[pair_key(change.source, change.target)]
        made.append(
            (
                (f"{change.source_name} – {change.target_name}",),
                ("tone" if change.what == "tone" else "stories of 100",),
                (change.date,),
                (f"{change.before:g}",),
                (f"{change.after:g}",),
                (cited(len(mine), mine),),
            )
        )
    if not made:  # no break, but what there is over time
        series = material.timeline.groupby(["source", "target"])
        longest = series.agg(periods=("period", "nunique"), reports=("reports", "sum"))
        longest = longest[longest["periods"] >= 3].sort_values(["periods", "reports"], ascending=False)
        for pair in each(longest.head(_LISTED).reset_index()):
            part = series.get_group((pair.source, pair.target))
            mine = rows[pair.source, pair.target]
            first, last = part["period"].iloc[0], part["period"].iloc[-1]
            tones = [f"{part['polarity'].iloc[at]:+.2f}" for at in (0, -1)]
            name = f"{part['source_name'].iloc[0]} – {part['target_name'].iloc[0]}"
            number = (cited(len(mine), mine),)
            made.append(
                ((name,), ("no break found",), (f"{first} to {last}",), (tones[0],), (tones[1],), number)
            )
    columns = ("Pair", "What", "From", "Before", "After", "Relations")
    intro = (
        "Where the share of stories that tell of two, or the tone between them, changes for good (PELT). "
        "Only days count; without dates nothing can be found."
    )
    return Section("Most changed pairs", intro, columns=columns, rows=tuple(made))


def _outlets(material: Material) -> Section:
    sure = material.outlets[material.outlets["q_value"] < 0.05]
    sure = sure.reindex(sure["z"].abs().sort_values(ascending=False, kind="stable").index).head(_LISTED)
    made = [
        (
            (told.outlet,),
            (f"{'more' if told.z > 0 else 'less'} of {_both(told.first_name, told.second_name)}",),
            (f"{told.stories:,} of {told.of:,}",),
            (f"{told.elsewhere:,} of {told.of_elsewhere:,}",),
            ("< 0.0001" if told.q_value < 0.0001 else f"{told.q_value:.2g}",),
        )
        for told in each(sure)
    ]  # fmt: skip
    intro = (
        "What an outlet tells more or less of than the others (log-odds with a prior; q: share of accidents)."
    )
    return Section(
        "Outlets", intro, columns=("Outlet", "Tells", "Stories", "Elsewhere", "q"), rows=tuple(made)
    )


def _agreement(material: Material) -> Section:
    known = set(material.measures["actor_id"])
    shared = material.discourse
    shared = shared[shared["first"].isin(known) & shared["second"].isin(known)]
    matters = (shared["agree_on"] + LIST + shared["differ_on"]).str.split(LIST, regex=False)
    several = matters.map(lambda names: len(set(names) - {""})) >= _LEAST
    shared = shared[several].head(_LISTED)
    said = material.relations[material.relations["kind"] == VERB]
    made: list[_Row] = []
    for pair in each(shared):
        who = {pair.first, pair.second}
        mine = said[said["source"].isin(who) | said["speaker"].isin(who)]
        pairs = mine["source_name"] + " to " + mine["target_name"]
        cells: list[tuple[Part, ...]] = [(f"{pair.first_name} – {pair.second_name}",)]
        for about in (pair.agree_on, pair.differ_on):
            names = [name for name in about.split(LIST) if name]
            proof = mine[mine["target_name"].isin(names) | pairs.isin(names)].index.tolist()
            cells.append((Cited(", ".join(names), tuple(proof)) if names and proof else ", ".join(names),))
        made.append((*cells, (f"{pair.congruence:.2f}",), (f"{pair.conflict:.2f}",)))
    intro = (
        "Who speaks of the same matters as another, for or against (discourse network, normalised by how "
        "much the two say). “A to B” is what A is said to do to B."
    )
    columns = ("Speakers", "Agree on", "Differ on", "Congruence", "Conflict")
    return Section("Who agrees with whom", intro, columns=columns, rows=tuple(made))


def _uncertain(material: Material) -> Section:
    mentions, stated = material.mentions, material.stated
    unlinked = int((mentions["actor_id"] == "").sum())
    unsure = int((stated["confidence"] < material.least).sum())
    counts = {status: int((stated["status"] == status).sum()) for status in STATUSES}
    once = material.ties[material.ties["n_stories"] == 1]
    rows = behind(material.relations)
    alone = [rows[tie.source, tie.target][0] for tie in each(once)]
    share = f" ({100 * unlinked / len(mentions):.0f} %)" if len(mentions) else ""
    statuses = ", ".join(f"{n:,} {status}" for status, n in counts.items() if status != NEGATED)
    lines = [
        f"{unlinked:,} of {len(mentions):,} mentions{share} are of nobody who is known, mostly pronouns.",
        f"{unsure:,} of {len(stated):,} relations have a confidence below {material.least:g}: not told.",
        f"{counts[NEGATED]:,} are denied by their sentence, {statuses}; only what is asserted is told here.",
    ]
    told: list[Finding] = [
        *(Finding((line,)) for line in lines),
        Finding(
            (
                cited(len(once), alone),
                f" of the {len(material.ties):,} ties told here rest on one story: as good as its sentence.",
            )
        ),
    ]  # fmt: skip
    if material.skipped:
        listed = [f"{path}: {why}" for path, why in material.skipped[:_LISTED]]
        more = [f"and {len(material.skipped) - _LISTED} more"] if len(material.skipped) > _LISTED else []
        told.append(
            Finding((f"{len(material.skipped):,} inputs were left out: {'; '.join([*listed, *more])}.",))
        )
    told.append(
        Finding(("What texts say is told, not what is true; two of one name may have been taken for one.",))
    )
    return Section("What is uncertain", findings=tuple(told))


def _both(first: str, second: str) -> str:
    return f"{first} and {second}" if second else first
