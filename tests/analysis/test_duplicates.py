import random
import time

import pandas as pd
import pytest

from graphbuild.analysis.duplicates import REASONS, apart, duplicates
from graphbuild.records import Correction


def _tables(*actors, links=()):
    """Actors as (name, type, mentions, country, role, other names), links as (source, target, sentences)."""
    rows, mentions = [], []
    for name, kind, size, country, role, *others in actors:
        actor_id = name.lower().replace(" ", "-")
        while any(row[0] == actor_id for row in rows):
            actor_id += "-2"
        rows.append((actor_id, name, kind, country, role, size, " | ".join(others)))
        mentions += [(actor_id, "name", text) for text in (name, *others)]
    edges = [(source, target, "verb", weight) for source, target, weight in links]
    return (
        pd.DataFrame(rows, columns=["actor_id", "name", "type", "country", "role", "n_mentions", "aliases"]),
        pd.DataFrame(mentions, columns=["actor_id", "kind", "text"]),
        pd.DataFrame(edges, columns=["source", "target", "kind", "weight"]),
    )


def _pairs(*actors, links=(), **options):
    found = duplicates(*_tables(*actors, links=links), **options)
    return {
        (one, other): reasons.split(" | ")
        for one, other, reasons in found[["one", "other", "reasons"]].values.tolist()
    }


def _who(name, kind="person", size=1, country="", role="", *others):
    return name, kind, size, country, role, *others


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (_who("Lena Ortiz"), _who("Lena Ortiz", "official", 2), "same_name"),
        (_who("Ortiz"), _who("Lena Ortiz", "official", 2), "contains"),
        (_who("L. Ortiz"), _who("Lena Maria Ortiz", size=2), "contains"),
        (_who("Lena Ortis"), _who("Lena Ortiz", size=2), "alike"),
        (_who("Volodimir Zelensky"), _who("Volodymyr Zelenskyy", size=2), "alike"),
        (_who("Harbour Bank", "organization"), _who("Nordic Harbour Bank", "organization", 2), "contains"),
        (_who("Delta Enrgy", "organization"), _who("Delta Energy", "organization", 2), "alike"),
        (_who("Delta Energy Group", "organization"), _who("Delta Energy", "organization", 2), "contains"),
        (_who("WTO", "organization"), _who("World Trade Organization", "organization", 2), "acronym"),
        (
            _who("Water Board", "organization"),
            _who("Hydro Authority", "organization", 2, "", "", "Water Board"),
            "same_alias",
        ),
    ],
)
def test_each_reason_proposes(one, other, reason):
    ((pair, reasons),) = _pairs(one, other).items()
    assert reason in reasons
    assert pair[1] == _tables(one, other)[0]["actor_id"][1]  # the more mentioned stays


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (_who("Lena Ortiz"), _who("Mara Ortiz")),
        (_who("Lena Ortiz"), _who("Ortiz Bank", "organization")),
        (_who("Guinea", "country"), _who("Equatorial Guinea", "country")),
        (_who("Austria", "country"), _who("Australia", "country")),
        (_who("World Bank", "organization"), _who("World Bank Staff Union", "organization")),
        (_who("Brigade 12", "organization"), _who("Brigade 13", "organization")),
        (_who("Lima", "place"), _who("Peru", "country", 1, "PER", "", "Lima")),
        (_who("Dan"), _who("Ben")),
    ],
)
def test_what_is_only_near_does_not(one, other):
    assert _pairs(one, other) == {}


def test_who_has_no_name_is_not_asked_about():
    actors, mentions, edges = _tables(_who("the rebels", "group"), _who("the rebels", "group"))
    assert duplicates(actors, mentions.assign(kind="nominal"), edges).empty


def test_neighbours_country_and_role_speak_for_a_pair():
    one, other = _who("Ortiz", "official", 1, "PER", "GOV"), _who("Lena Ortiz", "official", 3, "PER", "GOV")
    third = _who("Chad", "country", 9)
    links = [("ortiz", "chad", 2), ("chad", "lena-ortiz", 5)]
    found = duplicates(*_tables(one, other, third, links=links))
    (row,) = found.to_dict("records")
    assert row["reasons"] == "contains | neighbours | country_role"
    assert (row["one"], row["other"], row["shared"], row["sentences"], row["links"]) == (
        "ortiz", "lena-ortiz", 1, 2, 1,
    )  # fmt: skip
    alone = duplicates(*_tables(one, other, third, links=[("chad", "lena-ortiz", 5)]))
    assert alone["score"][0] < row["score"]


def test_those_who_act_on_each_other_or_are_of_two_countries_come_later():
    pairs = (_who("Ortiz"), _who("Lena Ortiz", size=2), _who("Chad", "country"))
    links = [("ortiz", "chad", 4)]
    plain = duplicates(*_tables(*pairs, links=links))["score"][0]
    hostile = duplicates(*_tables(*pairs, links=[*links, ("ortiz", "lena-ortiz", 1)]))["score"][0]
    abroad = (_who("Ortiz", country="PER"), _who("Lena Ortiz", size=2, country="ESP"), pairs[2])
    assert hostile < plain
    assert duplicates(*_tables(*abroad, links=links))["score"][0] < plain


def test_pairs_come_by_what_a_merge_would_change():
    actors = [_who(name) for name in ("Ortiz", "Lena Ortiz", "Haddad", "Omar Haddad", "Chad")]
    links = [
        ("ortiz", "chad", 2),
        ("lena-ortiz", "chad", 2),
        ("haddad", "chad", 9),
        ("omar-haddad", "chad", 9),
    ]
    found = duplicates(*_tables(*actors, links=links))
    assert found["one_name"].tolist()[0] in ("Haddad", "Omar Haddad")
    assert found["score"].is_monotonic_decreasing


def test_what_is_different_is_not_asked_again():
    one, other = _who("Ortiz"), _who("Lena Ortiz")
    actors, mentions, edges = _tables(one, other)
    rows = [Correction("different", "Lena Ortiz", "ORTIZ"), Correction("merge", "a", "b")]
    known = apart(actors, rows)
    assert known == {frozenset(("ortiz", "lena-ortiz"))}
    assert duplicates(actors, mentions, edges, apart=known).empty


def test_the_order_of_tables_does_not_matter():
    rng = random.Random(3)
    tables = _crowd(rng, 300)
    shuffled = [table.sample(frac=1, random_state=5).reset_index(drop=True) for table in tables]
    assert duplicates(*shuffled).equals(duplicates(*tables))


def test_every_planted_pair_of_three_thousand_is_found_in_time():
    rng = random.Random(11)
    actors, mentions, edges = _crowd(rng, 3000)
    began = time.process_time()
    found = duplicates(actors, mentions, edges)
    assert time.process_time() - began < 2
    asked = {frozenset(pair) for pair in zip(found["one_name"], found["other_name"], strict=True)}
    planted = [name for name in actors["name"] if name.endswith("x")]
    assert len(planted) == 300
    assert all(frozenset((name, name[:-1])) in asked for name in planted)
    assert set(" | ".join(found["reasons"]).split(" | ")) <= set(REASONS)


def _crowd(rng, size):
    """Persons of made-up names, a tenth of which also stand there with a letter too many."""

    def word():
        return "".join(rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(3)).capitalize()

    names = list({f"{word()} {word()}" for _ in range(size * 2)})[: size * 10 // 11 + 1]
    names = sorted(names)[: size - size // 10]
    doubled = [f"{name}x" for name in names[: size // 10]]
    who = [_who(name, size=1 + at % 7) for at, name in enumerate([*names, *doubled])]
    rows = [(name.lower().replace(" ", "-"), name, kind, "", "", n, "") for name, kind, n, *_ in who]
    actors = pd.DataFrame(
        rows, columns=["actor_id", "name", "type", "country", "role", "n_mentions", "aliases"]
    )
    ids = actors["actor_id"].tolist()
    links = [(rng.choice(ids), rng.choice(ids), "verb", rng.randint(1, 9)) for _ in range(size * 3)]
    edges = pd.DataFrame(links, columns=["source", "target", "kind", "weight"])
    mentions = pd.DataFrame({"actor_id": ids, "kind": "name", "text": actors["name"]})
    return actors, mentions, edges[edges["source"] != edges["target"]]
