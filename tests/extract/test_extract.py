"""Whole documents through the pipeline: mentions, relations, and what must hold for any text at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from graphbuild.extract import extract
from graphbuild.extract.models.loading import load
from graphbuild.records import Document, Extraction

STORY = """Rebels leave capital

President Mary Zyxwen of Kenya condemned the attack on Sudan. "We will defend Sudan," she said.

Syrian rebels attacked Russian troops near Aleppo, officials said.
"""


def found_in(text: str, nlp: Language, **more: object) -> Extraction:
    (extraction,) = extract([Document("d", text, **more)], nlp)
    return extraction


def verbs_in(text: str, nlp: Language, words: Path | None) -> list[tuple[str, str, str, float]]:
    (extraction,) = extract([Document("d", text)], nlp, extra_lexicon=words)
    text_of = {m.mention_id: m.text for m in extraction.mentions}
    found = [r for r in extraction.relations if r.kind == "verb"]
    return [(text_of[r.source], r.relation, text_of[r.target], r.polarity) for r in found]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Russia buzzed Sweden.", ("Russia", "threaten", "Sweden", -0.4)),
        ("Sweden scrambled jets against Russia.", ("Sweden", "threaten", "Russia", -0.4)),
        ("Kenya condemned Sudan.", ("Kenya", "criticize", "Sudan", -0.5)),
    ],
)
def test_rows_of_a_user_as_the_readme_has_them_are_added_and_override(
    text: str, said: tuple[str, str, str, float], nlp: Language, tmp_path: Path
) -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    words = tmp_path / "words.csv"
    words.write_text(readme.partition("```csv words\n")[2].partition("```")[0], encoding="utf-8")
    assert said not in verbs_in(text, nlp, None)
    assert verbs_in(text, nlp, words) == [said]


def test_a_row_of_a_user_replaces_what_the_projects_own_says(nlp: Language, tmp_path: Path) -> None:
    words = tmp_path / "words.csv"
    words.write_text(
        "verb,object,preposition,relation,polarity,effect\ncondemn,,,support,,\n", encoding="utf-8"
    )
    assert verbs_in("Kenya condemned Sudan.", nlp, None) == [("Kenya", "criticize", "Sudan", -0.2)]
    assert verbs_in("Kenya condemned Sudan.", nlp, words) == [("Kenya", "support", "Sudan", 0.5)]


def test_the_sentence_of_a_plain_attack(nlp: Language) -> None:
    extraction = found_in("Syrian rebels attacked Russian troops near Aleppo.", nlp)
    text_of = {m.mention_id: m.text for m in extraction.mentions}
    (one,) = [r for r in extraction.relations if r.kind == "verb"]
    assert (text_of[one.source], one.relation, text_of[one.target]) == (
        "Syrian rebels",
        "attack",
        "Russian troops",
    )
    assert (one.status, one.speaker, one.polarity) == ("asserted", "", -1.0)


def test_a_relation_has_the_date_of_its_clause_counted_from_the_articles(nlp: Language) -> None:
    text = "Kenya attacked Sudan in March 2018. Kenya accused Chad on Monday. Chad praised Mali."
    dates = {r.verb: r.date for r in found_in(text, nlp, date="2019-08-06").relations if r.kind == "verb"}
    assert dates == {"attack": "2018-03", "accuse": "2019-08-05", "praise": ""}
    undated = {r.verb: r.date for r in found_in(text, nlp).relations if r.kind == "verb"}
    assert undated == {"attack": "2018-03", "accuse": "", "praise": ""}


def test_ends_evidence_and_verb_of_a_relation_lie_in_the_text(nlp: Language) -> None:
    extraction = found_in(STORY, nlp)
    ids = {m.mention_id for m in extraction.mentions}
    assert extraction.relations
    for r in extraction.relations:
        assert {r.source, r.target} <= ids
        assert r.source != r.target
        assert (r.start, r.end) == extraction.sentences[r.sentence]
        assert r.start <= r.verb_start < r.verb_end <= r.end
        assert 0 < r.confidence <= 1
        assert not r.speaker or r.speaker in ids


def test_what_it_gives_is_in_order(nlp: Language) -> None:
    extraction = found_in(STORY, nlp)
    spans = [(m.start, m.end) for m in extraction.mentions]
    assert spans == sorted(set(spans))
    assert [r.sentence for r in extraction.relations] == sorted(r.sentence for r in extraction.relations)
    assert all(a[1] <= b[0] for a, b in zip(extraction.sentences, extraction.sentences[1:], strict=False))


def test_twice_the_same(nlp: Language) -> None:
    assert found_in(STORY, nlp) == found_in(STORY, nlp)


def test_documents_do_not_touch_each_other(nlp: Language) -> None:
    texts = (STORY, "", "They left.", "Kenya praised Sudan.")
    documents = [Document(str(k), text) for k, text in enumerate(texts)]
    together = list(extract(documents, nlp))
    assert [e.document for e in together] == documents
    assert together == [next(iter(extract([document], nlp))) for document in documents]


def test_ligatures_and_soft_hyphens_are_read_as_letters_and_keep_their_places(nlp: Language) -> None:
    text = "Syrian rebel \ufb01ghters attacked Rus\u00adsian troops near Aleppo."
    plain = found_in("Syrian rebel fighters attacked Russian troops near Aleppo.", nlp)
    extraction = found_in(text, nlp)
    assert [m.name for m in extraction.mentions] == [m.name for m in plain.mentions]
    assert all(text[m.start : m.end] == m.text for m in extraction.mentions)
    assert [(r.relation, r.status) for r in extraction.relations] == [
        (r.relation, r.status) for r in plain.relations
    ]
    assert [text[r.verb_start : r.verb_end] for r in extraction.relations if r.kind == "verb"] == ["attacked"]
    assert extraction.sentences == ((0, len(text)),)


def test_furniture_has_no_mentions(nlp: Language) -> None:
    text = "By Kenya Desk\nSudan praised Chad."
    extraction = found_in(text, nlp, furniture=((0, 14),))
    assert extraction.mentions
    assert all(m.start >= 14 for m in extraction.mentions)


def test_a_wrapped_line_keeps_its_break_in_the_mention(nlp: Language) -> None:
    text = "The government of the whole new country of South\nSudan was praised by Kenya."
    extraction = found_in(text, nlp)
    assert "South\nSudan" in {m.text for m in extraction.mentions}


def test_lazily_one_document_after_the_other(nlp: Language) -> None:
    seen = []

    def documents():
        for k in range(500):
            seen.append(k)
            yield Document(str(k), "Kenya praised Sudan.")

    next(extract(documents(), nlp))
    assert len(seen) < 500


def test_an_empty_document_has_nothing(nlp: Language) -> None:
    extraction = found_in(" \n\n", nlp)
    assert (extraction.sentences, extraction.mentions, extraction.relations) == ((), (), ())


_PIECES = [
    "Kenya", "the UN", "Mary Zyxwen", "rebels", "US officials", " ", "\n", "\n\n", "\r\n", "'s", "“", "”",
    '"', ",", ".", " said ", " attacked ", " it ", " they ", " who ", " of ", " and ", " was ", " by ", "-",
    "(", ")", "é", "\u200b", "\u00a0", "🙂", "مرحبا", "<b>", "&", "\x00", "1", "’s", " not ", "to ", "\ud800",
]  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join), st.text(max_size=120)),
    title=st.text(max_size=5),
)
def test_any_text_keeps_its_offsets(nlp: Language, text: str, title: str) -> None:
    extraction = found_in(text, nlp, title=title)
    ids = [m.mention_id for m in extraction.mentions]
    assert len(ids) == len(set(ids))
    for m in extraction.mentions:
        assert text[m.start : m.end] == m.text != ""
        start, end = extraction.sentences[m.sentence]
        assert start <= m.start < m.end <= end
        assert not m.antecedent or m.antecedent in ids
    for r in extraction.relations:
        assert {r.source, r.target} <= set(ids)
        assert text[r.start : r.end].strip()


@pytest.mark.parametrize("word", ["of ", "and ", "( ", "Kenya ", "said "])
def test_senseless_repetition_does_no_harm(word: str, nlp: Language) -> None:
    assert found_in(word * 1500, nlp).sentences


def test_they_are_the_group_whose_parts_were_the_subject(nlp: Language) -> None:
    text = "Hezbollah cells and couriers move across Europe, she said. They have attacked Israeli tourists."
    (extraction,) = extract([Document("d", text)], nlp)
    mentions = {m.mention_id: m for m in extraction.mentions}
    they = next(m for m in mentions.values() if m.text == "They")
    assert mentions[they.antecedent].text.startswith("Hezbollah")


def test_a_party_named_in_another_paragraph_is_not_looked_for_in_this_one() -> None:
    text = (
        "At a long and crowded meeting with reporters in the capital on Friday morning, Awami League general "
        "secretary Peter Roy said that the vote had been fair and free.\n\nThe AL general secretary left."
    )
    (found,) = extract([Document("d", text)], load())
    mentions = {one.mention_id: one for one in found.mentions}
    (described,) = (one for one in found.mentions if one.text == "The AL general secretary")
    assert mentions[described.antecedent].text == "Peter Roy"


@pytest.mark.parametrize("office", ["director-general", "Secretary-General", "attorney-general"])
def test_a_title_with_a_hyphen_is_one_title(office: str, nlp: Language) -> None:
    found = found_in(f"Lena Zyxwen, {office} of the Lake Board, met officials on Monday.", nlp)
    assert [m.title for m in found.mentions if m.text == "Lena Zyxwen"] == [office]
    assert not [m.text for m in found.mentions if m.text.startswith("general")]
