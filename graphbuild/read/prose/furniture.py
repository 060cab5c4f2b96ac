"""Lines of a news text that are not prose, and must not become sentences.

Each rule below is a small function from a line to yes or no, and looks at the whole line: what is mere
part of a line of prose stays prose. A rule says yes only if the line is accounted for from end to end (a
label and dates, "By" and names, words of a share bar) or opens with a formula that prose does not open
with ("Read more:"), and not if it could be the headline, so that at worst some furniture is read as
prose. Below the heading of a list of other stories ("Most read") headlines are furniture too, up to a line
that ends like a sentence. The one span inside a line is the agency in a dateline, ``BEIRUT (Reuters) -
...``; its place stays prose.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from graphbuild.read.prose.bylines import ENTRY, NAME_LINKS, POSTS, byline, named, stamp
from graphbuild.read.prose.lines import Line, lines, merged
from graphbuild.read.prose.posts import post_marks

__all__ = ["furniture"]

_LONGEST_LINE = 300
_LONGEST_SHARE = 80
_LONGEST_HEADLINE = 160
_STOPS = (".", "!", "?")

_CREDIT = re.compile(
    r"(?:(?:additional|with|this\s+(?:article|story|report)\s+was)\s+)?"
    r"(?:report(?:ing|ed)|writ(?:ing|ten)|edit(?:ing|ed)|compiled|translated)\s+by\s",
    re.IGNORECASE,
)
_CREDIT_WORDS = (
    NAME_LINKS
    | POSTS
    | set("by reporting reported writing written editing edited additional compiled translated".split())
    | set("this article story report was".split())
)
_CAPTION = re.compile(
    r"(?:photo|photograph|photos|image|picture|video|source)(?:\s+(?:credit|source|by|courtesy(?:\s+of)?))?\s*:"
    r"|image\s+(?:source|copyright),",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"copyright\s*(?:©|\(c\)|:|\d{4})|(?:©|\(c\))\s*(?:copyright|\d{4})|©", re.IGNORECASE)
_COPYRIGHT_WORDS = NAME_LINKS | {"by", "all", "rights", "reserved", "its", "or"}
_RESERVED = re.compile(
    r"all\s+rights\s+reserved\b|this\s+material\s+may\s+not\s+be\s+published\b", re.IGNORECASE
)
_POINTER = re.compile(
    r"\W*(?:read\s+(?:more|also|next|on)|also\s+read|see\s+also"
    r"|more\s+(?:on\s+this(?:\s+story)?|from\s[^:.]{1,40})"
    r"|related(?:\s+(?:story|stories|articles?|coverage|topics?|links?|news))?|recommended(?:\s+for\s+you)?"
    r"|watch(?:\s+(?:also|more|now))?|listen|don['’]t\s+miss)\s*[:|»>]\s*\S",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:length|word\s+count|reading\s+time|section|byline|authors?|language|publication|edition|tags?|keywords?"
    r"|topics?|categor(?:y|ies)|filed\s+under|posted\s+in|media\s+type|e-?mail|contact)\s*:\s*\S"
    r"|\d+\s*-?\s*min(?:ute)?s?\s+read\Z",
    re.IGNORECASE,
)
_PHRASES = frozenset(
    phrase.strip()
    for phrase in """
    advert; advertisement; advertising; ad; ads; sponsored; sponsored content; paid content; promoted;
    promoted content; story continues below; story continues below advertisement; article continues below;
    article continues below advertisement; article continues after advertisement; continue reading; continue
    reading below; continue reading the main story; advertisement - scroll to continue; skip to content;
    skip to main content; skip advertisement; skip ad; back to top; top of page; menu; home; search; share
    this article; share this story; share this page; share this post; share this with; share article; click
    to share; print this page; print this article; copy url; save; save article; save for later; bookmark;
    listen to article; listen to this article; sign up; sign in; log in; login; register; register now;
    subscribe; subscribe now; subscribe to our newsletter; sign up for our newsletter; sign up to our
    newsletter; newsletter; newsletters; related; related stories; related articles; related topics; related
    content; related news; related coverage; related links; read more; read more about; read next; read
    also; see also; more on this story; more from; more stories; more news; most read; most popular; most
    viewed; trending; trending now; recommended; recommended for you; you may also like; you might also
    like; what to read next; editors' picks; editor's picks; top stories; latest news; view more; show more;
    see more; load more; view all; see all; comment; comments; leave a comment; leave a reply; post a
    comment; add a comment; view comments; show comments; join the conversation; accept cookies; cookie
    policy; privacy policy; terms of use; terms of service; terms and conditions; about us; contact us; view
    image in fullscreen; image caption; media caption; play video; watch live; photo gallery; click here to
    read more; click here for more; tags; topics; end; ends; end of document; end of article; more; our
    standards: the thomson reuters trust principles
    """.split(";")
)
_OTHER_STORIES = frozenset(
    phrase.strip()
    for phrase in """
    related; related stories; related articles; related content; related news; related coverage; related
    links; related reading; related posts; read more; read next; read also; also read; see also; more on
    this; more on     this story; more on this topic; more like this; more from; more stories; more news;
    other stories; most read; most popular; most viewed; most shared; most watched; trending; trending now;
    trending stories; popular; popular now; popular stories; recommended; recommended for you; recommended
    stories; recommended reading; you may also like; you might also like; you may also be interested in; what
    to read next; up next; editors'     picks; editor's picks; editor's choice; editors' choice; top stories;
    latest news; latest stories; latest; in other news; from around the web; around the web; don't miss; must
    read; must reads; further reading
    """.split(";")
)
_MORE_FROM = re.compile(
    r"(?:more|latest|most\s+(?:read|popular))\s+(?:from|in|on|about)\s+[^.!?]{1,40}", re.IGNORECASE
)
_SHARE_NAMES = frozenset(
    """
    share tweet facebook twitter whatsapp linkedin instagram telegram reddit pinterest messenger email
    e-mail print flipboard youtube tiktok rss bluesky threads
    """.split()
)
_SHARE_WORDS = _SHARE_NAMES | set("x on via this follow us to and link copy mail shares".split())
_ADDRESS = re.compile(
    r"(?:(?:https?|file)://\S+|www\.\S+|@?[^\s@]+@[^\s@]+\.\w+|[@#]\w+|\S*(?:%[0-9a-f]{2}|[?&]\w+=)\S*)\Z",
    re.IGNORECASE,
)
_PAGE = re.compile(r"page\s+\d+(?:\s*(?:of|/)\s*\d+)?|[-–—]\s*\d+\s*[-–—]|\d+\s+of\s+\d+", re.IGNORECASE)
_CRUMB = re.compile(r"\s*[|>›»•·]\s*")
_AGENCY = re.compile(
    r"[^()\n]{0,60}?(\((?:AP|AFP|Reuters|UPI|dpa|DPA|EFE|ANSA|PTI|ANI|IANS|IRNA|SANA|TASS|Interfax|Xinhua|Kyodo"
    r"|Yonhap|Anadolu|AA|WAM|KUNA|PANA|IPS|Bloomberg|CNN|BBC|VOA|Thomson Reuters Foundation)\))\s*[-–—]"
)


def furniture(text: str, *, titled: bool = False) -> tuple[tuple[int, int], ...]:
    """Spans of a news text that are not prose.

    These are lines of dates ("Published: 6 August 2019 Updated:"), bylines above the first paragraph,
    credits, copyright notices, share bars and advertisement marks, pointers to other articles ("Read
    more: ..."), fields of press archives ("Length: 345 words"), lone addresses, breadcrumbs, page numbers
    and rulers; the agency in a dateline; the times of a live blog's entries; and the marks of posts on
    networks (`graphbuild.read.prose.posts`).

    Parameters
    ----------
    text : str
    titled : bool
        Whether the title is known from elsewhere. If not, the first line may be the headline, and
        "Watch: minister quits" is not taken for furniture there, nor "By Ada Holm", unless the first
        paragraph follows at once.

    Returns
    -------
    tuple of (int, int)
        Sorted and apart.

    Examples
    --------
    >>> text = "Minister quits\\n\\nBy Ada Holm\\nPublished: Updated:\\n\\nNorland's minister quit on Monday."
    >>> [text[start:end] for start, end in furniture(text)]
    ['By Ada Holm', 'Published: Updated:']
    """
    found = []
    every = lines(text)
    above_body, listed = True, False
    for number, line in enumerate(every):
        headline = not number and not titled
        rules: tuple[Callable[[str], bool], ...] = _SURE if headline else _SURE + _LIKELY
        if above_body and (not headline or any(map(_is_body, every[1:2]))):
            rules += (byline,)
        listing = (number > 0 or titled) and _other_stories(line.text)
        listed = listing or (listed and _headline(line.text))
        if listed or (len(line.text) <= _LONGEST_LINE and any(rule(line.text) for rule in rules)):
            found.append((line.start, line.end))
            continue
        above_body = above_body and not _is_body(line)
        agency = _AGENCY.match(line.text)
        if agency:
            found.append((line.start + agency.start(1), line.start + agency.end(1)))
    return merged([*found, *_entries(every), *post_marks(text)])


def _entries(every: list[Line]) -> list[tuple[int, int]]:
    """The times at which the entries of a live blog begin: "10:32 Norland won", if there are several."""
    found = [(line.start, line.start + match.end()) for line in every if (match := ENTRY.match(line.text))]
    return found if len(found) > 1 else []


def _is_body(line: Line) -> bool:
    """Past a line like this one the article has begun, and bylines are over."""
    return len(line.text) > 160 or (len(line.text) > 60 and line.text.rstrip("\"'”’)»]").endswith(_STOPS))


def _other_stories(line: str) -> bool:
    """Say yes to "Related stories", "Most read:", "More from Norland"."""
    plain = _plain(line)
    return plain in _OTHER_STORIES or bool(_MORE_FROM.fullmatch(plain))


def _headline(line: str) -> bool:
    """Say yes to "- Norland sues Sudland", and no to what ends like a sentence."""
    return len(line) <= _LONGEST_HEADLINE and not line.rstrip("\"'”’)»]").endswith(_STOPS)


def _copyright(line: str) -> bool:
    """Say yes to "© 2019 Norland Times" and "Copyright 2019 Norland Press. All rights reserved."."""
    start = _COPYRIGHT.match(line)
    first = line[start.end() :].split(". ")[0] if start else ""
    return bool(_RESERVED.match(line) or (start and named(first, _COPYRIGHT_WORDS)))


def _share(line: str) -> bool:
    """Say yes to "Facebook Twitter WhatsApp", "Advertisement", "Sign up for our newsletter"."""
    if len(line) > _LONGEST_SHARE:
        return False
    plain = _plain(line)
    words = set(re.findall(r"[\w-]+", plain))
    return plain in _PHRASES or (words <= _SHARE_WORDS and bool(words & _SHARE_NAMES))


def _plain(line: str) -> str:
    """The words of a line in lower case, without the marks around them."""
    return " ".join(line.casefold().replace("’", "'").split()).strip(" .:!|-–—*#()[]<>»›▼↓→")


def _address(line: str) -> bool:
    """Say yes to "https://norland.example/1", "ada@norland.example", "@adaholm #norland", "&page=2"."""
    return all(_ADDRESS.match(part.strip("()<>,;|")) for part in line.split())


def _page(line: str) -> bool:
    """Say yes to "Page 3 of 10", "- 3 -"."""
    return bool(_PAGE.fullmatch(line))


def _ruler(line: str) -> bool:
    """Say yes to "* * *" and "-----", where there is no letter and no digit."""
    return not any(character.isalnum() for character in line)


def _credit(line: str) -> bool:
    """Say yes to "(Reporting by Ada Holm; Editing by Per Dahl)", "Photo: Ada Holm / Norland Press"."""
    inner = line.strip("()[] ")
    caption = _CAPTION.match(inner)
    if caption:
        return inner.count(" ") < 8 and named(inner[caption.end() :], NAME_LINKS | {"via"})
    return bool(_CREDIT.match(inner)) and named(inner, _CREDIT_WORDS)


def _pointer(line: str) -> bool:
    """Say yes to "Read more: Norland sues Sudland", "RELATED | What we know"."""
    return bool(_POINTER.match(line)) and not (line.endswith(_STOPS) and line.count(" ") > 8)


def _field(line: str) -> bool:
    """Say yes to "Length: 345 words", "Tags: Norland, trade", "3 min read"."""
    return bool(_FIELD.match(line)) and not line.endswith(_STOPS)


def _crumbs(line: str) -> bool:
    """Say yes to "Home > World > Norland", "News | Sport | Weather"."""
    parts = _CRUMB.split(line)
    return len(parts) > 2 and all(p and p.count(" ") < 4 and not p.endswith(_STOPS) for p in parts)


_SURE = (stamp, _copyright, _share, _address, _page, _ruler)
_LIKELY = (_credit, _pointer, _field, _crumbs)
