"""Who says what a clause says, in both label sets."""

from __future__ import annotations

import pytest

from extract import sentences
from extract.docs import both, marked
from graphbuild.extract.qualify.attribution import quotes, speaker
from graphbuild.extract.syntax.clauses import clauses
from graphbuild.extract.testing import in_context
from graphbuild.lexicons.verbs import lexicon

LEXICON = lexicon()


def speaker_of(table: str, word: str, labels: str) -> str:
    context = in_context(marked(table, labels))
    said = speaker(context, context.block.parse.words.index(word))
    return said.name if said else ""


TOLD = """
Kenya    kenya  PROPN NNP | 2 nsubj | | GPE
told     tell   VERB  VBD | 0 root  |
Togo     togo   PROPN NNP | 2 iobj  | 2 dobj | GPE
that     that   SCONJ IN  | 6 mark  |
rebels   rebel  NOUN  NNS | 6 nsubj | | group
attacked attack VERB  VBD | 2 ccomp |
Chad     chad   PROPN NNP | 6 obj   | 6 dobj | GPE
.        .      PUNCT .   | 2 punct |
"""
TRAILING = """
Rebels    rebel    NOUN  NNS | 2 nsubj     | | group
attacked  attack   VERB  VBD | 0 root      | 6 ccomp |
Chad      chad     PROPN NNP | 2 obj       | 2 dobj | GPE
,         ,        PUNCT ,   | 6 punct     | 6 punct |
officials official NOUN  NNS | 6 nsubj     | | official
said      say      VERB  VBD | 2 parataxis | 0 ROOT |
.         .        PUNCT .   | 2 punct     | 6 punct |
"""
QUOTE_BEFORE = """
“         “        PUNCT `` | 3 punct     | 8 punct |
Rebels    rebel    NOUN  NNS | 3 nsubj     | | group
attacked  attack   VERB  VBD | 0 root      | 8 ccomp |
Chad      chad     PROPN NNP | 3 obj       | 3 dobj | GPE
,         ,        PUNCT ,   | 8 punct     |
”         ”        PUNCT ''  | 3 punct     | 8 punct |
Kenya     kenya    PROPN NNP | 8 nsubj     | | GPE
said      say      VERB  VBD | 3 parataxis | 0 ROOT |
.         .        PUNCT .   | 3 punct     | 8 punct |
"""
QUOTE_AFTER = """
Kenya     kenya    PROPN NNP | 2 nsubj     | | GPE
said      say      VERB  VBD | 0 root      |
:         :        PUNCT :   | 6 punct     | 2 punct |
“         “        PUNCT `` | 6 punct     | 6 punct |
Rebels    rebel    NOUN  NNS | 6 nsubj     | | group
attacked  attack   VERB  VBD | 2 ccomp     |
Chad      chad     PROPN NNP | 6 obj       | 6 dobj | GPE
.         .        PUNCT .   | 6 punct     |
”         ”        PUNCT ''  | 6 punct     |
"""
QUOTE_OVER_SENTENCES = """
“         “        PUNCT `` | 3 punct     | 8 punct |
Rebels    rebel    NOUN  NNS | 3 nsubj     | | group
fled      flee     VERB  VBD | 0 root      | 6 ccomp |
,         ,        PUNCT ,   | 3 punct     | 6 punct |
”         ”        PUNCT ''  | 3 punct     | 6 punct |
said      say      VERB  VBD | 3 parataxis | 0 ROOT |
Kenya     kenya    PROPN NNP | 6 nsubj     | | GPE
.         .        PUNCT .   | 3 punct     | 6 punct |

“         “        PUNCT `` | 3 punct  |
They      they     PRON  PRP | 3 nsubj  |
attacked  attack   VERB  VBD | 0 root   |
Chad      chad     PROPN NNP | 3 obj    | 3 dobj | GPE
.         .        PUNCT .   | 3 punct  |

Togo      togo     PROPN NNP | 2 nsubj  | | GPE
helped    help     VERB  VBD | 0 root   |
them      they     PRON  PRP | 2 obj    | 2 dobj |
.         .        PUNCT .   | 2 punct  |
”         ”        PUNCT ''  | 2 punct  |

Chad      chad     PROPN NNP | 2 nsubj  | | GPE
recovered recover  VERB  VBD | 0 root   |
Lagos     lagos    PROPN NNP | 2 obj    | 2 dobj | LOC
.         .        PUNCT .   | 2 punct  |
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
    block = marked(QUOTE_BEFORE, labels)
    marks = quotes(block, clauses(block.parse, LEXICON), LEXICON)
    inside = [w for w, flag in zip(block.parse.words, marks.inside, strict=True) if flag]
    assert inside == ["Rebels", "attacked", "Chad", ","]


@both
@pytest.mark.parametrize(("opening", "closing"), [('"', '"'), ("``", "''"), ("«", "»")])
def test_every_kind_of_quotation_mark(opening: str, closing: str, labels: str) -> None:
    table = QUOTE_BEFORE.replace("“         “", f"{opening} {opening}").replace(
        "”         ”", f"{closing} {closing}"
    )
    block = marked(table, labels)
    marks = quotes(block, clauses(block.parse, LEXICON), LEXICON)
    assert sum(marks.inside) == 4


@both
def test_the_own_speech_verb_is_not_what_is_said(labels: str) -> None:
    assert speaker_of(sentences.SAID_THAT, "said", labels) == ""
