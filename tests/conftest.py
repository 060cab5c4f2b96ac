"""Settings of all tests, and the pipeline, loaded once for all tests that need one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from spacy.language import Language

# How long an example takes says nothing on a machine that is busy with other things.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The bundled pipeline, or the one that the variable ``GRAPHBUILD_MODEL`` names."""
    from graphbuild.extract.models.loading import load

    return load(os.environ.get("GRAPHBUILD_MODEL", ""))


@pytest.fixture(scope="session")
def readerless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline of one's own, without a relation reader: the bundled one, less that."""
    from graphbuild.disk.pipelines import described

    folder = described().folder
    assert folder is not None
    place = tmp_path_factory.mktemp("pipelines") / folder.name
    shutil.copytree(folder, place, ignore=shutil.ignore_patterns("reader.*"))
    return place
