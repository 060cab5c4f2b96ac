"""STIX 2.1, the exchange format of threat intelligence."""

from __future__ import annotations

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
    the article; where it has no date, as 1970.

    Parameters
    ----------
    network : Network
    path : Path

    Examples
    --------
    >>> stix(net, Path("graph.stix"))                         # doctest: +SKIP
    """
    import stix2

    objects: list[Any] = []
    within: defaultdict[str, list[str]] = defaultdict(list)
    known: dict[str, str] = {}
    for actor in rows(network.actors):
        made = _actor(actor)
        known[actor["actor_id"]] = made["id"]
        objects.append(made)
    found = network.mentions[["doc_id", "actor_id"]].drop_duplicates()
    for doc_id, actor_id in zip(found["doc_id"], found["actor_id"], strict=True):
        if actor_id in known:
            within[doc_id].append(known[actor_id])
    for stated in rows(statements(network)):
        if stated["status"] != NEGATED:
            made = _relationship(stated, known)
            within[stated["doc_id"]].append(made["id"])
            objects.append(made)
    objects += [
        _report(row, within[row["doc_id"]]) for row in rows(network.documents) if within[row["doc_id"]]
    ]
    bundle = stix2.Bundle(objects=objects, id=_id("bundle", *sorted(known)), allow_custom=False)
    path.write_text(bundle.serialize() + "\n", encoding="utf-8", newline="\n")


def _id(kind: str, *parts: str) -> str:
    return f"{kind}--{uuid5(_SPACE, chr(0).join((kind, *parts)))}"


def _time(date: str) -> str:
    """The first moment of a day, month or year."""
    day = f"{date}-01-01"[:10] if len(date) in (4, 7) else date
    return f"{day if len(day) == 10 else _UNDATED}T00:00:00.000Z"


def _actor(actor: dict[str, Any]) -> Any:
    import stix2

    country, when = alpha2(actor["country"]), _time(actor["first_date"])
    dated = {"created": when, "modified": when}
    labels = [one for one in (actor["type"], actor["role"]) if one]
    aliases = ", ".join(printable(one) for one in items(actor["aliases"]) if one != actor["name"])
    told = {"description": f"Also called {aliases}."} if aliases else {}
    name = printable(actor["name"]) or "?"
    if actor["type"] == PLACE:
        where = {"country": country} if country else {"region": name}
        return stix2.Location(
            id=_id("location", actor["actor_id"]), name=name, labels=labels, **where, **told, **dated
        )
    kind = "individual" if actor["type"] in PERSONS else _CLASSES.get(actor["type"], "unspecified")
    roles = {"roles": [printable(one) for one in items(actor["titles"])]} if actor["titles"] else {}
    if country:
        labels.append(f"country:{country}")
    key = _id("identity", actor["actor_id"])
    return stix2.Identity(id=key, name=name, identity_class=kind, labels=labels, **roles, **told, **dated)


def _relationship(stated: dict[str, Any], known: dict[str, str]) -> Any:
    import stix2

    when = _time(stated["date"])
    return stix2.Relationship(
        id=_id("relationship", stated["relation_id"]),
        relationship_type=stated["relation"].replace("_", "-"),
        source_ref=known[stated["source"]],
        target_ref=known[stated["target"]],
        description=printable(stated["evidence"]),
        confidence=round(100 * min(1.0, max(0.0, stated["confidence"]))),
        labels=[stated["status"], f"rule:{stated['rule']}"],
        created=when,
        modified=when,
    )


def _report(document: dict[str, Any], refers: list[str]) -> Any:
    import stix2

    when = _time(document["date"])
    source = {"source_name": printable(document["source"]) or "article", "external_id": document["doc_id"]}
    if document["url"]:
        source["url"] = printable(document["url"])
    return stix2.Report(
        id=_id("report", document["doc_id"]),
        name=printable(document["title"]) or document["doc_id"],
        report_types=["threat-actor"],
        published=when,
        created=when,
        modified=when,
        object_refs=sorted(set(refers)),
        external_references=[source],
    )
