"""The words that the page is told are those of the package, and its scripts know no others."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest
from page_scripts import answers

from graphbuild.lexicons.roles import ROLES
from graphbuild.read.corrections import corrections
from graphbuild.tables import SCHEMAS
from graphbuild.views import explorer, plots
from graphbuild.views.opening import LINES
from graphbuild.views.payload import payload
from graphbuild.views.payload.words import (
    ACTIONS,
    COOCCURRENCE,
    KINDS,
    NEGATED,
    STATE_ROLES,
    STATUSES,
    TYPES,
    WORDS,
)
from graphbuild.vocabulary import ACTOR_TYPES

_TABLES = ("documents", "mentions", "actors", "relations", "edges")
CSS = (Path(explorer.__file__).parent / "assets" / "explorer.css").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def known():
    return answers([{"ask": "words"}])[0]


def test_the_lists_are_those_of_the_package(tmp_path):
    assert sorted(TYPES) == sorted(ACTOR_TYPES)
    assert set(STATE_ROLES) < ROLES
    path = tmp_path / "corrections.csv"
    objects = {"merge": "b", "split": "b", "rename": "b", "retype": TYPES[0]}
    objects |= dict.fromkeys(("country", "role", "relink"), "none") | {
        "different": "b",
        "reclass": "attack",
        "add": "b",
    }
    rows = ["action,subject,object,relation,evidence"]
    rows += [
        f"{action},a,{objects.get(action, '')},{'attack,d:0' if action == 'add' else ','}"
        for action in ACTIONS
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    assert tuple(row.action for row in corrections(path)) == ACTIONS


def test_every_word_has_a_text_and_a_look_and_no_other_has(known):
    texts = known["texts"]
    assert sorted(texts["types"]) == sorted((*TYPES, ""))
    assert (tuple(texts["kinds"]), tuple(known["widths"])) == (KINDS, KINDS)
    assert sorted(texts["statuses"]) == sorted(STATUSES)
    assert sorted(texts["actions"]) == sorted(ACTIONS)
    assert set(texts["roles"]) == ROLES - {""}
    assert sorted(known["shapes"]) == sorted((*TYPES, "community", ""))
    assert set(re.findall(r"--type-(\w+):", CSS)) == {*TYPES, "community", "other"}
    assert (known["together"], known["denied"]) == (COOCCURRENCE, NEGATED)


def test_the_tests_of_the_scripts_are_told_what_the_page_is_told(known):
    empty = (pd.DataFrame(columns=list(SCHEMAS[name])) for name in _TABLES)
    core = payload(*empty).core
    told = core | {"drawn": LINES | {"letters": explorer.LETTERS}}
    same = {*WORDS, "strength", "radius", "drawn"} - {"rules", "phrases", "roles", "classes"}
    assert set(known["roles"]) <= set(told["roles"])
    assert known["classes"].items() <= json.loads(json.dumps(told["classes"])).items()
    assert {name: known[name] for name in same} == json.loads(json.dumps({name: told[name] for name in same}))
    assert known["smallest"] == core["radius"][0]


def test_figures_have_the_colours_of_the_page():
    light = CSS[: CSS.index("@media")]
    for name, colour in (("conflict", plots._CONFLICT), ("cooperation", plots._COOPERATION)):
        assert f"--{name}: {colour};" in light
