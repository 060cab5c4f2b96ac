"""Processes in which a document does what a word of its text says."""

import pytest

HARM = """
import os, sys, time, types

def extract(documents, nlp, **options):
    for document in documents:
        print("what a library prints")
        if "fails" in document.text:
            raise ValueError("no such head")
        if "dies" in document.text:
            os._exit(9)
        if "hangs" in document.text:
            time.sleep(120)
        if "runs away" in document.text:
            while True:
                pass
        yield Extraction(document, ((0, len(document.text)),), (), ())

def stand_in(name, **parts):  # for modules whose libraries take seconds to load
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(parts, __path__=[])

stand_in("graphbuild.extract", extract=extract)
stand_in("graphbuild.extract.models")
stand_in("graphbuild.extract.models.loading", load=lambda model: None)
from graphbuild.engines.worker import _main
from graphbuild.records import Extraction
_main()
"""


@pytest.fixture
def harmed(tmp_path, monkeypatch):
    """Processes that do what the word of a text says."""
    program = tmp_path / "harm.py"
    program.write_text(HARM)
    monkeypatch.setattr("graphbuild.engines.pool._PROGRAM", (str(program),))
    return program
