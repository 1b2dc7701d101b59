import pytest
from marking import FINDER, Marking, article
from rules_alone import find_mentions

from kit.mentions.engines import Proposal, proposals, recognisers
from kit.recogniser.recogniser import Recogniser


def test_an_engine_of_no_such_name_is_an_error_that_names_the_others():
    with pytest.raises(ValueError, match=r"No engine 'crystal ball'. Use one of: lex"):
        recognisers("crystal ball")
    with pytest.raises(ValueError, match="No engine of no name"):
        recognisers(())
    with pytest.raises(ValueError, match="No engine 'x'"):
        recognisers(("lexicon", "x"))


def test_the_lexicon_alone_needs_no_recogniser():
    assert recognisers("lexicon") == {}
    assert list(recognisers(("lexicon", "recogniser"))) == ["recogniser"]
    assert recognisers("recogniser")["recogniser"] is Recogniser.shipped()


def test_a_way_to_combine_of_no_such_name_is_an_error_that_names_the_others():
    with pytest.raises(
        ValueError, match=r"Cannot combine by 'luck'. Use one of: union"
    ):
        find_mentions([article("زار ليبيا")], combine="luck")


def test_proposals_stand_at_the_tokens_of_their_article():
    articles = [
        article("عنوان الخبر\nقال (سمير) نعم. ثم غادر سمير!"),
        article("زار سمير", "b"),
    ]
    rows = [FINDER.row(one) for one in articles]
    found = proposals({"one": Marking(("سمير", "person", 0.9))}, articles, rows)
    assert found == [
        [Proposal(5, 5, "person", "one", 0.9), Proposal(11, 11, "person", "one", 0.9)],
        [Proposal(1, 1, "person", "one", 0.9)],
    ]
    assert [rows[0].normals[one.first] for one in found[0]] == ["سمير", "سمير"]


def test_recognisers_read_sentence_by_sentence_and_never_a_break():
    read = []

    class Listening:
        def spans(self, sentences):
            read.extend(map(list, sentences))
            return [[] for _ in sentences]

    text = "عنوان الخبر\nقال نعم. وقال لا!\n,"
    articles = [article(text)]
    proposals({"one": Listening()}, articles, [FINDER.row(articles[0])])
    assert read == [
        ["عنوان", "الخبر"],
        ["قال", "نعم", "."],
        ["وقال", "لا", "!"],
        [","],
    ]
