"""Every rule is declared once, with the sentence that people read of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language

import graphbuild.extract
from graphbuild.extract.pipeline import analysed, parsed_blocks
from graphbuild.extract.score.measured import ALL, COLUMNS, FILE
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.rows import rows
from graphbuild.lexicons.verbs import lexicon
from graphbuild.records import Document
from graphbuild.vocabulary import BY_HAND, CORRECTED, READER, RULES

FOLDER = Path(graphbuild.extract.__file__).parent
PLACE = {
    "Construction": 4,
    "Candidate": 6,
    "by_noun": 5,
    "_said": 5,
    "affiliation": 4,
    "_holds": 3,
    "_held": 4,
}
"""Function to the place of the rule's name among its arguments."""


def _named(tree: ast.AST) -> Iterator[str]:
    """Names that are given to what makes a candidate, or to a variable called rule."""
    for node in ast.walk(tree):
        given: list[ast.expr] = []
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in PLACE:
            given = node.args[PLACE[node.func.id] :][:1]
        elif isinstance(node, ast.Assign) and any(
            isinstance(name, ast.Name) and name.id == "rule"
            for target in node.targets
            for name in ast.walk(target)
        ):
            given = [node.value]
        for expression in given:
            for part in ast.walk(expression):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


USED = {
    name
    for folder in ("relations", "affiliations")
    for path in (FOLDER / folder).glob("*.py")
    for name in _named(ast.parse(path.read_text("utf-8")))
}


def test_every_rule_that_is_used_is_declared_and_every_declared_one_used() -> None:
    assert set(RULES) == USED | {READER, BY_HAND, CORRECTED}


def test_a_name_that_is_not_declared_is_found() -> None:
    source = 'yield Construction(pattern, subjects, places, words, "no_such_rule", thing)'
    assert set(_named(ast.parse(source))) - set(RULES) == {"no_such_rule"}


def test_what_was_counted_is_declared() -> None:
    assert {row["rule"] for _, row in rows(FILE, COLUMNS)} - {ALL} <= set(RULES)


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_is_told_in_one_sentence(rule: str) -> None:
    text = RULES[rule]
    assert text[0].isupper()
    assert text.endswith(".")
    assert len(text) < 120


def test_what_a_text_gives_bears_declared_names(nlp: Language) -> None:
    text = (
        "Kenyan President Ann Roe met rebels backed by Chad and accused Togo of arming them. Its attack on "
        "the town, which the group holds, was condemned by the allies, including Ghana. Talks failed."
    )
    known = patterns(lexicon())
    ((document, parsed),) = parsed_blocks([Document("d", text)], nlp, known)
    selection = analysed(document, parsed, known).selection
    made = [*selection.accepted, *(one.candidate for one in selection.rejected)]
    assert len(made) > 3
    assert {one.rule for one in made} <= set(RULES)
