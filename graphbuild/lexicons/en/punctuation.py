"""Marks of writing."""

from __future__ import annotations

WORD_HYPHENS = frozenset("-‑")
HYPHENS = WORD_HYPHENS | {"‐"}
COMPOUND_HYPHENS = WORD_HYPHENS | {"–"}
"""Also the dash that some writers put inside a compound: "US–led"."""
CLOSING_QUOTE = {"“": "”", "«": "»", "„": "“"}
"""The mark that ends what an opening mark begins; ``\"`` and ````` are their own."""
OPENING_QUOTES = frozenset({*CLOSING_QUOTE, '"', "``"})
QUOTATION_MARKS = frozenset('“”"«»„‟')
PHRASE_BREAKS = frozenset({",", ";", ":", "(", "—", "–", "“", '"'})
"""Not inside a noun phrase, to the left of its head."""
PHRASE_MARKS = frozenset({"-", "(", '"', "“", "'"})
"""Stripped from the front of a noun phrase."""
PHRASE_ENDS = frozenset(", . ; : ) ” \" '' – — -".split())
"""Right after a noun phrase that is complete."""
AROUND_NAMES = frozenset({"'s", "’s", "'", "’", ",", ".", "”", '"', "-", ")", "(", ":", ";", "--", "s"})
BEFORE_NAMES = frozenset({"“", '"', "‘", "'", "-", "("})
QUESTION_MARKS = frozenset({"?", "?!", "!?", "??"})
AROUND_QUESTIONS = frozenset({*QUOTATION_MARKS, "''", "'", "’", ")", "]", "!"})
"""What may follow the mark of a question."""
