"""Who speaks in a transcript: labels of turns, what goes on below them, and texts that are none."""

from graphbuild.extract.annotations import Block, Quotes
from graphbuild.extract.qualify.turns import spoken, turns
from graphbuild.extract.testing import example

HOLM = "MS/NNP/compound/1 HOLM/NNP/nsubj/3/PERSON :/:/punct/3 It/PRP/nsubj/4 rained=rain/VBD/root/0"
ROE = "Jon/NNP/nsubj/4/PERSON Roe/NNP/flat/1/PERSON :/:/punct/4 So/RB/root/0"
ASKED = "Q/NNP/root/0 :/:/punct/1 Who/WP/nsubj/4 won=win/VBD/parataxis/1"
PROSE = "It/PRP/nsubj/2 rained=rain/VBD/root/0"


def who(*blocks: str) -> list[str | None]:
    return [
        turn and (turn.speaker.name if turn.speaker else "?") for turn in turns([example(b) for b in blocks])
    ]


def test_a_turn_goes_on_until_the_next_label() -> None:
    assert who(PROSE, HOLM, PROSE, ROE, PROSE) == [None, "HOLM", "HOLM", "Jon Roe", "Jon Roe"]


def test_a_label_without_a_name_ends_the_turn() -> None:
    assert who(HOLM, ASKED, PROSE) == ["HOLM", "?", "?"]


def test_one_label_makes_no_transcript() -> None:
    assert who(HOLM, PROSE) == [None, None]


def test_all_after_the_label_is_said_by_its_speaker() -> None:
    block: Block = example(HOLM)
    turn = turns([block, example(ROE)])[0]
    marks = spoken(Quotes([False] * 5, {}), block, turn)
    assert marks.inside == [False, False, False, True, True]
    assert marks.speakers[0].name == "HOLM"
    assert spoken(Quotes([False] * 5, {}), block, None).speakers == {}
