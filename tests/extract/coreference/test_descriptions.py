"""Definite nominals and appositions: whom they mean, and when they mean nobody known."""

from __future__ import annotations

import pytest

from extract.docs import both, marked
from graphbuild.extract.annotations import Mention
from graphbuild.extract.coreference.antecedents import antecedents
from graphbuild.extract.qualify.attribution import quotes
from graphbuild.extract.syntax.clauses import clauses
from graphbuild.lexicons.verbs import lexicon

LEXICON = lexicon()


def names(*given: str) -> str:
    """ "Zyx met Yon": names with their labels, as subject and object."""
    lines = [f"{_name(given[0])} | 2 nsubj | | {given[0].partition(':')[2]}", "met meet VERB VBD | 0 root |"]
    if len(given) > 1:
        lines.append(f"{_name(given[1])} | 2 obj | 2 dobj | {given[1].partition(':')[2]}")
    return "\n".join([*lines, ". . PUNCT . | 2 punct |"])


def _name(given: str) -> str:
    word = given.partition(":")[0]
    return f"{word} {word.lower()} PROPN NNP"


def phrase(words: str, label: str, tag: str = "NN") -> str:
    """ "The armed group won": a nominal of a determiner, adjectives and a noun, as subject."""
    *before, noun = words.split()
    at = len(before) + 1
    parts = [("DET DT", "det"), *[("ADJ JJ", "amod")] * len(before)]
    lines = [
        f"{word} {word.lower()} {tags} | {at} {dep} | | {label}"
        for word, (tags, dep) in zip(before, parts, strict=False)
    ]
    lemma = noun.removesuffix("s") if tag == "NNS" else noun
    lines += [f"{noun} {lemma} NOUN {tag} | {at + 1} nsubj | | {label}", "won win VERB VBD | 0 root |"]
    return "\n".join([*lines, f". . PUNCT . | {at + 1} punct |"])


def meant(table: str, labels: str = "ud", **fields: dict[str, str]) -> str:
    """Name of what the last nominal of a text means; ``fields`` sets what is known of a name."""
    block = marked(table, labels)
    for found in block.mentions:
        for field, value in fields.get(found.name, {}).items():
            setattr(found, field, value)
    antecedents([(block, quotes(block, clauses(block.parse, lexicon()), LEXICON))])
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
Zyx zyx PROPN NNP | 2 nsubj | | PERSON
left leave VERB VBD | 0 root |
Mali mali PROPN NNP | 2 obj | 2 dobj | GPE-
and and CCONJ CC | 5 cc | 3 cc |
Togo togo PROPN NNP | 3 conj | | GPE
. . PUNCT . | 2 punct |
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
{name} {name} PROPN NNP | 2 compound | | ORG
militants militant NOUN NNS | 3 nsubj | | group
fled flee VERB VBD | 0 root |
. . PUNCT . | 3 punct |
"""


def _members(*tables: str, labels: str) -> str:
    block = marked(text(*tables), labels)
    plural = [f for f in block.mentions if f.kind == "nominal"]
    for found in plural:
        owner: Mention | None = block.by_token.get(found.head - 1)
        if owner is not None and owner.kind == "name":
            found.antecedent = owner
    antecedents([(block, quotes(block, clauses(block.parse, lexicon()), LEXICON))])
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
Zambian zambian ADJ JJ | 2 amod | | official
envoy envoy NOUN NN | 3 nsubj | | official
flees flee VERB VBZ | 0 root |

Zyx zyx PROPN NNP | 6 nsubj | | PERSON
, , PUNCT , | 1 punct |
a a DET DT | 5 det | | official
Zambian zambian ADJ JJ | 5 amod | | official
{noun} {noun} NOUN NN | 1 appos | | official
fled flee VERB VBD | 0 root |
"""


@both
@pytest.mark.parametrize(("noun", "name"), [("envoy", "Zyx"), ("poet", "")])
def test_a_headline_means_whom_the_text_describes_so(noun: str, name: str, labels: str) -> None:
    block = marked(HEADLINE.format(noun=noun), labels)
    headline, described = (f for f in block.mentions if f.kind == "nominal")
    described.antecedent = next(f for f in block.mentions if f.kind == "name")
    antecedents([(block, quotes(block, clauses(block.parse, lexicon()), LEXICON))])
    assert (headline.antecedent.text if headline.antecedent else "") == name


BESIDE = """
Zyx zyx PROPN NNP | 4 nsubj | | {label}
, , PUNCT , | 4 punct |
commander commander NOUN NN | 4 nsubj | | official
{end}
fled flee VERB VBD | 0 root |
. . PUNCT . | 4 punct |
"""


@both
@pytest.mark.parametrize(
    ("label", "end", "name"),
    [("PERSON", ", , PUNCT , | 5 punct |", "Zyx"), ("ORG", ", , PUNCT , | 5 punct |", "")],
)
def test_a_description_after_a_comma_is_the_person_beside(
    label: str, end: str, name: str, labels: str
) -> None:
    table = BESIDE.format(label=label, end=end).replace("4 ", "5 ")
    assert meant(table, labels) == name


@both
def test_a_list_is_no_apposition(labels: str) -> None:
    table = BESIDE.format(label="PERSON", end="and and CCONJ CC | 5 cc |").replace("4 ", "5 ")
    assert meant(table, labels) == ""


FIELD = """
{first} {first} ADJ JJ | 2 amod | |
Envoy envoy NOUN NN | 5 nmod:desc | 5 compound | official
for for ADP IN | 4 case | 2 prep |
Yemen yemen PROPN NNP | 2 nmod | 3 pobj | GPE
Zyx zyx PROPN NNP | {head} | | {label}
fled flee VERB VBD | 0 root |
. . PUNCT . | 6 punct |
"""


@both
@pytest.mark.parametrize(
    ("first", "label", "name"),
    [("Special", "PERSON", "Zyx"), ("the", "PERSON", "Zyx"), ("the", "ORG", "")],
)
def test_an_office_and_its_field_stand_before_the_holder(
    first: str, label: str, name: str, labels: str
) -> None:
    assert meant(FIELD.format(first=first, label=label, head="6 nsubj"), labels) == name
