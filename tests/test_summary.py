from dataclasses import replace

from corpus import article, network

from graphbuild.records import Correction
from graphbuild.summary import summary

MET = (0, "Ann", "meet", "Ben", 0.3)
HIT = (1, "Ann", "attack", "Ben", -0.9)
DENIED = (1, "Ben", "yield", "Ann", 0.1, "negated")
FIRST = article("a", "[Ann] met [Ben].", "[Ann] hit [Ben].", relations=[MET, HIT, DENIED])


def test_it_tells_documents_actors_relations_and_files():
    told = summary(network(FIRST, article("b", "[Ann] met [Ben].", relations=[MET])), "out")
    lines = told.plain.splitlines()
    assert lines[0] == "2 documents, 2 actors, 4 relations, 3 times two actors together"
    assert "  2 person" in lines
    strongest = lines.index("Strongest relations")
    assert lines[strongest + 1 : strongest + 3] == ["  Ann meet Ben  (2 sentences)", "    Ann met Ben."]
    assert "yield" not in told.plain
    assert "Written to out" in lines
    assert any("graph.html" in line for line in lines)


def test_stronger_feelings_go_first_among_equals():
    lines = summary(network(FIRST), "out").plain.splitlines()
    assert "attack" in lines[lines.index("Strongest relations") + 1]


def test_without_relations_it_tells_who_is_together():
    for sentence in ("[Ann] and [Ben].", "[Ben] and [Ann]."):
        lines = summary(network(article("a", sentence)), "out").plain.splitlines()
        first = lines.index("Most often together") + 1
        assert {"Ann", "Ben"} <= set(lines[first].split())
        assert lines[first + 1].strip() == sentence.replace("[", "").replace("]", "")


def test_nothing_found_is_told_without_a_word_too_many():
    told = summary(network(article("a", "It rained.")), "out").plain
    assert told.splitlines()[0] == "1 document, 0 actors, 0 relations, 0 times two actors together"
    assert "Strongest" not in told


def test_what_to_know_of_how_it_was_made_is_said():
    net = replace(network(FIRST), notes=("blank\x1b has no reader",))
    assert summary(net, "out").plain.splitlines()[1] == "blank has no reader"


def test_long_sentences_are_cut():
    told = summary(network(article("a", "[Ann] and [Ben] " + "very " * 200)), "out").plain
    assert max(map(len, told.splitlines())) < 260
    assert "…" in told


def test_names_and_sentences_cannot_steer_the_terminal():
    evil = article("a", "[An\x1b(31\x07n] met [B\u202een] \x1b(2J \x9b2J.")
    told = summary(network(evil), "o\x1bt").plain
    assert not set(told) & set("\x1b\x07\u202e\x9b")


def test_corrections_are_counted_and_those_without_effect_not_hidden():
    net = network(FIRST)
    assert "orrection" not in summary(net, "out").plain
    rows = (
        Correction("rename", "a", "b"),
        Correction("ignore", "c"),
        Correction("ignore", "d", problem="no d"),
    )
    assert "2 corrections applied\n" in summary(replace(net, corrections=rows[:2]), "out").plain
    told = summary(replace(net, corrections=rows), "out").plain
    assert "2 corrections applied, 1 without effect: see the notes above or manifest.json" in told
