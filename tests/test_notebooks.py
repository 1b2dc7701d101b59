from __future__ import annotations

import re
import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from kit.articles.reading import read_articles
from kit.lab.walk import STEPS

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SAMPLE = ROOT / "notebooks" / "data" / "sample_2018.jsonl.gz"
REPLACED = re.compile("[ثذضظغزصطشخ]{2}")  # a word that does not ship
BANNED = ("def ", "class ", "try:", "sys.path", "!pip", "%pip")

each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def code_of(path):
    notebook = nbformat.read(path, as_version=4)
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def lines_of(cell):
    return [line for line in cell.source.splitlines() if line.strip()]


def pictures_of(text):
    """Give (alternative text, address) of the pictures of a Markdown text."""
    return re.findall(r"!\[(.*?)\]\((.+?)\)", text)


def test_the_walk_shows_every_picture_that_is_taken_and_no_other():
    notebook = nbformat.read(NOTEBOOKS[1], as_version=4)
    shown = pictures_of("".join(cell.source for cell in notebook.cells))
    taken = [f"../notebooks/pictures/{step.name}.png" for step in STEPS]
    assert [address for _, address in shown] == taken
    for words, address in shown:
        assert len(words) > 40
        picture = NOTEBOOKS[1].parent / address
        assert picture.stat().st_size < 120_000
        # From the working copy, which stands beside this folder, too.
        assert (ROOT / "workspace" / address).resolve() == picture.resolve()


def test_there_is_a_first_notebook():
    assert NOTEBOOKS[0].name == "01_who_is_in_the_news.ipynb"


def test_the_sample_ships_names_and_no_text():
    articles = read_articles(SAMPLE)
    assert len(articles) == 425
    assert {one.date[:4] for one in articles} == {"2018"}
    assert SAMPLE.stat().st_size < 400_000
    words = [word for one in articles for word in re.findall(r"[^\W_]+", one.text)]
    replaced = sum(bool(REPLACED.fullmatch(word)) for word in words)
    assert replaced > 0.6 * len(words)
    runs = [
        len(run.split())
        for one in articles
        for line in one.text.splitlines()
        for run in re.split(rf"(?<!\w){REPLACED.pattern}(?!\w)", line)
    ]
    assert max(runs) < 30  # those who took part, one after the other


@each_notebook
def test_a_notebook_is_thin(path):
    sizes = [len(lines_of(cell)) for cell in code_of(path)]
    assert sum(sizes) <= 40
    assert max(sizes) <= 12


@each_notebook
def test_a_notebook_holds_calls_and_no_code_of_its_own(path):
    lines = [line.lstrip() for cell in code_of(path) for line in lines_of(cell)]
    assert [line for line in lines if line.startswith(BANNED)] == []


@each_notebook
def test_a_notebook_is_committed_without_outputs(path):
    cells = code_of(path)
    assert [cell.outputs for cell in cells] == [[] for _ in cells]
    assert [cell.execution_count for cell in cells] == [None for _ in cells]


@each_notebook
def test_a_notebook_runs_in_its_own_folder_and_writes_only_figures(path, tmp_path):
    for name in ("notebooks", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    before = files_in(tmp_path)
    folder = tmp_path / "notebooks"
    notebook = nbformat.read(folder / path.name, as_version=4)
    NotebookClient(
        notebook, timeout=120, resources={"metadata": {"path": str(folder)}}
    ).execute()
    written = files_in(tmp_path) - before
    assert {file.parts[:2] for file in written} <= {("notebooks", "figures")}


def files_in(folder):
    return {file.relative_to(folder) for file in folder.rglob("*") if not file.is_dir()}
