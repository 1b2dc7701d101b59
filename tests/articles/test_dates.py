from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.articles.dates import read_date
from kit.tables import table

DAYS = st.dates(date(1950, 1, 1), date(2060, 1, 1))
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
MONTHS = table("months")
GREGORIAN = [row for row in MONTHS if row["calendar"] == "gregorian"]
SETS = {
    "يناير": 1, "كانون الثاني": 1, "جانفي": 1, "شباط": 2, "فيفري": 2, "آذار": 3,
    "مارس": 3, "نيسان": 4, "إبريل": 4, "أفريل": 4, "أيار": 5, "ماي": 5, "حزيران": 6,
    "يونيه": 6, "جوان": 6, "تموز": 7, "يوليوز": 7, "جويلية": 7, "آب": 8, "غشت": 8,
    "أوت": 8, "أيلول": 9, "شتنبر": 9, "تشرين الأول": 10, "تشرين الثاني": 11,
    "نونبر": 11, "كانون الأول": 12, "دجنبر": 12, "December": 12, "févr.": 2,
}  # fmt: skip  # month by month


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2018-02-17", "2018-02-17"),
        (" 2018-02-17\n", "2018-02-17"),
        ("20180217", "2018-02-17"),
        ("٢٠١٨-٠٢-١٧", "2018-02-17"),
        ("2018-02-17T08:30", "2018-02-17T08:30"),
        ("2018-02-17T08:30:00Z", "2018-02-17T08:30:00Z"),
        ("2018-02-17 08:30:00+02:00", "2018-02-17T08:30:00+02:00"),
        ("17/2/2018", "2018-02-17"),
        ("١٧/٠٢/٢٠١٨", "2018-02-17"),
        ("17-2-2018", "2018-02-17"),
        ("17.02.2018", "2018-02-17"),
        ("2018/2/17", "2018-02-17"),
        ("17 فبراير 2018", "2018-02-17"),
        ("17 فبراير/شباط 2018", "2018-02-17"),
        ("17 شباط / فبراير 2018", "2018-02-17"),
        ("السبت، 17 فبراير (شباط) 2018", "2018-02-17"),
        ("السبت ١٧ شباط ٢٠١٨", "2018-02-17"),
        ("نشر في: 17 فبراير 2018 - 08:30 م", "2018-02-17T20:30"),
        ("17 فبراير 2018 الساعة 12:05 صباحا", "2018-02-17T00:05"),
        ("17 فبراير 2018 12:05 مساءً", "2018-02-17T12:05"),
        ("17 فبراير 2018 م", "2018-02-17"),
        ("February 17, 2018", "2018-02-17"),
        ("Feb. 17th, 2018 at 8:30 PM", "2018-02-17T20:30"),
        ("Sat, 17 Feb 2018 08:30:00 GMT", "2018-02-17T08:30:00Z"),
        ("Sat, 17 Feb 2018 08:30:00 +0300", "2018-02-17T08:30:00+03:00"),
        ("17 février 2018", "2018-02-17"),
        ("1 جمادى الآخرة 1439 هـ", "2018-02-17"),
        ("١ جمادى الثانية ١٤٣٩", "2018-02-17"),
        ("1/6/1439", "2018-02-17"),
        ("1439-06-01", "2018-02-17"),
        ("1 محرم 1440", "2018-09-11"),
        ("١ رمضان ١٤٤٥هـ", "2024-03-11"),
        ("9 ذي الحجة 1445", "2024-06-15"),
        ("1 جمادى الآخرة 1439 هـ الموافق 17 فبراير 2018 م", "2018-02-17"),
        ("2 جمادى الآخرة 1439 - 17 فبراير 2018", "2018-02-17"),
    ],
)
def test_a_date_is_read_however_it_is_written(written, read):
    assert read_date(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "",
        "أمس",
        "2018",
        "2018-13-45",
        "30/2/2018",
        "2/17/2018",
        "17/2/18",
        "17 فبراير/آذار 2018",
        "17 فبراير",
        "31 نيسان 2018",
        "17 فبراير 2018 في طرابلس",
        "17 فبراير 2018 و18 فبراير 2018",
        "17/2/2018 18/2/2018",
        "17 فبراير 2018 25:30",
        "17 فبراير 2018 13:30 م",
        "17 فبراير 1439",
        "1 رمضان 2018",
        "30 صفر 1600",
        "99999999999999999999",
        "17/2/2018/3",
        "1518825600",
        "2018.5",
        "17 فبراير 2018" + " في" * 50,
    ],
)
def test_what_is_not_wholly_understood_is_no_date(written):
    assert read_date(written) is None


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1518825600", "2018-02-17T00:00:00Z"),
        ("1518825600.0", "2018-02-17T00:00:00Z"),
        ("1518825600123", "2018-02-17T00:00:00Z"),
        ("2018-02-17", "2018-02-17"),
        ("12", None),
        ("nan", None),
        ("inf", None),
        ("1e999", None),
    ],
)
def test_a_number_is_a_stamp_where_the_column_says_so(written, read):
    assert read_date(written, stamp=True) == read


@pytest.mark.parametrize(("name", "month"), SETS.items())
def test_the_months_have_their_names_in_every_region(name, month):
    assert read_date(f"3 {name} 2011") == f"2011-{month:02}-03"


@given(
    DAYS,
    st.sampled_from(["/", "-", "."]),
    st.sampled_from([ARABIC_DIGITS, PERSIAN_DIGITS, {}]),
)
def test_every_day_in_numbers_is_that_day(day, sign, digits):
    written = f"{day.day}{sign}{day.month}{sign}{day.year}".translate(digits)
    assert read_date(written) == day.isoformat()


@given(DAYS, st.data())
def test_every_day_by_the_name_of_its_month_is_that_day(day, data):
    names = [row["name"] for row in GREGORIAN if row["month"] == str(day.month)]
    name = data.draw(st.sampled_from(names))
    assert read_date(f"{day.day} {name} {day.year}") == day.isoformat()


@given(st.text(max_size=40))
def test_any_text_is_a_day_of_the_calendar_or_none(text):
    read = read_date(text)
    assert read is None or date.fromisoformat(read[:10])


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1 محرم 1439", "2017-09-21"),
        ("1 رمضان 1440", "2019-05-06"),
        ("1 شوال 1439", "2018-06-15"),
        ("10 ذو الحجة 1446", "2025-06-06"),
        ("30 محرم 1439", "2017-10-20"),
        ("30 صفر 1439", None),
    ],
)
def test_the_feasts_fall_on_the_days_they_fell_on(written, read):
    assert read_date(written) == read


def test_every_month_of_both_calendars_is_in_the_table():
    for calendar in ("gregorian", "hijri"):
        months = {int(row["month"]) for row in MONTHS if row["calendar"] == calendar}
        assert months == set(range(1, 13))
