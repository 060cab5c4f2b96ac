"""The crossing from records to tables, and the schemas of the tables.

The tables are a public contract: their columns, order and types are those of `SCHEMAS`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from graphbuild.errors import TableError
from graphbuild.records import Actor, Extraction, Merge

__all__ = ["SCHEMAS", "actors_table", "check", "documents_table", "mentions_table", "merges_table", "relations_table"]

_LIST = " | "

SCHEMAS: dict[str, dict[str, str]] = {
    "documents": {
        "doc_id": "str", "title": "str", "date": "str", "source": "str", "url": "str", "path": "str",
        "characters": "int", "sentences": "int", "story_id": "str",
    },
    "mentions": {
        "mention_id": "str", "doc_id": "str", "sentence": "int", "start": "int", "end": "int", "text": "str",
        "label": "str", "kind": "str", "antecedent": "str", "actor_id": "str",
    },
    "actors": {
        "actor_id": "str", "name": "str", "type": "str", "role": "str", "country": "str", "titles": "str",
        "aliases": "str", "n_mentions": "int", "n_documents": "int", "first_date": "str", "last_date": "str",
    },
    "relations": {
        "relation_id": "str", "doc_id": "str", "sentence": "int", "date": "str", "kind": "str", "source": "str",
        "source_name": "str", "target": "str", "target_name": "str", "relation": "str", "verb": "str",
        "plover": "str", "polarity": "float", "status": "str", "speaker": "str", "speaker_name": "str",
        "rule": "str", "confidence": "float", "source_mention": "str", "target_mention": "str",
        "start": "int", "end": "int", "verb_start": "int", "verb_end": "int", "evidence": "str",
    },
    "edges": {
        "edge_id": "str", "source": "str", "source_name": "str", "target": "str", "target_name": "str",
        "kind": "str", "relation": "str", "weight": "int", "n_relations": "int", "n_documents": "int",
        "n_stories": "int", "polarity": "float", "association": "float", "q_value": "float",
        "first_date": "str", "last_date": "str",
    },
    "merges": {"alias": "str", "actor_id": "str", "rule": "str", "count": "int"},
}  # fmt: skip
