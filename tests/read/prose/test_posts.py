"""Marks of posts: what is no word of a sentence goes, what is one stays."""

import pytest

from graphbuild.read.prose.lines import blanked, merged
from graphbuild.read.prose.posts import post_marks


@pytest.mark.parametrize(
    ("post", "left"),
    [
        ("RT @adaholm: Norland sued Sudland.", "Norland sued Sudland."),
        ("So much for that! MT @per_dahl: Norland won", "So much for that! Norland won"),
        ("Police hold Ada Holm. #FreeHolm", "Police hold Ada Holm."),
        ("#Norland sued #Sudland over ships", "Norland sued Sudland over ships"),
        ("Norland won again #norland #ships #win", "Norland won again"),
        ("3/ THREAD: Norland sued Sudland.", "Norland sued Sudland."),
        ("2/9 Sudland paid. RT if you agree", "Sudland paid."),
        (
            "BREAKING: Norland sued Sudland \U0001f621 #ships https://n.example",
            "Norland sued Sudland \U0001f621 https://n.example",
        ),
    ],
)
def test_marks_of_posts_go(post: str, left: str) -> None:
    assert blanked(post, merged(post_marks(post))).split() == left.split()


@pytest.mark.parametrize(
    "text",
    [
        "RT, a broadcaster, sued Norland.",
        "Ada Holm of RT met @perdahl in May.",
        "Norland is #1 and won 3/4 of the votes; C# is a language.",
        "In a thread: he said so. Breaking: a habit.",
    ],
)
def test_words_that_look_like_them_stay(text: str) -> None:
    assert post_marks(text) == []
