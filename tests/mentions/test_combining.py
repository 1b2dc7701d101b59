import pytest
from marking import found, rows

from kit.mentions.finder import Settings

VOTE = Settings("vote")
EVIDENCE = (3, 4, 15, 16, 17, 19)  # surface, entity, evidence, engine, confidence, way


def test_beside_everything_else_a_proposal_is_a_discovery():
    assert rows(
        "وصل سمكار بلداج إلى ليبيا", ("سمكار بلداج", "person", 0.93), columns=EVIDENCE
    ) == [
        (
            "سمكار بلداج",
            "smkar-bldaj",
            "recogniser 0.93",
            "recogniser",
            0.93,
            "recognised",
        ),
        ("ليبيا", "LY", "name", "lexicon", None, "name"),
    ]


def test_what_the_lexicon_found_stands_against_every_proposal():
    text = "زار مايك بومبيو ليبيا"
    alone = rows(text)
    assert rows(text, ("مايك بومبيو", "organisation", 1.0)) == alone
    assert rows(text, ("ليبيا", "person", 1.0)) == alone
    assert rows(text, ("بومبيو ليبيا", "person", 1.0)) == alone
    assert rows(text, ("مايك", "person", 1.0)) == alone


def test_a_recogniser_that_is_not_sure_is_not_heard():
    text = "وصل سمكار بلداج إلى هناك"
    assert rows(text, ("سمكار بلداج", "person", 0.3)) == []
    assert rows(text, ("سمكار", "person", 0.4)) == []


def test_places_are_nested_in_the_longer_name_of_an_organisation():
    assert rows(
        "أعلنت زنكلوت بنغازي شيئا",
        ("زنكلوت بنغازي", "organisation", 0.9),
        columns=(3, 4, 5, 8),
    ) == [
        ("زنكلوت بنغازي", "znklut-bnghazi", "organisation", None),
        ("بنغازي", "benghazi", "place", "znklut-bnghazi"),
    ]


def test_a_longer_name_never_joins_two_organisations():
    text = "قالت الأمم المتحدة والناتو نعم"
    mark = ("الأمم المتحدة والناتو", "organisation", 0.9)
    assert rows(text, mark) == rows(text)


@pytest.mark.parametrize(
    ("text", "mark", "mention"),
    [
        pytest.param(
            "وصل مايكل بومبيو إلى هناك",
            "مايكل بومبيو",
            ("مايكل بومبيو", "mike-pompeo", "person", "name"),
            id="the known person, the given name nearly his",
        ),
        pytest.param(
            "وصلت زنكلوت بومبيو إلى هناك",
            "زنكلوت بومبيو",
            ("زنكلوت بومبيو", "znklut-bumbiw", "person", "name"),
            id="somebody else of the same family name",
        ),
    ],
)
def test_a_full_name_is_the_known_person_only_if_the_given_name_fits(
    text, mark, mention
):
    assert rows(text, (mark, "person", 0.9)) == [mention]


def test_a_name_that_only_a_title_announced_ends_where_a_recogniser_says():
    text = "قال الرئيس الهولندي زنكلوت برنقال بلداج شيئا"
    assert [row[:2] for row in rows(text)][-1] == (
        "زنكلوت برنقال بلداج",
        "znklut-brnqal-bldaj",
    )
    assert rows(text, ("زنكلوت برنقال", "person", 0.9), columns=(3, 4, 7, 16))[-1] == (
        "زنكلوت برنقال",
        "znklut-brnqal",
        "NL",
        "recogniser",
    )


def test_a_listed_name_without_the_words_it_asks_for_is_still_whom_the_tables_say():
    text = "سجل النصر هدفا في الرياض"
    assert [row[1] for row in rows(text)] == ["riyadh"]
    assert rows(text, ("النصر", "organisation", 0.9))[0] == (
        "النصر",
        "al-nassr",
        "organisation",
        "short",
    )


def test_a_single_word_is_the_person_of_the_article_whose_name_has_it():
    text = "زار سمكار بلداج طنجة\nوقال سمكار شيئا"
    assert rows(
        text,
        ("سمكار بلداج", "person", 0.9),
        ("سمكار", "person", 0.8),
        columns=(3, 4, 6, 15),
    )[-1] == (
        "سمكار",
        "smkar-bldaj",
        "surname",
        "recogniser 0.80 + part of سمكار بلداج",
    )


def test_of_two_persons_with_a_word_in_common_the_nearest_is_meant_and_it_is_said():
    text = "زار سمكار بلداج وسمكار زلطم طنجة\nوقال سمكار شيئا"
    marks = [("سمكار بلداج", "person", 0.9), ("وسمكار زلطم", "person", 0.9)]
    last = rows(text, *marks, ("سمكار", "person", 0.8), columns=(3, 4, 18))[-1]
    assert last == ("سمكار", "smkar-zltm", "smkar-bldaj")


def test_a_single_word_of_nobody_in_the_article_is_a_person_of_one_word():
    assert rows("وقال زنكلوت شيئا", ("زنكلوت", "person", 0.8)) == [
        ("زنكلوت", "znklut", "person", "surname")
    ]


def test_by_vote_a_discovery_needs_two_engines():
    text = "وصل سمكار بلداج إلى هناك"
    mark = ("سمكار بلداج", "person", 0.9)
    other = ("سمكار بلداج", "organisation", 0.9)
    assert rows(text, mark, settings=VOTE) == []
    assert rows(text, mark, settings=VOTE, camel=[other]) == []
    assert len(rows(text, mark, settings=VOTE, camel=[mark])) == 1


def test_by_vote_a_rule_counts_as_an_engine():
    text = "قال الرئيس سمير غرداوي شيئا"
    mark = ("سمير غرداوي", "person", 0.9)
    assert len(rows(text)) == 1
    assert rows(text, settings=VOTE) == []
    assert len(rows(text, mark, settings=VOTE)) == 1


def test_every_discovery_has_a_name_to_be_listed_by():
    names = found("وصل سمكار بلداج", ("سمكار بلداج", "person", 0.9)).names
    assert [(key, one.kind, one.arabic, one.english) for key, one in names.items()] == [
        ("smkar-bldaj", "person", "سمكار بلداج", "")
    ]


def test_what_recognisers_marked_is_kept_as_they_did_also_what_was_not_taken():
    one = found("زار وبنغازي", ("وبنغازي", "person", 0.2))
    assert one.proposals.rows() == [("a", 5, 11, "بنغازي", "person", "recogniser", 0.2)]


def test_common_words_alone_are_no_organisation():
    text = "قال البنك المركزي شيئا"
    assert rows(text, ("البنك المركزي", "organisation", 0.8)) == []
    assert len(rows(text, ("البنك المركزي", "organisation", 0.99))) == 1


def test_a_single_word_is_a_listed_place_only_where_its_country_is_named():
    mark = ("الميادين", "place", 0.9)
    assert rows("اشتباكات قرب الميادين أمس", mark, columns=(4, 7)) == [
        ("al-miadin", None)
    ]
    assert rows("في سوريا اشتباكات قرب الميادين أمس", mark, columns=(4, 7)) == [
        ("SY", "SY"),
        ("mayadin", "SY"),
    ]


def test_an_organisation_is_called_by_a_part_of_its_name():
    text = "فاز زنكلوت برنقال أمس\nوخسر زنكلوت اليوم"
    marks = [("زنكلوت برنقال", "organisation", 0.9), ("زنكلوت", "organisation", 0.9)]
    assert rows(text, *marks) == [
        ("زنكلوت برنقال", "znklut-brnqal", "organisation", "name"),
        ("زنكلوت", "znklut-brnqal", "organisation", "short"),
    ]


def test_a_recogniser_also_ends_a_name_of_one_word():
    text = "قال الرئيس زنكلوت برنقال شيئا"
    assert rows(text, ("زنكلوت", "person", 0.9)) == [
        ("زنكلوت", "znklut", "person", "surname")
    ]


def test_a_country_called_like_another_word_is_heard_where_no_rule_speaks_against_it():
    text = "المغرب يفوز على مالي بهدفين"
    assert [row[1] for row in rows(text)] == ["MA"]
    assert rows(text, ("مالي", "place", 0.85), columns=(4, 5, 15))[1] == (
        "ML",
        "country",
        "name + recogniser 0.85",
    )
    assert rows(text, ("مالي", "place", 0.7)) == rows(text)


def test_what_the_rules_took_for_another_word_is_no_place_either():
    text = "وبلغ قطر الدائرة مترا"
    assert rows(text, ("قطر", "place", 0.99)) == []


def test_an_unlisted_name_is_listed_as_it_is_written():
    found_ = found("وصلت لَيلى زنكلوت", ("لَيلى زنكلوت", "person", 0.9))
    assert [(key, one.arabic) for key, one in found_.names.items()] == [
        ("lili-znklut", "ليلى زنكلوت")
    ]


@pytest.mark.parametrize(
    ("text", "mark", "surface"),
    [
        pytest.param(
            "تحدث ممدوح زنكلوت أمس", "زنكلوت", "ممدوح زنكلوت", id="one word of it"
        ),
        pytest.param(
            "تحدث ممدوح زنكلوت برنقال أمس",
            "زنكلوت برنقال",
            "ممدوح زنكلوت برنقال",
            id="all but the first",
        ),
    ],
)
def test_a_recogniser_takes_no_given_name_away(text, mark, surface):
    assert rows(text, (mark, "person", 0.9), columns=(3, 5)) == [(surface, "person")]
