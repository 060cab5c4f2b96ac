"""Nominal mentions, and titles and offices of named persons, in both label sets."""

from __future__ import annotations

import pytest

from extract.labels import both
from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.mentions.names import named
from graphbuild.extract.mentions.nominals import nominals
from graphbuild.extract.syntax.parse import view
from graphbuild.extract.testing import described, parsed
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
Two/CD/nummod/3 Kenyan/JJ/amod/3/NORP rebels=rebel/NNS/nsubj/4 fled=flee/VBD/root/0
"""

POSSESSED = """
Kenya/NNP/nmod:poss/4/GPE~poss 's/POS/case/1 foreign/JJ/amod/4 minister/NN/nsubj/5 left=leave/VBD/root/0
"""

OF_COUNTRY = """
The/DT/det/2 envoy/NN/nsubj/5 of/IN/case/4~prep/2 Kenya/NNP/nmod/2/GPE~pobj/3 left=leave/VBD/root/0
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
Ambassador/NNP/nmod:desc/2~compound/3 Jane/NNP/nsubj/4/PERSON~compound/3 Roe/NNP/flat/2/PERSON~nsubj/4
left=leave/VBD/root/0
"""

COUNTRY_TITLE = """
Kenyan/JJ/amod/3/NORP~amod/5 Foreign/JJ/amod/3 Minister/NNP/nmod:desc/4~compound/5
Jane/NNP/nsubj/6/PERSON~compound/5 Roe/NNP/flat/4/PERSON~nsubj/6 left=leave/VBD/root/0
"""

OFFICE_BEFORE = """
Kenya/NNP/nmod:poss/4/GPE~poss 's/POS/case/1 foreign/JJ/amod/4 minister/NN/nsubj/9 ,/,/punct/6~punct/4
Jane/NNP/appos/4/PERSON~compound/7 Roe/NNP/flat/6/PERSON~appos/4 ,/,/punct/6~punct/4
left=leave/VBD/root/0
"""

OFFICE_AFTER = """
Jane/NNP/nsubj/7/PERSON~compound/2 Roe/NNP/flat/1/PERSON~nsubj/7 ,/,/punct/5~punct/2 the/DT/det/5
envoy/NN/appos/1~appos/2 ,/,/punct/5~punct/2 left=leave/VBD/root/0
"""

PREDICATE = """
Jane/NNP/nsubj/5/PERSON~compound/2 Roe/NNP/flat/1/PERSON~nsubj/3 is=be/VBZ/cop/5~root/0 the/DT/det/5
envoy/NN/root/0~attr/3
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
Hezbollah/NNP/compound/2/ORG {noun}s={noun}/{tag}+NOUN/nsubj/3 fled=flee/VBD/root/0
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
The/DT/det/3 Kenyan/JJ/amod/3/NORP government/NN/nsubj/4 fled=flee/VBD/root/0
"""


@both
def test_the_government_stands_for_the_country(labels: str) -> None:
    found = one(GOVERNMENT, labels, "nominal")
    assert found.antecedent is not None
    assert (found.antecedent.country, found.antecedent.type) == ("KEN", "country")


@both
def test_troops_of_a_country_do_not_stand_for_it(labels: str) -> None:
    table = GOVERNMENT.replace("government/NN", "troops=troop/NNS")
    assert one(table, labels, "nominal").antecedent is None


@both
def test_gender_of_the_noun(labels: str) -> None:
    spokeswoman = OFFICE_AFTER.replace("envoy/NN", "spokeswoman/NN").replace("/PERSON", "")
    assert one(spokeswoman, labels, "nominal").gender == "f"
    assert one(MODIFIED, labels, "nominal").gender == "n"


@both
def test_a_capital_before_a_plain_noun_makes_a_name_of_it(labels: str) -> None:
    table = """
    more/JJ/amod/3 Coalition/NNP+NOUN/compound/3 paper/NN/nsubj/4 came=come/VBD/root/0
    """
    assert one(table, labels, "nominal").text == "Coalition"
    assert not block(table.replace("Coalition", "coalition"), labels).mentions


@both
@pytest.mark.parametrize("mark", ["~", "…", "’"])
def test_a_mark_before_a_name_is_no_title(mark: str, labels: str) -> None:
    table = f"""
    {mark}/NN/compound/2 Lee/NNP/nsubj/3/PERSON left=leave/VBD/root/0
    """
    assert one(table, labels, "name").title == ""


@both
@pytest.mark.parametrize(
    ("table", "kind", "role"),
    [
        (
            "the/DT/det/2 president/NN/nsubj/7 of/IN/case/6~prep/2 the/DT/det/6 nurses=nurse/NNS/compound/6 "
            "union/NN/nmod/2~pobj/3 left=leave/VBD/root/0",
            "person",
            "LAB",
        ),
        (
            "the/DT/det/2 cartel/NN/nmod:poss/4~poss 's/POS/case/2 chief/NN/nsubj/5 left=leave/VBD/root/0",
            "person",
            "CRM",
        ),
        (
            "the/DT/det/3 militia/NN/compound/3 spokesman/NN/nsubj/4 left=leave/VBD/root/0",
            "person",
            "PRM",
        ),
        (
            "the/DT/det/2 chairman/NN/nsubj/7 of/IN/case/6~prep/2 the/DT/det/6 Coptic/NNP/compound/6/ORG "
            "Church/NNP/nmod/2/ORG~pobj/3 left=leave/VBD/root/0",
            "person",
            "REL",
        ),
        (
            "the/DT/det/2 parliament/NN/nmod:poss/4~poss 's/POS/case/2 leader/NN/nsubj/5 "
            "left=leave/VBD/root/0",
            "official",
            "GOV",
        ),
    ],
)
def test_an_office_has_the_role_of_a_body_that_is_not_the_state_s(
    table: str, kind: str, role: str, labels: str
) -> None:
    found = block(table, labels)
    (holder,) = [f for f in found.mentions if f.type in ("person", "official")]
    assert (holder.type, holder.role) == (kind, role)


@both
@pytest.mark.parametrize(
    ("table", "name"),
    [
        (
            "Anti/JJ/amod/4 -/HYPH/punct/3 Kenyan/JJ/amod/4/NORP rebels=rebel/NNS/nsubj/5 "
            "fled=flee/VBD/root/0",
            "Anti-Kenyan rebels",
        ),
        (
            "A/DT/det/5 Kenya/NNP/obl:unmarked/4/GPE~npadvmod -/HYPH/punct/4 armed=arm/VBN/amod/5 "
            "militia/NN/nsubj/6 fled=flee/VBD/root/0",
            "Kenya-armed militia",
        ),
        (
            "Kenya/NNP/obl:unmarked/3/GPE~npadvmod -/HYPH/punct/3 based=base/VBN/amod/4 "
            "hackers=hacker/NNS/nsubj/5 fled=flee/VBD/root/0",
            "Kenya-based hackers",
        ),
    ],
)
def test_a_hyphened_modifier_stays_whole_and_gives_no_country(table: str, name: str, labels: str) -> None:
    found = one(table, labels, "nominal")
    assert (found.name, found.country) == (name, "")


@both
def test_a_prefix_is_no_name(labels: str) -> None:
    table = (
        "Pro/NNP/compound/4/ORG -/HYPH/punct/3 Kenya/NNP/compound/4/GPE bloggers=blogger/NNS/nsubj/5 "
        "fled=flee/VBD/root/0"
    )
    assert [f.text for f in block(table, labels).mentions] == ["Kenya", "Pro-Kenya bloggers"]


@both
def test_the_body_that_somebody_leads_is_a_mention_of_its_own(labels: str) -> None:
    table = (
        "Kenya/NNP/nsubj/2/GPE met=meet/VBD/root/0 the/DT/det/4 head/NN/obj/2~dobj/2 of/IN/case/8~prep/4 "
        "the/DT/det/8 Simba/NNP/compound/8/ORG rebels=rebel/NNS/nmod/4~pobj/5"
    )
    assert [f.text for f in block(table, labels).mentions if f.kind == "nominal"] == [
        "the head",
        "the Simba rebels",
    ]


@both
@pytest.mark.parametrize(
    "table",
    [
        "Togo/NNP/nmod:poss/3/GPE~poss 's/POS/case/1 ally/NN/nsubj/5 Chad/NNP/appos/3/GPE "
        "fled=flee/VBD/root/0",
        "Togo/NNP/nsubj/6/GPE and/CC/cc/4 its/PRP$/nmod:poss/4~poss neighbour/NN/conj/1 Chad/NNP/conj/1/GPE "
        "fled=flee/VBD/root/0",
        "Chad/NNP/nsubj/5/GPE is=be/VBZ/cop/5~root/0 a/DT/det/5 small/JJ/amod/5 state/NN/root/0~attr/2",
        "Chad/NNP/nsubj/8/PERSON ,/,/punct/4 a/DT/det/4 rival/NN/appos/1 of/IN/case/6~prep/4 "
        "Roe/NNP/nmod/4/PERSON~pobj/5 ,/,/punct/1 fled=flee/VBD/root/0",
        "Doe/NNP/nsubj/5/PERSON ,/,/punct/4 a/DT/det/4 shareholder/NN/appos/1 fled=flee/VBD/root/0",
    ],
    ids=["possessor", "coordinated", "predicate", "person", "one-of-a-kind"],
)
def test_what_somebody_is_to_another_is_no_second_actor(table: str, labels: str) -> None:
    found = one(table, labels, "nominal")
    assert found.antecedent is not None
    assert found.antecedent.text in ("Chad", "Doe")


@both
@pytest.mark.parametrize("noun", ["allies=ally/NNS", "minister/NN", "army/NN"])
def test_several_and_officials_are_no_country(noun: str, labels: str) -> None:
    owned = f"Togo/NNP/nmod:poss/3/GPE~poss 's/POS/case/1 {noun}/nsubj/5"
    table = f"{owned} Chad/NNP/appos/3/GPE fled=flee/VBD/root/0"
    assert one(table, labels, "nominal").antecedent is None


@pytest.mark.parametrize("noun", ["release", "contact", "briefing"])
def test_those_for_whom_something_is_said_are_nobody(noun: str) -> None:
    assert described(f"Press=press/NN/compound/2 {noun}/NN/root/0") == []


def test_the_press_may_act_before_a_noun() -> None:
    assert described("Press=press/NN/compound/2 attacks=attack/NNS/nsubj/3 failed=fail/VBD/root/0") == [
        "Press: organization JRN"
    ]
