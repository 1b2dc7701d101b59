"""The table of persons names each person once, in Arabic, with a real country."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest
from babel import Locale

PERSONS = Path(__file__).parents[2] / "kit" / "data" / "persons.csv"
COMMON_WORDS = PERSONS.with_name("common_words.csv")
COLUMNS = ["id", "country", "name", "aliases", "short", "english"]
TITLES = {
    "الرئيس",
    "رئيس",
    "وزير",
    "وزيرة",
    "الوزير",
    "الملك",
    "الملكة",
    "الأمير",
    "الأميرة",
    "الشيخ",
    "السلطان",
    "السيد",
    "السيدة",
    "الدكتور",
    "اللواء",
    "العميد",
    "العقيد",
    "المشير",
    "الفريق",
    "الجنرال",
    "السيناتور",
    "النائب",
    "المستشار",
    "المستشارة",
    "السفير",
    "اللاعب",
    "المدرب",
}
LETTERS = str.maketrans("أإآٱىةؤئڤپ", "اااايهويفب", "ـ")
DIACRITICS = re.compile("[\u064b-\u0652\u0670]")  # FATHATAN ... SUKUN, SUPERSCRIPT ALEF


def folded(name: str, *, english: str = "") -> str:
    plain = DIACRITICS.sub("", name).translate(LETTERS).replace("-", " ")
    plain = re.sub(r"\bعبد (?=\S)", "عبد", plain)
    if "g" in english.lower():
        plain = re.sub("[غكق]", "ج", plain)
    return " ".join(plain.split())


def parts(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def full_names(row: dict[str, str]) -> list[str]:
    return [row["name"], *parts(row["aliases"])]


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with PERSONS.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def shared(owners: dict[str, set[str]]) -> dict[str, set[str]]:
    return {name: ids for name, ids in owners.items() if len(ids) > 1}


def test_the_file_has_its_columns_and_unix_line_ends():
    written = PERSONS.read_bytes()
    assert written.decode("utf-8").splitlines()[0].split(",") == COLUMNS
    assert b"\r" not in written


def test_the_table_is_long_enough_for_the_news(rows):
    assert len(rows) >= 900


def test_ids_are_kebab_case_unique_and_sorted(rows):
    ids = [row["id"] for row in rows]
    odd = [i for i in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i)]
    assert odd == []
    assert ids == sorted(set(ids))


def test_every_country_is_a_territory(rows):
    territories = set(Locale("en").territories)
    known = {code for code in territories if re.fullmatch("[A-Z]{2}", code)}
    assert {row["country"] for row in rows} - known == set()


def test_no_full_name_belongs_to_two_persons(rows):
    owners: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in full_names(row):
            owners[folded(name)].add(row["id"])
            owners[folded(name, english=row["english"])].add(row["id"])
    assert shared(owners) == {}


def test_no_short_name_belongs_to_two_persons(rows):
    owners: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in parts(row["short"]):
            owners[folded(name)].add(row["id"])
            owners[folded(name, english=row["english"])].add(row["id"])
    assert shared(owners) == {}


def test_names_are_arabic_words_alone(rows):
    arabic = re.compile(r"[ء-غف-ْپڤ]+([ -][ء-غف-ْپڤ]+)*")
    names = [n for row in rows for n in full_names(row) + parts(row["short"])]
    assert [name for name in names if not arabic.fullmatch(name)] == []


def test_names_do_not_start_with_a_title(rows):
    names = [name for row in rows for name in full_names(row)]
    assert [name for name in names if name.split()[0] in TITLES] == []


def test_only_a_name_known_by_itself_has_one_word(rows):
    single = [row["name"] for row in rows if " " not in row["name"]]
    assert [name for name in single if len(name) < len("نيمار") - 1] == []
    assert len(single) < len(rows) / 50
    aliases = [alias for row in rows for alias in parts(row["aliases"])]
    assert [alias for alias in aliases if " " not in alias] == []


def test_no_short_name_is_a_common_word(rows):
    with COMMON_WORDS.open(encoding="utf-8", newline="") as lines:
        common = {folded(row["word"]) for row in csv.DictReader(lines)}
    shorts = {name for row in rows for name in parts(row["short"])}
    assert {name for name in shorts if folded(name) in common} == set()


def test_a_form_is_written_once_in_its_row(rows):
    twice = []
    for row in rows:
        forms = [folded(n) for n in full_names(row) + parts(row["short"])]
        if len(forms) != len(set(forms)):
            twice.append(row["id"])
    assert twice == []


def test_every_row_has_its_english_name(rows):
    assert [row["id"] for row in rows if not row["english"].strip()] == []
