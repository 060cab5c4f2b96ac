"""The notebooks run from top to bottom and show what their texts promise."""

import tomllib
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parent.parent / "notebooks"
NAMES = sorted(path.name for path in FOLDER.glob("*.ipynb"))
ONE, TIME, TOOLS = "1_one_story.ipynb", "2_over_time.ipynb", "3_other_tools.ipynb"
LARGEST = 1_500_000  # bytes of what a cell shows: the page, of which 1,100,000 are its script


def _shown(cell):
    """What a cell shows, as plain text."""
    return "\n".join(
        output.get("text", "") + output.get("data", {}).get("text/plain", "") for output in cell["outputs"]
    )


def _pictures(cell):
    return ["image/png" in output.get("data", {}) for output in cell["outputs"]]


@pytest.fixture(scope="module")
def run():
    """The code cells of a notebook that was run, by their source; each is run once."""
    done = {}

    def cells(name):
        if name not in done:
            before = sorted(FOLDER.rglob("*"))
            notebook = nbformat.read(FOLDER / name, as_version=4)
            where = {"metadata": {"path": FOLDER}}
            NotebookClient(notebook, timeout=None, kernel_name="python3", resources=where).execute()
            left = [path for path in sorted(FOLDER.rglob("*")) if ".ipynb_checkpoints" not in path.parts]
            assert left == before
            done[name] = {c["source"]: c for c in notebook.cells if c["cell_type"] == "code"}
        return done[name]

    return cells


def _cell(cells, part):
    (found,) = (cell for source, cell in cells.items() if part in source)
    return found


def test_there_are_the_three_that_the_readme_names():
    readme = (FOLDER.parent / "README.md").read_text("utf-8")
    assert NAMES == [ONE, TIME, TOOLS]
    assert all(f"notebooks/{name}" in readme for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_kept_without_output_and_says_what_to_install(name):
    notebook = nbformat.read(FOLDER / name, as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells)
    install = 'python -m pip install -e ".[plots,notebook]"'
    assert install in notebook.cells[0]["source"]
    assert install in (FOLDER.parent / "README.md").read_text("utf-8")
    extras = tomllib.loads((FOLDER.parent / "pyproject.toml").read_text("utf-8"))["project"][
        "optional-dependencies"
    ]
    brought = {needed.partition(">")[0] for needed in extras["plots"] + extras["notebook"]}
    assert {"matplotlib", "jupyterlab", "ipykernel"} <= brought


@pytest.mark.parametrize("name", NAMES)
def test_it_runs_and_what_it_shows_is_small(run, name):
    sizes = [len(str(cell["outputs"])) for cell in run(name).values()]
    assert all(size < LARGEST for size in sizes if size), sizes


def test_a_network_shows_itself(run):
    (output,) = _cell(run(ONE), 'gb.build("../seeds")\nnet')["outputs"]
    assert "<iframe" in output["data"]["text/html"]
    assert "srcdoc" in output["data"]["text/html"]


def test_the_tables_of_one_story_have_rows(run):
    for part in (
        '"n_mentions", "aliases"',
        "stated[[",
        "by_polarity.head",
        "by_polarity.tail",
        "together.sort",
    ):
        assert len(_shown(_cell(run(ONE), part)).splitlines()) > 5


def test_an_edge_leads_to_a_sentence_of_the_seed(run):
    seed = "".join(path.read_text("utf-8") for path in (FOLDER.parent / "seeds").glob("*.txt"))
    shown = _shown(_cell(run(ONE), "behind = ")).splitlines()
    said = [line for line in shown if line.startswith("   said by ")]
    assert said
    assert all(line.partition("]: ")[2] in seed for line in said)


def test_corrections_are_applied_and_replayed(run):
    assert _shown(_cell(run(ONE), "corrections=mine")).split("\n")[:2] == [
        "drop - applied",
        "rename - applied",
    ]
    assert "gone: True" in _shown(_cell(run(ONE), "gone = "))
    assert "(as I call it)" in _shown(_cell(run(ONE), "gone = "))


def test_there_are_plots(run):
    for name in (ONE, TIME):
        assert any(_pictures(_cell(run(name), "plt.subplots")))


def test_the_quarrel_turns_in_april(run):
    cells = run(TIME)
    assert "Meridian Lines" in _shown(_cell(cells, "course = "))
    changes = _shown(_cell(cells, '"changes")')).splitlines()
    assert any("Dockworkers Union" in line and "tone" in line and "2025-04" in line for line in changes)
    turned = _shown(_cell(cells, "gb.diff(")).splitlines()
    assert any(
        "turned" in line and "Dockworkers Union" in line and "Meridian Lines" in line for line in turned
    )


def test_what_other_tools_get_is_read_again(run):
    cells = run(TOOLS)
    assert "graph.gexf:" in _shown(_cell(cells, '"graph.gexf")\ngraph = '))
    assert "stand as arranged" in _shown(_cell(cells, "positions=folder"))
    assert ":ID(Actor)" in _shown(_cell(cells, "neo4j = "))
    assert "Person" in _shown(_cell(cells, "schema"))
    assert "country" in _shown(_cell(cells, "sqlite3"))
