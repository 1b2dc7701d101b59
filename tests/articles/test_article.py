import pytest

from kit.articles.article import Article, Articles, Part, Problem

TEXT = "عنوان\nقال. وقال.\nتنويه"
PARTS = (Part("headline", 0, 5), Part("body", 6, 16), Part("notice", 17, 22))
ARTICLE = Article("a", TEXT, PARTS)


def test_sentences_are_counted_through_the_parts():
    assert ARTICLE.sentences() == ((0, 5), (6, 10), (11, 16), (17, 22))


def test_sentences_end_with_their_line_even_in_a_part_of_many_lines():
    whole = Article("a", TEXT, (Part("body", 0, 22),))
    assert whole.sentences() == ARTICLE.sentences()


def test_a_researcher_may_declare_what_a_paragraph_is():
    declared = ARTICLE.with_part(2, "body")
    assert declared.parts == (*PARTS[:2], Part("body", 17, 22))
    assert ARTICLE.parts == PARTS


def test_a_declared_paragraph_is_the_repeat_it_was():
    article = Article("a", TEXT, (Part("caption", 0, 5, repeat=True),))
    assert article.with_part(0, "body").parts == (Part("body", 0, 5, repeat=True),)


@pytest.mark.parametrize("paragraph", [-1, 3])
def test_a_paragraph_that_is_not_there_is_refused(paragraph):
    with pytest.raises(
        ValueError, match=rf"'a' has no paragraph {paragraph}. It has 3, counted from 0"
    ):
        ARTICLE.with_part(paragraph, "body")


def test_an_unknown_kind_of_part_is_refused_with_the_known_ones():
    with pytest.raises(
        ValueError, match=r"'lead'. Use one of: headline, caption, body, notice\."
    ):
        Part("lead", 0, 5)


@pytest.mark.parametrize(
    "parts",
    [
        (Part("body", 0, 23),),
        (Part("body", 5, 3),),
        (Part("body", -1, 3),),
        (Part("body", 6, 16), Part("body", 0, 5)),
        (Part("body", 0, 5), Part("body", 4, 10)),
    ],
)
def test_parts_out_of_order_or_out_of_the_text_are_refused(parts):
    with pytest.raises(ValueError, match="Give its parts in order, apart, and within"):
        Article("a", TEXT, parts)


def test_articles_are_a_sequence_with_a_report():
    articles = Articles((ARTICLE,), (Problem("b.txt", "is empty"),))
    assert len(articles) == 1
    assert list(articles) == [ARTICLE]
    assert articles[0] is ARTICLE
    assert articles[:1] == (ARTICLE,)
    assert ARTICLE in articles
    assert articles.problems == (Problem("b.txt", "is empty"),)


def test_a_problem_is_of_a_known_level():
    assert Problem("a.txt", "is empty").level == "refused"
    with pytest.raises(ValueError, match=r"'bad'. Use one of: refused, doubt, note\."):
        Problem("a.txt", "is empty", level="bad")
