from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.export.writing import safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("الإشارات إلى البلدان", "الإشارات-إلى-البلدان"),
        ("ليبيا: أين؟", "ليبيا-أين"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\x\\y.png", "C-x-y.png"),
        ("a\u202eb\x00c", "a-b-c"),
        ("con", "con-"),
        ("LPT1.txt", "LPT1.txt-"),
        (".hidden", "hidden"),
        ("", "figure"),
        ("///", "figure"),
    ],
)
def test_letters_stay_and_nothing_leads_elsewhere(text, name):
    assert safe_name(text) == name


@given(st.text())
def test_every_name_is_one_part_of_a_path(text):
    name = safe_name(text)
    assert 0 < len(name.encode()) <= 121
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert not name.startswith(".")
    assert safe_name(name) == name
