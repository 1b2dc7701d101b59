from __future__ import annotations

from matplotlib import font_manager

from kit.charts.fonts import font_files
from kit.charts.matplotlib_renderer import fonts
from kit.labels.fonts import missing_glyphs


def test_every_font_that_draws_has_its_file():
    files = font_files()
    names = [font_manager.get_font(path).family_name for path in files]
    assert names == fonts()
    assert missing_glyphs(["الجيش الوطني CNN (24) «»", "گچپژ ڕڵۆێە"], files) == {}
