"""Both label sets that pipelines have, as a parameter of tests."""

from __future__ import annotations

import pytest

from graphbuild.extract.testing import LABELS

__all__ = ["both"]

both = pytest.mark.parametrize("labels", LABELS)
