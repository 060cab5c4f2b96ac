"""STIX 2.1, the exchange format of threat intelligence."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from graphbuild.exports._tables import Tables, items, printable, rows, statements
from graphbuild.lexicons.gazetteer.codes import alpha2
from graphbuild.vocabulary import COUNTRY, GROUP, NEGATED, ORGANIZATION, PERSONS, PLACE

__all__ = ["stix"]

_SPACE = UUID("0c0e3f1c-0a3b-5d3b-9d57-5b1f1d8a7a11")  # of the ids made from ours
_UNDATED = "1970-01-01"
_CLASSES = {ORGANIZATION: "organization", GROUP: "group", COUNTRY: "organization"}


def stix(network: Tables, path: Path) -> None:
    """Write a bundle of STIX 2.1 (https://docs.oasis-open.org/cti/stix/v2.1/stix-v2.1.html).

    Actors are ``identity`` objects (places ``location``), with their aliases, role and country as labels.
    What sentences state are ``relationship`` objects whose type is the class ("member-of"), the sentence
    their ``description``, the confidence in per cent their ``confidence``, status and rule their labels; what
    a text denies is left out. Articles are ``report`` objects that refer to all this. Objects are as old as
    the article; where it has no date, as 1970. Each stands on a line of its own.

    Parameters
    ----------
    network : Network
    path : Path

    Examples
    --------
    >>> stix(net, Path("graph.stix"))                         # doctest: +SKIP
    """
    within: defaultdict[str, list[str]] = defaultdict(list)
    actors = [_actor(actor) for actor in rows(network.actors)]
    known = {key: made["id"] for key, made in zip(network.actors["actor_id"], actors, strict=True)}
    found = network.mentions[["doc_id", "actor_id"]].drop_duplicates()
    for doc_id, actor_id in zip(found["doc_id"], found["actor_id"], strict=True):
        if actor_id in known:
            within[doc_id].append(known[actor_id])
    told: list[dict[str, Any]] = []
    for stated in rows(statements(network)):
        if stated["status"] != NEGATED:
            told.append(_relationship(stated, known))
            within[stated["doc_id"]].append(told[-1]["id"])
    reports = (
        _report(row, within[row["doc_id"]]) for row in rows(network.documents) if within[row["doc_id"]]
    )
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f'{{"type": "bundle", "id": "{_id("bundle", *sorted(known))}"')
        joint = ', "objects": ['
        for made in (*actors, *told, *reports):
            out.write(f"{joint}\n{json.dumps(made, ensure_ascii=False)}")
            joint = ","
        out.write("}\n" if joint != "," else "\n]}\n")  # a bundle without objects has no list of them


def _id(kind: str, *parts: str) -> str:
    return f"{kind}--{uuid5(_SPACE, chr(0).join((kind, *parts)))}"


def _time(date: str) -> str:
    """The first moment of a day, month or year."""
    day = f"{date}-01-01"[:10] if len(date) in (4, 7) else date
    return f"{day if len(day) == 10 else _UNDATED}T00:00:00.000Z"


def _actor(actor: dict[str, Any]) -> dict[str, Any]:
    country, when = alpha2(actor["country"]), _time(actor["first_date"])
    labels = [one for one in (actor["type"], actor["role"]) if one]
    aliases = ", ".join(printable(one) for one in items(actor["aliases"]) if one != actor["name"])
    told = {"description": f"Also called {aliases}."} if aliases else {}
    name = printable(actor["name"]) or "?"
    if actor["type"] == PLACE:
        where = {"country": country} if country else {"region": name}
        place = {"name": name, **told, **where, "labels": labels}
        return _object("location", actor["actor_id"], when, place)
    kind = "individual" if actor["type"] in PERSONS else _CLASSES.get(actor["type"], "unspecified")
    roles = {"roles": [printable(one) for one in items(actor["titles"])]} if actor["titles"] else {}
    if country:
        labels.append(f"country:{country}")
    about = {"name": name, **told, **roles, "identity_class": kind, "labels": labels}
    return _object("identity", actor["actor_id"], when, about)


def _relationship(stated: dict[str, Any], known: dict[str, str]) -> dict[str, Any]:
    about = {
        "relationship_type": stated["relation"].replace("_", "-"),
        "description": printable(stated["evidence"]),
        "source_ref": known[stated["source"]],
        "target_ref": known[stated["target"]],
        "labels": [stated["status"], f"rule:{stated['rule']}"],
        "confidence": round(100 * min(1.0, max(0.0, stated["confidence"]))),
    }
    return _object("relationship", stated["relation_id"], _time(stated["date"]), about)


def _report(document: dict[str, Any], refers: list[str]) -> dict[str, Any]:
    when = _time(document["date"])
    source = {"source_name": printable(document["source"]) or "article"}
    if document["url"]:
        source["url"] = printable(document["url"])
    about = {
        "name": printable(document["title"]) or printable(document["doc_id"]),
        "report_types": ["threat-actor"],
        "published": when,
        "object_refs": sorted(set(refers)),
        "external_references": [{**source, "external_id": printable(document["doc_id"])}],
    }
    return _object("report", document["doc_id"], when, about)


def _object(kind: str, key: str, when: str, about: dict[str, Any]) -> dict[str, Any]:
    head = {"type": kind, "spec_version": "2.1", "id": _id(kind, key), "created": when, "modified": when}
    return {**head, **{name: value for name, value in about.items() if value not in ("", [])}}
