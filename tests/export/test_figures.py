from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from functools import cache
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from kit.charts.bars import bars
from kit.charts.dispersion import dispersion
from kit.charts.heatmap import heatmap
from kit.export import figures
from kit.export.figures import save

WITHOUT = "No Chromium or Chrome was found: drawn with matplotlib instead"
WAYS = "Use .csv, .html, .json, .pdf, .png, .svg or .xlsx."
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def chart(make_counts):
    return bars(make_counts({"LY": 14, "RU": 4, "XX": 2}))


@pytest.fixture
def no_browser(monkeypatch):
    monkeypatch.setattr(figures, "find_browser", lambda: None)


def svg_texts(path):
    root = ET.parse(path).getroot()  # noqa: S314  # written by ourselves
    assert root.find(f"{SVG}title").text == "الإشارات إلى البلدان"
    assert root.find(f"{SVG}desc").text.startswith("رسم بالأعمدة: ")
    assert root.attrib["lang"] == "ar"
    return ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]


def pdf_text(path):
    pdftotext = shutil.which("pdftotext")
    if pdftotext is None:
        pytest.skip("no pdftotext on PATH")
    found = subprocess.run([pdftotext, path, "-"], capture_output=True, check=True)
    # A PDF holds shapes of letters; their compatibility form is the letters.
    return unicodedata.normalize("NFKC", found.stdout.decode())


@pytest.mark.usefixtures("chromium")
@pytest.mark.browser
def test_a_browser_draws_every_kind_of_picture(chart, tmp_path):
    png = save(chart, tmp_path / "bars.png", width_cm=10, dpi=300)
    with Image.open(png) as image:
        assert image.width == 1181
        assert [round(dots) for dots in image.info["dpi"]] == [300, 300]
        assert image.text["Title"] == chart.title
        assert image.text["Description"] == chart.alt
    texts = svg_texts(save(chart, tmp_path / "bars.svg"))
    assert "ليبيا" in texts
    assert (
        "\N{RIGHT-TO-LEFT ISOLATE}قناة CNN (بالعربية)\N{POP DIRECTIONAL ISOLATE}"
        in (texts)
    )
    text = pdf_text(save(chart, str(tmp_path / "bars.pdf")))
    assert "ليبيا" in text
    assert "روسيا" in text


@pytest.mark.usefixtures("chromium")
@pytest.mark.browser
def test_a_browser_draws_the_cells_of_a_heatmap_as_shapes(make_together, tmp_path):
    numbers = {("RU", "LY"): 12, ("RU", "XX"): 0, ("un", "XX"): 3}
    path = save(heatmap(make_together(numbers)), tmp_path / "heatmap.svg")
    root = ET.parse(path).getroot()  # noqa: S314  # written by ourselves
    texts = ["".join(node.itertext()) for node in root.iter(f"{SVG}text")]
    assert {"12", "3", "ليبيا", "روسيا"} <= set(texts)
    assert "0" not in texts
    assert next(root.iter(f"{SVG}image"), None) is None


@pytest.mark.usefixtures("no_browser")
def test_without_a_browser_matplotlib_draws_and_says_so(chart, tmp_path):
    with pytest.warns(UserWarning, match=WITHOUT):
        png = save(chart, tmp_path / "bars.png", width_cm=10, dpi=300)
    with Image.open(png) as image:
        assert abs(image.width - 1181) <= 1
        assert image.text["Title"] == chart.title
        assert image.text["Description"] == chart.alt
    with pytest.warns(UserWarning, match=WITHOUT):
        assert "ليبيا" in svg_texts(save(chart, tmp_path / "bars.svg"))
    with pytest.warns(UserWarning, match=WITHOUT):
        text = pdf_text(save(chart, tmp_path / "bars.pdf"))
    assert "ليبيا" in text
    assert "روسيا" in text


def test_a_browser_that_fails_is_named_in_the_warning(chart, tmp_path, monkeypatch):
    def failing(path):
        msg = f"cannot start {path}"
        raise OSError(msg)

    monkeypatch.setattr(figures, "find_browser", lambda: "/opt/chrome")
    monkeypatch.setattr(figures, "running", cache(failing))
    message = "The browser '/opt/chrome' failed (OSError: cannot start /opt/chrome)"
    with pytest.warns(UserWarning, match=re.escape(message)) as warned:
        save(chart, tmp_path / "bars.svg")
    assert "\n" not in str(warned[0].message)


@pytest.mark.usefixtures("no_browser")
@pytest.mark.filterwarnings("ignore:No Chromium")
@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf", ".html"])
def test_every_chart_can_be_saved(
    suffix, make_counts, make_positions, make_together, tmp_path
):
    for number, made in enumerate(
        (
            bars(make_counts({})),
            bars(make_counts({"BAD": 1}), language="en"),
            dispersion(make_positions()),
            dispersion(make_positions(("LY", "a", 3), ("BAD", "b", 9))),
            heatmap(make_together({})),
            heatmap(make_together({("BAD", "LY"): 12345, ("$x$", "LY"): 1})),
        )
    ):
        path = save(made, tmp_path / f"{number}{suffix}", width_cm=8, dpi=72)
        assert path.stat().st_size > 1000


def test_a_page_is_saved_whole(chart, tmp_path):
    path = save(chart, tmp_path / "bars.HTML")
    text = path.read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert text.endswith("</html>\n")
    assert [item.name for item in tmp_path.iterdir()] == ["bars.HTML"]


@pytest.mark.filterwarnings("ignore:Replaced")
def test_a_file_that_fails_leaves_the_old_one(chart, tmp_path, monkeypatch):
    path = tmp_path / "bars.html"
    path.write_text("old", encoding="utf-8")

    def full(_, target):
        msg = f"disk full at {target}"
        raise OSError(msg)

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OSError, match="disk full"):
        save(chart, path)
    assert path.read_text(encoding="utf-8") == "old"
    assert [item.name for item in tmp_path.iterdir()] == ["bars.html"]


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        (
            "bars.bmp",
            {},
            f"Cannot save a chart as '.bmp'. {WAYS}",
        ),
        (
            "bars",
            {},
            f"Cannot save a chart as 'bars'. {WAYS}",
        ),
        (
            "bars.png",
            {"width_cm": 0},
            "Cannot save a chart with width_cm=0. Use 6 to 100.",
        ),
        ("bars.png", {"dpi": 9}, "Cannot save a chart with dpi=9. Use 36 to 1200."),
    ],
)
def test_what_cannot_be_saved_says_what_can(chart, tmp_path, name, options, message):
    with pytest.raises(ValueError, match=re.escape(message)):
        save(chart, tmp_path / name, **options)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(chart, tmp_path):
    message = f"No folder '{tmp_path / 'no'}' to save 'bars.png' in. Make it first."
    with pytest.raises(FileNotFoundError, match=re.escape(message)):
        save(chart, tmp_path / "no" / "bars.png")
