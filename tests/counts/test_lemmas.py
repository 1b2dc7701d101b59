import polars as pl
import pytest
from polars.testing import assert_frame_equal
from tiny_morphology import DATABASE

from kit.articles.article import Article, Part
from kit.camel.morphology import Morphology
from kit.counts import count_lemmas

LINES = (
    ("headline", "وليد يزور ليبيا", False),
    ("caption", "الليبية", False),
    ("caption", "الليبية", True),
    ("body", "زار وَليد ليبيا وليبيا 2 ، الليبي.", False),
    ("notice", "مالي", False),
)
SCHEMA = {"lemma": pl.String, "count": pl.Int64, "forms": pl.List(pl.String)}


@pytest.fixture
def morphology(tmp_path, monkeypatch):
    monkeypatch.setenv("KIT_CACHE", str(tmp_path))
    file = tmp_path / "morphology.db"
    file.write_text(DATABASE, encoding="utf-8")
    return Morphology.load(file)


@pytest.fixture
def article():
    text, parts = "", []
    for kind, line, repeat in LINES:
        parts.append(Part(kind, len(text), len(text) + len(line), repeat))
        text += line + "\n"
    return Article("a", text, tuple(parts))


def frame(*rows):
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def test_forms_count_under_their_lemma(article, morphology):
    assert_frame_equal(
        count_lemmas([article], morphology=morphology),
        frame(
            ("لِيبِيا", 3, ["ليبيا", "وليبيا"]),
            ("لِيبِيّ", 2, ["الليبي", "الليبية"]),
            ("وَلِيد", 2, ["وليد"]),
            ("2", 1, ["2"]),
            ("زار", 1, ["زار"]),
            ("يزور", 1, ["يزور"]),
        ),
    )


def test_parts_and_repeats_are_the_researchers_choice(article, morphology):
    counted = count_lemmas(
        [article], morphology=morphology, parts=["caption", "notice"], repeats=True
    )
    expected = frame(("لِيبِيّ", 2, ["الليبية"]), ("مالِيّ", 1, ["مالي"]))
    assert_frame_equal(counted, expected)


def test_no_articles_have_no_lemmas(morphology):
    assert_frame_equal(count_lemmas([], morphology=morphology), frame())


def test_a_part_that_is_not_known_is_refused(article, morphology):
    with pytest.raises(ValueError, match=r"Cannot count part 'footer'\. Use one of"):
        count_lemmas([article], morphology=morphology, parts=["footer"])
