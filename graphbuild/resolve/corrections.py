"""What a user set right, applied to the links before the actors are summed up again.

Each row finds its actors among all that the build found, by id, name or alias, and then the actor that the
rows above made of them. Ids are settled before the first row, so that no correction changes the id of an
actor that it does not speak of.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graphbuild.names import fold
from graphbuild.records import Actor, Correction, Extraction, Mention, Merge, content_id
from graphbuild.resolve.actors import BACK, shown_as, slug
from graphbuild.resolve.links import CORRECTION, Key, Link
from graphbuild.vocabulary import COUNTRY, OFFICIAL, PERSONS, PLACE, PRONOUN

__all__ = ["Corrected", "corrections"]

_LISTED = 5
_LANDS = frozenset({COUNTRY, PLACE})


@dataclass(frozen=True, slots=True)
class Corrected:
    """What the corrections made of the links.

    Attributes
    ----------
    links : dict of str to Link
        All links, those that a correction made with the rule ``correction``.
    settled : dict of Key to Actor
        Id of every actor, and what corrections say of its name, type, role and country.
    merges : tuple of Merge
        Of actors that are ignored: their mentions belong to nobody.
    rows : tuple of Correction
        What was applied, in order, each with its ``problem``; of a row that stands twice the last.
    """

    links: dict[str, Link]
    settled: dict[Key, Actor]
    merges: tuple[Merge, ...]
    rows: tuple[Correction, ...]


@dataclass(slots=True)
class _State:
    """How things stand after the rows so far.

    ``heirs`` leads from an actor to the one that it was merged into; ``names`` and ``aliases`` from a folded
    name to all actors that ever had it, except where a split took it away.
    """

    links: dict[str, Link]
    mentions: dict[Key, list[Mention]]
    actors: dict[Key, Actor]
    settled: dict[Key, Actor]
    by_id: dict[str, Key]
    names: defaultdict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))
    aliases: defaultdict[str, set[Key]] = field(default_factory=lambda: defaultdict(set))
    heirs: dict[Key, Key] = field(default_factory=dict)
    ignored: dict[Key, Merge] = field(default_factory=dict)


class _NoEffect(Exception):
    """A row fits nothing; the message says why."""


def corrections(
    rows: Iterable[Correction],
    extractions: Iterable[Extraction],
    links: Mapping[str, Link],
    actors: Collection[Actor],
    linked: Mapping[str, str],
) -> Corrected:
    """Apply corrections, top to bottom.

    Parameters
    ----------
    rows : iterable of Correction
        As `graphbuild.read.corrections` gives them. Those that ``drop`` a relation are passed on untouched.
    extractions : iterable of Extraction
    links : mapping of str to Link
        ``mention_id`` to actor key and rule, as found.
    actors : collection of Actor
        As they are without corrections.
    linked : mapping of str to str
        ``mention_id`` to ``actor_id``, likewise.

    Returns
    -------
    Corrected
    """
    state = _state(extractions, links, actors, linked)
    done = []
    for row in _once(rows):
        problem = ""
        if row.action in _ACTIONS:
            try:
                _ACTIONS[row.action](state, row)
            except _NoEffect as exc:
                problem = str(exc)
        done.append(replace(row, problem=problem))
    return Corrected(state.links, state.settled, tuple(state.ignored.values()), tuple(done))


def _once(rows: Iterable[Correction]) -> list[Correction]:
    """Each row at its last place, so that a file appended to itself says the same."""
    last: dict[tuple[str, str, str], Correction] = {}
    for row in rows:
        said = row.action, row.subject, row.object
        last.pop(said, None)
        last[said] = row
    return list(last.values())


def _state(
    extractions: Iterable[Extraction],
    links: Mapping[str, Link],
    actors: Collection[Actor],
    linked: Mapping[str, str],
) -> _State:
    by_id = {actor_id: links[mention_id].key for mention_id, actor_id in linked.items() if actor_id}
    found = {by_id[actor.actor_id]: actor for actor in actors}
    settled = {key: Actor(actor.actor_id, "", "") for key, actor in found.items()}
    state = _State(dict(links), {key: [] for key in found}, found, settled, by_id)
    for extraction in extractions:
        for mention in extraction.mentions:
            if key := links[mention.mention_id].key:
                state.mentions[key].append(mention)
    for key, actor in found.items():
        state.names[fold(actor.name)].add(key)
        for alias in actor.aliases:
            state.aliases[fold(alias)].add(key)
    return state


def _find(state: _State, text: str) -> Key:
    """The actor that an id, name or alias leads to, as the rows above left it."""
    key = state.by_id.get(unicodedata.normalize("NFC", text))
    held = {key} if key else state.names[fold(text)] or state.aliases[fold(text)]
    heirs = {_heir(state, one) for one in held}
    if not heirs:
        raise _NoEffect(f'no actor is called "{text}"')
    living = heirs - state.ignored.keys() or heirs
    if len(living) > 1:
        ids = sorted(state.settled[key].actor_id for key in living)
        more = f" and {len(ids) - _LISTED} more" if len(ids) > _LISTED else ""
        raise _NoEffect(f'"{text}" may be {", ".join(ids[:_LISTED])}{more}: write the id')
    return living.pop()


def _living(state: _State, text: str) -> Key:
    key = _find(state, text)
    if key in state.ignored:
        raise _NoEffect(f'"{text}" is ignored by a row above')
    return key


def _heir(state: _State, key: Key) -> Key:
    while key in state.heirs:
        key = state.heirs[key]
    return key


def _merge(state: _State, row: Correction) -> None:
    """Give the subject's mentions to the object, whose name, type, role and country stay."""
    subject, into = _living(state, row.subject), _living(state, row.object)
    if subject == into:
        return
    own, other = state.actors[into], state.actors[subject]
    kind = OFFICIAL if {own.type, other.type} == PERSONS else own.type or other.type
    role = own.role or ("" if kind in _LANDS else other.role)
    whole = replace(own, type=kind, role=role, country=own.country or other.country)
    _move(state, state.mentions.pop(subject), into)
    state.heirs[subject] = into
    state.actors[into] = whole
    state.settled[into] = replace(whole, titles=(), aliases=())


def _split(state: _State, row: Correction) -> None:
    """Make an actor of the mentions that bear an alias, and of what refers back to them."""
    subject, alias = _living(state, row.subject), fold(row.object)
    actor_id = state.settled[subject].actor_id
    key = ("split", actor_id, alias)
    if key in state.mentions or key in state.heirs or key in state.ignored:
        return
    mentions = [m for m in state.mentions[subject] if m.kind != PRONOUN]
    called = [m for m in mentions if alias in (fold(shown_as(m)), fold(m.text))]
    taken = _with_followers(state, called, state.mentions[subject])
    if not called:
        raise _NoEffect(f'{actor_id} has no alias "{row.object}"')
    if all(m.mention_id in taken for m in mentions):
        raise _NoEffect(f'{actor_id} is called nothing but "{row.object}"')
    kinds = Counter(m.type for m in called if m.type)
    kind = OFFICIAL if kinds.keys() == PERSONS else _most(kinds) or state.actors[subject].type
    made = Actor(
        _new_id(state, f"{slug(alias)}-from-{actor_id}", key), _most(Counter(map(shown_as, called))), kind
    )
    state.mentions[key] = []
    state.actors[key] = state.settled[key] = made
    state.by_id[made.actor_id] = key
    rest = [m for m in state.mentions[subject] if m.mention_id not in taken]
    _move(state, [m for m in state.mentions[subject] if m.mention_id in taken], key)
    state.mentions[subject] = rest
    if fold(state.settled[subject].name) == alias:
        state.settled[subject] = replace(state.settled[subject], name="")
    for known in (state.names, state.aliases):
        known[alias] = {one for one in known[alias] if _heir(state, one) != subject}
    state.names[alias].add(key)


def _rename(state: _State, row: Correction) -> None:
    key = _living(state, row.subject)
    _settle(state, key, name=row.object)
    state.names[fold(row.object)].add(key)


def _retype(state: _State, row: Correction) -> None:
    _settle(state, _living(state, row.subject), type=row.object)


def _ignore(state: _State, row: Correction) -> None:
    """Link the actor's mentions to nobody."""
    key = _find(state, row.subject)
    if key not in state.ignored:
        mentions = state.mentions.pop(key)
        for mention in mentions:
            state.links[mention.mention_id] = Link((), CORRECTION)
        state.ignored[key] = Merge(state.actors[key].name, "", CORRECTION, len(mentions))


_ACTIONS: Mapping[str, Callable[[_State, Correction], None]] = {
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "retype": _retype,
    "ignore": _ignore,
}


def _settle(state: _State, key: Key, **fields: str) -> None:
    state.actors[key] = replace(state.actors[key], **fields)  # type: ignore[arg-type]
    state.settled[key] = replace(state.settled[key], **fields)  # type: ignore[arg-type]


def _move(state: _State, mentions: Iterable[Mention], key: Key) -> None:
    for mention in mentions:
        rule = state.links[mention.mention_id].rule
        state.links[mention.mention_id] = Link(key, rule if rule in BACK else CORRECTION)
        state.mentions[key].append(mention)


def _with_followers(state: _State, first: Sequence[Mention], among: Iterable[Mention]) -> set[str]:
    """Ids of mentions and of all that refer back to them, however far."""
    followers: defaultdict[str, list[str]] = defaultdict(list)
    for mention in among:
        if mention.antecedent and state.links[mention.mention_id].rule in BACK:
            followers[mention.antecedent].append(mention.mention_id)
    taken: set[str] = set()
    waiting = [mention.mention_id for mention in first]
    while waiting:
        mention_id = waiting.pop()
        if mention_id not in taken:
            taken.add(mention_id)
            waiting += followers[mention_id]
    return taken


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda text: (-counts[text], text), default="")


def _new_id(state: _State, wanted: str, key: Key) -> str:
    return wanted if wanted not in state.by_id else f"{wanted}-{content_id(*key)[:8]}"
