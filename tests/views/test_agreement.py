"""What the page counts anew under filters and corrections is what Python counts, on tables made at random."""

from __future__ import annotations

import random
from itertools import combinations

import news
import numpy as np
import pandas as pd
import pytest
from page_scripts import answers
from resolve.articles import article, said

from graphbuild.exports.tabular import tabular
from graphbuild.records import Correction, content_id
from graphbuild.resolve import resolve
from graphbuild.tables import SCHEMAS
from graphbuild.views.opening import opening
from graphbuild.views.payload import payload
from graphbuild.views.payload.words import COOCCURRENCE, KINDS, NEGATED, STATE_ROLES, STATUSES, TYPES


def named(data):
    """Source, target, kind and sign of each line, as the tables call them."""
    ids = data.actors["actor_id"].tolist()
    ends = data.lines[["source", "target", "kind", "sign"]].itertuples(index=False)
    return [(ids[one], ids[other], KINDS[kind], sign) for one, other, kind, sign in ends]


def press(seed, kinds=KINDS):
    """Random tables: some actors, sentences with several relations each, every status, few days."""
    draw = random.Random(seed)
    names = [f"Actor {number}" for number in range(draw.randrange(3, 14))]
    ids = {name: content_id(seed, name) for name in names}
    documents, relations = [], []
    for number in range(draw.randrange(1, 5)):
        doc, date = content_id(seed, number), f"2021-0{draw.randrange(1, 7)}-11"
        documents.append((doc, f"Story {number}", date, "Daily", "", "", 400, 8, doc))
        for sentence in range(8):
            around = draw.sample(names, min(len(names), draw.randrange(2, 5)))
            made = [(COOCCURRENCE, *sorted(pair, key=ids.get)) for pair in combinations(around, 2)]
            made += [
                (draw.choice(("verb", "affiliation")), *draw.sample(around, 2))
                for _ in range(draw.randrange(3))
            ]
            for kind, source, target in made:
                if kind not in kinds:
                    continue
                apart = kind == COOCCURRENCE
                relation = "" if apart else draw.choice(("attack", "support", "meet"))
                polarity = 0.0 if apart else draw.choice((-1.0, -0.4, 0.0, 0.25, 0.8))
                status = "asserted" if apart else draw.choices(STATUSES, (6, 1, 1, 2))[0]
                relations.append({
                    "relation_id": content_id(seed, len(relations)), "doc_id": doc, "sentence": sentence,
                    "date": date,
                    "kind": kind, "source": ids[source], "source_name": source, "target": ids[target],
                    "target_name": target, "relation": relation, "polarity": polarity, "status": status,
                    "rule": "active_verb", "confidence": 0.8, "start": 50 * sentence,
                    "end": 50 * sentence + 49,
                    "evidence": f"Sentence {sentence} of story {number}.", "verb_start": -1, "verb_end": -1,
                })  # fmt: skip
    people = [
        (ids[name], name, draw.choice((*TYPES, "")), draw.choice(("", *STATE_ROLES)), "", "", "",
         1, draw.randrange(1, 3), "", "")
        for name in names
    ]  # fmt: skip
    none = ("verb", "plover", "speaker", "speaker_name", "source_mention", "target_mention")
    table = (
        pd.DataFrame(relations).reindex(columns=list(SCHEMAS["relations"])).assign(**dict.fromkeys(none, ""))
    )
    return [
        pd.DataFrame(documents, columns=list(SCHEMAS["documents"])),
        pd.DataFrame(columns=list(SCHEMAS["mentions"])),
        pd.DataFrame(people, columns=list(SCHEMAS["actors"])),
        table,
        news.edges(table),
    ]


@pytest.fixture(scope="module")
def many():
    """Tables and what the page carries of them; in some nothing is stated, in some nothing else is there."""
    wanted = [(seed, KINDS) for seed in range(24)]
    wanted += [(seed, kinds) for seed in range(24, 28) for kinds in (KINDS[:2], KINDS[2:])]
    return [(tables, payload(*tables)) for tables in (press(*one) for one in wanted)]


def test_weights_degrees_and_polarity_counted_anew(many):
    found = answers([{"ask": "counted", "core": data.core} for _, data in many])
    for (tables, data), own in zip(many, found, strict=True):
        passes = np.array(own["passes"], dtype=bool)
        stated = set(data.lines["pair"][(data.lines["kind"] != KINDS.index(COOCCURRENCE)) & passes])
        echoes = (data.lines["kind"] == KINDS.index(COOCCURRENCE)) & data.lines["pair"].isin(stated)
        assert (passes == ((data.lines["weight"] > 0) & ~echoes)).all()
        assert own["weight"] == data.lines["weight"].where(passes, 0).tolist()
        assert own["degree"] == data.actors["degree"].tolist()
        counted = tables[3][tables[3]["status"] != NEGATED]
        key = ["source", "target", "kind", np.sign(counted["polarity"])]
        mean = counted.groupby(key)["polarity"].mean().to_dict()
        told = [
            mean.get(line, 0.0) if passing else 0.0 for line, passing in zip(named(data), passes, strict=True)
        ]
        assert own["polarity"] == pytest.approx(told, abs=1e-4)


@pytest.mark.parametrize("limit", [2, 5, 80])
def test_what_is_drawn_as_the_page_opens(many, limit):
    few = {"anActor": 1, "least": 3, "most": 9, "letters": 26}
    tasks, expected = [], []
    for _, data in many:
        actors, lines, among = opening(
            data.actors["degree"], data.lines, data.core["actors"]["minor"], limit, few
        )
        expected.append({"actors": actors, "lines": sorted(lines), "among": among})
        # The page's own limit is then as many as it opened with.
        tasks.append({"ask": "opening", "core": data.core | {"drawn": few}, "limit": max(len(actors), 1)})
    assert answers(tasks) == expected


def corrected(tables, list):
    """The tables as a build with these corrections has them: relations between those who the ends are now."""
    documents, mentions, actors, relations, _ = tables
    for action, subject, object in list:
        if action == "drop":
            relations = relations[relations["relation_id"] != subject]
            continue
        if action == "merge":
            ends = {end: relations[end].replace(subject, object) for end in ("source", "target")}
            relations = relations.assign(**ends)
        relations = relations[(relations["source"] != relations["target"])]
        relations = relations[(relations["source"] != subject) & (relations["target"] != subject)]
        actors = actors[actors["actor_id"] != subject]
    apart = relations["kind"] == COOCCURRENCE
    ends = relations[["source", "target"]].to_numpy()
    ends[apart] = np.sort(ends[apart], axis=1)
    relations = relations.assign(source=ends[:, 0], target=ends[:, 1])
    again = relations.duplicated(["doc_id", "sentence", "source", "target"]) & apart
    relations = relations[~again]
    return [documents, mentions, actors, relations, news.edges(relations)]


def listed(rows):
    return [dict(zip(("action", "subject", "object"), row, strict=True)) for row in rows]


def test_corrections_give_what_counting_the_corrected_tables_gives(many):
    tasks, expected = [], []
    for seed, (tables, data) in enumerate(many):
        draw = random.Random(seed)
        one, other, third = draw.sample(tables[2]["actor_id"].tolist(), 3)
        stated = tables[3].loc[tables[3]["kind"] != COOCCURRENCE, "relation_id"].tolist()
        drops = [("drop", relation, "") for relation in draw.sample(stated, min(3, len(stated)))]
        rows = draw.choice(
            ([("merge", one, other)], [("ignore", one, "")], [("merge", one, other), ("ignore", third, "")])
        )
        rows = [*rows, *drops]
        tasks.append({"ask": "corrected", "core": data.core, "list": listed(rows)})
        expected.append(payload(*corrected(tables, rows)))
    for data, found in zip(expected, answers(tasks), strict=True):
        assert [tuple(line[:4]) for line in found["lines"]] == named(data)
        assert [line[4:] for line in found["lines"]] == data.lines[["weight", "pair"]].to_numpy().tolist()
        for measure in ("degree", "radius"):
            own = dict(zip(data.actors["actor_id"], data.actors[measure], strict=True))
            assert {one: told[measure] for one, told in found["actors"].items()} == own


def test_who_takes_in_another_gets_the_same_type_role_and_country():
    kinds = [
        (kind, role, country)
        for kind in TYPES
        for role in ("", "GOV", "REB")
        for country in ("", "FRA")
        if not role or kind not in ("country", "place")  # which hold no office
    ]
    names = [
        "".join(random.Random(number).choices("bdfgklmnprstv", k=9)).title() for number in range(len(kinds))
    ]
    mentions = [
        said(name, kind, role=role, country=country)
        for name, (kind, role, country) in zip(names, kinds, strict=True)
    ]
    corpus = [article("a", "".join(f"{name} spoke. " for name in names), *mentions)]
    actors = pd.DataFrame(
        [(one.actor_id, one.name, one.type, one.role, one.country, "", "", 1, 1, "", "")
         for one in resolve(corpus).actors],
        columns=list(SCHEMAS["actors"]),
    )  # fmt: skip
    empty = {
        name: pd.DataFrame(columns=list(SCHEMAS[name]))
        for name in ("documents", "mentions", "relations", "edges")
    }
    core = payload(**empty, actors=actors).core
    lands = set(actors.loc[actors["type"].isin(["country", "place"]), "actor_id"])
    tasks, expected = [], []
    for seed in range(60):
        draw = random.Random(seed)
        one, other, third = draw.sample(actors["actor_id"].tolist(), 3)
        rows = [("merge", one, other), ("retype", other, draw.choice(TYPES)), ("merge", other, third)]
        # What passes through a country has lost its role in the page; a build finds it again in the mentions.
        rows = rows[:1] if other in lands else draw.choice((rows[:1], rows[::2], rows))
        found = resolve(corpus, corrections=[Correction(*row, path="c.csv", line=1) for row in rows])
        expected.append({one.actor_id: (one.type, one.role, one.country) for one in found.actors})
        tasks.append({"ask": "corrected", "core": core, "list": listed(rows)})
    for own, found in zip(expected, answers(tasks), strict=True):
        assert {
            one: (told["type"], told["role"], told["country"]) for one, told in found["actors"].items()
        } == own


def test_csv_is_written_alike(tmp_path):
    draw = random.Random(3)
    letters = "ab ,;\"'\r\n\t=+-@é李\u2028"
    words = ["".join(draw.choices(letters, k=draw.randrange(8))) for _ in range(600)]
    rows = [
        {"name": one, "of": other, "n": n}
        for n, (one, other) in enumerate(zip(words, words[::-1], strict=True))
    ]
    (found,) = answers([{"ask": "csv", "rows": rows}])
    tabular(pd.DataFrame(rows), tmp_path / "t.csv")
    assert found == (tmp_path / "t.csv").read_bytes().decode("utf-8")
