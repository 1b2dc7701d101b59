"""The shipped article, read by hand: what the whole chain must find in it."""

from collections import Counter
from pathlib import Path

import pytest

from kit.articles.reading import read_articles
from kit.counts import count_mentions, select
from kit.mentions.finding import find_mentions

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def mentions():
    return find_mentions(read_articles(SEEDS))


def values(mentions, **options):
    table = count_mentions(mentions, **options).table
    return dict(table.select("entity", "value").iter_rows())


def test_the_article_has_a_headline_a_caption_twice_a_body_and_notices(mentions):
    (article,) = mentions.articles
    assert article.title == "لحماية السيادة.. بومبيو يدعو للتعجيل بوقف القتال في ليبيا"
    assert [(part.kind, part.repeat) for part in article.parts] == [
        ("headline", False),
        ("caption", False),
        ("caption", True),
        *[("body", False)] * 11,
        *[("notice", False)] * 3,
    ]


def test_countries_are_counted_in_headline_first_caption_and_body(mentions):
    assert values(mentions) == {
        "LY": 14,
        "RU": 4,
        "US": 4,
        "EG": 3,
        "TR": 3,
        "AE": 2,
        "IQ": 1,
    }


def test_actors_are_counted_in_headline_first_caption_and_body(mentions):
    assert values(mentions, by="actor") == {
        "mike-pompeo": 6,
        "united-nations": 5,
        "government-of-national-accord": 3,
        "khalifa-haftar": 3,
        "donald-trump": 2,
        "recep-tayyip-erdogan": 2,
        "abdel-fattah-el-sisi": 1,
        "libyan-national-army": 1,
        "mustafa-al-kadhimi": 1,
        "un-support-mission-in-libya": 1,
        "white-house": 1,
    }


def test_the_denominator_is_the_words_of_the_selected_parts(mentions):
    counts = count_mentions(mentions)
    assert (counts.tokens, counts.articles) == (327, 1)


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("LY", {"name": 10, "demonym": 3, "people": 1}),
        ("US", {"demonym": 3, "name": 1}),
        ("RU", {"name": 4}),
        ("TR", {"demonym": 2, "name": 1}),
        ("EG", {"name": 2, "demonym": 1}),
        ("AE", {"name": 2}),
        ("IQ", {"name": 1}),
    ],
)
def test_each_country_is_counted_in_these_forms(mentions, code, forms):
    rows = select(mentions, by="country", where={"countries": [code]})
    assert Counter(rows["form"]) == forms


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        (
            "person",
            {
                ("بومبيو", "mike-pompeo", "surname"): 4,
                ("مايك بومبيو", "mike-pompeo", "name"): 3,
                ("مصطفى الكاظمي", "mustafa-al-kadhimi", "name"): 2,
                ("خليفة حفتر", "khalifa-haftar", "name"): 1,
                ("حفتر", "khalifa-haftar", "surname"): 2,
                ("دونالد ترامب", "donald-trump", "name"): 1,
                ("ترامب", "donald-trump", "surname"): 1,
                ("عبد الفتاح السيسي", "abdel-fattah-el-sisi", "name"): 1,
                ("رجب طيب أردوغان", "recep-tayyip-erdogan", "name"): 1,
                ("أردوغان", "recep-tayyip-erdogan", "surname"): 1,
            },
        ),
        (
            "organisation",
            {
                ("الأمم المتحدة", "united-nations", "name"): 5,
                (
                    "حكومة الوفاق الوطني",
                    "government-of-national-accord",
                    "name",
                ): 3,
                ("الجيش الوطني الليبي", "libyan-national-army", "name"): 1,
                (
                    "بعثة الأمم المتحدة للدعم في ليبيا",
                    "un-support-mission-in-libya",
                    "name",
                ): 1,
                ("البيت الأبيض", "white-house", "name"): 1,
            },
        ),
        ("place", {}),
    ],
)
def test_these_are_all_the_mentions_of_a_kind_in_the_whole_text(mentions, kind, found):
    every = select(mentions, where={"kinds": [kind], "parts": None, "repeats": True})
    columns = every.select("surface", "entity", "form")
    assert Counter(columns.iter_rows()) == found


def test_names_inside_longer_names_are_these(mentions):
    rows = select(mentions)
    inside = rows.filter(rows["inside"].is_not_null())
    assert inside.select("surface", "entity", "inside").rows() == [
        ("الليبي", "LY", "libyan-national-army"),
        ("الأمم المتحدة", "united-nations", "un-support-mission-in-libya"),
        ("ليبيا", "LY", "un-support-mission-in-libya"),
    ]


def test_nothing_in_the_article_is_undecided(mentions):
    assert mentions.rows["undecided"].is_null().all()


def test_every_mention_is_what_is_written_at_its_place(mentions):
    text = mentions.articles[0].text
    spans = mentions.rows.select("start", "end", "surface").rows()
    assert [text[start:end] for start, end, _ in spans] == [s for *_, s in spans]
