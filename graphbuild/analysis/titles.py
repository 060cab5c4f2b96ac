"""Which titles an actor had when, and at which body: read off the sentences that name the actor so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from graphbuild.tables import LIST, SCHEMAS, check
from graphbuild.vocabulary import COUNTRY

__all__ = ["own_titles", "sightings", "titles", "unseen"]

_STATING = ("title", "apposition", "office")  # of affiliations: their verb is the title
_KNOWN = ("actor_id", "name", "type", "country", "titles")
_Key = tuple[str, str]


def titles(
    actors: pd.DataFrame, mentions: pd.DataFrame, sentences: pd.DataFrame, relations: pd.DataFrame
) -> pd.DataFrame:
    """Titles over time.

    A title counts for a sentence that has it right before the name ("President Ann Lee"), or of which an
    affiliation was read ("Ann Lee, president of Chad").

    Parameters
    ----------
    actors : DataFrame
        With ``actor_id, name, type, country, titles``.
    mentions : DataFrame
        With ``doc_id, sentence, start, text, actor_id``.
    sentences : DataFrame
        With ``doc_id, sentence, start, text, date``; dates are ISO 8601, or empty where none is known.
    relations : DataFrame
        With ``doc_id, sentence, rule, verb, source, target``; ends are ids of actors.

    Returns
    -------
    DataFrame
        Columns of ``SCHEMAS["titles"]``: one row for each title of an actor at one body, by actor, then first
        date (unknown ones last), title and organization. ``organization`` is the id of the body (of the
        country, where no other body is named; empty, where none is), ``country`` the ISO 3166-1 alpha-3 code
        that the sentences give with the title, else that of the body or the actor, ``first_date`` and
        ``last_date`` those of the sentences, ``count`` their number: 0 for a title that stands in no sentence
        as it is written in ``titles``.

    Examples
    --------
    >>> actors = pd.DataFrame({"actor_id": ["a", "c"], "name": ["Ann Lee", "Chad"],
    ...                        "type": ["official", "country"], "country": ["TCD", "TCD"],
    ...                        "titles": ["President", ""]})
    >>> mentions = pd.DataFrame({"doc_id": ["d"], "sentence": 0, "start": 10, "text": "Ann Lee",
    ...                          "actor_id": "a"})
    >>> sentences = pd.DataFrame({"doc_id": ["d"], "sentence": 0, "start": 0, "date": "2020-01-02",
    ...                           "text": "President Ann Lee quit."})
    >>> relations = pd.DataFrame(columns=["doc_id", "sentence", "rule", "verb", "source", "target"])
    >>> titles(actors, mentions, sentences, relations).values.tolist()
    [['a', 'Ann Lee', 'President', '', '', 'TCD', '2020-01-02', '2020-01-02', 1]]
    """
    known = {row[0]: dict(zip(_KNOWN, row, strict=True)) for row in _rows(actors, _KNOWN)}
    places: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for *place, date in sightings(known, mentions, sentences, relations):
        places[tuple(place)].append(date)
    seen = {(place[0], place[2]) for place in places}
    for actor in known.values():
        for title in own_titles(actor["titles"]).values():
            if (actor["actor_id"], title) not in seen:
                places[unseen(actor, title)] = []
    rows = [_row(place, dates) for place, dates in places.items()]
    rows.sort(key=lambda row: (row[0], row[6] == "", row[6], row[2], row[3], row[5]))
    return check(pd.DataFrame(rows, columns=list(SCHEMAS["titles"])), "titles")


def sightings(
    known: Mapping[str, Mapping[str, str]],
    mentions: pd.DataFrame,
    sentences: pd.DataFrame,
    relations: pd.DataFrame,
) -> Iterator[tuple[str, ...]]:
    """Where actors are called by titles; documents can be asked for one after the other.

    Parameters
    ----------
    known : mapping of str to mapping
        ``actor_id, name, type, country, titles`` by id, of all actors that the tables have.
    mentions, sentences, relations
        As for `titles`.

    Yields
    ------
    tuple of str
        For each sentence ``actor_id, name, title, organization, organization_name, country`` and its date.
    """
    own = {actor_id: words for actor_id, actor in known.items() if (words := own_titles(actor["titles"]))}
    held = _before_names(own, mentions, sentences)
    bodies = _stated(own, relations)
    dates = _by_sentence(sentences, "date")
    for actor_id, title in {**held, **bodies}:
        shown = own[actor_id].get(title, title)
        seen = {**held.get((actor_id, title), {}), **bodies.get((actor_id, title), {})}
        for where, targets in seen.items():
            body, country = _body(targets, known)
            name, home = known[actor_id]["name"], country or known[actor_id]["country"]
            yield actor_id, name, shown, body, known[body]["name"] if body else "", home, dates.get(where, "")


def unseen(actor: Mapping[str, str], title: str) -> tuple[str, ...]:
    """A title that stands in no sentence as it is written in ``titles``, as `sightings` has it, undated."""
    return actor["actor_id"], actor["name"], title, "", "", actor["country"]


def own_titles(titles: str) -> dict[str, str]:
    """The titles of an actor by how they are looked for."""
    return {title.casefold(): title for title in titles.split(LIST)} if titles else {}


def _rows(table: pd.DataFrame, names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return zip(*(table[name].tolist() for name in names), strict=True)


def _row(place: tuple[str, ...], dates: list[str]) -> tuple[str | int, ...]:
    dated = sorted(filter(None, dates))
    first, last = (dated[0], dated[-1]) if dated else ("", "")
    return *place, first, last, len(dates)


def _body(targets: list[str], known: Mapping[str, Mapping[str, str]]) -> tuple[str, str]:
    """Of the bodies that one sentence gives with a title the first that is no country, and the country."""
    there = [target for target in targets if target in known]
    nations = [target for target in there if known[target]["type"] == COUNTRY]
    others = [target for target in there if target not in nations]
    body = (others or nations or [""])[0]
    lands = [known[target]["country"] for target in (*nations, *others) if known[target]["country"]]
    return body, lands[0] if lands else ""


def _stated(
    own: Mapping[str, object], relations: pd.DataFrame
) -> defaultdict[tuple[str, str], dict[_Key, list[str]]]:
    """The bodies that affiliations give for each actor and title, by sentence."""
    found: defaultdict[tuple[str, str], dict[_Key, list[str]]] = defaultdict(dict)
    stated = relations[relations["rule"].isin(_STATING) & (relations["verb"] != "")]
    stated = stated[stated["source"].isin(own)]
    columns = (stated[name].tolist() for name in ("source", "target", "verb", "doc_id", "sentence"))
    for source, target, verb, doc_id, sentence in zip(*columns, strict=True):
        found[source, verb.casefold()].setdefault((doc_id, sentence), []).append(target)
    return found


def _before_names(
    own: Mapping[str, Mapping[str, str]], mentions: pd.DataFrame, sentences: pd.DataFrame
) -> defaultdict[tuple[str, str], dict[_Key, list[str]]]:
    """The sentences that have a title right before the actor's name, or inside it."""
    found: defaultdict[tuple[str, str], dict[_Key, list[str]]] = defaultdict(dict)
    texts, starts = _by_sentence(sentences, "text"), _by_sentence(sentences, "start")
    said = mentions[mentions["actor_id"].isin(own)]
    columns = (said[name].tolist() for name in ("doc_id", "sentence", "start", "text", "actor_id"))
    for doc_id, sentence, at, text, actor_id in zip(*columns, strict=True):
        where = doc_id, sentence
        if where not in texts:
            continue
        before = f" {texts[where][: max(at - starts[where], 0)]}".casefold().rstrip()
        inside = text.casefold()
        for title in own[actor_id]:
            apart = before.endswith(title) and not before[-len(title) - 1].isalnum()
            if apart or inside.startswith(f"{title} "):
                found[actor_id, title][where] = []
    return found


def _by_sentence(sentences: pd.DataFrame, column: str) -> dict[_Key, str]:
    columns = (sentences[name].tolist() for name in ("doc_id", "sentence", column))
    return {(doc_id, sentence): value for doc_id, sentence, value in zip(*columns, strict=True)}
