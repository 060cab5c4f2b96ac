"""What a text says of two names of one, and what it does not say."""

import pytest

from graphbuild.resolve import resolve
from graphbuild.resolve.aliases import aliases
from resolve.articles import article, said, together


def _pairs(text, *names):
    mentions = article("a", text, *(said(name, "person") for name in names)).mentions
    return [(pair.usual.text, pair.other.text) for pair in aliases(text, mentions)]


@pytest.mark.parametrize(
    "between",
    [
        ", also known as",
        " (born 12 May 1956 [1]), also known as",
        ", known by his nom de guerre",
        " (a.k.a.",
        ", alias",
        ", who is also known as",
        " (also called",
        ", formerly known as the",
        ", known simply as",
    ],
)
def test_two_names_of_one(between):
    text = f"Ada Moran{between} Luz Brava left."
    assert _pairs(text, "Ada Moran", "Luz Brava") == [("Ada Moran", "Luz Brava")]


@pytest.mark.parametrize("between", [", better known as", ", more commonly known as", " (best known as"])
def test_the_usual_name_goes_first(between):
    text = f"Ada Moran{between} Luz Brava) left."
    assert _pairs(text, "Ada Moran", "Luz Brava") == [("Luz Brava", "Ada Moran")]


@pytest.mark.parametrize(
    "between",
    [" called", ", also called by", " and", " known to", ", known for", ",", " (", " is known as a"],
)
def test_other_words_join_nobody(between):
    text = f"Ada Moran{between} Luz Brava left."
    assert _pairs(text, "Ada Moran", "Luz Brava") == []


def _corpus(*texts, names=("Ada Moran", "Luz Brava", "Brava")):
    def mentions(text):
        end = 0
        for name in sorted((n for n in names if n in text), key=text.index):
            if text.find(name, end) >= 0:
                end = text.index(name, end) + len(name)
                yield said(name, "person")

    return [article(f"d{k}", text, *mentions(text)) for k, text in enumerate(texts)]


def test_a_further_name_and_its_surname_follow_in_all_documents():
    corpus = _corpus(
        "Ada Moran, also known as Luz Brava, spoke. Then Brava left.", "Luz Brava spoke. Later Brava left."
    )
    found = resolve(corpus)
    assert together(found, *corpus) == {"ada-moran": ["Ada Moran", *["Brava"] * 2, *["Luz Brava"] * 2]}
    assert ("Luz Brava", "also known as") in {(m.alias, m.rule) for m in found.merges}


def test_the_order_of_documents_does_not_matter():
    corpus = _corpus("Luz Brava spoke.", "Ada Moran, also known as Luz Brava, spoke.", "Ada Moran left.")
    assert resolve(corpus) == resolve(corpus[::-1])


def test_documents_that_contradict_each_other_join_nobody():
    corpus = _corpus(
        "Ada Moran, also known as Luz Brava, spoke.",
        "Tim Quiroga, also known as Luz Brava, spoke.",
        names=("Ada Moran", "Luz Brava", "Tim Quiroga"),
    )
    found = resolve(corpus)
    assert {a.actor_id for a in found.actors} == {"ada-moran", "luz-brava", "tim-quiroga"}


def test_a_nickname_alone_is_the_person_of_its_document():
    corpus = _corpus(
        "Ada Moran, known as Lucita, spoke. Then Lucita left.", "Lucita sang.", names=("Ada Moran", "Lucita")
    )
    found = together(resolve(corpus), *corpus)
    assert found["ada-moran"][:2] == ["Ada Moran", "Lucita"]
    assert found["lucita"] == ["Lucita"]


def _bodies(*texts):
    names = ("Lunar Front", "Stella Group", "Hezbollah")
    return [
        article(f"d{k}", text, *(said(n, "organization") for n in sorted(names, key=text.find) if n in text))
        for k, text in enumerate(texts)
    ]


def test_a_body_under_its_former_name_is_the_same():
    corpus = _bodies("Lunar Front, formerly known as the Stella Group, left.", "Stella Group paid.")
    found = resolve(corpus)
    assert together(found, *corpus) == {"lunar-front": ["Lunar Front", "Stella Group", "Stella Group"]}
    assert ("Stella Group", "also known as", 2) in {(m.alias, m.rule, m.count) for m in found.merges}


def test_an_acronym_may_follow_a_possessive():
    corpus = _bodies("Lunar Front’s (LUNFRO) office paid. LUNFRO left.")
    one = article(
        "d", corpus[0].document.text, *(said(n, "organization") for n in ("Lunar Front", "LUNFRO", "LUNFRO"))
    )
    assert together(resolve([one]), one) == {"lunar-front": ["LUNFRO", "LUNFRO", "Lunar Front"]}


def test_a_body_that_the_word_lists_know_keeps_its_name():
    corpus = _bodies("Stella Group, also known as Hezbollah, left.")
    assert together(resolve(corpus), *corpus) == {"hezbollah": ["Hezbollah", "Stella Group"]}
