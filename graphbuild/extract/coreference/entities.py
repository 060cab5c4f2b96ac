"""What a document speaks of: its names, nominals and things, sorted by whom or what they stand for.

`referents` puts the names of one person or body in one document together, so that whoever looks for the
antecedent of a pronoun compares it with persons, not with spellings.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graphbuild.extract.annotations import Block, Mention
from graphbuild.extract.syntax.parse import Parse
from graphbuild.extract.types import ACTING, PERSONS
from graphbuild.lexicons.en.person_nouns import GENDER_OF_OFFICE
from graphbuild.names import compatible, fold, gender_of, person

__all__ = ["REACH", "Referent", "referents", "resolved"]

REACH = 4
"""How many sentences back "it" and "they" may refer."""

_NO_THINGS = frozenset({"compound", "flat", "obl:unmarked", "fixed", "nmod:desc"})
_LONGEST_CHAIN = 20


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody or something that a document speaks of.

    Attributes
    ----------
    kind : str
        ``name``, ``nominal``, ``thing`` (a noun that is no actor) or ``several`` ("Kenya and Mali").
    type : str
        As in `Mention`.
    number, gender : str
        As in `Mention`; gender is what any of the names tells.
    role : str
        PLOVER role code or empty.
    total : int
        How often the whole document names it.
    in_title : bool
        Whether the first block, a headline mostly, names it.
    mentions : list of Mention
        Those that a reader has passed, pronouns included, in order of the text.
    """

    kind: str
    type: str
    number: str
    gender: str
    role: str
    total: int = 0
    in_title: bool = False
    mentions: list[Mention] = field(default_factory=list)


def referents(blocks: Sequence[Block], *, everywhere: bool = False) -> dict[Mention, Referent]:
    """The referent of each name, nominal and thing of a document.

    Parameters
    ----------
    blocks : sequence of Block
        All blocks of one document, with their mentions.
    everywhere : bool
        Whether things are wanted from all sentences, not only from those near pronouns.

    Returns
    -------
    dict of Mention to Referent
        Also has the things and coordinations, which are no mentions of the block. Pronouns are left out.
        No referent has any ``mentions`` yet.
    """
    found = [f for block in blocks for f in block.mentions if f.kind != "pronoun"]
    near = None if everywhere else _near_pronouns(blocks)
    found += [f for block in blocks for f in (*_things(block, near), *_several(block))]
    keys = _keys([f for f in found if f.kind == "name"])
    made: dict[object, Referent] = {}
    of: dict[Mention, Referent] = {}
    for one in found:
        end = resolved(one)
        key = keys.get(end, end)
        if key not in made:
            made[key] = _referent(end)
        of[one] = made[key]
        of[one].total += 1
        of[one].in_title |= one.parse is blocks[0].parse
    for name in keys:
        referent = of[name]
        referent.gender = referent.gender or name.gender or _gender(name)
        if name.type in PERSONS and referent.type not in PERSONS:
            referent.type = name.type
    return of


def resolved(found: Mention) -> Mention:
    """The end of a mention's chain of antecedents."""
    for _ in range(_LONGEST_CHAIN):
        if found.antecedent is None:
            break
        found = found.antecedent
    return found


def _gender(name: Mention) -> str:
    """What a title that stands outside the name says ("Dame", "businesswoman")."""
    if not name.title or name.type not in PERSONS:
        return ""
    return GENDER_OF_OFFICE.get(name.title.lower().split()[-1]) or gender_of(f"{name.title} {name.text}")


def _referent(found: Mention) -> Referent:
    return Referent(found.kind, found.type, found.number, found.gender, found.role)


def _keys(names: Iterable[Mention]) -> dict[Mention, tuple[str, ...]]:
    """What is alike for the names of one referent."""
    keys = {f: _key(f) for f in names}
    counts = Counter(key for key in keys.values() if key[0] == "person")
    longer = _longer(counts)
    genders = {key: gender for f, key in keys.items() if (gender := _gender(f) or f.gender)}
    return {f: longer.get(key) or _of_gender(key, _gender(f), genders, counts) for f, key in keys.items()}


def _of_gender(
    key: tuple[str, ...],
    gender: str,
    genders: Mapping[tuple[str, ...], str],
    known: Iterable[tuple[str, ...]],
) -> tuple[str, ...]:
    """Of several of one surname the one whom a title tells: "Mrs Roe" is Jane, whoever "Roe" is."""
    if not gender or key[0] != "person" or len(key) > 2:
        return key
    bearers = [k for k in known if len(k) > 2 and compatible(key[1], " ".join(k[1:]))]
    fitting = [k for k in bearers if genders.get(k, gender) == gender]
    sure = [k for k in fitting if k in genders] or fitting
    return sure[0] if len(sure) == 1 else (*key, "", gender) if len(bearers) > 1 else key


def _key(name: Mention) -> tuple[str, ...]:
    if name.type in PERSONS:
        return ("person", *person(name.name or name.text).words)
    if name.type == "country" and name.country:
        return ("country", name.country)
    return ("body", fold(name.name or name.text))


def _longer(counts: Mapping[tuple[str, ...], int]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The only longer name that each person's name may be a shorter form of.

    Of several, the only one that the text says more than once: it names kin in full once.
    """
    times: Counter[tuple[str, ...]] = Counter()
    by_word: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    settled: dict[tuple[str, ...], tuple[str, ...]] = {}
    for key in sorted(counts, key=lambda k: (-len(k), k)):
        fitting = {k for k in by_word[key[-1]] if compatible(" ".join(key[1:]), " ".join(k[1:]))}
        if not fitting and len(key) == 2:
            fitting = set(by_word[key[-1]])
        if len(fitting) > 1 and len(key) == 2:
            often = {k for k in fitting if times[k] > 1}
            fitting = often if len(often) == 1 else fitting
        times[next(iter(fitting)) if len(fitting) == 1 else key] += counts[key]
        if len(fitting) == 1:
            settled[key] = fitting.pop()
        elif not fitting:
            for word in set(key[1:]):
                by_word[word].append(key)
    return settled


def _near_pronouns(blocks: Sequence[Block]) -> set[int]:
    """The sentences that "it" or "they" of the same or of one of the next sentences may refer back to."""
    spoken = {f.sentence for b in blocks for f in b.mentions if f.kind == "pronoun" and f.gender in ("n", "")}
    return {sentence - back for sentence in spoken for back in range(REACH + 1)}


def _things(block: Block, near: Container[int] | None) -> Iterator[Mention]:
    """Nouns that are no actors but that "it" and "they" may stand for, of the sentences ``near`` or all."""
    parse = block.parse
    for number, (first, last) in enumerate(parse.sentences, block.before):
        for i in range(first, last) if near is None or number in near else ():
            if parse.noun(i) and i not in block.by_token and parse.deps[i] not in _NO_THINGS:
                yield _unnamed(block, i, i + 1, i, "thing", "p" if parse.plural(i) else "s")


def _several(block: Block) -> Iterator[Mention]:
    """Coordinations of actors, which "they" may stand for.

    Where bare nouns share the first one's modifier it stands for all: "Kenyan troops and gunners" are Kenyan.
    """
    parse = block.parse
    for found in block.mentions:
        others = [block.by_head.get(c) for c in parse.kids(found.head, "conj")]
        actors = [o for o in others if o is not None and o.kind != "pronoun"]
        if found.kind == "pronoun" or not actors or _one_modifier(parse, found.head, actors):
            continue
        last = max(found.last, *(o.last for o in actors))
        several = _unnamed(block, found.first, last, found.head, "several", "p")
        several.members = _members((found, *actors))
        yield several


def _members(joined: Sequence[Mention]) -> tuple[Mention, ...]:
    """Those of a coordination, unless one of them is nobody that acts."""
    ends = [resolved(one) for one in joined]
    known = all(end.kind == "name" or end.role in ACTING for end in ends)
    return tuple(joined) if known else ()


def _one_modifier(parse: Parse, head: int, others: list[Mention]) -> bool:
    """Whether bare nouns follow one with a modifier."""
    bare = all(parse.deps[c] in ("cc", "punct") for o in others for c in parse.children[o.head])
    nouns = all(o.kind == "nominal" for o in others)
    return bare and nouns and bool(parse.kids(head, "compound", "amod", "nmod:poss"))


def _unnamed(block: Block, first: int, last: int, head: int, kind: str, number: str) -> Mention:
    sentence = block.before + block.parse.sentence[head]
    return Mention(
        block.parse, first, last, head, kind, "", kind, "", number=number, gender="n", sentence=sentence
    )
