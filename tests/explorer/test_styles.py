from __future__ import annotations

import re

from kit.explorer.styles import RIGHT_TO_LEFT, ROOT, style_sheet


def test_the_style_touches_nothing_outside_the_screen():
    css = re.sub(r"/\*.*?\*/", "", style_sheet(), flags=re.DOTALL)
    selectors = re.findall(r"(?:^|[}{])\s*([^{}@]+?)\s*\{", css.removeprefix("<style>"))
    strangers = [one for one in selectors if f".{ROOT}" not in one]
    assert strangers == []
    assert f".{ROOT}.{RIGHT_TO_LEFT} {{ direction: rtl; }}" in css
