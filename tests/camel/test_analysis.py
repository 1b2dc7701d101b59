from kit.camel.analysis import Analysis, best_first


def found(**features):
    return {
        "lex": "كِتاب",
        "pos": "noun",
        "prc2": "0",
        "prc1": "0",
        "prc0": "0",
        "source": "lex",
        "bw": "كِتاب/NOUN+ُ/CASE_DEF_NOM",
        "pos_lex_logprob": -3.0,
        **features,
    }


def proclitics(**features):
    (analysis,) = best_first([found(**features)])
    return analysis.proclitics


def weight(**features):
    (analysis,) = best_first([found(**features)])
    return analysis.weight


def test_proclitics_are_written_as_in_the_readings_of_a_word():
    assert proclitics() == ""
    assert proclitics(prc0="Al_det") == ""
    assert proclitics(prc2="wa_conj") == "و"
    assert proclitics(prc2="fa_sub", prc1="bi_prep") == "فب"
    assert proclitics(prc1="ka_prep", prc0="Al_det") == "ك"
    assert proclitics(prc1="li_prep", prc0="Al_det") == "لل"
    assert proclitics(prc2="wa_part", prc1="li_prep", prc0="Al_det") == "ولل"
    assert proclitics(prc1="sa_fut") == "س"
    assert proclitics(prc1="na", prc2="na", prc0="na") == ""


def test_what_is_attached_is_one_chance_in_ten_and_the_article_is_free():
    assert weight() == -3.0
    assert weight(bw="ال/DET+كِتاب/NOUN+ُ/CASE_DEF_NOM") == -3.0
    assert weight(bw="وَ/CONJ+لِ/PREP+كِتاب/NOUN") == -5.0
    assert weight(bw="كِتاب/NOUN+ِي/POSS_PRON_1S") == -4.0
    assert weight(source="spvar") == -4.0


def test_a_database_without_weights_gives_the_least():
    bare = found(bw="")
    del bare["pos_lex_logprob"]
    assert best_first([bare]) == (Analysis("كِتاب", "noun", "", -99.0),)


def test_the_likeliest_comes_first_and_what_differs_only_in_case_once():
    assert best_first(
        [
            found(pos_lex_logprob=-9.0),
            found(lex="كَتّاب", pos_lex_logprob=-2.0),
            found(bw="كِتاب/NOUN+َ/CASE_DEF_ACC"),
        ]
    ) == (Analysis("كَتّاب", "noun", "", -2.0), Analysis("كِتاب", "noun", "", -3.0))


def test_what_is_equally_likely_has_one_order():
    stripped = found(prc2="wa_conj", lex="أ")
    verb, name = found(pos="verb"), found(pos="noun_prop")
    expected = ["noun_prop", "verb", "noun"]
    for order in ([stripped, verb, name], [verb, name, stripped]):
        assert [one.pos for one in best_first(order)] == expected
