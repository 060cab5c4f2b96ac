"""Nominal mentions, and titles and offices of named persons, in both label sets."""

from __future__ import annotations

import pytest

from extract.docs import both, parsed
from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.mentions.names import named
from graphbuild.extract.mentions.nominals import nominals
from graphbuild.extract.syntax.parse import view
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon


def block(table: str, labels: str) -> Block:
    found = Block(view(parsed(table, labels)), 0)
    named(found)
    nominals(found, patterns(lexicon()))
    return found


def one(table: str, labels: str, kind: str) -> Mention:
    (found,) = [f for f in block(table, labels).mentions if f.kind == kind]
    return found


MODIFIED = """
Two    two    NUM   CD  | 3 nummod |
Kenyan kenyan ADJ   JJ  | 3 amod   | | NORP
rebels rebel  NOUN  NNS | 4 nsubj  |
fled   flee   VERB  VBD | 0 root   |
"""

POSSESSED = """
Kenya     kenya     PROPN NNP | 4 nmod:poss | 4 poss | GPE
's        's        PART  POS | 1 case      |
foreign   foreign   ADJ   JJ  | 4 amod      |
minister  minister  NOUN  NN  | 5 nsubj     |
left      leave     VERB  VBD | 0 root      |
"""

OF_COUNTRY = """
The       the       DET   DT  | 2 det       |
envoy     envoy     NOUN  NN  | 5 nsubj     |
of        of        ADP   IN  | 4 case      | 2 prep |
Kenya     kenya     PROPN NNP | 2 nmod      | 3 pobj | GPE
left      leave     VERB  VBD | 0 root      |
"""


@both
def test_country_role_and_number_of_a_collective(labels: str) -> None:
    found = one(MODIFIED, labels, "nominal")
    assert (found.text, found.name, found.role, found.type) == ("Two Kenyan rebels", "rebels", "REB", "group")
    assert (found.country, found.number) == ("KEN", "p")


@both
def test_office_of_two_words(labels: str) -> None:
    found = one(POSSESSED, labels, "nominal")
    assert (found.name, found.role, found.type, found.country) == (
        "foreign minister",
        "GOV",
        "official",
        "KEN",
    )


@both
def test_country_after_the_noun(labels: str) -> None:
    found = one(OF_COUNTRY, labels, "nominal")
    assert (found.text, found.country, found.number) == ("The envoy of Kenya", "KEN", "s")


@both
def test_a_noun_that_is_no_role_is_no_mention(labels: str) -> None:
    assert [f.kind for f in block(POSSESSED.replace("minister", "policies"), labels).mentions] == ["name"]


TITLE = """
Ambassador ambassador PROPN NNP | 2 nmod:desc | 3 compound |
Jane       jane       PROPN NNP | 4 nsubj     | 3 compound | PERSON
Roe        roe        PROPN NNP | 2 flat      | 4 nsubj    | PERSON
left       leave      VERB  VBD | 0 root      |
"""

COUNTRY_TITLE = """
Kenyan   kenyan   ADJ   JJ  | 3 amod      | 5 amod | NORP
Foreign  foreign  ADJ   JJ  | 3 amod      | 3 amod |
Minister minister PROPN NNP | 4 nmod:desc | 5 compound |
Jane     jane     PROPN NNP | 6 nsubj     | 5 compound | PERSON
Roe      roe      PROPN NNP | 4 flat      | 6 nsubj    | PERSON
left     leave    VERB  VBD | 0 root      |
"""

OFFICE_BEFORE = """
Kenya    kenya    PROPN NNP | 4 nmod:poss | 4 poss | GPE
's       's       PART  POS | 1 case      |
foreign  foreign  ADJ   JJ  | 4 amod      |
minister minister NOUN  NN  | 9 nsubj     |
,        ,        PUNCT ,   | 6 punct     | 4 punct |
Jane     jane     PROPN NNP | 4 appos     | 7 compound | PERSON
Roe      roe      PROPN NNP | 6 flat      | 4 appos    | PERSON
,        ,        PUNCT ,   | 6 punct     | 4 punct |
left     leave    VERB  VBD | 0 root      |
"""

OFFICE_AFTER = """
Jane        jane        PROPN NNP | 7 nsubj | 2 compound | PERSON
Roe         roe         PROPN NNP | 1 flat  | 7 nsubj    | PERSON
,           ,           PUNCT ,   | 5 punct | 2 punct |
the         the         DET   DT  | 5 det   |
envoy       envoy       NOUN  NN  | 1 appos | 2 appos |
,           ,           PUNCT ,   | 5 punct | 2 punct |
left        leave       VERB  VBD | 0 root  |
"""

PREDICATE = """
Jane        jane        PROPN NNP | 5 nsubj | 2 compound | PERSON
Roe         roe         PROPN NNP | 1 flat  | 3 nsubj    | PERSON
is          be          AUX   VBZ | 5 cop   | 0 ROOT |
the         the         DET   DT  | 5 det   |
envoy       envoy       NOUN  NN  | 0 root  | 3 attr |
"""


@both
def test_a_title_before_the_name(labels: str) -> None:
    person = one(TITLE, labels, "name")
    assert (person.text, person.title, person.type, person.role) == (
        "Jane Roe",
        "Ambassador",
        "official",
        "GOV",
    )


@both
def test_a_title_of_two_words_with_its_country(labels: str) -> None:
    found = block(COUNTRY_TITLE, labels).mentions
    person = found[-1]
    assert [f.text for f in found] == ["Kenyan", "Jane Roe"]
    assert (person.title, person.type, person.country) == ("Foreign Minister", "official", "KEN")


@both
@pytest.mark.parametrize(
    ("table", "title", "country"),
    [(OFFICE_BEFORE, "foreign minister", "KEN"), (OFFICE_AFTER, "envoy", ""), (PREDICATE, "envoy", "")],
)
def test_an_office_in_apposition_is_the_person(table: str, title: str, country: str, labels: str) -> None:
    found = block(table, labels).mentions
    person = next(f for f in found if f.text == "Jane Roe")
    office = next(f for f in found if f.kind == "nominal")
    assert office.antecedent is person
    assert (person.type, person.role, person.country) == ("official", "GOV", country)
    assert person.title.endswith(title)


def standing_for(noun: str, tag: str) -> str:
    return f"""
Hezbollah hezbollah PROPN NNP | 2 compound | | ORG
{noun}s   {noun}    NOUN {tag} | 3 nsubj   |
fled      flee      VERB VBD | 0 root      |
"""


@both
@pytest.mark.parametrize("noun", ["militant", "fighter"])
def test_militants_of_a_group_stand_for_the_group(noun: str, labels: str) -> None:
    found = one(standing_for(noun, "NNS"), labels, "nominal")
    assert found.antecedent is not None
    assert found.antecedent.name == "Hezbollah"


@both
def test_officials_of_a_group_do_not_stand_for_it(labels: str) -> None:
    assert one(standing_for("official", "NNS"), labels, "nominal").antecedent is None


GOVERNMENT = """
The        the        DET  DT | 3 det   |
Kenyan     kenyan     ADJ  JJ | 3 amod  | | NORP
government government NOUN NN | 4 nsubj |
fled       flee       VERB VBD | 0 root |
"""


@both
def test_the_government_stands_for_the_country(labels: str) -> None:
    found = one(GOVERNMENT, labels, "nominal")
    assert found.antecedent is not None
    assert (found.antecedent.country, found.antecedent.type) == ("KEN", "country")


@both
def test_troops_of_a_country_do_not_stand_for_it(labels: str) -> None:
    table = GOVERNMENT.replace("government government NOUN NN", "troops troop NOUN NNS")
    assert one(table, labels, "nominal").antecedent is None


@both
def test_gender_of_the_noun(labels: str) -> None:
    spokeswoman = OFFICE_AFTER.replace("envoy       envoy", "spokeswoman spokeswoman").replace("PERSON", "")
    assert one(spokeswoman, labels, "nominal").gender == "f"
    assert one(MODIFIED, labels, "nominal").gender == "n"


@both
def test_a_capital_before_a_plain_noun_makes_a_name_of_it(labels: str) -> None:
    table = """
    more      more      ADJ  JJ  | 3 amod     |
    Coalition coalition NOUN NNP | 3 compound |
    paper     paper     NOUN NN  | 4 nsubj    |
    came      come      VERB VBD | 0 root     |
    """
    assert one(table, labels, "nominal").text == "Coalition"
    assert not block(table.replace("Coalition", "coalition"), labels).mentions


@both
@pytest.mark.parametrize("mark", ["~", "…", "’"])
def test_a_mark_before_a_name_is_no_title(mark: str, labels: str) -> None:
    table = f"""
    {mark} {mark} NOUN  NN  | 2 compound |
    Lee    Lee    PROPN NNP | 3 nsubj    | | PERSON
    left   leave  VERB  VBD | 0 root     |
    """
    assert one(table, labels, "name").title == ""
