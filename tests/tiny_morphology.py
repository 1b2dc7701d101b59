"""A morphology database of some fifteen words, in the format of the CALIMA databases.

Its weights are those of calima-msa-r13: without a cost for what is attached, ``وليد``
would be "and to a hand" and ``ليبيا`` an adjective.
"""

FEATURES = ("pos", "prc3", "prc2", "prc1", "prc0", "source", "pos_lex_logprob")
OPEN = ("diac", "lex", "bw", "gloss")


def stem(letters, category, lemma, pos, weight):
    tag = {"noun_prop": "NOUN_PROP", "adj": "ADJ", "noun": "NOUN", "verb": "PV"}[pos]
    return (
        f"{letters}\t{category}\tdiac:{lemma} lex:{lemma}_1 bw:{letters}/{tag} gloss:- "
        f"pos:{pos} prc3:0 prc2:0 prc1:0 prc0:0 source:lex pos_lex_logprob:{weight}"
    )


PREFIXES = {
    "": ("Pref-0", ""),
    "و": ("Pref-Wa", "diac:وَ bw:وَ/CONJ prc2:wa_conj"),
    "ف": ("Pref-Wa", "diac:فَ bw:فَ/CONJ prc2:fa_conj"),
    "ب": ("Pref-Bi", "diac:بِ bw:بِ/PREP prc1:bi_prep"),
    "ول": ("Pref-Bi", "diac:وَلِ bw:وَ/CONJ+لِ/PREP prc2:wa_conj prc1:li_prep"),
    "ال": ("Pref-Al", "diac:ال bw:ال/DET prc0:Al_det"),
    "وال": ("Pref-Al", "diac:وَال bw:وَ/CONJ+ال/DET prc2:wa_conj prc0:Al_det"),
    "لل": ("Pref-Al", "diac:لِل bw:لِ/PREP+ل/DET prc1:li_prep prc0:Al_det"),
    "س": ("Pref-Sa", "diac:سَ bw:سَ/FUT_PART prc1:sa_fut"),
}
SUFFIXES = {
    "": ("Suff-0", ""),
    "ا": ("Suff-A", "diac:اً bw:اً/CASE_INDEF_ACC"),
    "ه": ("Suff-A", "diac:َة bw:َة/NSUFF_FEM_SG"),
    "ي": ("Suff-A", "diac:ِي bw:ِي/POSS_PRON_1S"),
}
STEMS = (
    stem("وليد", "Name", "وَلِيد", "noun_prop", -3.945706),
    stem("يد", "Noun", "يَد", "noun", -3.497461),
    stem("ليبيا", "Name", "لِيبِيا", "noun_prop", -4.058128),
    stem("ليبي", "Noun", "لِيبِيّ", "adj", -3.961218),
    stem("مالي", "Name", "مالِي", "noun_prop", -5.400551),
    stem("مالي", "Noun", "مالِيّ", "adj", -3.383518),
    stem("مال", "Noun", "مال", "noun", -3.379362),
    stem("عراق", "Noun", "عِراق", "noun_prop", -2.903621),
    stem("علي", "Name", "عَلِيّ", "noun_prop", -3.429739),
    stem("زار", "Verb", "زار", "verb", -3.2),
    stem("وردان", "Name", "وَرْدان", "noun_prop", -5.1),
    stem("خضع", "Verb", "خَضَع", "verb", -3.9),
    stem("يكتسح", "Verb", "ٱِكْتَسَح", "verb", -4.6),
    stem("تشان", "Verb", "شان", "verb", -5.6),
    stem("قرش", "Noun", "قِرْش", "noun", -5.2),
)
PREFIX_STEM = {
    "Pref-0": "Name Noun Verb",
    "Pref-Wa": "Name Noun Verb",
    "Pref-Bi": "Name Noun",
    "Pref-Al": "Noun",
    "Pref-Sa": "Verb",
}


def table(rows):
    return "\n".join(
        f"{key} {one}" for key, all_ in rows.items() for one in all_.split()
    )


def affixes(rows):
    return "\n".join(f"{form}\t{kind}\t{told}" for form, (kind, told) in rows.items())


DATABASE = "\n".join(
    [
        "###DEFINES###",
        *(f"DEFINE {name} {name}:*open*" for name in (*OPEN, *FEATURES)),
        "###DEFAULTS###",
        *(
            f"DEFAULT pos:{pos} prc3:na prc2:na prc1:na prc0:na source:lex"
            for pos in ("noun", "digit", "punc", "latin")
        ),
        "###ORDER###",
        f"ORDER {' '.join((*OPEN, *FEATURES))}",
        "###TOKENIZATIONS###",
        "TOKENIZATION diac",
        "###STEMBACKOFF###",
        "STEMBACKOFF ALL Name Noun",
        "###PREFIXES###",
        affixes(PREFIXES),
        "###SUFFIXES###",
        affixes(SUFFIXES),
        "###STEMS###",
        *STEMS,
        "###TABLE AB###",
        table(PREFIX_STEM),
        "###TABLE BC###",
        table({"Name": "Suff-0", "Noun": "Suff-0 Suff-A", "Verb": "Suff-0"}),
        "###TABLE AC###",
        table(dict.fromkeys(PREFIX_STEM, "Suff-0 Suff-A")),
    ]
)
