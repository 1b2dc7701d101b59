from __future__ import annotations

from math import cos, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.charts.columns import FEWEST, Heading, heading

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
WORDS = st.text(LETTERS, min_size=1, max_size=14)
NAMES = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
COUNTRIES = ["سوريا", "الولايات المتحدة", "إسرائيل", "إيران", "تركيا", "مصر"]


def test_no_columns_have_no_heading():
    assert heading([], 400, 1) == Heading()
    assert heading([], 400, 1).height == 0


@pytest.mark.parametrize(
    ("names", "width", "slant", "labels"),
    [
        (COUNTRIES, 400, 0, ["سوريا", "الولايات\nالمتحدة", *COUNTRIES[2:]]),
        (COUNTRIES * 2, 400, 45, COUNTRIES * 2),
        (
            [*COUNTRIES * 2, "الدولة الإسلامية في العراق والشام"],
            400,
            90,
            [*COUNTRIES * 2, "الدولة الإسلامية في\nالعراق والشام"],
        ),
        (
            ["Mustafa al-Kadhimi"] * 11 + ["Government of National Accord"],
            400,
            90,
            ["Mustafa al-Kadhimi"] * 11 + ["Government of National\nAccord"],
        ),
    ],
    ids=["level", "slanted", "upright", "a hyphen stays in its name"],
)
def test_names_stand_as_level_as_they_can(names, width, slant, labels):
    head = heading(names, width, 2)
    assert (head.slant, list(head.labels)) == (slant, labels)


def test_few_columns_do_not_become_beams():
    assert heading(["ليبيا"], 400, 1).slots == FEWEST
    assert heading(COUNTRIES, 400, 1).slots == 6


def test_large_numbers_in_narrow_cells_are_small_or_left_out():
    sizes = [heading(COUNTRIES * 2, width, 5).number_size for width in (900, 400, 120)]
    assert sizes[0] == 12
    assert 6 <= sizes[1] < 12
    assert sizes[2] == 0


def test_only_slanted_names_lean_over_the_last_column():
    slanted = heading([*COUNTRIES, *COUNTRIES[::-1]], 400, 1)
    assert heading(COUNTRIES, 400, 1).beyond == 0
    # The name of the fourth column, the longest, ends before the paper does.
    last = heading([*["مصر"] * 11, "الولايات المتحدة"], 400, 1)
    assert last.slant == 45
    pitch = (400 - last.beyond) / 12
    run = len("الولايات المتحدة") * last.size * 0.56 * cos(pi / 4)
    assert last.beyond == pytest.approx(run - pitch / 2)
    assert slanted.beyond < last.beyond


@given(
    st.lists(NAMES, min_size=1, max_size=20),
    st.floats(100, 1200),
    st.integers(1, 6),
)
def test_no_name_is_cut_and_nothing_overlaps(names, width, digits):
    head = heading(names, width, digits)
    assert [label.split() for label in head.labels] == [name.split() for name in names]
    pitch = (width - head.beyond) / head.slots
    assert 0 <= head.beyond < width
    lines = [label.split("\n") for label in head.labels]
    longest = max(len(line) for label in lines for line in label) * head.size * 0.56
    most = max(map(len, lines)) * head.size
    taken = {0: longest, 45: head.size * 2**0.5 * 0.7, 90: most}[head.slant]
    assert taken <= pitch
    assert head.height >= {0: most, 45: longest * 0.7, 90: longest}[head.slant]
    assert digits * head.number_size * 0.62 <= pitch
