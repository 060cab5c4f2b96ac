"""How sure a clause is and who says so, in both label sets."""

from __future__ import annotations

import pytest

from extract import sentences
from extract.docs import both, marked, parsed
from graphbuild.extract.attribution import quotes, speaker, status
from graphbuild.extract.clauses import clauses
from graphbuild.extract.grammar import view
from graphbuild.lexicons.verbs import lexicon

LEXICON = lexicon()


def status_of(table: str, word: str, labels: str) -> str:
    parse = view(parsed(table, labels))
    return status(parse, parse.words.index(word), LEXICON)


def speaker_of(table: str, word: str, labels: str) -> str:
    block = marked(table, labels)
    found = clauses(block.parse)
    marks = quotes(block, found, LEXICON)
    said = speaker(block, block.parse.words.index(word), found, marks, LEXICON)
    return said.name if said else ""


def with_helper(word: str, pos: str, tag: str, universal: str, clear: str) -> str:
    """ "Kenya … attack Chad" with one word before the verb."""
    return f"""
Kenya  kenya  PROPN NNP | 3 nsubj | | GPE
{word} {word} {pos} {tag} | 3 {universal} | 3 {clear} |
attack attack VERB  VBP | 0 root  |
Chad   chad   PROPN NNP | 3 obj   | 3 dobj | GPE
"""


@both
@pytest.mark.parametrize(
    ("helper", "expected"),
    [
        (("did", "AUX", "VBD", "aux", "aux"), "asserted"),
        (("not", "PART", "RB", "advmod", "neg"), "negated"),
        (("n't", "PART", "RB", "advmod", "neg"), "negated"),
        (("never", "ADV", "RB", "advmod", "neg"), "negated"),
        (("may", "AUX", "MD", "aux", "aux"), "possible"),
        (("could", "AUX", "MD", "aux", "aux"), "possible"),
        (("will", "AUX", "MD", "aux", "aux"), "intended"),
        (("should", "AUX", "MD", "aux", "aux"), "intended"),
        (("reportedly", "ADV", "RB", "advmod", "advmod"), "possible"),
        (("again", "ADV", "RB", "advmod", "advmod"), "asserted"),
    ],
)
def test_helpers_of_the_verb(helper: tuple[str, str, str, str, str], expected: str, labels: str) -> None:
    assert status_of(with_helper(*helper), "attack", labels) == expected


@both
def test_negation_is_stronger_than_modality(labels: str) -> None:
    table = """
Kenya  kenya  PROPN NNP | 4 nsubj  |
may    may    AUX   MD  | 4 aux    |
not    not    PART  RB  | 4 advmod | 4 neg |
attack attack VERB  VB  | 0 root   |
Chad   chad   PROPN NNP | 4 obj    | 4 dobj |
"""
    assert status_of(table, "attack", labels) == "negated"


@both
def test_not_only_denies_nothing(labels: str) -> None:
    table = """
Kenya    kenya  PROPN NNP | 4 nsubj  |
not      not    PART  RB  | 3 advmod | 3 neg |
only     only   ADV   RB  | 4 advmod |
attacked attack VERB  VBD | 0 root   |
Chad     chad   PROPN NNP | 4 obj    | 4 dobj |
"""
    assert status_of(table, "attacked", labels) == "asserted"
    assert status_of(table.replace("3 advmod | 3 neg", "4 advmod | 4 neg"), "attacked", labels) == "asserted"


def governed(verb: str, lemma: str) -> str:
    return sentences.SUBJECT_CONTROL.replace("plans  plan ", f"{verb} {lemma}")


@both
@pytest.mark.parametrize(
    ("verb", "lemma", "expected"),
    [
        ("plans", "plan", "intended"),
        ("wants", "want", "intended"),
        ("failed", "fail", "negated"),
        ("refused", "refuse", "negated"),
        ("managed", "manage", "asserted"),
    ],
)
def test_the_governing_verb_decides(verb: str, lemma: str, expected: str, labels: str) -> None:
    assert status_of(governed(verb, lemma), "attack", labels) == expected


@both
def test_a_plan_that_is_denied_is_negated(labels: str) -> None:
    table = """
Kenya  kenya  PROPN NNP | 4 nsubj  |
does   do     AUX   VBZ | 4 aux    |
not    not    PART  RB  | 4 advmod | 4 neg |
plan   plan   VERB  VB  | 0 root   |
to     to     PART  TO  | 6 mark   | 6 aux |
attack attack VERB  VB  | 4 xcomp  |
Chad   chad   PROPN NNP | 6 obj    | 6 dobj |
"""
    assert status_of(table, "attack", labels) == "negated"


@both
def test_what_is_done_without_is_not_done(labels: str) -> None:
    table = sentences.ADVERBIAL.replace("after     after ", "without   without")
    assert status_of(table, "attacking", labels) == "negated"
    assert status_of(table, "withdrew", labels) == "asserted"
    assert status_of(sentences.ADVERBIAL, "attacking", labels) == "asserted"


@both
def test_a_conjunct_shares_modality_unless_it_has_its_own_subject(labels: str) -> None:
    shared = """
Kenya  kenya  PROPN NNP | 3 nsubj |
may    may    AUX   MD  | 3 aux   |
invade invade VERB  VB  | 0 root  |
Chad   chad   PROPN NNP | 3 obj   | 3 dobj |
and    and    CCONJ CC  | 6 cc    | 3 cc |
bomb   bomb   VERB  VB  | 3 conj  |
Togo   togo   PROPN NNP | 6 obj   | 6 dobj |
"""
    apart = """
Kenya  kenya  PROPN NNP | 3 nsubj |
may    may    AUX   MD  | 3 aux   |
invade invade VERB  VB  | 0 root  |
Chad   chad   PROPN NNP | 3 obj   | 3 dobj |
and    and    CCONJ CC  | 7 cc    | 3 cc |
rebels rebel  NOUN  NNS | 7 nsubj |
bomb   bomb   VERB  VBP | 3 conj  |
Togo   togo   PROPN NNP | 7 obj   | 7 dobj |
"""
    assert status_of(shared, "bomb", labels) == "possible"
    assert status_of(apart, "bomb", labels) == "asserted"


DENIED = """
Kenya    kenya  PROPN NNP | 2 nsubj | | GPE
denied   deny   VERB  VBD | 0 root  |
that     that   SCONJ IN  | 5 mark  |
rebels   rebel  NOUN  NNS | 5 nsubj | | group
attacked attack VERB  VBD | 2 ccomp |
Chad     chad   PROPN NNP | 5 obj   | 5 dobj | GPE
.        .      PUNCT .   | 2 punct |
"""
SAID_THAT = DENIED.replace("denied   deny", "said     say ")
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
def test_what_is_denied_is_negated(labels: str) -> None:
    assert status_of(DENIED, "attacked", labels) == "negated"
    assert status_of(SAID_THAT, "attacked", labels) == "asserted"


@both
@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (sentences.ACTIVE, ""),
        (SAID_THAT, "Kenya"),
        (DENIED, "Kenya"),
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
    marks = quotes(block, clauses(block.parse), LEXICON)
    inside = [w for w, flag in zip(block.parse.words, marks.inside, strict=True) if flag]
    assert inside == ["Rebels", "attacked", "Chad", ","]


@both
@pytest.mark.parametrize(("opening", "closing"), [('"', '"'), ("``", "''"), ("«", "»")])
def test_every_kind_of_quotation_mark(opening: str, closing: str, labels: str) -> None:
    table = QUOTE_BEFORE.replace("“         “", f"{opening} {opening}").replace(
        "”         ”", f"{closing} {closing}"
    )
    block = marked(table, labels)
    marks = quotes(block, clauses(block.parse), LEXICON)
    assert sum(marks.inside) == 4


@both
def test_the_own_speech_verb_is_not_what_is_said(labels: str) -> None:
    assert speaker_of(SAID_THAT, "said", labels) == ""
