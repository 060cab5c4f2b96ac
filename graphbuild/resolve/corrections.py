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
from graphbuild.resolve.actors import BACK, shown_as
from graphbuild.resolve.ids import slug
from graphbuild.resolve.links import CORRECTION, Key, Link
from graphbuild.vocabulary import COUNTRY, NAME, NONE, OFFICIAL, PERSONS, PLACE, PRONOUN

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
    added : dict of int to (Key, Key)
        By the place of a row that adds a relation: from whom to whom, as all rows leave them.
    """

    links: dict[str, Link]
    settled: dict[Key, Actor]
    merges: tuple[Merge, ...]
    rows: tuple[Correction, ...]
    added: dict[int, tuple[Key, Key]]


@dataclass(slots=True)
class _State:
    """How things stand after the rows so far.

    ``heirs`` leads from an actor to the one that it was merged into; ``names`` and ``aliases`` from a folded
    name to all actors that ever had it, except where a split took it away. ``apart`` are those who are said
    to be different, ``loose`` the mentions of nobody, ``added`` the ends of the relation that the row adds.
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
    apart: list[tuple[Key, Key]] = field(default_factory=list)
    loose: dict[str, Mention] = field(default_factory=dict)
    added: tuple[Key, Key] | None = None


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
        As `graphbuild.read.corrections` gives them. Those that speak of a relation by its id are passed on
        untouched (see `graphbuild.resolve.restated`).
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
    done: list[Correction] = []
    added: dict[int, tuple[Key, Key]] = {}
    for row in _once(rows):
        problem = ""
        if row.action in _ACTIONS:
            try:
                _ACTIONS[row.action](state, row)
            except _NoEffect as exc:
                problem = str(exc)
            if state.added:
                added[len(done)], state.added = state.added, None
        done.append(replace(row, problem=problem))
    added = {at: (_heir(state, one), _heir(state, other)) for at, (one, other) in added.items()}
    return Corrected(state.links, state.settled, tuple(state.ignored.values()), tuple(done), added)


def _once(rows: Iterable[Correction]) -> list[Correction]:
    """Each row at its last place, so that a file appended to itself says the same."""
    last: dict[tuple[str, ...], Correction] = {}
    for row in rows:
        said = row.action, row.subject, row.object, row.relation, row.evidence
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
            else:
                state.loose[mention.mention_id] = mention
    for key, actor in found.items():
        state.names[fold(actor.name)].add(key)
        for alias in actor.aliases:
            state.aliases[fold(alias)].add(key)
    return state


def _find(state: _State, text: str) -> Key:
    """The actor that an id, name or alias leads to, as the rows above left it."""
    heirs = {_heir(state, one) for one in _held(state, text)}
    if not heirs:
        raise _NoEffect(f'no actor is called "{text}"')
    living = heirs - state.ignored.keys() or heirs
    if len(living) > 1:
        ids = sorted(state.settled[key].actor_id for key in living)
        more = f" and {len(ids) - _LISTED} more" if len(ids) > _LISTED else ""
        raise _NoEffect(f'"{text}" may be {", ".join(ids[:_LISTED])}{more}: write the id')
    return living.pop()


def _held(state: _State, text: str) -> set[Key]:
    """All that an id, name or alias led to before any merge."""
    key = state.by_id.get(unicodedata.normalize("NFC", text))
    return {key} if key else state.names[fold(text)] or state.aliases[fold(text)]


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
    if any({_heir(state, one), _heir(state, other)} == {subject, into} for one, other in state.apart):
        raise _NoEffect(f'"{row.subject}" and "{row.object}" are different by a row above')
    own, other = state.actors[into], state.actors[subject]
    kind = OFFICIAL if {own.type, other.type} == PERSONS else own.type or other.type
    role = own.role or ("" if kind in _LANDS else other.role)
    whole = replace(own, type=kind, role=role, country=own.country or other.country)
    _move(state, state.mentions.pop(subject), into)
    state.heirs[subject] = into
    state.actors[into] = whole
    state.settled[into] = replace(whole, titles=(), aliases=())


def _split(state: _State, row: Correction) -> Key:
    """Make an actor of the mentions that bear an alias, and of what refers back to them."""
    subject, alias = _living(state, row.subject), fold(row.object)
    actor_id = state.settled[subject].actor_id
    key = ("split", actor_id, alias)
    if key in state.mentions or key in state.heirs or key in state.ignored:
        return key
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
    return key


def _different(state: _State, row: Correction) -> None:
    """Keep two actors apart; where they were found to be one, the lesser name of the two is split off."""
    one, other = _living(state, row.subject), _living(state, row.object)
    if one == other:
        if not _held(state, row.subject) & _held(state, row.object):
            raise _NoEffect(f'a row above merges "{row.subject}" with "{row.object}"')
        actor = state.actors[one]
        lesser = sorted((row.object, row.subject), key=lambda text: fold(text) == fold(actor.name))
        other = _split(state, replace(row, subject=state.settled[one].actor_id, object=lesser[0]))
    state.apart.append((one, other))


def _rename(state: _State, row: Correction) -> None:
    key = _living(state, row.subject)
    _settle(state, key, name=row.object)
    state.names[fold(row.object)].add(key)


def _retype(state: _State, row: Correction) -> None:
    _settle(state, _living(state, row.subject), type=row.object)


def _country(state: _State, row: Correction) -> None:
    _settle(state, _living(state, row.subject), country=row.object)


def _role(state: _State, row: Correction) -> None:
    _settle(state, _living(state, row.subject), role=row.object)


def _relink(state: _State, row: Correction) -> None:
    """Have one mention, and what is no name and refers back to it, stand for another actor or for nobody."""
    if row.subject not in state.links:
        raise _NoEffect(f'no mention has the id "{row.subject}"')
    key = state.links[row.subject].key
    into = () if row.object == NONE else _living(state, row.object)
    if into == key:
        return
    among = state.mentions[key] if key else [*state.loose.values()]
    taken = _referring(row.subject, among)
    for actor in filter(None, (key, into)):  # a single mention changes nothing else of the two
        found = state.actors[actor]
        _settle(state, actor, name=found.name, type=found.type)
        role, country = found.role or NONE, found.country or NONE
        state.settled[actor] = replace(state.settled[actor], role=role, country=country)
    moved = [m for m in among if m.mention_id in taken]
    if key:
        state.mentions[key] = [m for m in among if m.mention_id not in taken]
    for mention in moved:
        state.links[mention.mention_id] = Link(into, CORRECTION)
        if into:
            state.mentions[into].append(mention)
            state.loose.pop(mention.mention_id, None)
        else:
            state.loose[mention.mention_id] = mention


def _add(state: _State, row: Correction) -> None:
    """Note who the two are; the relation is made where the tables are."""
    ends = _living(state, row.subject), _living(state, row.object)
    if ends[0] == ends[1]:
        raise _NoEffect(f'"{row.subject}" and "{row.object}" are one actor')
    state.added = ends


def _ignore(state: _State, row: Correction) -> None:
    """Link the actor's mentions to nobody."""
    key = _find(state, row.subject)
    if key not in state.ignored:
        mentions = state.mentions.pop(key)
        for mention in mentions:
            state.links[mention.mention_id] = Link((), CORRECTION)
        state.ignored[key] = Merge(state.actors[key].name, "", CORRECTION, len(mentions))


_ACTIONS: Mapping[str, Callable[[_State, Correction], object]] = {
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "retype": _retype,
    "country": _country,
    "role": _role,
    "ignore": _ignore,
    "different": _different,
    "relink": _relink,
    "add": _add,
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


def _referring(mention_id: str, among: Iterable[Mention]) -> set[str]:
    """A mention and all that are no names and refer back to it, however far."""
    taken, size = {mention_id}, 0
    others = [m for m in among if m.antecedent and m.kind != NAME]
    while size < len(taken):
        size = len(taken)
        taken.update(m.mention_id for m in others if m.antecedent in taken)
    return taken


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda text: (-counts[text], text), default="")


def _new_id(state: _State, wanted: str, key: Key) -> str:
    return wanted if wanted not in state.by_id else f"{wanted}-{content_id(*key)[:8]}"
