"""The page that these tests open."""

import news
import pytest

from graphbuild.views.explorer import explorer


@pytest.fixture(scope="session")
def html():
    return explorer(*news.news(), title="Red Valley press")


@pytest.fixture
def page(open_page, html):
    return open_page(html)
