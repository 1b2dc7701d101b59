"""What the public functions say of what they cannot take, word for word."""

import re

import pytest

import kit
from kit import Article, Filter
from kit.articles.parts import parts_of
from kit.checking import shown

TEXT = "زار خليفة حفتر ليبيا."
ARTICLES = [Article("a", TEXT, parts_of(TEXT))]
MENTIONS = kit.find_mentions(ARTICLES, engine="lexicon")
CHART = kit.bars(kit.count_mentions(MENTIONS))

NO_MENTIONS = "Expected mentions, as find_mentions(articles) gives them, not int 5."
NO_ARTICLES = "Expected articles, as read_articles(path) reads them, not int 5."
NO_DECISIONS = "Expected decisions, as read_decisions gives them, not str 'my.csv'."
NO_PATH = "Expected a path, not int 5."
NO_PATHS = "Expected the path of a file or folder, or several, not None."
NO_FILTER = "Expected a filter, or the dict of one as in {'countries': ['LY']}, not "
NO_ROWS = "Expected the rows of mentions, as select(mentions) gives them"
NO_POSITIONS = "Expected positions, as positions gives them"
DRAW = "Draw dispersion(positions(mentions))."


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: kit.read_articles(None), NO_PATHS),
        (lambda: kit.read_articles(["seeds", None]), NO_PATHS),
        (
            lambda: kit.read_articles("seeds", parts="headline"),
            (
                "Expected a function that divides a text into its parts, not str "
                "'headline'."
            ),
        ),
        (lambda: kit.find_mentions(5), NO_ARTICLES),
        (
            lambda: kit.find_mentions("seeds"),
            "Expected articles, as read_articles(path) reads them, not str 'seeds'.",
        ),
        (
            lambda: kit.find_mentions([TEXT]),
            "Expected articles, as read_articles(path) reads them, not list.",
        ),
        (
            lambda: kit.find_mentions(ARTICLES, titles="no"),
            "titles='no' must be True or False.",
        ),
        (
            lambda: kit.find_mentions(ARTICLES, engine=5),
            "No engine 5. Use one of: lexicon, recogniser, camel, or several.",
        ),
        (
            lambda: kit.find_mentions(ARTICLES, combine=5),
            "Cannot combine by '5'. Use one of: union, vote.",
        ),
        (lambda: kit.find_mentions(ARTICLES, decisions="my.csv"), NO_DECISIONS),
        (
            lambda: kit.find_mentions(ARTICLES, morphology=True),
            (
                "Expected a morphology database, as Morphology.load() gives it, "
                "not bool True."
            ),
        ),
        (lambda: kit.corrected(5, kit.Decisions()), NO_MENTIONS),
        (lambda: kit.corrected(MENTIONS, "my.csv"), NO_DECISIONS),
        (lambda: kit.Desk(5), NO_MENTIONS),
        (lambda: kit.Desk(MENTIONS, "my.csv"), NO_DECISIONS),
        (lambda: kit.agreement(5), NO_MENTIONS),
        (lambda: kit.select(5), NO_MENTIONS),
        (lambda: kit.count_mentions(5), NO_MENTIONS),
        (lambda: kit.count_lemmas(5), NO_ARTICLES),
        (
            lambda: kit.count_mentions(MENTIONS, by=5),
            "Cannot count by '5'. Use one of: country, actor.",
        ),
        (lambda: kit.count_mentions(MENTIONS, where="LY"), f"{NO_FILTER}str 'LY'."),
        (lambda: kit.select(MENTIONS, where=["LY"]), f"{NO_FILTER}list."),
        (
            lambda: Filter(nested="no"),
            "Filter nested='no' must be True or False.",
        ),
        (lambda: kit.difference(MENTIONS, 5), NO_MENTIONS),
        (lambda: kit.ambiguous(5), NO_MENTIONS),
        (lambda: kit.ledger(5, "LY"), NO_MENTIONS),
        (lambda: kit.ledger(MENTIONS, 5), "Expected the id of an entity, not int 5."),
        (lambda: kit.positions(5), NO_MENTIONS),
        (
            lambda: kit.positions(MENTIONS, top="x"),
            "top='x' must be a whole number, 1 or more.",
        ),
        (
            lambda: kit.positions(MENTIONS, top=-1),
            "top=-1 must be a whole number, 1 or more.",
        ),
        (lambda: kit.concordance(5, MENTIONS.rows), NO_MENTIONS),
        (lambda: kit.concordance(MENTIONS, 5), f"{NO_ROWS}, not int 5."),
        (
            lambda: kit.concordance(MENTIONS, MENTIONS.entities),
            f"{NO_ROWS}; this has no column 'article'.",
        ),
        (
            lambda: kit.bars(MENTIONS),
            (
                "Expected counts, as count_mentions gives them, not Mentions. "
                "Draw bars(count_mentions(mentions))."
            ),
        ),
        (
            lambda: kit.bars(kit.count_mentions(MENTIONS), top=True),
            "top=True must be a whole number, 1 or more.",
        ),
        (
            lambda: kit.bars(kit.count_mentions(MENTIONS), top=0),
            "top=0 must be a whole number, 1 or more.",
        ),
        (
            lambda: kit.bars(kit.count_mentions(MENTIONS), title=5),
            "Expected a title, not int 5.",
        ),
        (
            lambda: kit.dispersion(MENTIONS),
            f"{NO_POSITIONS}, not Mentions. {DRAW}",
        ),
        (
            lambda: kit.dispersion(MENTIONS.rows),
            f"{NO_POSITIONS}, not DataFrame. {DRAW}",
        ),
        (
            lambda: kit.dispersion(kit.positions(MENTIONS), title=5),
            "Expected a title, not int 5.",
        ),
        (
            lambda: kit.save("ليبيا", "x.png"),
            "Expected a chart, not str 'ليبيا'. Save one: save(bars(counts), path).",
        ),
        (lambda: kit.save(CHART, 5), NO_PATH),
        (
            lambda: kit.save(CHART, "x.png", width_cm="wide"),
            "Expected a size in numbers, not str 'wide'.",
        ),
        (
            lambda: kit.label(None, renderer="html"),
            "Expected a text to draw, not None.",
        ),
        (lambda: kit.read_decisions(5), NO_PATH),
        (lambda: kit.save_decisions(5, kit.Decisions()), NO_PATH),
        (
            lambda: kit.save_decisions("x.csv", ["d1"]),
            "Expected decisions, not list.",
        ),
    ],
)
def test_what_cannot_be_taken_is_refused_with_what_to_give(call, message):
    with pytest.raises((TypeError, ValueError), match=f"^{re.escape(message)}$"):
        call()


def test_an_error_shows_no_more_than_the_beginning_of_a_long_value():
    assert shown("x" * 100) == f"str '{'x' * 59}…"
    assert shown(list(range(100))) == "list"
