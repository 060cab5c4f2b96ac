"""Named mentions: what the pipeline's entities and the gazetteers agree on."""

from __future__ import annotations

import pytest

from extract.labels import both
from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.mentions.names import named
from graphbuild.extract.syntax.parse import view
from graphbuild.extract.testing import parsed


def names(table: str, labels: str = "ud") -> list[Mention]:
    block = Block(view(parsed(table, labels)), 0)
    named(block)
    return block.mentions


def flat(*words: str, label: str = "", tag: str = "NNP", pos: str = "PROPN") -> str:
    """A name that is a whole sentence, headed by its first word in UD and by its last in ClearNLP."""
    last = len(words)
    return " ".join(
        f"{word}/{tag}+{pos}/{'root/0' if k == 1 else 'flat/1'}/{label}"
        f"~{'root/0' if k == last else f'compound/{last}'}"
        for k, word in enumerate(words, 1)
    )


@pytest.mark.parametrize("name", ["Kenya", "Benin"])
def test_a_country_that_the_pipeline_missed(name: str) -> None:
    (found,) = names(flat(name))
    assert (found.name, found.type, found.label, found.kind) == (name, "country", "GPE", "name")


@pytest.mark.parametrize("label", ["PERSON", "ORG", "LOC"])
def test_the_gazetteer_overrules_the_pipeline(label: str) -> None:
    (found,) = names(flat("Kenya", label=label))
    assert (found.type, found.country) == ("country", "KEN")


@pytest.mark.parametrize(
    ("words", "country"),
    [(("US",), "USA"), (("U.S.",), "USA"), (("UK",), "GBR"), (("South", "Sudan"), "SSD")],
)
def test_short_and_long_names_of_countries(words: tuple[str, ...], country: str) -> None:
    (found,) = names(flat(*words))
    assert (found.country, found.last) == (country, len(words))


@pytest.mark.parametrize(
    ("word", "pos"), [("us", "PRON"), ("it", "PRON"), ("who", "PRON"), ("polish", "VERB")]
)
def test_a_word_in_lower_case_is_no_name(word: str, pos: str) -> None:
    assert names(flat(word, pos=pos, tag="PRP")) == []


def test_initials_in_capitals_that_are_a_pronoun_are_no_name() -> None:
    assert names(flat("IT", pos="PRON", tag="PRP")) == []


@pytest.mark.parametrize("alias", ["Hezbollah", "Hizbullah"])
def test_a_known_group_has_one_name(alias: str) -> None:
    (found,) = names(flat(alias))
    assert (found.name, found.type, found.role, found.country) == ("Hezbollah", "group", "REB", "LBN")


def test_the_longest_known_name_wins() -> None:
    (found,) = names(flat("UN", "Security", "Council"))
    assert (found.name, found.first, found.last) == ("United Nations Security Council", 0, 3)


def test_a_known_name_inside_a_longer_entity_is_not_taken_apart() -> None:
    (found,) = names(flat("Bank", "of", "Kenya", label="ORG"))
    assert (found.name, found.type) == ("Bank of Kenya", "organization")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("African", "Union", "Resolution", "12"), ["African Union"]),
        (("European", "Union", "Trade", "Agreement"), ["European Union"]),
        (("African", "Union", "Day"), []),
        (("Paris", "Agreement"), []),
    ],
)
def test_a_document_is_named_after_the_body_that_made_it(words: tuple[str, ...], name: list[str]) -> None:
    assert [found.name for found in names(flat(*words, label="MISC"))] == name


@pytest.mark.parametrize(
    ("label", "kind"),
    [("PERSON", "person"), ("PER", "person"), ("ORG", "organization"), ("NORP", "group"), ("FAC", "place")],
)
def test_types_of_unknown_names(label: str, kind: str) -> None:
    (found,) = names(flat("Zyxw", "Vuts", label=label))
    assert (found.type, found.label, found.name) == (kind, label, "Zyxw Vuts")


@pytest.mark.parametrize("label", ["DATE", "MONEY", "CARDINAL", "PERCENT"])
def test_figures_and_dates_are_no_actors(label: str) -> None:
    assert names(flat("Zyxw", label=label)) == []


ARTICLE = """
The/DT/det/3/ORG Zyx/NNP/compound/3/ORG Bank/NNP/nmod:poss/5/ORG~poss 's/POS/case/3/ORG head/NN/root/0
"""


@both
def test_article_and_possessive_stay_outside(labels: str) -> None:
    (found,) = names(ARTICLE, labels)
    assert (found.text, found.head) == ("Zyx Bank", 2)


TITLED = """
President/NNP/nmod:desc/2/PERSON~compound/3 Mary/NNP/nsubj/4/PERSON~compound/3
Roe/NNP/flat/2/PERSON~nsubj/4 left=leave/VBD/root/0
"""


@both
def test_a_title_inside_an_entity_is_kept_apart(labels: str) -> None:
    (found,) = names(TITLED, labels)
    assert (found.text, found.title, found.gender) == ("Mary Roe", "President", "f")


@pytest.mark.parametrize(
    ("words", "gender"),
    [(("Mary", "Zyx"), "f"), (("John", "Zyx"), "m"), (("Mr", "Zyx"), "m"), (("Zyx",), "")],
)
def test_gender_of_persons(words: tuple[str, ...], gender: str) -> None:
    (found,) = names(flat(*words, label="PERSON"))
    assert found.gender == gender


DEMONYMS = """
Kenyan/JJ+PROPN/amod/2/NORP rebels=rebel/NNS/nsubj/3 fought=fight/VBD/root/0
Chadians=chadian/NNPS/obj/3/NORP~dobj
"""


@both
def test_an_adjective_stands_for_the_country_a_plural_for_the_people(labels: str) -> None:
    adjective, people = names(DEMONYMS, labels)
    assert (adjective.name, adjective.type, adjective.country) == ("Kenya", "country", "KEN")
    assert (people.name, people.type, people.country, people.number) == ("Chadians", "group", "TCD", "p")


def test_names_come_in_order_and_never_overlap() -> None:
    found = names(flat("Kenya", "Kenyatta", "Hezbollah", "Mali", label="PERSON"))
    ends = [f.last for f in found]
    assert all(f.first >= end for f, end in zip(found[1:], ends, strict=False))


def test_a_ship_keeps_its_prefix_and_has_its_navys_country() -> None:
    (ship,) = names(flat("HMS", "Otter", label="PERSON"))
    assert (ship.name, ship.type, ship.label, ship.role, ship.country) == (
        "HMS Otter", "group", "PRODUCT", "MIL", "GBR",
    )  # fmt: skip


@pytest.mark.parametrize(("word", "found"), [("@janeroe", ["@janeroe"]), ("@", []), ("jane@roe.org", [])])
def test_an_account_is_named_by_its_handle(word: str, found: list[str]) -> None:
    assert [f.name for f in names(flat(word, tag="ADD", pos="X")) if f.label == "ACCOUNT"] == found


@both
@pytest.mark.parametrize(
    ("verb", "lemma", "kind"),
    [
        ("accused", "accuse", "country"),
        ("thanked", "thank", "country"),
        ("left", "leave", "place"),
        ("bombed", "bomb", "place"),
    ],
)
def test_a_capital_that_one_talks_to_is_its_government(verb: str, lemma: str, kind: str, labels: str) -> None:
    table = f"""
Kenya/NNP/nsubj/2/GPE {verb}={lemma}/VBD/root/0 Moscow/NNP/obj/2/GPE~dobj
"""
    (found,) = (one for one in names(table, labels) if one.text == "Moscow")
    assert found.type == kind
    assert (found.name == "Russia") == (kind == "country")


@both
def test_a_capital_that_is_only_where_it_happens_stays_a_place(labels: str) -> None:
    table = """
Kenya/NNP/nsubj/2/GPE accused=accuse/VBD/root/0 Chad/NNP/obj/2/GPE~dobj in/IN/case/5~prep/2
Moscow/NNP/obl/2/GPE~pobj/4
"""
    (found,) = (one for one in names(table, labels) if one.text == "Moscow")
    assert found.type == "place"


def test_a_body_of_one_word_under_an_unknown_label_is_no_actor() -> None:
    assert names(flat("The", "Parliament", label="MISC")) == []
    (found,) = names(flat("Zyxw", "Parliament", label="MISC"))
    assert (found.type, found.label) == ("organization", "ORG")


LISTED = """
Acme/NNP/nsubj/{k}/ORG (/-LRB-+PUNCT/punct/3 {listing} )/-RRB-+PUNCT/punct/3 left=leave/VBD/root/0
"""


@both
@pytest.mark.parametrize(
    ("listing", "k"),
    [
        ("LSE/NNP/appos/1/ORG :/:/punct/5 ABC/NNP/appos/1/ORG-", 7),
        ("Nasdaq/NNP/appos/1/ORG :/:/punct/5 ACME/NNP/appos/1/ORG-", 7),
        ("TSX/NNP/appos/1/ORG :/:/punct/5 ACM/NNP/appos/1/ORG- ;/:/punct/3 NYSE/NNP/appos/1/ORG :/:/punct/5 "
         "AC/NNP/appos/1/ORG-", 11),
    ],
)  # fmt: skip
def test_where_a_company_is_listed_is_no_mention(listing: str, k: int, labels: str) -> None:
    assert [found.name for found in names(LISTED.format(listing=listing, k=k), labels)] == ["Acme"]


@both
def test_an_acronym_in_brackets_is_a_mention(labels: str) -> None:
    found = names(LISTED.format(listing="LSE/NNP/appos/1/ORG", k=5), labels)
    assert [one.text for one in found] == ["Acme", "LSE"]


@pytest.mark.parametrize(("long", "kind"), [("Distant Rivers Club", "organization"), ("", "country")])
def test_an_acronym_is_what_the_document_says(long: str, kind: str) -> None:
    block = Block(view(parsed(flat("DRC"))), 0)
    named(block, {"drc": long} if long else {})
    assert [(one.text, one.type) for one in block.mentions] == [("DRC", kind)]


SAID = """
Said=say/VBD/root/0 {person}/NNP/nsubj/{head}/PERSON {rest}
"""


@both
@pytest.mark.parametrize(
    ("rest", "head", "name"),
    [
        ("sued=sue/VBD/ccomp/1 Chad/NNP/obj/3/GPE~dobj ././punct/1", 3, "Said Roe"),
        ("left=leave/VBD/ccomp/1 ././punct/1", 3, "Said Roe"),
        ("never/RB/advmod/4 slept=sleep/VBD/ccomp/1 ././punct/1", 4, "Said Roe"),
        (":/:/punct/1 “/``/punct/5 Go/VB/ccomp/1 ”/''/punct/5", 1, "Roe"),
        ("of/IN/case/4 Chad/NNP/nmod/2/GPE ././punct/1", 1, "Roe"),
    ],
)
def test_a_given_name_like_a_verb(rest: str, head: int, name: str, labels: str) -> None:
    found = names(SAID.format(person="Roe", head=head, rest=rest), labels)
    assert found[0].name == name
