"""Of what gender a text says that a person is: by title and given name, by pronouns."""

from __future__ import annotations

from graphbuild.lexicons.en.person_nouns import GENDER_OF_OFFICE
from graphbuild.lexicons.en.pronouns import THIRD_PERSON
from graphbuild.names import fold, gender_of
from graphbuild.records import Extraction, Mention
from graphbuild.vocabulary import PRONOUN

__all__ = ["by_pronouns", "by_title"]


def by_pronouns(extraction: Extraction) -> dict[str, str]:
    """Gender of the mentions of a document that pronouns stand for.

    Parameters
    ----------
    extraction : Extraction

    Returns
    -------
    dict of str to str
        ``mention_id`` to ``m`` or ``f``, by the first pronoun.

    Examples
    --------
    >>> from graphbuild.records import Document
    >>> lee = Mention("d:0-3", "d", 0, 0, 3, "Lee", "PERSON", "name", name="Lee", type="person")
    >>> his = Mention("d:11-14", "d", 0, 11, 14, "his", "pronoun", "pronoun", antecedent="d:0-3")
    >>> by_pronouns(Extraction(Document("d", "Lee called his wife."), ((0, 20),), (lee, his), ()))
    {'d:0-3': 'm'}
    """
    found: dict[str, str] = {}
    for mention in extraction.mentions:
        _, gender = THIRD_PERSON.get(mention.text.lower(), ("", ""))
        if mention.kind == PRONOUN and mention.antecedent and gender in ("m", "f"):
            found.setdefault(mention.antecedent, gender)
    return found


def by_title(mention: Mention, name: str) -> str:
    """What title or given name tell ("Dame Kim Roe"), else the noun that is the title ("actress Kim Roe").

    Examples
    --------
    >>> by_title(Mention("d:0-3", "d", 0, 0, 3, "Roe", "PERSON", "name", title="actress"), "Kim Roe")
    'f'
    """
    said = gender_of(f"{mention.title} {name}") or gender_of(name)
    return said or GENDER_OF_OFFICE.get(fold(mention.title).rpartition(" ")[2], "")
