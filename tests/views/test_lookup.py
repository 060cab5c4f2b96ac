"""Actors by name, and what is said where there is none."""

import news
import pandas as pd
import pytest

from graphbuild.errors import InputError
from graphbuild.views.lookup import lookup

ACTORS = news.news()[2]


def name_of(actor_id):
    return ACTORS.set_index("actor_id").loc[actor_id, "name"]


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("Red Valley Front", "Red Valley Front"),
        ("rvf", "Red Valley Front"),
        ("The Rebels", "Red Valley Front"),
        ("elise marchetti", "Élise Marchetti"),
        ("سليم الحداد", "سليم الحداد"),
    ],
)
def test_names_aliases_and_accents(called, name):
    assert name_of(lookup(ACTORS, called)) == name


def test_an_id_is_itself():
    assert lookup(ACTORS, ACTORS["actor_id"].iloc[3]) == ACTORS["actor_id"].iloc[3]


def test_a_name_comes_before_an_alias_and_more_mentions_before_fewer():
    actors = pd.DataFrame(
        {
            "actor_id": ["a", "b", "c"],
            "name": ["Ann Reed", "Reed", "Tom Reed"],
            "aliases": ["Reed", "", "Reed"],
            "n_mentions": [9, 1, 12],
        }
    )
    assert lookup(actors, "reed") == "b"
    assert lookup(actors[actors["actor_id"] != "b"], "Reed") == "c"


def test_an_unknown_name_is_answered_with_the_nearest():
    with pytest.raises(
        InputError, match="no actor is called 'Red Vally Frnt'; the nearest names are Red Valley Front"
    ):
        lookup(ACTORS, "Red Vally Frnt")
    with pytest.raises(InputError, match=r"nearest names are .*Élise Marchetti"):
        lookup(ACTORS, "Marchet")
    with pytest.raises(InputError, match="lists all names"):
        lookup(ACTORS, "xq")


def test_a_name_that_is_no_utf_8_is_nobody():
    with pytest.raises(InputError, match="no actor is called"):
        lookup(ACTORS, "\udcff")
