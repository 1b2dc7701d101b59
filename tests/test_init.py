import subprocess
import sys

import pytest

import kit


def test_the_public_names_are_sorted_and_complete():
    assert kit.__all__ == [
        "Article",
        "Articles",
        "Breakdown",
        "ByOutlet",
        "Chart",
        "Comparison",
        "Counts",
        "Decision",
        "Decisions",
        "Desk",
        "Filter",
        "Mentions",
        "OverTime",
        "Positions",
        "Reopened",
        "Together",
        "agreement",
        "ambiguous",
        "bars",
        "behind",
        "breakdown",
        "build",
        "bundle",
        "by_outlet",
        "by_story",
        "compare",
        "concordance",
        "corrected",
        "count_lemmas",
        "count_mentions",
        "difference",
        "dispersion",
        "duplicates",
        "find_mentions",
        "heatmap",
        "iter_articles",
        "label",
        "ledger",
        "network",
        "open_corpus",
        "over_time",
        "placements",
        "positions",
        "read_articles",
        "read_decisions",
        "reopen",
        "report",
        "save",
        "save_both",
        "save_decisions",
        "select",
        "slope",
        "stacked",
        "timeline",
        "together",
        "with_and_without",
        "world_map",
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


def test_the_kit_is_imported_without_widgets_or_torch():
    code = "import kit, sys; print(*sorted({*sys.argv[1:]} & {*sys.modules}))"
    heavy = ["IPython", "anywidget", "ipywidgets", "torch"]
    run = [sys.executable, "-c", code, *heavy]
    done = subprocess.run(run, capture_output=True, text=True, check=True)
    assert done.stdout == "\n"
