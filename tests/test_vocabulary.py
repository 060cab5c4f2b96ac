"""What is said once is said everywhere: records, tables, word lists and the network agree with it."""

import re
from dataclasses import fields
from pathlib import Path

import pandas as pd
import pytest
from corpus import article, network

import graphbuild
from graphbuild import vocabulary
from graphbuild.exports import FORMATS
from graphbuild.lexicons import ROLES
from graphbuild.lexicons.verbs import lexicon
from graphbuild.network import Network
from graphbuild.tables import SCHEMAS
from graphbuild.views.explorer import explorer
from graphbuild.vocabulary import (
    ACTOR_TYPES,
    BESIDE,
    COUNTED,
    DRAWN,
    GRAPH_FILES,
    KINDS,
    MENTION_KINDS,
    NEGATED,
    STATIC_CLASSES,
    STATUSES,
    TABLES,
    Status,
)

NET = network(article("a", "[Ann] met [Ben].", relations=[(0, "Ann", "meet", "Ben")]))


def test_the_words_are_those_of_the_tables_that_people_have():
    assert STATUSES == ("asserted", "negated", "possible", "intended")
    assert KINDS == ("verb", "affiliation", "cooccurrence")
    assert MENTION_KINDS == ("name", "nominal", "pronoun")
    assert ACTOR_TYPES == ("official", "person", "country", "organization", "group", "place")


def test_what_is_denied_counts_nowhere():
    assert {*COUNTED, NEGATED} == set(STATUSES)
    assert NEGATED not in COUNTED
    assert tuple(Status) == COUNTED


def test_tables_are_those_of_a_network_and_have_a_schema():
    beside = ("corrections", "notes", "positions", "_graph", "_drawing")
    assert [field.name for field in fields(Network) if field.name not in beside] == [*TABLES]
    assert all(isinstance(getattr(NET, name), pd.DataFrame) for name in TABLES)
    assert {*TABLES, "sentences"} == set(SCHEMAS)
    assert {*DRAWN, *BESIDE} == {*TABLES}


def test_the_page_is_made_of_the_tables_that_are_said_to_be_drawn():
    assert "Ann" in explorer(**{name: getattr(NET, name) for name in DRAWN}, title="")


def test_graph_files_have_a_format():
    assert all(any(name.endswith(ending) for ending in FORMATS) for name in GRAPH_FILES)


def test_roles_are_those_of_the_word_lists():
    assert {*vocabulary.ROLES, ""} == ROLES


def test_classes_of_affiliations_are_those_that_the_word_lists_call_static():
    classes = lexicon().classes
    static = {name for name, one in classes.items() if one.meaning.endswith("(static)")}
    assert static == STATIC_CLASSES & classes.keys()


@pytest.mark.parametrize("name", vocabulary.__all__)
def test_nothing_in_it_can_be_changed_by_accident(name):
    assert isinstance(getattr(vocabulary, name), str | tuple | frozenset | dict | type)


def test_other_languages_of_the_page_say_what_every_rule_reads():
    texts = Path(graphbuild.__file__).parent / "views" / "assets" / "texts"
    for file in texts.glob("*.js"):
        if file.stem != "en":
            told = set(re.findall(r"^    (\w+): \"", file.read_text("utf-8"), re.MULTILINE))
            assert set(vocabulary.RULES) <= told
