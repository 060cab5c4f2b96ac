"""Of which verb a regular form is, by its spelling: lemmatizers make "fin" of "fined", "rap" of "raped"."""

from __future__ import annotations

from collections.abc import Container, Iterator

__all__ = ["verb_of"]

_VOWELS = frozenset("aeiou")
_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")
_UNDOUBLED = frozenset("wxyh")  # never written twice: "vowed"


def verb_of(form: str, lemma: str, known: Container[str]) -> str:
    """The known verb that a form in -s, -ed or -ing is regularly made of; else the lemma that is given.

    Parameters
    ----------
    form, lemma : str
        In lower case.
    known : container of str
        Verbs.

    Returns
    -------
    str

    Examples
    --------
    >>> known = {"fine", "rap", "rape", "re-elect", "bar", "deny", "take"}
    >>> forms = ("fined", "raped", "rapped", "re-electing", "barred", "denies", "took")
    >>> [verb_of(form, "?", known) for form in forms]
    ['fine', 'rape', 'rap', 're-elect', 'bar', 'deny', '?']
    """
    bases = list(_bases(form))
    if lemma in bases and lemma in known:
        return lemma
    return next((base for base in bases if base in known), lemma)


def _bases(form: str) -> Iterator[str]:
    if form.endswith(("ied", "ies")):
        yield f"{form[:-3]}y"
    if form.endswith("s") and not form.endswith("ss"):
        yield form[:-1]
        if form.endswith("es") and form[:-2].endswith(_SIBILANTS):
            yield form[:-2]
    for ending in ("ed", "ing"):
        stem = form.removesuffix(ending)
        if stem != form and any(letter in _VOWELS for letter in stem):
            yield f"{stem}e"
            if not _doubles(stem):
                yield stem
            if stem[-1:] == stem[-2:-1]:
                yield stem[:-1]


def _doubles(stem: str) -> bool:
    """Whether a stem of one syllable writes its last letter twice before an ending, as "rap" does."""
    vowels = [k for k, letter in enumerate(stem) if letter in _VOWELS]
    return len(vowels) == 1 and vowels[0] == len(stem) - 2 and stem[-1] not in _UNDOUBLED
