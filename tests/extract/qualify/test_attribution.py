"""Who says what a clause says, in both label sets."""

from __future__ import annotations

import pytest

from extract import sentences
from extract.labels import both
from graphbuild.extract.qualify.attribution import quotes, speaker
from graphbuild.extract.syntax.clauses import clauses
from graphbuild.extract.testing import example, in_context
from graphbuild.lexicons.verbs import lexicon

LEXICON = lexicon()


def speaker_of(table: str, word: str, labels: str) -> str:
    context = in_context(example(table, labels))
    said = speaker(context, context.block.parse.words.index(word))
    return said.name if said else ""


TOLD = """
Kenya/NNP/nsubj/2/GPE told=tell/VBD/root/0 Togo/NNP/iobj/2/GPE~dobj that/IN+SCONJ/mark/6
rebels=rebel/NNS/nsubj/6/group attacked=attack/VBD/ccomp/2 Chad/NNP/obj/6/GPE~dobj ././punct/2
"""
TRAILING = """
Rebels=rebel/NNS/nsubj/2/group attacked=attack/VBD/root/0~ccomp/6 Chad/NNP/obj/2/GPE~dobj ,/,/punct/6
officials=official/NNS/nsubj/6/official said=say/VBD/parataxis/2~root/0 ././punct/2~punct/6
"""
QUOTE_BEFORE = """
“/``/punct/3~punct/8 Rebels=rebel/NNS/nsubj/3/group attacked=attack/VBD/root/0~ccomp/8
Chad/NNP/obj/3/GPE~dobj ,/,/punct/8 ”/''/punct/3~punct/8 Kenya/NNP/nsubj/8/GPE
said=say/VBD/parataxis/3~root/0 ././punct/3~punct/8
"""
QUOTE_AFTER = """
Kenya/NNP/nsubj/2/GPE said=say/VBD/root/0 :/:/punct/6~punct/2 “/``/punct/6
Rebels=rebel/NNS/nsubj/6/group attacked=attack/VBD/ccomp/2 Chad/NNP/obj/6/GPE~dobj ././punct/6
”/''/punct/6
"""
QUOTE_OVER_SENTENCES = """
“/``/punct/3~punct/8 Rebels=rebel/NNS/nsubj/3/group fled=flee/VBD/root/0~ccomp/6 ,/,/punct/3~punct/6
”/''/punct/3~punct/6 said=say/VBD/parataxis/3~root/0 Kenya/NNP/nsubj/6/GPE ././punct/3~punct/6

“/``/punct/3 They/PRP/nsubj/3 attacked=attack/VBD/root/0 Chad/NNP/obj/3/GPE~dobj ././punct/3

Togo/NNP/nsubj/2/GPE helped=help/VBD/root/0 them=they/PRP/obj/2~dobj ././punct/2 ”/''/punct/2

Chad/NNP/nsubj/2/GPE recovered=recover/VBD/root/0 Lagos/NNP/obj/2/LOC~dobj ././punct/2
"""


@both
@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (sentences.ACTIVE, ""),
        (sentences.SAID_THAT, "Kenya"),
        (sentences.DENIED, "Kenya"),
        (TOLD, "Kenya"),
        (TRAILING, "officials"),
        (sentences.ACCORDING_TO, "the ministry"),
        (QUOTE_BEFORE, "Kenya"),
        (QUOTE_AFTER, "Kenya"),
    ],
)
def test_speakers(table: str, expected: str, labels: str) -> None:
    assert speaker_of(table, "attacked", labels) == expected


@both
def test_a_quote_over_several_sentences_has_one_speaker(labels: str) -> None:
    assert speaker_of(QUOTE_OVER_SENTENCES, "attacked", labels) == "Kenya"
    assert speaker_of(QUOTE_OVER_SENTENCES, "helped", labels) == "Kenya"


@both
def test_after_the_quote_the_writer_speaks(labels: str) -> None:
    assert speaker_of(QUOTE_OVER_SENTENCES, "recovered", labels) == ""


@both
def test_tokens_inside_quotation_marks(labels: str) -> None:
    block = example(QUOTE_BEFORE, labels)
    marks = quotes(block, clauses(block.parse, LEXICON), LEXICON)
    inside = [w for w, flag in zip(block.parse.words, marks.inside, strict=True) if flag]
    assert inside == ["Rebels", "attacked", "Chad", ","]


@both
@pytest.mark.parametrize(("opening", "closing"), [('"', '"'), ("``", "''"), ("«", "»")])
def test_every_kind_of_quotation_mark(opening: str, closing: str, labels: str) -> None:
    table = QUOTE_BEFORE.replace("“/", f"{opening}/").replace("”/", f"{closing}/")
    block = example(table, labels)
    marks = quotes(block, clauses(block.parse, LEXICON), LEXICON)
    assert sum(marks.inside) == 4


@both
def test_the_own_speech_verb_is_not_what_is_said(labels: str) -> None:
    assert speaker_of(sentences.SAID_THAT, "said", labels) == ""


def speakers_over(*tables: str, labels: str) -> list[str]:
    """Who is quoted at the first token after the opening mark of each block."""
    said, before = [], None
    for table in tables:
        block = example(table, labels)
        before = quotes(block, clauses(block.parse, LEXICON), LEXICON, before)
        said.append(before.speakers[0].name if 0 in before.speakers else "")
    return said


OPENED = """
Roe/NNP/nsubj/2/PERSON said=say/VBD/root/0 :/:/punct/6~punct/2 “/``/punct/6 Togo/NNP/nsubj/6/GPE
left=leave/VBD/ccomp/2 ././punct/6{end}
"""
CLOSED = OPENED.format(end=" ”/''/punct/6")
GOING_ON = """
“/``/punct/3 Kenya/NNP/nsubj/3/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/3/GPE~dobj ././punct/3{end}
"""
ENDING = GOING_ON.format(end=" ”/''/punct/3")
OTHERS = """
“/``/punct/3~punct/6 Kenya/NNP/nsubj/3/GPE won=win/VBD/root/0~ccomp/6 ,/,/punct/3~punct/6 ”/''/punct/3~punct/6
said=say/VBD/parataxis/3~root/0 Doe/NNP/nsubj/6/PERSON ././punct/3~punct/6
"""
TOLD_OF = """
“/``/punct/3 Kenya/NNP/nsubj/3/GPE won=win/VBD/root/0 ”/''/punct/3
is=be/VBZ/parataxis/3 old/JJ/advmod/3 ././punct/3
"""
NO_MARKS = "Kenya/NNP/nsubj/2/GPE attacked=attack/VBD/root/0 Chad/NNP/obj/2/GPE~dobj ././punct/2"


@both
@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ((OPENED.format(end=""), ENDING), ["Roe", "Roe"]),
        ((OPENED.format(end=""), GOING_ON.format(end=""), ENDING), ["Roe", "Roe", "Roe"]),
        ((CLOSED, ENDING), ["Roe", "Roe"]),
        ((OPENED.format(end=""), OTHERS), ["Roe", "Doe"]),
        ((CLOSED, NO_MARKS), ["Roe", ""]),
        ((OPENED.format(end=""), ENDING, NO_MARKS, ENDING), ["Roe", "Roe", "", ""]),
        ((CLOSED, TOLD_OF), ["Roe", ""]),
    ],
)
def test_a_quotation_goes_on_in_the_next_paragraph(
    tables: tuple[str, ...], expected: list[str], labels: str
) -> None:
    assert speakers_over(*tables, labels=labels) == expected
