"""What was extracted, kept in Parquet parts by the content of each document, so that it is done but once.

::

    store/
      store.json                    tells that this is a store
      <recipe>/recipe.json          what extracts: pipeline, weights, lexicon, version; its hash is the name
      <recipe>/part-<hash>.parquet  some documents with all that was found in them; the name is its own hash
      lists/<hash>.parquet          which documents an output is made of

A part is written under another name, flushed and renamed, and is never changed. Two runs may use one store at
once: they write different parts, or the same part twice.
"""

from __future__ import annotations

from graphbuild.store.store import Store, is_store

__all__ = ["Store", "is_store"]
