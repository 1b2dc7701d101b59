"""The explorer: one widget in which a researcher asks and the news answers.

It only wires. What is asked is a :class:`~kit.explorer.question.Question`, what is
shown follows from it in :func:`~kit.explorer.state.view_state`, the markup is made in
``panels``, ``evidence`` and their like; the widget copies the results to their places.
What was decided is in a :class:`~kit.explorer.book.Book`. What is on the screen is
there as data too: ``explorer.mentions``, ``explorer.counts()``, ``explorer.chart``,
``explorer.figure``, ``explorer.filter``, and ``explorer.view``, a small dict that
brings the same screen back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import ipywidgets

from kit.charts.plotly_renderer import figure
from kit.counts import Counts, Filter, without_unknown
from kit.explorer import correction, desk, evidence, panels, twin
from kit.explorer.book import Book
from kit.explorer.busy import Busy, work_of
from kit.explorer.clickable import Clickable
from kit.explorer.draft import decision_of
from kit.explorer.markup import aside, tag
from kit.explorer.picture import Picture
from kit.explorer.question import Question, after, narrowed
from kit.explorer.saving import Behind, Figures, SaveBar
from kit.explorer.search import SearchBox
from kit.explorer.state import View, view_state
from kit.explorer.styles import RIGHT_TO_LEFT, ROOT, style_sheet
from kit.explorer.words import say
from kit.labels import using_digits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from os import PathLike

    import polars as pl

    from kit.charts.chart import Chart
    from kit.decisions import Decisions
    from kit.mentions.mention import Mentions


_PLACES = (
    "header", "counting", "filters", "chips", "tabs", "periods", "draft", "evidence",
    "pane", "note", "twin",
)  # fmt: skip  # the pieces of the screen that are clicked
_NARROWING = {"together", "over_time"}
"""How the keys of marks begin that narrow to more than a name."""
_STEPS = 100
"""How many steps can be taken back."""


class Explorer(ipywidgets.VBox):
    """The screen over some mentions.

    Parameters
    ----------
    mentions
        What :func:`kit.find_mentions` gave.
    language
        ``ar`` (from right to left) or ``en``, of the screen; the article stays Arabic.
    where
        A :class:`kit.Filter` to begin with, or the dict of one.
    view
        What ``explorer.view`` gave: the screen that was left. Instead of ``language``,
        ``where`` and ``months``.
    decisions
        The file of decisions; None for ``decisions.csv`` beside the articles. What it
        holds is applied, and what is decided on the screen is kept there.
    download
        Whether figures that are saved go to the browser alone, instead of into the
        current folder: for a screen that is served to others.
    months
        Which names Arabic months bear: ``egypt``, ``levant``, ``maghreb`` or
        ``morocco``.

    Examples
    --------
    >>> from kit import find_mentions, read_articles
    >>> explorer = Explorer(find_mentions(read_articles("seeds")), language="en")
    >>> explorer.filter = Filter(parts=("headline",))
    >>> explorer.mentions["surface"].to_list()[-1]
    'ليبيا'

    """

    def __init__(  # noqa: PLR0913  # each option is a wish of who opens a screen
        self,
        mentions: Mentions,
        *,
        language: str = "ar",
        where: Filter | Mapping[str, object] | None = None,
        view: Mapping[str, object] | None = None,
        decisions: str | PathLike[str] | None = None,
        download: bool = False,
        months: str = "egypt",
    ) -> None:
        self._book = Book(mentions, decisions)
        self._past: list[Question] = []
        question = Question(where=_filter(where), language=language, months=months)
        if view is not None:
            question = Question.from_dict(view)
        self._markup = {name: Clickable(self._hear) for name in _PLACES}
        self._busy = Busy()
        self._figures = Figures(download=download)
        self._picture = Picture(self._point)
        self._text = SearchBox("search.text", self._search)
        self._name = SearchBox("search.name", self._seek)
        self._save = SaveBar(self._save_as)
        super().__init__(self._arranged())
        self.add_class(ROOT)
        self._show(question)

    def ask(self, click: Sequence[object]) -> None:
        """Do what a click asks, e.g. ``explorer.ask(["select", "LY"])``."""
        action, *values = click
        if action in self._effects:
            self._effects[str(action)](*values)
            return
        question = after(self._view.question, click)
        if question != self._view.question:
            self._past = [*self._past, self._view.question][-_STEPS:]
        self._show(question)

    def _hear(self, click: Sequence[object]) -> None:
        """Do what a click asks; what goes wrong is said on the screen."""
        language = self._view.question.language
        try:
            with self._busy.saying(work_of(click), language):
                self.ask(click)
        except (OSError, ValueError, RuntimeError) as error:
            self._show(self._view.question)
            self._markup["note"].html = aside(str(error))

    @property
    def _effects(self) -> dict[str, Callable[..., None]]:
        """What a click may ask for besides another question."""
        return {
            "back": self._back,
            "accept": self._accept,
            "answer": self._answer,
            "undo": self._undo,
            "download": self._figures.deliver,
        }

    def _back(self) -> None:
        if self._past:
            *self._past, question = self._past
            self._show(question)

    def _accept(self) -> None:
        draft = self._view.question.draft
        if draft is None:
            return
        row = self._book.row((draft.article, draft.start, draft.end, draft.entity))
        if row is None:
            return
        decision = decision_of(draft, row, self._book.desk)
        self._decided(lambda: self._book.accept(decision), draft=None)

    def _answer(self, entity: str) -> None:
        """Answer who an undecided mention names, or, with nothing, that nobody is."""
        question, book = self._view.question, self._book
        waiting = desk.queue(book, question)
        row = desk.asked(waiting, question)
        if row is None:
            return
        rows = [row]
        if question.alike:
            rows = desk.alike(waiting, row).rows(named=True)
        makes = book.desk
        self._decided(
            lambda: book.accept(
                *(
                    makes.reading(one, entity) if entity else makes.not_a_mention(one)
                    for one in rows
                )
            )
        )

    def _undo(self, identity: str) -> None:
        self._decided(lambda: self._book.undo(identity))

    def _decided(self, decide: Callable[[], None], **changes: Any) -> None:  # noqa: ANN401  # as replace takes them
        """Decide something and show the counts that follow, also if it is not kept."""
        failed = ""
        try:
            decide()
        except (OSError, ValueError) as error:
            failed = str(error)
        question = replace(self._view.question, **changes)
        # Whom a decision had added nobody knows once it is undone.
        where = without_unknown(question.where, self._book.mentions)
        self._show(replace(question, where=where))
        if failed:
            kept = say("record.unsaved", question.language)
            self._markup["note"].html = f"{aside(kept)} {aside(failed)}"

    @property
    def mentions(self) -> pl.DataFrame:
        """The mentions on the screen, one row each."""
        return self._view.whole(self._view.rows)

    @property
    def corrected(self) -> Mentions:
        """All mentions, as decided: what the counts of the screen are made of."""
        return self._book.mentions

    @property
    def decisions(self) -> Decisions:
        """What was decided so far, as it stands in the file."""
        return self._book.decisions

    @property
    def view(self) -> dict[str, object]:
        """What is asked, as a small dict: ``Explorer(mentions, view=...)`` shows it."""
        return self._view.question.to_dict()

    @property
    def filter(self) -> Filter:  # the word of the notebook
        """What is let in; set it to change the screen."""
        return self._view.question.where

    @filter.setter  # noqa: A003  # the property of the notebook, no builtin
    def filter(  # see above
        self, where: Filter | Mapping[str, object] | None
    ) -> None:
        self._show(narrowed(self._view.question, _filter(where)))

    @property
    def question(self) -> Question:
        """All that the screen shows follows from this."""
        return self._view.question

    @question.setter
    def question(self, question: Question) -> None:
        self._show(question)

    @property
    def chart(self) -> Chart:
        """The picture as a value, for :func:`kit.save`."""
        return self._view.chart

    @property
    def figure(self) -> Any:  # noqa: ANN401  # plotly is not typed
        """The picture as a plotly figure, to be changed at will."""
        return figure(self._view.chart)

    def counts(self) -> Counts:
        """Give the count behind the bars."""
        return self._view.counts

    def _arranged(self) -> list[ipywidgets.Widget]:
        markup = self._markup
        lists = [markup["counting"], self._text, self._name, markup["filters"]]
        bar = ipywidgets.HBox([markup["tabs"], self._save]).add_class("kit-bar")
        self._content = ipywidgets.VBox().add_class("kit-content")
        markup["evidence"].add_class("kit-evidence")
        markup["draft"].add_class("kit-drafting")
        markup["note"].add_class("kit-note")
        markup["twin"].add_class("kit-twinned")
        markup["periods"].add_class("kit-periods")
        shown = [bar, markup["note"], markup["chips"], markup["periods"]]
        shown += [self._content, markup["twin"], markup["draft"], markup["evidence"]]
        body = [
            ipywidgets.VBox(lists).add_class("kit-filters"),
            ipywidgets.VBox(shown).add_class("kit-main"),
        ]
        style = ipywidgets.HTML(style_sheet(), layout={"display": "none"})
        row = ipywidgets.HBox(body).add_class("kit-body")
        return [style, self._busy, self._figures.delivery, markup["header"], row]

    def _show(self, question: Question) -> None:
        with using_digits(question.digits):
            self._show_all(question)

    def _show_all(self, question: Question) -> None:
        mentions = self._book.mentions
        view = view_state(mentions, question, self._book.known)
        self._markup["note"].html = ""
        self._view: View = view
        turn = self.add_class if question.language == "ar" else self.remove_class
        turn(RIGHT_TO_LEFT)
        for name, html in panels.around(view).items():
            self._markup[name].html = html
        self._markup["draft"].html = correction.panel(self._book, question)
        self._markup["evidence"].html = evidence.panel(mentions, view)
        self._text.show(question.where.text, question.language)
        self._name.show(question.sought, question.language)
        self._save.speak(question.language)
        self._show_content(view)

    def _show_content(self, view: View) -> None:
        # The picture is drawn even out of sight: the Save button saves it.
        self._picture.draw(view.chart)
        pane = self._pane(view)
        self._markup["pane"].html = pane or ""
        self._markup["twin"].html = twin.panel(view) if pane is None else ""
        content = self._picture if pane is None else self._markup["pane"]
        if self._content.children != (content,):
            self._content.children = (content,)

    def _pane(self, view: View) -> str | None:
        """Give what stands in place of the picture, None where it stands itself."""
        if view.question.view == "decide":
            return tag("div", desk.pane(self._book, view.question), css="kit-pane")
        return evidence.pane(self._book.mentions, view)

    def _point(self, place: list[Any]) -> None:
        entity, *where = place
        if entity in _NARROWING:
            self._hear(place)
        elif where:
            self._hear(["read", *where, entity])
        else:
            self._hear(["select", entity])

    def _search(self, text: str) -> None:
        with self._busy.saying("searching", self.question.language):
            self.ask(["set", "text", text])

    def _seek(self, name: str) -> None:
        self._show(replace(self.question, sought=name))

    def _save_as(self, name: str, suffix: str) -> None:
        language = self.question.language
        with self._busy.saying("saving", language):
            behind = Behind(self.corrected, self.decisions, self.question.where)
            note = self._figures.save(self.chart, name, suffix, language, behind)
        self._markup["note"].html = note


def _filter(where: Filter | Mapping[str, object] | None) -> Filter:
    if where is None:
        return Filter()
    return where if isinstance(where, Filter) else Filter.from_dict(where)
