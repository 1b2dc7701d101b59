import pytest
from hypothesis import given
from written_mentions import FILTERS, MENTIONS

from kit.counts import Filter, count_mentions


@given(FILTERS)
def test_a_filter_survives_being_a_dict(where):
    assert Filter.from_dict(where.to_dict()) == where


def test_a_filter_is_told_by_what_differs_from_the_default():
    assert Filter().to_dict() == {}
    where = Filter(actors=["haftar"], parts=None, nested=False, text="قال")
    assert where.actors == ("haftar",)
    assert where.to_dict() == {
        "actors": ["haftar"],
        "parts": None,
        "nested": False,
        "text": "قال",
    }


@pytest.mark.parametrize(
    ("values", "error", "message"),
    [
        (
            {"form": ["name"]},
            ValueError,
            r"No filter 'form'\. Use: actors, countries, ",
        ),
        ({"forms": ["nisba"]}, ValueError, r"No forms 'nisba'\. Use: name, demonym, "),
        (
            {"parts": ["lead"]},
            ValueError,
            r"No parts 'lead'\. Use: headline, caption, ",
        ),
        ({"kinds": ["city"]}, ValueError, r"No kinds 'city'\. Use: country, person, "),
        ({"actors": "haftar"}, TypeError, r"actors='haftar' must be a list of strings"),
        ({"countries": 5}, TypeError, r"countries=5 must be a list of strings"),
        ({"articles": [1]}, TypeError, r"articles=\[1\] must be a list of strings"),
        ({"kinds": [["x"]]}, TypeError, r"kinds=\[\['x'\]\] must be a list of strings"),
        ({"nested": "no"}, TypeError, r"nested='no' must be True or False"),
        ({"repeats": 1}, TypeError, r"repeats=1 must be True or False"),
        ({"text": None}, TypeError, r"text=None must be a string"),
        (
            {"since": "March"},
            ValueError,
            r"since='March' is no date\. Write 2018-03-01",
        ),
        ({"until": 2018}, ValueError, r"until=2018 is no date\. Write 2018-03-01"),
    ],
)
def test_a_wrong_filter_is_refused_with_the_way_out(values, error, message):
    with pytest.raises(error, match=message):
        count_mentions(MENTIONS, where=values)
