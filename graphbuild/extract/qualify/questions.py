"""What is asked or supposed by the order of words: "Did Kenya attack Chad?", "Had Kenya attacked Chad, …"."""

from __future__ import annotations

from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.syntax.relations import SUBJECTS
from graphbuild.lexicons.en.function_words import SUBJUNCTIVE
from graphbuild.lexicons.en.pronouns import EXPLETIVE
from graphbuild.lexicons.en.punctuation import AROUND_QUESTIONS, QUESTION_MARKS

__all__ = ["asked_or_supposed"]

_HELPING = ("aux", "aux:pass", "cop")
_OPENING = frozenset({"cc", "punct", "discourse", "vocative", "dislocated"})
_BESIDE = ("conj", "parataxis")


def asked_or_supposed(parse: Parse, word: int) -> bool:
    """Whether a verb or predicate is what a question asks or an inverted condition supposes.

    What is inverted after a word put first, as in "never had Kenya attacked" or "only then did it", is told.

    Parameters
    ----------
    parse : Parse
    word : int
        The verb, or the noun or adjective of a predicate.

    Returns
    -------
    bool

    Examples
    --------
    >>> from graphbuild.extract.testing import heard
    >>> heard("Had=have/VBD/aux/3 Kenya/NNP/nsubj/3/GPE attacked=attack/VBN/advcl/7 Chad/NNP/obj/3/GPE "
    ...       ",/,/punct/3 Togo/NNP/nsubj/7/GPE left=leave/VBD/root/0")
    ['attack: possible']
    >>> heard("Who/WP/nsubj/3 had=have/VBD/aux/3 urged=urge/VBN/root/0 Kenya/NNP/obj/3/GPE to/TO/mark/6 "
    ...       "attack/VB/xcomp/3 Chad/NNP/obj/6/GPE ?/./punct/3")
    ['attack: intended']
    """
    return _inverted(parse, word) or _questioned(parse, word) or _were_to(parse, word) or _cleft(parse, word)


def _inverted(parse: Parse, word: int) -> bool:
    """Whether an auxiliary before the subject opens the clause.

    >>> from graphbuild.extract.testing import example
    >>> tokens = ("{} did=do/VBD/aux/4 Kenya/NNP/nsubj/4/GPE attack/VB/root/0 Chad/NNP/obj/4/GPE")
    >>> [_inverted(example(tokens.format(first)).parse, 3) for first in ("And/CC/cc/4", "Thus/RB/advmod/4")]
    [True, False]
    """
    helpers = [c for c in parse.kids(word, *_HELPING) if c < word]
    subjects = parse.kids(word, *SUBJECTS, "expl")
    if not helpers or not subjects or not helpers[0] < subjects[0]:
        return False
    before = [c for c in parse.children[word] if c < helpers[0]]
    return not parse.children[helpers[0]] and all(parse.deps[c] in _OPENING for c in before)


def _questioned(parse: Parse, word: int) -> bool:
    """Whether the sentence or the quotation that a word heads ends in a question mark.

    Of "Kenya attacked Chad, but will Togo help?" only the last is asked.

    >>> from graphbuild.extract.testing import example
    >>> parse = example("Kenya/NNP/nsubj/2/GPE left=leave/VBD/root/0 ,/,/punct/7 but/CC/cc/7 will/MD/aux/7 "
    ...                 "Togo/NNP/nsubj/7/GPE help/VB/conj/2 ?/./punct/2").parse
    >>> _questioned(parse, 1), _questioned(parse, 6)
    (False, True)
    """
    k = word
    while parse.deps[k] in _BESIDE and parse.heads[k] != k:
        k = parse.heads[k]
    last = parse.sentences[parse.sentence[k]][1] - 1
    while last > word and parse.lower[last] in AROUND_QUESTIONS:
        last -= 1
    marked = last > word and parse.lower[last] in QUESTION_MARKS and parse.heads[k] == k
    if not marked and not any(
        c > word and parse.lower[c] in QUESTION_MARKS for c in parse.kids(word, "punct")
    ):
        return False
    return not any(c > word and _inverted(parse, c) for c in parse.kids(word, *_BESIDE))


def _were_to(parse: Parse, word: int) -> bool:
    """Were Kenya to attack: an infinitive after a subject that "were" stands before.

    >>> from graphbuild.extract.testing import heard
    >>> heard("Were=be/VBD/aux/7 Kenya/NNP/nsubj/7/GPE to/TO/mark/4 attack/VB/acl/2 Chad/NNP/obj/4/GPE "
    ...       ",/,/punct/7 help=help/VB/root/0")
    ['attack: possible']
    """
    if not parse.to_infinitive(word):
        return False
    subjects = [parse.heads[word]] if parse.deps[word] == "acl" else parse.kids(word, *SUBJECTS)
    first = parse.left_edge(subjects[0]) if subjects else 0
    begins = parse.sentences[parse.sentence[word]][0]
    return first > begins and parse.lower[first - 1] == SUBJUNCTIVE and subjects[0] < word


def _cleft(parse: Parse, word: int) -> bool:
    """Was it Kenya that attacked: what is told of the noun that a question picks out.

    >>> from graphbuild.extract.testing import heard
    >>> heard("Was=be/VBD/cop/3 it/PRP/expl/3 Kenya/NNP/root/0/GPE that/WDT/nsubj/5 "
    ...       "attacked=attack/VBD/acl:relcl/3 Chad/NNP/obj/5/GPE ?/./punct/3")
    ['attack: possible']
    """
    head = parse.heads[word]
    empty = any(parse.lower[c] == EXPLETIVE for c in parse.kids(head, "expl", *SUBJECTS))
    picked = parse.deps[word] == "acl:relcl" and empty and bool(parse.kids(head, "cop"))
    return picked and _inverted(parse, head)
