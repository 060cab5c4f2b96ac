"""The pipeline, loaded once for all tests that need one."""

from __future__ import annotations

import os

import pytest
from spacy.language import Language

from graphbuild.extract.models.loading import load


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The bundled pipeline, or the one that the variable ``GRAPHBUILD_MODEL`` names."""
    return load(os.environ.get("GRAPHBUILD_MODEL", ""))
