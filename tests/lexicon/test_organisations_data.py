"""The tables of organisations, bodies and titles hold what they promise."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from babel import Locale

DATA = Path(__file__).parents[2] / "kit" / "data"
HARAKAT = re.compile(r"[\u064b-\u0652\u0640]")  # fathatan to sukun, and tatweel
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
FORM_COLUMNS = ("name", "aliases", "short", "acronyms")
# Of two countries each; which one is meant, the countries of an article decide.
NAMESAKES = {"حزب العداله والتنميه", "الاهلي"}

# Names of one word that news has so often that they are among the common words.
KNOWN_BY_ONE_WORD = """
أبل أدنوك أرامكو أرسنال ألافيس أمازون أوبك أودينيزي أوكسفام أياكس إسبانيول
إنترفاكس إنستغرام إيرباص إيفرتون إيني الأرسنال الأونروا الإخوان الإسماعيلي
الإليزيه الإنتربول البنتاغون البوليساريو التايمز الترجي الحوثيون الحوثيين
الزمالك الغارديان الفيفا القسام الكرملين الكنيست الكومنولث الكونغرس الليكود
الموساد الناتو اليونسكو بلومبيرغ بنفيكا بوينغ بيراميدز بيلد تاس تسلا
تشلسي تلغرام تليغرام توتال توتنهام تويتر تيسلا حرييت حماس داعش ديزني رويترز
سائرون سامسونغ سبوتنيك شالكه شينخوا طالبان غارديان غوغل فوربس فولكسفاغن فولهام
فيراري فيسبوك فيفا فيورنتينا لاتسيو لوموند ليفانتي ماركا مايكروسوفت مرسيدس
موديز ميرور ناسا نايكي نتفليكس نوكيا هآرتس هارفارد هواوي واتساب واس وام
يديعوت يوتيوب يوفنتوس يونهاب يويفا
"""


def read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def fold(form: str, *, with_g: bool = False) -> str:
    """Fold as the matcher does, written anew so that it can disagree."""
    bare = HARAKAT.sub("", form)
    for letters, folded in (
        ("أإآٱ", "ا"),
        ("ى", "ي"),
        ("ة", "ه"),
        ("ؤ", "و"),
        ("ئ", "ي"),
        ("ڤ", "ف"),
        ("پ", "ب"),
        ("-", " "),
    ):
        bare = re.sub(f"[{letters}]", folded, bare)
    if with_g:
        bare = re.sub("[جغق]", "ك", bare)
    return " ".join(bare.casefold().split())


def forms(row: dict[str, str]) -> list[str]:
    return [form for key in FORM_COLUMNS for form in row[key].split("|") if form]


@pytest.fixture(scope="module")
def organisations() -> list[dict[str, str]]:
    return read("organisations.csv")


def repeated(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def test_the_columns_are_the_documented_ones() -> None:
    assert {
        name: list(read(name)[0])
        for name in ("organisations.csv", "bodies.csv", "titles.csv")
    } == {
        "organisations.csv": [
            "id",
            "country",
            "name",
            "aliases",
            "short",
            "acronyms",
            "english",
            "context",
        ],
        "bodies.csv": ["head", "english", "gender", "kinds"],
        "titles.csv": ["title", "kind", "english"],
    }


def test_the_tables_are_as_long_as_promised(
    organisations: list[dict[str, str]],
) -> None:
    assert len(organisations) >= 700
    assert len(read("titles.csv")) >= 250


def test_ids_are_unique_sorted_and_kebab_case(
    organisations: list[dict[str, str]],
) -> None:
    ids = [row["id"] for row in organisations]
    assert repeated(ids) == []
    assert ids == sorted(ids)
    assert [name for name in ids if not KEBAB.fullmatch(name)] == []


def test_countries_are_iso_codes(organisations: list[dict[str, str]]) -> None:
    known = {
        code for code in Locale("en").territories if re.fullmatch("[A-Z]{2}", code)
    }
    used = {row["country"] for row in organisations} - {""}
    assert used - known == set()


def test_every_organisation_has_an_arabic_and_an_english_name(
    organisations: list[dict[str, str]],
) -> None:
    bad = [row["id"] for row in organisations if not row["name"] or not row["english"]]
    assert bad == []


def test_no_cell_has_loose_blanks_or_empty_parts(
    organisations: list[dict[str, str]],
) -> None:
    cells = [cell for row in organisations for cell in row.values() if cell]
    parts = [part for cell in cells for part in cell.split("|")]
    assert [part for part in parts if not part or part != " ".join(part.split())] == []


@pytest.mark.parametrize("with_g", [False, True], ids=["letters", "letters and g"])
def test_no_form_belongs_to_two_organisations(
    organisations: list[dict[str, str]], *, with_g: bool
) -> None:
    owners: dict[str, set[str]] = {}
    for row in organisations:
        if with_g and "g" not in row["english"].casefold():
            continue
        for form in forms(row):
            owners.setdefault(fold(form, with_g=with_g), set()).add(row["id"])
    shared = {form: ids for form, ids in owners.items() if len(ids) > 1}
    assert set(shared) - NAMESAKES == set()


def test_namesakes_are_of_different_countries(
    organisations: list[dict[str, str]],
) -> None:
    for name in NAMESAKES:
        owners = [r for r in organisations if name in map(fold, forms(r))]
        assert len({row["country"] for row in owners}) == len(owners) > 1


def test_a_name_that_is_a_common_word_needs_context(
    organisations: list[dict[str, str]],
) -> None:
    common = {fold(row["word"]) for row in read("common_words.csv")}
    free = {
        form
        for row in organisations
        for form in forms(row)
        if not (row["context"] and form in row["short"].split("|"))
    }
    assert {f for f in free if fold(f) in common} == set(KNOWN_BY_ONE_WORD.split())


def test_no_organisation_lists_a_form_twice(
    organisations: list[dict[str, str]],
) -> None:
    folded = {row["id"]: [fold(form) for form in forms(row)] for row in organisations}
    twice = {name: repeated(listed) for name, listed in folded.items()}
    assert {name: listed for name, listed in twice.items() if listed} == {}


def test_context_stands_only_beside_short_forms(
    organisations: list[dict[str, str]],
) -> None:
    assert [r["id"] for r in organisations if r["context"] and not r["short"]] == []


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("الأمم المتحدة", "united-nations"),
        ("داعش", "islamic-state"),
        ("حزب الله", "hezbollah"),
        ("حكومة الوفاق الوطني", "government-of-national-accord"),
        ("الجيش الوطني الليبي", "libyan-national-army"),
        ("البيت الأبيض", "white-house"),
        ("رويترز", "reuters"),
        ("CNN", "cnn"),
    ],
)
def test_a_well_known_form_finds_its_organisation(
    organisations: list[dict[str, str]], form: str, expected: str
) -> None:
    assert [row["id"] for row in organisations if form in forms(row)] == [expected]


def test_heads_are_unique_and_say_how_they_agree() -> None:
    rows = read("bodies.csv")
    assert repeated([fold(row["head"]) for row in rows]) == []
    for row in rows:
        agrees = row["gender"] in {"m", "f"}
        assert agrees == ("adjective" in row["kinds"] or row["kinds"] == "name"), row
    kinds = {"adjective", "name", "adjective|name", "place", "place|name"}
    assert {row["kinds"] for row in rows} == kinds
    for row in rows:
        slot = "{place} " if "place" in row["kinds"] else "{adjective} "
        assert row["english"].count(slot) == row["english"].count("{") == 1, row


def test_titles_are_unique_and_of_a_known_kind() -> None:
    rows = read("titles.csv")
    assert repeated([fold(row["title"]) for row in rows]) == []
    assert {row["kind"] for row in rows} == {"office", "honorific", "role"}
    assert [row["title"] for row in rows if not row["english"]] == []


@pytest.mark.parametrize("name", ["organisations.csv", "bodies.csv", "titles.csv"])
def test_lines_end_with_a_line_feed_alone(name: str) -> None:
    data = (DATA / name).read_bytes()
    assert b"\r" not in data
    assert data.endswith(b"\n")
