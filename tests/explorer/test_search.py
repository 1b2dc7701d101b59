from __future__ import annotations

from kit.explorer.search import SearchBox


def test_typing_is_found_and_showing_is_not():
    found = []
    box = SearchBox("search.text", found.append)
    box.show("من الشيفرة", "ar")
    box.value = "من المستخدم"
    assert found == ["من المستخدم"]
    assert box.placeholder == "كلمات في الجملة…"
