"""Documents that stand in more than one file: an article saved twice, an export and the page it came from."""

from __future__ import annotations

from graphbuild.records import Document, content_id

__all__ = ["Repeated"]

_SPACES = dict.fromkeys(map(ord, " \t\r\n\v\f\xa0\u2028\u2029"))
_MOST = 20  # documents of the same words that are held against another


class Repeated:
    """What was read so far, by the words of its text.

    Two documents are one where the words are the same and title, date, source and url do not contradict
    each other, which they do not where one has none. Rows of one table are told apart by their ids, and are
    no business of this.

    Examples
    --------
    >>> seen = Repeated()
    >>> seen.add(Document("", "Norland won.", title="Norland wins", path="a.txt"), "a.txt")
    >>> seen.elsewhere(Document("", "Norland  won."), "b.md")
    'a.txt'
    >>> seen.elsewhere(Document("", "Norland won.", title="Other"), "b.md")
    ''
    """

    def __init__(self) -> None:
        self._seen: dict[str, list[tuple[str, Document]]] = {}

    def add(self, document: Document, file: str) -> None:
        """Remember a document of a file."""
        bare = Document("", "", document.title, document.date, document.source, document.url, document.path)
        known = self._seen.setdefault(_words(document), [])
        if len(known) < _MOST:
            known.append((file, bare))

    def elsewhere(self, document: Document, file: str) -> str:
        """The path of the same document in another file; empty if there is none."""
        for other, known in self._seen.get(_words(document), []):
            if other != file and _agree(document, known):
                return known.path
        return ""


def _words(document: Document) -> str:
    return content_id(document.text.translate(_SPACES))


def _agree(a: Document, b: Document) -> bool:
    pairs = ((a.title, b.title), (a.date, b.date), (a.source, b.source), (a.url, b.url))
    return all(not one or not other or one == other for one, other in pairs)
