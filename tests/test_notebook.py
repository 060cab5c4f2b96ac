"""The notebook runs from top to bottom and shows what its text promises."""

import tomllib
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parent.parent / "notebooks"


def _shown(cell):
    """What a cell shows, as plain text."""
    return "\n".join(
        output.get("text", "") + output.get("data", {}).get("text/plain", "") for output in cell["outputs"]
    )


@pytest.fixture(scope="module")
def cells():
    before = sorted(FOLDER.rglob("*"))
    notebook = nbformat.read(FOLDER / "explore.ipynb", as_version=4)
    client = NotebookClient(
        notebook, timeout=None, kernel_name="python3", resources={"metadata": {"path": FOLDER}}
    )
    client.execute()
    assert [path for path in sorted(FOLDER.rglob("*")) if ".ipynb_checkpoints" not in path.parts] == before
    return {cell["source"]: cell for cell in notebook.cells if cell["cell_type"] == "code"}


def _cell(cells, part):
    (found,) = (cell for source, cell in cells.items() if part in source)
    return found


def test_it_is_kept_without_output():
    notebook = nbformat.read(FOLDER / "explore.ipynb", as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells)


def test_readme_and_notebook_say_what_to_install_and_the_extras_bring_it():
    install = 'python -m pip install -e ".[plots,notebook]"'
    notebook = nbformat.read(FOLDER / "explore.ipynb", as_version=4)
    assert install in notebook.cells[0]["source"]
    assert install in (FOLDER.parent / "README.md").read_text("utf-8")
    extras = tomllib.loads((FOLDER.parent / "pyproject.toml").read_text("utf-8"))["project"][
        "optional-dependencies"
    ]
    brought = {needed.partition(">")[0] for needed in extras["plots"] + extras["notebook"]}
    assert {"matplotlib", "jupyterlab", "ipykernel"} <= brought


def test_the_network_shows_itself(cells):
    (output,) = _cell(cells, "gb.build(")["outputs"]
    assert "<iframe" in output["data"]["text/html"]
    assert "srcdoc" in output["data"]["text/html"]


def test_the_tables_have_rows(cells):
    for part in (
        '"n_mentions", "aliases"',
        "stated[[",
        "by_polarity.head",
        "by_polarity.tail",
        "together.sort",
    ):
        assert len(_shown(_cell(cells, part)).splitlines()) > 5


def test_an_edge_leads_to_a_sentence_of_the_seed(cells):
    seed = "".join(path.read_text("utf-8") for path in (FOLDER.parent / "seeds").glob("*.txt"))
    said = [line for line in _shown(_cell(cells, "behind = ")).splitlines() if line.startswith("   said by ")]
    assert said
    assert all(line.partition("]: ")[2] in seed for line in said)


def test_the_plot_and_the_export_are_there(cells):
    assert any("image/png" in output.get("data", {}) for output in _cell(cells, "plt.subplots")["outputs"])
    assert "seed.gexf" in _shown(_cell(cells, "gb.export"))
