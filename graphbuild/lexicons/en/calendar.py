"""Months, days and counts, and the form of an expression of time."""

from __future__ import annotations

import re

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
"""First three letters of the months."""
MONTH_ENDINGS = ("y", "h", "l", "e", "t", "r")
"""Last letter of a month that is written out."""
WEEKDAYS = "mon tue wed thu fri sat sun".split()
"""First three letters of the days."""
NUMBERS = {
    word: n
    for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
} | {"a": 1, "an": 1}
"""What may count days, weeks, months and years, beside digits."""
STEPS = {"last": -1, "next": 1, "coming": 1}
"""From the article's own week, month or year."""
DEICTIC = frozenset({*STEPS, "this"})
AHEAD = frozenset("next coming".split())
NEIGHBOURING_DAYS = {"yesterday": -1, "tomorrow": 1}
SAME_DAY = frozenset("today tonight morning afternoon evening night".split())
CALENDAR_UNITS = frozenset("month year".split())

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d:.,]*\d)"
_YEAR = r"(?<![\d.,$€£])(?<!\d-)(?:1[5-9]|20|21)\d\d(?!\d|[.,:/-]\d|s\b|’s\b|'s\b)"
_WEEKDAY = (
    r"(?<!Black\s)(?<!Good\s)(?<!Bloody\s)(?<!every\s)(?<!each\s)(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)
_PART = r"(?:\s+(?:morning|afternoon|evening|night)\b)?(?!\s+(?:mornings|afternoons|evenings|nights))"
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
_UNIT = r"(?:days?|weeks?|months?|years?)"
EXPRESSION = re.compile(
    rf"""
    \b (?: (?P<before> (?i: since|until|till|before|after|from|between|through|for|within|past|of|to|in|on|at
        |by|during|over|throughout|around|about|as\ (?:early|late|recently)\ as ) ) \s+ )?
    (?P<outer> (?: (?i: the ) \s+ )? (?i: end|beginning|start|middle|spring|summer|autumn|fall|winter|night
        |morning|evening|afternoon|(?:first|second|third|fourth|last)\ (?:half|quarter) ) \s+ (?: of \s+ )? )?
    (?: (?i: the ) \s+ )?
    (?P<stage> (?i: early|mid|late ) [ -] )?
    (?P<core>
        \d{{4}}-\d\d-\d\d (?!\d)
      | (?: {_WEEKDAY}{_PART} ,? \s+ (?: (?i: the ) \s+ )? )?
        (?: {_DAY} \s+ (?: of \s+ )? {_MONTH} \b (?: ,? \s+ {_YEAR} )?
          | {_MONTH} \s+ {_DAY} (?: ,? \s+ {_YEAR} )? )
      | {_MONTH} ,? \s+ (?: of \s+ )? {_YEAR}
      | \b (?<!\bthe\ ) (?<!\bThe\ ) (?i: last|next|this|coming ) \s+
        (?: {_WEEKDAY}{_PART} | {_MONTH}\b
          | (?i: weekend|week|month|year|morning|afternoon|evening|night ) \b )
      | {_WEEKDAY}{_PART}
      | \b (?i: {_COUNT} ) \s+ (?i: {_UNIT} ) \s+ ago \b
      | (?<=\b[Ii]n\ ) (?i: {_COUNT} ) \s+ (?i: {_UNIT} ) \b
      | \b (?i: yesterday|today|tonight|tomorrow ) \b
      | \b {_MONTH} (?![\w-])
      | {_YEAR}
      | \b (?i: weekend ) \b
    )
    """,
    re.VERBOSE,
)
"""An expression of time: the word before (``before``), what it is part of (``outer``, ``stage``), and itself
(``core``)."""

UNIT_ALONE = "weekend"
"""Without "last" or "next", a date all the same."""

# What a sentence must have, for a quick look before the expression is tried
MONTHS_AND_DAYS = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December Jan Feb Aug Sep Sept Oct Nov Dec Jan. Feb. Aug. Sep. Sept. Oct. Nov.
    Dec.
    """.split()
)
RELATIVE_DAYS = frozenset("yesterday today tonight tomorrow weekend".split())
UNITS = frozenset("morning afternoon evening night day days week weeks month months year years".split())
UNIT_COMPANIONS = frozenset("last next this coming ago in".split())
"""What a unit needs beside it."""

# The word before
UNBOUNDED = frozenset(
    "since until till before after from between through for within past to around about".split()
)
"""Before a date at which the event did not take place, but by which it is bounded."""
STRESSED = frozenset({"as early as", "as late as", "as recently as"})
AT_A_TIME = frozenset("in during by of throughout over".split()) | STRESSED
"""What a month or a year alone must follow."""
