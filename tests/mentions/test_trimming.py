import pytest
from marking import rows


@pytest.mark.parametrize(
    ("text", "mark", "mention"),
    [
        pytest.param(
            "وصل الرئيس سمكار إلى البيت",
            ("الرئيس سمكار", "person", 0.9),
            ("سمكار", "person", ""),
            id="a title stands before a name, not in it",
        ),
        pytest.param(
            "وقالت صحيفة زنكلوت بوست إنها لا تعرف",
            ("صحيفة زنكلوت بوست", "organisation", 0.9),
            ("زنكلوت بوست", "organisation", ""),
            id="a word of class is left out",
        ),
        pytest.param(
            "قال معهد زنكلوت شيئا",
            ("معهد زنكلوت", "organisation", 0.9),
            ("معهد زنكلوت", "organisation", ""),
            id="a word of class that is part of the name stays",
        ),
        pytest.param(
            "وقع زنكلوت بوست الليبي أوراقا",
            ("زنكلوت بوست الليبي", "organisation", 0.9),
            ("زنكلوت بوست", "organisation", ""),
            id="a nationality stands outside a proper name",
        ),
        pytest.param(
            "وقال «زنكلوت بوست» شيئا",
            ("« زنكلوت بوست »", "organisation", 0.9),
            ("زنكلوت بوست", "organisation", ""),
            id="quotation marks are no part of a name",
        ),
        pytest.param(
            "غادر سمكار بلداج وبرنقال زلطم",
            ("وبرنقال زلطم", "person", 0.9),
            ("برنقال زلطم", "person", "و"),
            id="and stands before a name",
        ),
        pytest.param(
            "رأي بلداجة برنقال في هذا",
            ("بلداجة برنقال", "person", 0.9),
            ("بلداجة برنقال", "person", ""),
            id="a name may begin with the letter of a preposition",
        ),
        pytest.param(
            "رأي ببلداج برنقال. وغادر بلداج",
            ("ببلداج برنقال", "person", 0.9),
            ("بلداج برنقال", "person", "ب"),
            id="but not where it stands without that letter too",
        ),
        pytest.param(
            "قدم الوفد للزنكلوت الكبير هدية",
            ("للزنكلوت الكبير", "organisation", 0.9),
            ("زنكلوت الكبير", "organisation", "لل"),
            id="to the",
        ),
    ],
)
def test_a_proposal_is_cut_to_the_name_itself(text, mark, mention):
    found = rows(text, mark, columns=(3, 5, 14))
    mentions = [(surface, kind, proclitic or "") for surface, kind, proclitic in found]
    assert mention in mentions


@pytest.mark.parametrize(
    ("text", "mark", "mentions"),
    [
        pytest.param(
            "وبحسب الصحيفة، فإن زنكلوت غادر",
            "فإن زنكلوت",
            [("زنكلوت", None)],
            id="فإن is no فان",
        ),
        pytest.param(
            "قبض على زنكلوت أمس",
            "على زنكلوت",
            [("زنكلوت", None)],
            id="على is no علي",
        ),
        pytest.param(
            "قال سمير على هامش القمة",
            "سمير",
            [("سمير", None)],
            id="nor after a given name",
        ),
        pytest.param(
            "قال سمير علي زنكلوت على عجل",
            "سمير علي زنكلوت",
            [("سمير علي زنكلوت", None)],
            id="but علي is a name where the article writes على",
        ),
        pytest.param(
            "غادرت بيلي زنكلوت أمس",
            "بيلي زنكلوت",
            [("بيلي زنكلوت", None)],
            id="a common word is no name after ب",
        ),
        pytest.param(
            "سجل كندال واطسون هدفا",
            "كندال",
            [("كندال واطسون", None)],
            id="a name that begins with و goes on after a given name",
        ),
        pytest.param(
            "سجل كندال وبرنقال هدفا",
            "كندال",
            [("كندال", None)],
            id="and somebody else does not",
        ),
        pytest.param(
            "ولد سمير زنكلوت أمس",
            "سمير زنكلوت",
            [("سمير زنكلوت", None)],
            id="born is no name",
        ),
    ],
)
def test_a_persons_name_begins_and_ends_with_names(text, mark, mentions):
    assert rows(text, (mark, "person", 0.9), columns=(3, 14)) == mentions


def test_a_proposal_of_signs_alone_is_nothing():
    assert rows("قال « . » شيئا", ("« .", "person", 0.9)) == []


@pytest.mark.parametrize(
    ("text", "mark", "mentions"),
    [
        pytest.param(
            "نجلا الرئيس زنكلوت ومدحت هناك",
            "زنكلوت ومدحت",
            [("زنكلوت", ""), ("مدحت", "و")],
            id="and",
        ),
        pytest.param(
            "هل يلعب زنكلوت برنقال أو سمكار بلداج",
            "زنكلوت برنقال أو سمكار بلداج",
            [("زنكلوت برنقال", ""), ("سمكار بلداج", "")],
            id="or",
        ),
    ],
)
def test_persons_that_were_joined_are_parted(text, mark, mentions):
    found = rows(text, (mark, "person", 0.9), columns=(3, 14))
    assert [(surface, proclitic or "") for surface, proclitic in found] == mentions


def test_a_word_of_its_own_is_not_cut_to_half():
    text = "رسالة إلى وزارة الزنكلوت هناك"
    mark = ("وزارة الزنكلوت", "organisation", 0.9)
    assert [row[0] for row in rows(text, mark)] == ["وزارة الزنكلوت"]


@pytest.mark.parametrize(
    ("text", "marks", "mentions"),
    [
        pytest.param(
            "قال عزام هلال رياض عويضة شيئا",
            ["عزام هلال", "رياض عويضة"],
            ["عزام هلال رياض عويضة"],
            id="side by side",
        ),
        pytest.param(
            "قال عزام هلال زنكلوت عويضة شيئا",
            ["عزام هلال", "عويضة"],
            ["عزام هلال زنكلوت عويضة"],
            id="with an unknown word between",
        ),
        pytest.param(
            "قال عزام هلال، رياض عويضة شيئا",
            ["عزام هلال", "رياض عويضة"],
            ["عزام هلال", "رياض عويضة"],
            id="but not over a comma",
        ),
        pytest.param(
            "قال عزام هلال ورياض عويضة شيئا",
            ["عزام هلال", "ورياض عويضة"],
            ["عزام هلال", "رياض عويضة"],
            id="nor over and",
        ),
    ],
)
def test_the_pieces_of_a_long_name_are_joined(text, marks, mentions):
    found = rows(text, *((mark, "person", 0.9) for mark in marks))
    assert [row[0] for row in found] == mentions


@pytest.mark.parametrize(
    ("text", "mark", "mention"),
    [
        pytest.param(
            "صديقها جون زنكلوت هناك", "جون", "جون زنكلوت", id="an unknown word"
        ),
        pytest.param(
            "يفوز عبد المجيد زنكلوت", "عبد المجيد", "عبد المجيد زنكلوت", id="abd"
        ),
        pytest.param(
            "في الصورة محمد زنكلوت هناك", "زنكلوت", "محمد زنكلوت", id="a known name"
        ),
        pytest.param(
            "قال خالد العراقي نعم", "خالد", "خالد العراقي", id="a family name"
        ),
        pytest.param("زنكلوت يسخر من خصمه", "زنكلوت", "زنكلوت", id="no verb"),
        pytest.param("قال جون، زنكلوت هناك", "جون", "جون", id="no comma"),
    ],
)
def test_a_person_takes_the_names_beside_it(text, mark, mention):
    assert mention in [row[0] for row in rows(text, (mark, "person", 0.9))]
