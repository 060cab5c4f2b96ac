"""Words that the end of a line divides, made whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

__all__ = ["undivided"]

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_DIVIDED = re.compile(r"(?<![\w.'’-])([\w.'’-]*\w)([-‐‑\u00ad])\Z")
_GOES_ON = re.compile(r"[^\W_][\w'’]*")
_HANGING = re.compile(r"(?:and|or|to)\b")
# Words and endings that English writes with a hyphen before or after them.
_FIRST = frozenset(
    """
    all anti co counter cross ex far first half hard high ill inter left long low mid multi near new non north
    north-east north-west old one post pre pro quasi right self semi short single so south south-east
    south-west then two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy
    eighty ninety under vice well
    """.split()
)
_LAST = frozenset(
    """
    affiliated aligned appointed backed based born born built called century controlled day dominated elect
    educated financed free friendly funded general government hour in-law key language led level like linked
    long made member minded minute month occupied old out owned party range rank ranking related ridden run
    scale sponsored state strong style supported term time trained week wide winning year
    """.split()
)
_SHORTEST = 3


def undivided(lines: Sequence[str]) -> list[str]:
    """Lines of prose, two with a word between them joined to one.

    A soft hyphen always goes. A hyphen at the end of a line stays where the text itself writes the word with
    it elsewhere, before a capital or a figure, and where English joins such words with one ("US-backed",
    "vice-president", "long-term"); else it was set because the line was full, and goes. Two words that the
    text has apart ("border-guard") keep it too, unless it also has them as one.

    Parameters
    ----------
    lines : sequence of str

    Returns
    -------
    list of str
        As many; one that was joined to the line above is empty.

    Examples
    --------
    >>> undivided(["The pro-", "Russian militia of Mol-", "dova left."])
    ['The pro-Russian militia of Moldova left.', '', '']
    """
    known = {word.casefold() for line in _inner(lines) for word in _WORD.findall(line)}
    whole = list(lines)
    last = 0  # the line that others are joined to
    for n in range(1, len(whole)):
        ends = _DIVIDED.search(whole[last])
        goes_on = _GOES_ON.match(whole[n])
        if ends and goes_on and not _HANGING.match(whole[n]):  # "pre- and post-war" is whole
            hyphen = "" if _set_in(ends[1], ends[2], goes_on[0], known) else "-"
            whole[last] = f"{whole[last][: ends.start(2)]}{hyphen}{whole[n]}"
            whole[n] = ""
        else:
            last = n
    return whole


def _inner(lines: Sequence[str]) -> Iterator[str]:
    """The lines without the parts of divided words at their ends."""
    divided = False
    for line in lines:
        inner = line.partition(" ")[2] if divided else line
        divided = bool(_DIVIDED.search(line))
        yield inner.rpartition(" ")[0] if divided else inner


def _set_in(first: str, mark: str, last: str, known: set[str]) -> bool:
    """Whether a hyphen between two parts only tells that the line was full."""
    a, b = first.casefold(), last.casefold()
    if mark == "\u00ad":
        return True
    if not last[0].islower() or f"{a}-{b}" in known:
        return False
    if a + b in known:
        return True
    tail = a.rpartition("-")[2]
    compound = tail in _FIRST or b in _LAST or (first.isupper() and len(first) > 1) or not tail.isalpha()
    apart = min(len(tail), len(b)) >= _SHORTEST and {tail, b} <= known
    return not compound and not apart
