"""The view of a parse: plain lists, always a tree, and the small questions that rules ask of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.labels import both
from graphbuild.extract.syntax.parse import view
from graphbuild.extract.testing import parsed
from graphbuild.lexicons.patterns import patterns
from graphbuild.lexicons.verbs import lexicon

NOUN_PHRASE = """
Togo/NNP/nsubj/2/GPE praised=praise/VBD/root/0 Kenya/NNP/nmod:poss/7/GPE~poss 's/POS/case/3
two/CD/nummod/7 foreign/JJ/amod/7 ministers=minister/NNS/obj/2~dobj and/CC/cc/10~cc/7 the/DT/det/10
press/NN/conj/7 ././punct/2
"""

NAME = """
Jane/NNP/nsubj/3/PERSON~compound/2 Roe/NNP/flat/1/PERSON~nsubj/3 spoke=speak/VBD/root/0
to/IN/case/5~prep/3 Togo/NNP/obl/3/GPE~pobj/4 ././punct/3

She/PRP/nsubj/2 left=leave/VBD/root/0 ././punct/2
"""


def test_offsets_count_from_where_the_block_begins() -> None:
    parse = view(parsed(NAME), 100)
    assert parse.text == "Jane Roe spoke to Togo. She left."
    assert (parse.starts[4], parse.ends[4], parse.slice(4, 6)) == (118, 122, "Togo.")


@both
def test_sentences_and_entities_are_kept(labels: str) -> None:
    parse = view(parsed(NAME, labels))
    assert parse.sentences == [(0, 6), (6, 9)]
    assert parse.sentence == [0] * 6 + [1] * 3
    assert parse.entities == [(0, 2, "PERSON"), (4, 5, "GPE")]
    assert [i for i, h in enumerate(parse.heads) if h == i] == [2, 7]


@pytest.mark.parametrize(("labels", "head"), [("ud", 0), ("clear", 1)])
def test_head_of_a_name_is_the_token_tied_to_the_clause(labels: str, head: int) -> None:
    parse = view(parsed(NAME, labels))
    assert parse.head_of(0, 2) == head
    assert parse.deps[head] == "nsubj"


@both
def test_left_edge_takes_in_possessor_and_modifiers_but_no_other_conjunct(labels: str) -> None:
    parse = view(parsed(NOUN_PHRASE, labels))
    assert parse.slice(parse.left_edge(6), 7) == "Kenya's two foreign ministers"
    assert parse.slice(parse.left_edge(9), 10) == "the press"


@both
def test_left_edge_stops_at_a_preposition(labels: str) -> None:
    assert view(parsed(NAME, labels)).left_edge(4) == 4


@both
def test_conjuncts_start_with_the_token_itself(labels: str) -> None:
    parse = view(parsed(NOUN_PHRASE, labels))
    assert list(parse.conjuncts(6)) == [6, 9]
    assert list(parse.conjuncts(9)) == [9]


@both
def test_a_possessive_mark_is_no_preposition(labels: str) -> None:
    assert view(parsed(NOUN_PHRASE, labels)).preposition(2) == ""


@both
def test_subtree_and_ancestors(labels: str) -> None:
    parse = view(parsed(NOUN_PHRASE, labels))
    assert sorted(parse.subtree(6)) == [2, 3, 4, 5, 6, 7, 8, 9]
    assert list(parse.ancestors(3)) == [2, 6, 1]
    assert list(parse.ancestors(1)) == []


def test_forms_of_be_have_one_lemma_whatever_the_pipeline_says() -> None:
    doc = Doc(
        Vocab(), words=["Talks", "were", "on"], lemmas=["Talks", "were", ""], pos=["NOUN", "AUX", "ADP"]
    )
    assert view(doc).lemmas == ["talks", "be", "on"]


def test_an_empty_text_has_an_empty_view() -> None:
    parse = view(Doc(Vocab()))
    assert (parse.words, parse.heads, parse.entities) == ([], [], [])


_UD = """
nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss nmod:desc case acl acl:relcl xcomp ccomp advcl appos
flat compound compound:prt conj cc aux aux:pass cop parataxis obl:unmarked punct det fixed expl mark
""".split()
_CLEAR = """
nsubj nsubjpass dobj dative pobj pcomp prep agent nmod poss acomp attr case acl relcl xcomp ccomp advcl appos
compound prt conj cc aux auxpass neg parataxis npadvmod punct det oprd expl mark preconj
""".split()
_POS = "NOUN PROPN PRON VERB AUX ADP SCONJ CCONJ PART ADJ ADV DET PUNCT".split()
_WORDS = "be is to and by let Kenya rebels who it n't - , “".split()


@st.composite
def trees(draw: st.DrawFn, relations: list[str]) -> Doc:
    """A sentence or two with random words and relations, and a random tree over them."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    roots = draw(st.integers(1, 2))
    heads = [0] * size
    for rank, i in enumerate(order):
        heads[i] = i if rank < roots else order[draw(st.integers(0, rank - 1))]
    column = lambda values: draw(st.lists(st.sampled_from(values), min_size=size, max_size=size))  # noqa: E731
    words = column(_WORDS)
    deps = ["ROOT" if heads[i] == i else dep for i, dep in enumerate(column(relations))]
    tags = column("NN NNS NNP VB VBD VBN VBG TO IN".split())
    return Doc(Vocab(), words=words, lemmas=words, pos=column(_POS), tags=tags, heads=heads, deps=deps)


@given(st.one_of(trees(_UD), trees(_CLEAR), trees(_UD + _CLEAR)))
def test_any_parse_gives_a_tree(doc: Doc) -> None:
    parse = view(doc)
    n = len(parse.words)
    assert all(len(column) == n for column in (parse.deps, parse.heads, parse.children, parse.sentence))
    for i in range(n):
        top, steps = i, 0
        while parse.heads[top] != top:
            top, steps = parse.heads[top], steps + 1
            assert steps < n, "a circle"
        assert (i in parse.children[parse.heads[i]]) == (parse.heads[i] != i)
        assert parse.left_edge(i) <= i
        assert i in parse.conjuncts(i)
    assert sum(parse.heads[i] == i for i in range(n)) == sum(t.head.i == t.i for t in doc)


@given(trees(_CLEAR))
def test_no_label_of_clearnlp_remains(doc: Doc) -> None:
    left = {"pobj", "pcomp", "prep", "agent", "dobj", "nsubjpass", "relcl", "poss", "attr", "acomp", "dative"}
    parse = view(doc)
    assert not left.intersection(parse.deps)


HYPHENED = """
Kenya/NNP/nsubj/2/GPE broke=break/VBD/root/0 the/DT/det/6 cease/NN/compound/6 -/HYPH/punct/6
fire/NN/obj/2~dobj
"""


@pytest.mark.parametrize(("spaced", "lemma"), [(False, "cease-fire"), (True, "fire")])
def test_a_word_parted_at_its_hyphen_has_one_lemma(spaced: bool, lemma: str) -> None:
    doc = parsed(HYPHENED, "ud")
    respaced = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[spaced or token.i not in (3, 4) for token in doc],
        lemmas=[token.lemma_ for token in doc],
        pos=[token.pos_ for token in doc],
        tags=[token.tag_ for token in doc],
        deps=[token.dep_ for token in doc],
        heads=[token.head.i for token in doc],
    )
    assert view(respaced, patterns=patterns(lexicon())).lemmas[5] == lemma
