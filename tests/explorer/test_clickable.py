# ruff: noqa: SLF001  # a click arrives where only the browser sends
from __future__ import annotations

from kit.explorer.clickable import Clickable


def test_a_click_calls_back_with_its_list_and_anything_else_is_ignored():
    heard = []
    widget = Clickable(heard.append)
    widget._hear(widget, {"pick": ["select", "LY"]}, [])
    for other in ({"pick": "x"}, {"else": 1}, None):
        widget._hear(widget, other, [])
    assert heard == [["select", "LY"]]
