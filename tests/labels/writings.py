"""What Arabic labels can hold, each with the order in which it must be seen.

The order is written by hand, run after run from the left as a reader sees it, so that
no bidirectional algorithm vouches for another.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Writing:
    """A text and its lines as they are seen: runs from the left, each as it is read."""

    name: str
    text: str
    lines: tuple[tuple[str, ...], ...]

    @property
    def readable(self):
        """The text as a reader may copy it: without what would steer the rest."""
        return self.text.replace("\N{RIGHT-TO-LEFT OVERRIDE}", "")


def plain(name, text):
    return Writing(name, text, ((text,),))


ZWNJ = "\N{ZERO WIDTH NON-JOINER}"

WRITINGS = (
    plain("joined letters", "الجيش الوطني الليبي"),
    plain("لا with every alef", "لا لأ لإ لآ الإمارات سلام الآن"),
    plain("carriers of hamza", "سؤال رئيس شيء أمن إعلام آسيا ماء"),
    plain("harakat and shadda", "مُحَمَّدٌ يَتَكَلَّمُ"),
    plain("tatweel", "ليبـــيا العـــراق"),
    Writing(
        "Arabic, then Latin, digits, brackets",
        "«حزب (CNN) 24»",
        (("»", "24", ") ", "CNN", "«حزب ("),),
    ),
    Writing(
        "Latin, then Arabic",
        "CNN بالعربية (24/7)",
        (("CNN ", ")", "24/7", "بالعربية ("),),
    ),
    Writing(
        "ranges and percent",
        "بين 2010–2014 نحو 25%",
        (("%", "25", " نحو ", "2014", "–", "2010", "بين "),),
    ),
    Writing(
        "Arabic-Indic digits", "عام ٢٠١٤: ٣٫٥٪", (("٪", "٣٫٥", ": ", "٢٠١٤", "عام "),)
    ),
    plain("Persian letters", "گچ پرچم ژاله کتاب ایرانی"),
    plain("Kurdish letters", "ڕۆژ گەڵ خێر کوردستان"),
    plain("zero-width non-joiner", f"می{ZWNJ}خواهم خانه{ZWNJ}ها"),
    plain("quotation marks", "«داعش» و“القاعدة”"),
    Writing("two lines", "ليبيا\n«قمة» 2014", (("ليبيا",), ("2014", "«قمة» "))),
    Writing(
        "a hostile override",
        "قطر\N{RIGHT-TO-LEFT OVERRIDE} CNN",
        (("CNN", "قطر "),),
    ),
    Writing("tags", "<b>العراق</b>", (("<b>", "العراق", "</b>"),)),
    Writing("dollar signs", "$x$ العراق $y$", (("$x$ ", "العراق", " $y$"),)),
    Writing(
        "a long mixed sentence",
        "قال السراج لقناة CNN (يوم 14 مايو 2018) إن 25% من النفط «توقف»",
        (
            (
                "% من النفط «توقف»",
                "25",
                ") إن ",
                "2018",
                " مايو ",
                "14",
                " (يوم ",
                "CNN",
                "قال السراج لقناة ",
            ),
        ),
    ),
)
