import pytest
from making import alias
from polars.testing import assert_frame_equal

from kit.articles.article import Article
from kit.articles.parts import parts_of
from kit.decisions import Decision, Decisions
from kit.decisions.extending import described, extended_lexicon
from kit.lexicon.lexicon import Name, default_lexicon
from kit.mentions.finding import find_mentions

ACTOR = Decision(
    action="new actor",
    entity="zalman-khatrush",
    kind="person",
    name="زلمان ختروش",
    country="LY",
    aliases=("أبو ختروش",),
    time="2026-11-24",
    id="7",
)


def found(text, *decisions):
    """Give what is found of the entities that are decided about."""
    article = Article("a", text, parts_of(text))
    mentions = find_mentions(article, engine="lexicon", decisions=Decisions(decisions))
    about = {decision.entity for decision in decisions}
    keys = ("surface", "entity", "form", "way", "proclitic", "evidence", "engine")
    rows = mentions.rows.select(keys).rows()
    return [row for row in rows if row[1] in about]


def test_an_alias_is_found_everywhere_with_what_is_attached_to_it():
    phrase = alias("سيد البيت الأبيض", "donald-trump", id="1")
    mark = 'alias "سيد البيت الأبيض" of دونالد ترامب + decision 2026-11-01 alias 1'
    assert found("قال سيد البيت الأبيض ولسيد البَيت الابيض", phrase) == [
        (
            "سيد البيت الأبيض", "donald-trump", "name", "other_name", None,
            mark, "decision",
        ),
        (
            "سيد البَيت الابيض", "donald-trump", "name", "other_name", "ول",
            f"proclitic ول + {mark}", "decision",
        ),
    ]  # fmt: skip  # each row reads as one


@pytest.mark.parametrize("text", ["غرينلاند الكبرى", "جرينلاند الكبرى"])
def test_an_alias_is_found_in_the_spellings_that_rules_yield(text):
    club = Decision(
        action="new actor",
        entity="greater-greenland",
        kind="organisation",
        name="غرينلاند الكبرى",
        english="Greater Greenland",
    )
    assert [row[0] for row in found(f"وصل {text}", club)] == [text]


def test_a_new_actor_is_found_by_name_alias_and_surname():
    text = "وصل زلمان ختروش. وقال ختروش إن أبو ختروش سعيد."
    assert [row[:4] for row in found(text, ACTOR)] == [
        ("زلمان ختروش", "zalman-khatrush", "name", "name"),
        ("ختروش", "zalman-khatrush", "surname", "surname"),
        ("أبو ختروش", "zalman-khatrush", "name", "other_name"),
    ]
    assert {row[6] for row in found(text, ACTOR)} == {"decision"}
    assert all(
        "decision 2026-11-24 new actor 7" in row[5] for row in found(text, ACTOR)
    )


def test_an_alias_is_the_only_reading_of_its_letters():
    text = "وصل إلى الرياض"
    riyadh = alias("الرياض", "LY")
    assert [row[:2] for row in found(text, riyadh)] == [("الرياض", "LY")]


def test_an_alias_of_one_word_is_a_surname_or_a_short_name():
    names = extended_lexicon(
        (alias("قنصوه", "donald-trump"), alias("قنصاوه", "united-nations"))
    )
    forms = [names.index.lookup(text)[0].form.form for text in ("قنصوه", "قنصاوه")]
    assert forms == ["surname", "short"]


def test_undoing_an_alias_restores_what_was_found():
    article = Article("a", text := "وصل إلى الرياض", parts_of(text))
    decisions = Decisions((alias("الرياض", "LY", id="1"),))
    before = find_mentions(article)
    after = find_mentions(article, decisions=decisions)
    undone = find_mentions(article, decisions=decisions.without("1"))
    assert after.rows["entity"].to_list() == ["LY"]
    assert_frame_equal(undone.rows, before.rows)
    assert_frame_equal(undone.entities, before.entities)


def test_the_tables_stay_as_they_are():
    extended_lexicon((alias("الرياض", "LY"), ACTOR))
    entities = {entry.form.entity for entry in default_lexicon().index.lookup("الرياض")}
    assert "riyadh" in entities
    assert "LY" not in entities
    assert default_lexicon().index.lookup("زلمان ختروش") == ()
    assert "zalman-khatrush" not in default_lexicon().names


def test_only_what_is_no_common_word_becomes_part_of_names():
    title = alias("قائد قوات ختروش", "khalifa-haftar")
    more = extended_lexicon((title,)).name_words - default_lexicon().name_words
    assert more == {"ختروش"}


def test_lexicons_are_made_once_for_the_same_additions():
    assert extended_lexicon((ACTOR,)) is extended_lexicon((ACTOR,))
    assert extended_lexicon() is default_lexicon()


def test_an_alias_of_nobody_is_not_found():
    assert found("قال فلان", alias("فلان", "nobody")) == []


def test_an_alias_tells_of_an_actor_that_no_table_lists():
    own = alias("أبو ختروش", "zkh", kind="person", name="زلمان ختروش", english="ZKh")
    assert described(own) == Name("person", None, "زلمان ختروش", "ZKh")
    assert [row[1] for row in found("وصل أبو ختروش", own)] == ["zkh"]
    assert described(alias("ا")) is None
    unlisted = alias("ا", "khald-al-ghwil", kind="person", name="خالد الغويل")
    assert described(unlisted) == Name("person", None, "خالد الغويل", "")
