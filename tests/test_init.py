import subprocess
import sys

import pytest

import kit


def test_the_public_names_are_sorted_and_complete():
    assert kit.__all__ == [
        "Article",
        "Articles",
        "Chart",
        "Counts",
        "Filter",
        "Mentions",
        "bars",
        "concordance",
        "count_mentions",
        "dispersion",
        "find_mentions",
        "label",
        "positions",
        "read_articles",
        "save",
        "select",
    ]
    assert kit.__all__ == sorted(kit.__all__)


def test_nothing_else_is_exported():
    # What `import kit` binds besides its own subpackages and modules.
    bound = {
        name
        for name, value in vars(kit).items()
        if not name.startswith("_") and type(value).__name__ != "module"
    }
    assert bound == set(kit.__all__)


@pytest.mark.parametrize("name", kit.__all__)
def test_every_public_name_is_documented(name):
    assert (getattr(kit, name).__doc__ or "").strip()


@pytest.mark.parametrize("package", ["anywidget", "ipywidgets", "torch"])
def test_the_kit_is_imported_without(package):
    code = f"import kit, sys; sys.exit({package!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
