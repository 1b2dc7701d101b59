import re
from html import unescape

import pytest

from kit.explorer import kwic
from kit.explorer.question import Question
from kit.explorer.state import view_state


def columns(mentions, **asked):
    view = view_state(mentions, Question(view="concordance", **asked))
    html = kwic.table(mentions, view)
    cell = r'<td class="kit-(?:before|key|after)"[^>]*>(.*?)</td>'
    cells = [unescape(re.sub("<[^>]+>", "", one)) for one in re.findall(cell, html)]
    return [tuple(cells[at : at + 3]) for at in range(0, len(cells), 3)]


def test_columns_read_from_right_to_left_in_either_language(mentions):
    for language in ("ar", "en"):
        view = view_state(mentions, Question(view="concordance", language=language))
        html = kwic.table(mentions, view)
        assert '<table class="kit-kwic" dir="rtl">' in html
        assert html.count("<tr>") == view.rows.height + 1


def test_a_letter_that_is_attached_stands_with_its_mention(found):
    some = found(one="قالت روسيا إن ليبيا، ومصر، نعم.")
    assert columns(some) == [
        ("قالت روسيا إن ", "ليبيا،", " ومصر، نعم."),
        ("قالت روسيا إن ليبيا، ", "ومصر،", " نعم."),
    ]


@pytest.mark.parametrize(
    ("order", "keys"),
    [
        ("text", ["ليبيا", "الليبي", "ليبيا.", "ليبيا."]),
        ("surface", ["الليبي", "ليبيا", "ليبيا.", "ليبيا."]),
        # الوطني, then إلى, then في القتال before في الليبي
        ("before", ["الليبي", "ليبيا.", "ليبيا", "ليبيا."]),
    ],
)
def test_the_order_and_the_width_are_chosen(mentions, order, keys):
    found = columns(mentions, selected="LY", order=order, width=4)
    assert [key for _, key, _ in found] == keys
    assert all(len(before.split()) <= 4 for before, _, _ in found)
