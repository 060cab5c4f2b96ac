"""Names, to be found by what may be another form of them, so that each is compared with few others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graphbuild.lexicons.gazetteer.nicknames import nicknames
from graphbuild.names import person
from graphbuild.resolve.links import Key
from graphbuild.resolve.persons.spelling import skeleton

__all__ = ["Bodies", "Candidates"]

_Block = tuple[str, ...]
_SEVERAL = 2


class Candidates:
    """Pairs of a name and of whom it means, by what two forms of one name have in common.

    Blocking, as record linkage calls it (Christen 2012, doi:10.1109/TKDE.2011.127), without loss: whatever
    `graphbuild.names.compatible` or `graphbuild.resolve.persons.spelling.sounds` says of a name and one that
    was added, if it says yes, the pair is found.

    Examples
    --------
    >>> known = Candidates((name, name) for name in ("ada moran", "luc moran", "ada lee"))
    >>> [name for name, _ in known.near("moran")], [name for name, _ in known.near("a moran")]
    (['ada moran', 'luc moran'], ['ada moran'])
    >>> [name for name, _ in known.having("ada")], [name for name, _ in known.sounding("li")]
    (['ada moran', 'ada lee'], ['ada lee'])
    """

    __slots__ = ("_blocks",)

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._blocks: defaultdict[_Block, dict[tuple[str, str], None]] = defaultdict(dict)
        for name, meant in pairs:
            self.add(name, meant)

    def add(self, name: str, meant: str) -> None:
        """Keep a name without title, and the person whom it means."""
        for block in _filed(name):
            self._blocks[block][name, meant] = None

    def near(self, name: str) -> Iterator[tuple[str, str]]:
        """Pairs of which the name may be compatible with a name, some more than once."""
        for block in _sought(name):
            yield from self._blocks.get(block, ())

    def having(self, word: str) -> Iterable[tuple[str, str]]:
        """Pairs of which the name has a word."""
        return self._blocks.get(("word", word), ())

    def sounding(self, surname: str) -> Iterable[tuple[str, str]]:
        """Pairs of which the surname may be another spelling of a surname."""
        return self._blocks.get(("sound", *skeleton(surname)), ())


@dataclass(frozen=True, slots=True)
class Bodies:
    """Bodies by the plain names that a document has of them: these, what they begin with (a word), what they
    end in (words, but not all), and what is left of them without a closing word that says what they are. Of
    several bodies that a name may be short for, two are kept: it means neither.

    Examples
    --------
    >>> known = Bodies()
    >>> known.add("acme mining group", "acme mining", ("body", "acme mining group"))
    >>> sorted(known.begins), sorted(known.ends), sorted(known.bare)
    (['acme'], ['group', 'mining group'], ['acme mining'])
    """

    names: dict[str, Key] = field(default_factory=dict)
    begins: defaultdict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))
    ends: defaultdict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))
    bare: defaultdict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))

    def add(self, name: str, bare: str, key: Key) -> None:
        """Keep a name, unless it is there."""
        if name in self.names:
            return
        self.names[name] = key
        if bare != name:
            _keep(self.bare[bare], key)
        first, _, rest = name.partition(" ")
        if rest:
            _keep(self.begins[first], key)
        while rest:
            _keep(self.ends[rest], key)
            rest = rest.partition(" ")[2]


def _keep(keys: set[Key], key: Key) -> None:
    if len(keys) < _SEVERAL:
        keys.add(key)


def _filed(name: str) -> Iterator[_Block]:
    """What other forms of a name are looked for by."""
    words = person(name).words
    if len(words) == 1:
        yield "alone", words[0]
    yield "called", person(name).surname
    yield "called", words[-1]
    yield "sound", *skeleton(person(name).surname)
    for word in words:
        yield "word", word
    if len(words) > 1:
        yield from _shared(words)
        yield "first", words[-1], words[0]
        yield "initial", words[-1], words[0][0]


def _sought(name: str) -> Iterator[_Block]:
    """By what the forms of a name are found: what it shares with a longer one, a shorter one, one as long."""
    words = person(name).words
    if len(words) == 1:
        yield "called", words[0]
        return
    yield "alone", person(name).surname
    yield "alone", words[-1]
    yield from _shared(words)
    if len(words[0]) == 1:
        yield "initial", words[-1], words[0]
    else:
        yield "first", words[-1], words[0]
        yield "first", words[-1], words[0][0]


def _shared(words: tuple[str, ...]) -> Iterator[_Block]:
    """What both have alike: the words in another order, two words at an end, the surname and a nickname."""
    yield "words", *sorted(words)
    yield "begin", *words[:2]
    yield "end", *words[-2:]
    for full in sorted(nicknames().get(words[0], ())):
        yield "nickname", words[-1], full
