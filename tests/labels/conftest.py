"""Every path drawn once, for all tests."""

from __future__ import annotations

from types import SimpleNamespace

import drawing_paths as paths
import label_readers as readers
import matplotlib as mpl
import pytest
from harfbuzz_reference import FONT
from PIL import ImageFont
from playwright.sync_api import sync_playwright

from kit.charts.pdf_text import searchable
from kit.export.browser import Browser

FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


@pytest.fixture(scope="session")
def without_browser():
    """What Pillow and matplotlib draw and leave as text."""
    raqm, basic = ImageFont.Layout.RAQM, ImageFont.Layout.BASIC
    texts = paths.labelled("matplotlib")
    pdf = paths.with_matplotlib(texts, "pdf")
    png = paths.opened(paths.with_matplotlib(texts, "png"))
    pictures = {
        "Pillow, raqm": paths.with_pillow(paths.labelled("pillow"), raqm),
        "basic": paths.with_pillow(paths.labelled("basic"), basic),
        "matplotlib, png": paths.rows(png),
        "matplotlib, pdf": paths.pdf_picture(pdf),
    }
    texts = {"docx": readers.docx_texts(), "xlsx": readers.xlsx_texts()}
    with mpl.rc_context({"pdf.compression": 0}):
        mended = searchable(paths.with_matplotlib(paths.labelled("matplotlib"), "pdf"))
    texts |= read("matplotlib pdf", pdf) | read("mended pdf", mended)
    return SimpleNamespace(pictures=pictures, texts=texts)


@pytest.fixture(scope="session")
def by_browser(chromium, tmp_path_factory):
    """What a Chromium draws that has the font of the reference and no other."""
    folder = tmp_path_factory.mktemp("labels")
    config = folder / "fonts.conf"
    config.write_text(
        FONTS.format(fonts=FONT.parent, cache=folder / "cache"), encoding="utf-8"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FONTCONFIG_FILE", str(config))
        figure = paths.with_plotly(paths.labelled("plotly")).to_plotly_json()
        kaleido = Browser(str(chromium))
        png, svg, pdf = (
            kaleido.picture(figure, suffix, 1) for suffix in (".png", ".svg", ".pdf")
        )
        kaleido.close()
        pictures, page_texts = photographed(chromium, folder, svg)
    pictures |= {
        "plotly, png": paths.rows(paths.opened(png)),
        "plotly, pdf": paths.pdf_picture(pdf),
    }
    texts = {"plotly svg": readers.svg_texts(svg), "page": page_texts}
    return SimpleNamespace(pictures=pictures, texts=texts | read("plotly pdf", pdf))


def photographed(chromium, folder, svg):
    """Photograph what stands on screens, all in one browser."""
    pictures = {}
    own = paths.with_svg(paths.labelled("svg"))
    outlines = paths.with_matplotlib(paths.labelled("matplotlib"), "svg")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-background-networking"],
        )
        screen = paths.Screen(browser, folder)
        pictures["plotly, svg"] = screen.svg(svg)
        pictures["own svg"] = screen.svg(own)
        pictures["matplotlib, svg"] = screen.svg(outlines)
        pictures["plotly, screen"], pictures["plotly, hover"] = screen.plotly()
        pictures["page"], texts = screen.kit_page()
        browser.close()
    return pictures, texts


def read(name, pdf):
    return {
        f"{name}, pdfium": readers.read_by_pdfium(pdf),
        f"{name}, pypdf": readers.read_by_pypdf(pdf),
        f"{name}, pdftotext": readers.read_by_pdftotext(pdf),
    }
