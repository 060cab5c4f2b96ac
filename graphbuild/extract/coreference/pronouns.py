"""Pronouns as mentions, with what they say of number and gender."""

from __future__ import annotations

from graphbuild.extract.annotations import Block, Mention, Quotes
from graphbuild.extract.syntax.relations import SUBJECTS
from graphbuild.lexicons.en.complement_verbs import EXPLETIVE_OBJECT, EXPLETIVE_SUBJECT
from graphbuild.lexicons.en.function_words import BOTH
from graphbuild.lexicons.en.pronouns import CLAUSE_OPENERS, EXPLETIVE, FIRST_PERSON, THIRD_PERSON

__all__ = ["pronouns"]

_PLACES = frozenset({*SUBJECTS, "obj", "iobj", "obl", "obl:agent"})


def pronouns(block: Block, marks: Quotes) -> None:
    """Add the pronouns of a block as mentions.

    Parameters
    ----------
    block : Block
    marks : Quotes
        First-person pronouns count only inside quotation marks.
    """
    parse = block.parse
    for i, word in enumerate(parse.lower):
        if word == BOTH and _alone(block, i):
            number, gender = "p", ""
        elif parse.pos[i] != "PRON" and not parse.personal(i):
            continue
        elif word in THIRD_PERSON:
            number, gender = THIRD_PERSON[word]
            if parse.deps[i] == "expl" or (word == EXPLETIVE and _pleonastic(block, i)):
                continue
        elif word in FIRST_PERSON and marks.inside[i]:
            number, gender = FIRST_PERSON[word], "1"
        else:
            continue
        block.add(
            Mention(
                parse, i, i + 1, i, "pronoun", "pronoun", "", parse.words[i], number=number, gender=gender
            )
        )


def _alone(block: Block, i: int) -> bool:
    """Whether "both" fills a place of the verb by itself: not "both of us", not "both countries"."""
    parse = block.parse
    return parse.deps[i] in _PLACES and not any(parse.deps[c] != "case" for c in parse.children[i])


def _pleonastic(block: Block, i: int) -> bool:
    """ "It is clear that", "it seems", "made it clear that": an it that stands for nothing."""
    parse = block.parse
    head = parse.heads[i]
    if parse.deps[i] in ("obj", "nsubj") and i + 2 < len(parse.words) and i > 0:
        judged = parse.lemmas[i - 1] in EXPLETIVE_OBJECT and parse.pos[i + 1] in ("ADJ", "NOUN", "VERB")
        if judged and parse.lower[i + 2] in CLAUSE_OPENERS:
            return True
    if parse.kids(head, "csubj", "csubj:pass", "expl"):
        return True
    clausal = bool(parse.kids(head, "ccomp", "xcomp"))
    if parse.deps[i] == "nsubj:pass":  # "it is believed that"
        return bool(parse.kids(head, "ccomp"))
    if parse.kids(head, "cop"):
        cleft = parse.pos[head] in ("PROPN", "PRON") and bool(parse.kids(head, "acl:relcl"))
        return cleft or (parse.pos[head] in ("ADJ", "NOUN") and clausal)
    return (parse.pos[head] in ("ADJ", "NOUN") and clausal) or parse.lemmas[head] in EXPLETIVE_SUBJECT
