import pytest
from corpus import article, network

from graphbuild.errors import InputError
from graphbuild.findings.questions import QUESTIONS, show

NET = network(
    article(
        "a",
        "[Ann] attacked [Ben].",
        "[Ben] met [Cem].",
        "[Cem] did not attack [Dan].",
        date="2020-05-01",
        relations=[
            (0, "Ann", "attack", "Ben", -1.0),
            (1, "Ben", "discuss", "Cem", 0.25),
            (2, "Cem", "attack", "Dan", -1.0, "negated"),
        ],
    ),
    article("b", "[Ann] praised [Ben].", date="2021-05-01", relations=[(0, "Ann", "support", "Ben", 0.5)]),
)


def _links(answer, table):
    return answer.tables[table]["link"].tolist()


def test_who_is_central_and_what_is_strong():
    answer = show(NET, "top", kinds=["verb"])
    assert answer.tables["Actors"][["name", "degree"]].values.tolist() == [["Ben", 2], ["Ann", 1], ["Cem", 1]]
    assert set(_links(answer, "Links")) == {
        "Ann attacks Ben",
        "Ann supports Ben",
        "Ben meets or talks with Cem",
    }
    assert len(show(NET, "top", limit=1).tables["Links"]) == 1


def test_an_actor_and_what_it_does():
    answer = show(NET, "actor", ["ben"])
    assert answer.facts["n_mentions"] == "3"
    assert _links(answer, "Does") == ["Ben meets or talks with Cem"]
    assert answer.tables["Is done to it"]["sentence"].tolist() == ["Ann attacked Ben.", "Ann praised Ben."]


def test_neighbours_and_their_ties():
    answer = show(NET, "ego", ["Ben"])
    assert answer.facts == {"neighbours": "2", "ties among them": "0"}
    assert _links(answer, "Ties") == ["Ann – Ben", "Ben – Cem"]


def test_a_path_has_a_sentence_for_each_step_whatever_its_direction():
    answer = show(NET, "path", ["Cem", "Ann"])
    assert _links(answer, "Way") == ["Ben – Cem", "Ann – Ben"]
    assert answer.tables["Way"]["sentence"].tolist()[0] == "Ben met Cem."
    with pytest.raises(InputError, match="no chain of relations leads from Ann to Dan"):
        show(NET, "path", ["Ann", "Dan"])  # what is denied joins nobody
    with pytest.raises(InputError, match="are one actor"):
        show(NET, "path", ["Ann", "Ann"])


def test_a_link_tells_all_that_is_stated_of_two():
    answer = show(NET, "link", ["Ben", "Ann"], kinds=["verb"])
    assert answer.facts["sentences that state a relation"] == "2"
    assert (answer.facts["hostile"], answer.facts["friendly"]) == ("1", "1")
    assert sorted(answer.tables["Sentences"]["sentence"]) == ["Ann attacked Ben.", "Ann praised Ben."]
    assert show(NET, "link", ["Cem", "Dan"]).tables["Sentences"]["status"].tolist() == ["negated"]


def test_filters_count_before_edges_are_summed():
    assert _links(show(NET, "link", ["Ann", "Ben"], kinds=["verb"], since="2021"), "Links") == [
        "Ann supports Ben"
    ]
    assert _links(show(NET, "link", ["Ann", "Ben"], kinds=["verb"], until="2020-05"), "Links") == [
        "Ann attacks Ben"
    ]
    assert show(NET, "top", kinds=["affiliation"]).tables["Links"].empty
    assert show(NET, "top", kinds=["verb"], min_confidence=1.0).tables["Links"].shape[0] == 3


def test_what_one_says_is_told_by_its_name():
    said = NET.relations.assign(speaker=NET.relations["source"], speaker_name=NET.relations["source_name"])
    answer = show(NET.but(relations=said), "speaker", ["Ann"], kinds=["verb"])
    assert answer.title == "What Ann says"
    assert len(answer.tables["Sentences"]) == 2


@pytest.mark.parametrize("question", QUESTIONS)
def test_questions_take_as_many_names_as_they_say(question):
    with pytest.raises(InputError, match=f'"{question}" takes {QUESTIONS[question]}'):
        show(NET, question, ["Ann"] * (QUESTIONS[question] + 1))


def test_unknown_questions_and_actors_are_told():
    with pytest.raises(InputError, match="only top, actor"):
        show(NET, "why")
    with pytest.raises(InputError, match="no actor is called 'Zoe'"):
        show(NET, "actor", ["Zoe"])
