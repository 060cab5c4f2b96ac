"""FollowTheMoney entities, for Aleph, OpenSanctions' tools and everything else that reads its model."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import sha1
from pathlib import Path
from typing import Any

from graphbuild.exports._tables import Tables, items, printable, rows, statements
from graphbuild.lexicons.gazetteer.codes import alpha2
from graphbuild.vocabulary import BY_HAND, COUNTRY, GROUP, ORGANIZATION, PERSONS, PLACE, PRONOUN

__all__ = ["ftm"]

_STATE = frozenset({"GOV", "MIL", "COP", "SPY", "LEG", "JUD"})
_BODIES = frozenset({COUNTRY, GROUP, ORGANIZATION})
_ENDS = {
    "Membership": ("member", "organization"),
    "Directorship": ("director", "organization"),
    "Ownership": ("owner", "asset"),
    "Family": ("person", "relative"),
    "Representation": ("agent", "client"),
    "UnknownLink": ("subject", "object"),
}


def ftm(network: Tables, path: Path) -> None:
    """Write entities of FollowTheMoney 4 (https://followthemoney.tech), one JSON object a line.

    Persons, bodies and places are ``Person``, ``PublicBody`` (countries and organs of a state), ``Company``,
    ``Organization`` and ``Address``; titles ``Position`` and ``Occupancy``. What sentences state becomes an
    interest of the two: ``Membership``, ``Directorship``, ``Ownership`` (of companies), ``Family``,
    ``Representation``, and for acts ``UnknownLink`` with the class as ``role``; its ``description`` is the
    sentence, its ``status`` whether it is asserted, ``proof`` the article. What a text denies is left out,
    for the model cannot say so. Articles are ``Article``, with a ``Documentation`` for each actor, and
    a ``Mention`` for each name.

    Parameters
    ----------
    network : Network
    path : Path

    Examples
    --------
    >>> ftm(net, Path("graph.ftm"))                           # doctest: +SKIP
    """
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for schema, key, properties in _entities(network):
            held = {name: [v for v in map(_clean, values) if v] for name, values in properties.items()}
            made = {"id": key, "schema": schema, "properties": {n: v for n, v in held.items() if v}}
            out.write(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n")


_Entity = tuple[str, str, Mapping[str, list[str]]]


def _entities(network: Tables) -> Iterator[_Entity]:
    schemas = {}
    for actor in rows(network.actors):
        schemas[actor["actor_id"]] = schema = _schema(actor)
        yield schema, actor["actor_id"], _actor(actor, schema)
    for document in rows(network.documents):
        yield (
            "Article",
            _article(document["doc_id"]),
            {
                "title": [document["title"]],
                "name": [document["title"]],
                "publishedAt": [document["date"]],
                "publisher": [document["source"]],
                "sourceUrl": [document["url"]],
                "fileName": [Path(document["path"]).name if document["path"] else ""],
            },
        )
    yield from _offices(network, schemas)
    for stated in rows(statements(network)):
        if stated["status"] != "negated":
            yield _link(stated, schemas)
    yield from _named(network, schemas)


def _schema(actor: Mapping[str, Any]) -> str:
    if actor["type"] in PERSONS:
        return "Person"
    if actor["type"] == PLACE:
        return "Address"
    if actor["type"] == COUNTRY or actor["role"] in _STATE:
        return "PublicBody"
    return "Company" if actor["role"] == "BUS" else "Organization"


def _actor(actor: Mapping[str, Any], schema: str) -> dict[str, list[str]]:
    names = [one for one in items(actor["aliases"]) if one != actor["name"]]
    country = alpha2(actor["country"]).lower()
    made = {"name": [actor["name"]], "alias": names, "country": [country]}
    if schema == "Person":
        made["position"] = items(actor["titles"])
    if schema == "Address":
        made["full"] = [actor["name"]]
    if actor["type"] == GROUP:
        made["legalForm"] = ["group"]
    return made


def _offices(network: Tables, schemas: Mapping[str, str]) -> Iterator[_Entity]:
    posts = set()
    for row in rows(network.titles):
        if schemas.get(row["actor_id"]) != "Person":
            continue
        post = _key("post", row["title"], row["organization"], row["country"])
        if post not in posts:
            posts.add(post)
            body = row["organization"] if schemas.get(row["organization"]) in _ORGANIZED else ""
            yield (
                "Position",
                post,
                {
                    "name": [row["title"]],
                    "country": [alpha2(row["country"]).lower()],
                    "organization": [body],
                },
            )
        key = _key("holds", row["actor_id"], post, row["first_date"], row["last_date"])
        yield (
            "Occupancy",
            key,
            {
                "holder": [row["actor_id"]],
                "post": [post],
                "date": sorted({row["first_date"], row["last_date"]}),
            },
        )


_ORGANIZED = frozenset({"PublicBody", "Company", "Organization"})


def _link(stated: Mapping[str, Any], schemas: Mapping[str, str]) -> _Entity:
    schema = _relation(stated["relation"], schemas[stated["source"]], schemas[stated["target"]])
    source, target = _ENDS[schema]
    properties = {
        source: [stated["source"]],
        target: [stated["target"]],
        "date": [stated["date"]],
        "description": [stated["evidence"]],
        "proof": [_article(stated["doc_id"])],
        "summary": ["added by hand"]
        if stated["rule"] == BY_HAND
        else [_told(stated["verb"], stated["speaker_name"])],
    }
    properties["relationship" if schema == "Family" else "role"] = [stated["relation"]]
    if schema != "Family":
        properties["status"] = [stated["status"]]
    return schema, stated["relation_id"], properties


def _told(verb: str, speaker: str) -> str:
    return f"{verb}, according to {speaker}" if speaker else verb


def _relation(relation: str, source: str, target: str) -> str:
    """The schema of an affiliation, where the model has one for such ends."""
    if relation == "kin" and source == target == "Person":
        return "Family"
    if "Address" in (source, target):
        return "UnknownLink"
    if relation == "member_of" and target in _ORGANIZED:
        return "Membership"
    if relation == "lead" and source == "Person" and target in _ORGANIZED:
        return "Directorship"
    if relation == "own" and target == "Company":
        return "Ownership"
    return "Representation" if relation == "represent" else "UnknownLink"


def _named(network: Tables, schemas: Mapping[str, str]) -> Iterator[_Entity]:
    found = network.mentions
    found = found[(found["actor_id"] != "") & (found["kind"] != PRONOUN)]
    pairs = found[["doc_id", "actor_id"]].drop_duplicates()
    for doc_id, actor_id in zip(pairs["doc_id"], pairs["actor_id"], strict=True):
        yield (
            "Documentation",
            _key("in", doc_id, actor_id),
            {
                "document": [_article(doc_id)],
                "entity": [actor_id],
                "role": ["mentioned"],
            },
        )
    names = found[found["kind"] == "name"][["doc_id", "actor_id", "text"]].drop_duplicates()
    for doc_id, actor_id, text in zip(names["doc_id"], names["actor_id"], names["text"], strict=True):
        yield (
            "Mention",
            _key("mention", doc_id, actor_id, text),
            {
                "document": [_article(doc_id)],
                "resolved": [actor_id],
                "name": [text],
                "detectedSchema": [schemas[actor_id]],
            },
        )


def _article(doc_id: str) -> str:
    return f"article-{doc_id}"


def _key(*parts: str) -> str:
    return sha1("\0".join(parts).encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


def _clean(value: str) -> str:
    return printable(value).strip()
