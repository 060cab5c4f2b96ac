"""Definite nominals and appositions: whom they mean, and when they mean nobody known."""

from __future__ import annotations

import pytest

from extract.labels import both
from graphbuild.extract.annotations import Mention
from graphbuild.extract.coreference.antecedents import antecedents
from graphbuild.extract.qualify.attribution import quotes
from graphbuild.extract.syntax.clauses import clauses
from graphbuild.extract.testing import example
from graphbuild.lexicons.verbs import lexicon

LEXICON = lexicon()


def names(*given: str) -> str:
    """ "Zyx met Yon": names with their labels, as subject and object."""
    subject, *others = ((name, label) for name, _, label in (one.partition(":") for one in given))
    tokens = ["{}/NNP/nsubj/2/{}".format(*subject), "met=meet/VBD/root/0"]
    tokens += ["{}/NNP/obj/2/{}~dobj".format(*other) for other in others]
    return " ".join([*tokens, "././punct/2"])


def phrase(words: str, label: str, tag: str = "NN") -> str:
    """ "The armed group won": a nominal of a determiner, adjectives and a noun, as subject."""
    *before, noun = words.split()
    at = len(before) + 1
    parts = ["DT/det", *["JJ/amod"] * len(before)]
    tokens = [f"{word}/{part}/{at}/{label}" for word, part in zip(before, parts, strict=False)]
    lemma = noun.removesuffix("s") if tag == "NNS" else noun
    tokens += [f"{noun}={lemma}/{tag}/nsubj/{at + 1}/{label}", "won=win/VBD/root/0"]
    return " ".join([*tokens, f"././punct/{at + 1}"])


def meant(table: str, labels: str = "ud", **fields: dict[str, str]) -> str:
    """Name of what the last nominal of a text means; ``fields`` sets what is known of a name."""
    block = example(table, labels)
    for found in block.mentions:
        for field, value in fields.get(found.name, {}).items():
            setattr(found, field, value)
    antecedents([(block, quotes(block, clauses(block.parse, LEXICON), LEXICON))], LEXICON)
    last = [f for f in block.mentions if f.kind == "nominal"][-1]
    return last.antecedent.text if last.antecedent else ""


def text(*sentences: str) -> str:
    return "\n\n".join(sentences)


@both
def test_a_fighting_group_is_no_ministry(labels: str) -> None:
    table = text(names("Zyx:ORG"), names("Yon:ORG"), phrase("The terrorist group", "group"))
    known = {"Zyx": {"type": "group", "role": "REB"}, "Yon": {"role": "GOV"}}
    assert meant(table, labels, **known) == "Zyx"


@both
@pytest.mark.parametrize("words", ["The country", "this nation"])
def test_the_country_is_the_one_named_before(words: str, labels: str) -> None:
    assert meant(text(names("Mali:GPE"), phrase(words, "country")), labels) == "Mali"


IN_A_LIST = """
Zyx/NNP/nsubj/2/PERSON left=leave/VBD/root/0 Mali/NNP/obj/2/GPE-~dobj and/CC/cc/5~cc/3
Togo/NNP/conj/3/GPE ././punct/2
"""


@both
def test_the_country_is_none_of_a_list(labels: str) -> None:
    assert meant(text(IN_A_LIST, phrase("the country", "country")), labels) == ""


@both
def test_words_of_its_own_tell_a_group_from_another(labels: str) -> None:
    one = phrase("a northern group", "group")
    assert meant(text(one, phrase("the northern group", "group")), labels) == "a northern group"
    assert meant(text(one, phrase("the group", "group")), labels) == "a northern group"
    assert meant(text(one, phrase("the southern group", "group")), labels) == ""


@both
def test_an_agency_is_a_name_that_ends_so(labels: str) -> None:
    table = text(names("Zyx_Agency:ORG"), phrase("the agency", "organization"))
    known = {"Zyx_Agency": {"name": "Zyx Agency"}}
    assert meant(table, labels, **known) == "Zyx_Agency"
    assert meant(text(names("Zyx:ORG"), phrase("the agency", "organization")), labels) == ""


MEMBERS = """
{name}/NNP/compound/2/ORG militants=militant/NNS/nsubj/3/group fled=flee/VBD/root/0 ././punct/3
"""


def _members(*tables: str, labels: str) -> str:
    block = example(text(*tables), labels)
    plural = [f for f in block.mentions if f.kind == "nominal"]
    for found in plural:
        owner: Mention | None = block.by_token.get(found.head - 1)
        if owner is not None and owner.kind == "name":
            found.antecedent = owner
    antecedents([(block, quotes(block, clauses(block.parse, LEXICON), LEXICON))], LEXICON)
    antecedent = plural[-1].antecedent
    return antecedent.text if antecedent else ""


@both
def test_the_militants_are_those_named_before(labels: str) -> None:
    bare = phrase("the militants", "group", "NNS")
    zyx, yon = MEMBERS.format(name="Zyx"), MEMBERS.format(name="Yon")
    assert _members(zyx, bare, labels=labels) == "Zyx"
    assert _members(zyx, yon, bare, labels=labels) == ""
    assert _members(phrase("some militants", "group", "NNS"), zyx, bare, labels=labels) == ""


@both
def test_the_militants_are_the_only_armed_group(labels: str) -> None:
    bare = phrase("the militants", "group", "NNS")
    armed = {"type": "group", "role": "REB"}
    assert meant(text(names("Zyx:ORG"), bare), labels, Zyx=armed) == "Zyx"
    assert meant(text(names("Zyx:ORG"), bare), labels) == ""
    assert meant(text(names("Zyx:ORG", "Yon:ORG"), bare), labels, Zyx=armed, Yon=armed) == ""


HEADLINE = """
Zambian/JJ/amod/2/official envoy/NN/nsubj/3/official flees=flee/VBZ/root/0

Zyx/NNP/nsubj/6/PERSON ,/,/punct/1 a/DT/det/5/official Zambian/JJ/amod/5/official
{noun}/NN/appos/1/official fled=flee/VBD/root/0
"""


@both
@pytest.mark.parametrize(("noun", "name"), [("envoy", "Zyx"), ("poet", "")])
def test_a_headline_means_whom_the_text_describes_so(noun: str, name: str, labels: str) -> None:
    block = example(HEADLINE.format(noun=noun), labels)
    headline, described = (f for f in block.mentions if f.kind == "nominal")
    described.antecedent = next(f for f in block.mentions if f.kind == "name")
    antecedents([(block, quotes(block, clauses(block.parse, LEXICON), LEXICON))], LEXICON)
    assert (headline.antecedent.text if headline.antecedent else "") == name


BESIDE = """
Zyx/NNP/nsubj/5/{label} ,/,/punct/5 commander/NN/nsubj/5/official {end} fled=flee/VBD/root/0 ././punct/5
"""


@both
@pytest.mark.parametrize(
    ("label", "end", "name"),
    [("PERSON", ",/,/punct/5", "Zyx"), ("ORG", ",/,/punct/5", "")],
)
def test_a_description_after_a_comma_is_the_person_beside(
    label: str, end: str, name: str, labels: str
) -> None:
    table = BESIDE.format(label=label, end=end)
    assert meant(table, labels) == name


@both
def test_a_list_is_no_apposition(labels: str) -> None:
    table = BESIDE.format(label="PERSON", end="and/CC/cc/5")
    assert meant(table, labels) == ""


FIELD = """
{first}/JJ/amod/2 Envoy/NN/nmod:desc/5/official~compound for/IN/case/4~prep/2
Yemen/NNP/nmod/2/GPE~pobj/3
Zyx/NNP/nsubj/6/{label} fled=flee/VBD/root/0 ././punct/6
"""


@both
@pytest.mark.parametrize(
    ("first", "label", "name"),
    [("Special", "PERSON", "Zyx"), ("the", "PERSON", "Zyx"), ("the", "ORG", "")],
)
def test_an_office_and_its_field_stand_before_the_holder(
    first: str, label: str, name: str, labels: str
) -> None:
    assert meant(FIELD.format(first=first, label=label), labels) == name


@both
@pytest.mark.parametrize(
    ("public", "noun"),
    [
        ("Fair Trade Office", "company"),
        ("Fishing Authority", "company"),
        ("Grain Agency", "drugmaker"),
    ],
)
def test_a_public_body_is_no_company(public: str, noun: str, labels: str) -> None:
    table = text(names("Zyx:ORG"), names("Yon:ORG"), phrase(f"The {noun}", "organization"))
    assert meant(table, labels, Yon={"name": public}) == "Zyx"
    assert meant(table, labels) == "Yon"


RAIDED = """
Zyx/NNP/compound/2/ORG agents=agent/NNS/nsubj/3 raided=raid/VBD/root/0 the/DT/det/5/organization
{noun}/NN/obj/3/organization~dobj ././punct/3
"""


@both
@pytest.mark.parametrize("noun", ["company", "group", "firm"])
def test_who_acts_on_a_company_is_another(noun: str, labels: str) -> None:
    table = text(names("Yon:ORG"), RAIDED.format(noun=noun).strip())
    assert meant(table, labels) == "Yon"


CALLED = """
The=the/DT/det/2/group {noun}/NN/nsubj/4/group Zyx/NNP/appos/2/ORG left=leave/VBD/root/0 ././punct/4
"""


@both
@pytest.mark.parametrize(("noun", "name"), [("group", "Zyx"), ("network", "Yon")])
def test_the_group_is_who_was_called_a_group(noun: str, name: str, labels: str) -> None:
    block = example(
        text(CALLED.format(noun=noun).strip(), names("Yon:ORG"), phrase("The group", "group")), labels
    )
    first = next(f for f in block.mentions if f.kind == "nominal")
    first.antecedent = next(f for f in block.mentions if f.name == "Zyx")
    antecedents([(block, quotes(block, clauses(block.parse, LEXICON), LEXICON))], LEXICON)
    last = [f for f in block.mentions if f.kind == "nominal"][-1]
    assert last.antecedent is not None
    assert last.antecedent.name == name


DEFINED = """
Zyx/NNP/nsubj/9/ORG (/-LRB-+PUNCT/punct/6 the/DT/det/6 “/``/punct/6 the/DT/det/6
{noun}/NN/appos/1/organization ”/''/punct/6 )/-RRB-+PUNCT/punct/6 left=leave/VBD/root/0 ././punct/9
"""


@both
@pytest.mark.parametrize("noun", ["Company=company", "Bank=bank", "Group=group"])
def test_a_defined_term_is_the_name_before_the_brackets(noun: str, labels: str) -> None:
    table = text(DEFINED.format(noun=noun).strip(), names("Yon:ORG"), phrase(f"The {noun}", "organization"))
    assert meant(table, labels) == "Zyx"
