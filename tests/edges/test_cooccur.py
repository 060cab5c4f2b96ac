import time

import pandas as pd
import pytest
from corpus import article, resolved
from hypothesis import given, settings
from hypothesis import strategies as st

from graphbuild.edges.cooccur import cooccur
from graphbuild.tables import actors_table, check, documents_table, mentions_table, sentences_table

NAMES = ["Ann", "Ben", "Cem", "Dee"]
SENTENCES = st.lists(st.lists(st.sampled_from(NAMES), max_size=4), max_size=5)
DOCUMENTS = st.lists(SENTENCES, max_size=3)


def _pairs(extractions, window=0):
    found = resolved(extractions)
    mentions = mentions_table(extractions, found.links)
    actors = actors_table(found.actors, mentions, documents_table(extractions))
    return cooccur(mentions, sentences_table(extractions), actors, window=window)


def _articles(documents):
    return [
        article(f"d{i}", *(" and ".join(f"[{name}]" for name in sentence) + "." for sentence in sentences))
        for i, sentences in enumerate(documents)
    ]


def _brute_force(documents, window):
    """Pairs with the distance of the nearest earlier or same sentence, straight from the definition."""
    found = {}
    for i, sentences in enumerate(documents):
        for s, here in enumerate(sentences):
            for distance in range(min(window, s) + 1):
                for one in here:
                    for other in sentences[s - distance]:
                        if one != other:
                            found.setdefault((f"d{i}", s, frozenset((one, other))), distance)
    return found


@settings(max_examples=25, deadline=None)
@given(DOCUMENTS, st.integers(0, 2))
def test_pairs_are_those_of_the_definition(documents, window):
    table = check(_pairs(_articles(documents), window), "relations")
    expected = _brute_force(documents, window)
    found = {
        (r.doc_id, r.sentence, frozenset((r.source_name, r.target_name))): r.rule for r in table.itertuples()
    }
    assert len(found) == len(table)
    assert found == {key: "window" if distance else "same_sentence" for key, distance in expected.items()}
    starts = [
        table[end].str.extract(r":(\d+)-")[0].astype(int) for end in ("source_mention", "target_mention")
    ]
    assert (starts[0] < starts[1]).all()
    assert table["relation_id"].is_unique


@settings(max_examples=12, deadline=None)
@given(DOCUMENTS, st.integers(0, 2))
def test_evidence_is_the_text_and_holds_both_mentions(documents, window):
    articles = _articles(documents)
    texts = {a.document.doc_id: a.document.text for a in articles}
    spans = {m.mention_id: m for a in articles for m in a.mentions}
    for r in _pairs(articles, window).itertuples():
        assert texts[r.doc_id][r.start : r.end] == r.evidence
        for mention_id, name in ((r.source_mention, r.source_name), (r.target_mention, r.target_name)):
            mention = spans[mention_id]
            assert r.start <= mention.start < mention.end <= r.end
            assert mention.text == name


def test_the_first_mention_in_the_sentence_stands_for_the_actor():
    pair = _pairs([article("d", "[Ann], [Ben], [Ann] and [Ben].")]).iloc[0]
    assert {pair.source_mention, pair.target_mention} == {"d:0-3", "d:5-8"}


def test_order_of_documents_does_not_matter():
    articles = _articles([[["Ann", "Ben"], ["Cem", "Ann"]], [["Ben", "Cem", "Dee"]]])
    pd.testing.assert_frame_equal(_pairs(articles, 1), _pairs(articles[::-1], 1))


def test_a_list_of_names_relates_nobody():
    crowd = article("d", *(", ".join(f"[N{i}]" for i in range(n)) + "." for n in (40, 41)))
    pairs = _pairs([crowd])
    assert set(pairs["sentence"]) == {0}
    assert len(pairs) == 40 * 39 / 2


def test_a_window_wider_than_any_document_is_its_longest():
    articles = _articles([[["Ann"], [], ["Ben"], ["Cem"]], [["Dee", "Ann"]]])
    pd.testing.assert_frame_equal(_pairs(articles, 3), _pairs(articles, 10**20))


@pytest.mark.parametrize("window", [0, 2])
def test_a_longer_document_costs_a_sentence_what_a_shorter_one_does(window):
    def seconds(sentences):
        one = pd.Series(range(2 * sentences))
        mentions = pd.DataFrame(
            {"mention_id": "d:" + one.astype("str"), "doc_id": "d", "sentence": one // 2, "start": one * 9}
        ).assign(actor_id="a" + (one % 7).astype("str"), end=one * 9 + 4)
        places = pd.Series(range(sentences))
        spans = {"doc_id": "d", "sentence": places, "date": "", "start": places * 18, "end": places * 18 + 17}
        actors = pd.DataFrame({"actor_id": [f"a{i}" for i in range(7)], "name": "x"})
        sentences = pd.DataFrame({**spans, "text": "x", "after": " "})
        began = time.process_time()
        cooccur(mentions, sentences, actors, window=window)
        return time.process_time() - began

    seconds(100)  # libraries load
    assert seconds(40_000) < 10 * seconds(10_000) + 0.5


def test_a_window_below_zero_is_refused():
    with pytest.raises(ValueError, match="0 or more"):
        _pairs([article("d", "[Ann] and [Ben].")], -1)
