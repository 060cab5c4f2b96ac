"""Whose kin a document says that a person is: who bears the same surname and the office is another."""

from __future__ import annotations

import re

from graphbuild.lexicons.en.person_nouns import KIN
from graphbuild.names import fold
from graphbuild.records import Extraction, Mention
from graphbuild.vocabulary import NAME, NOMINAL

__all__ = ["kin_of_office"]

_OF = re.compile(r"\s+(?:of|to)\s[^,.;:()\n]*")


def kin_of_office(extraction: Extraction) -> dict[str, frozenset[str]]:
    """The words of the phrases by which named persons are called somebody's kin.

    Parameters
    ----------
    extraction : Extraction

    Returns
    -------
    dict of str to frozenset of str
        ``mention_id`` of the name to folded words, the office of the relative among them: president, for
        "Ann Lee, a daughter of Togo's president". "President Lee" is not she.

    Examples
    --------
    >>> from graphbuild.records import Document
    >>> text = "Ann Lee, a niece of the king, spoke."
    >>> lee = Mention("d:0-7", "d", 0, 0, 7, "Ann Lee", "PERSON", "name", name="Ann Lee", type="person")
    >>> niece = Mention("d:9-16", "d", 0, 9, 16, "a niece", "person", "nominal", name="niece", type="person",
    ...                 antecedent="d:0-7")
    >>> sorted(kin_of_office(Extraction(Document("d", text), ((0, 36),), (lee, niece), ()))["d:0-7"])
    ['a', 'king', 'of', 'the']
    """
    text, found = extraction.document.text, {}
    names = {m.mention_id for m in extraction.mentions if m.kind == NAME}
    for mention in extraction.mentions:
        if mention.kind == NOMINAL and mention.antecedent in names and _is_kin(mention):
            after = _OF.match(text, mention.end)
            phrase = f"{mention.text}{after.group() if after else ''}"
            words = fold(phrase.replace("’s", "").replace("'s", "")).split()
            found[mention.antecedent] = frozenset(words) - set(fold(mention.name).split()[-1:])
    return found


def _is_kin(mention: Mention) -> bool:
    return not KIN.isdisjoint(mention.name.lower().split()[-1:])
