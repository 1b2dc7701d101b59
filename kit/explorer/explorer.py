"""The explorer: one widget in which a researcher asks and the news answers.

It only wires. What is asked is a :class:`~kit.explorer.question.Question`, what is
shown follows from it in :func:`~kit.explorer.state.view_state`, the markup is made in
``panels`` and ``evidence``; the widget copies the results to their places. What is on
the screen is there as data too: ``explorer.mentions``, ``explorer.counts()``,
``explorer.chart``, ``explorer.figure``, ``explorer.filter``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import ipywidgets

from kit.charts.plotly_renderer import figure
from kit.counts import Counts, Filter
from kit.explorer import evidence, panels
from kit.explorer.clickable import Clickable
from kit.explorer.picture import Picture
from kit.explorer.question import Question, after, narrowed
from kit.explorer.saving import SaveBar, save_here
from kit.explorer.search import SearchBox
from kit.explorer.state import View, view_state
from kit.explorer.styles import RIGHT_TO_LEFT, ROOT, style_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import polars as pl

    from kit.charts.chart import Chart
    from kit.mentions.mention import Mentions


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

    Examples
    --------
    >>> from kit import find_mentions, read_articles
    >>> explorer = Explorer(find_mentions(read_articles("seeds")), language="en")
    >>> explorer.filter = Filter(parts=("headline",))
    >>> explorer.mentions["surface"].to_list()[-1]
    'ليبيا'

    """

    def __init__(
        self,
        mentions: Mentions,
        *,
        language: str = "ar",
        where: Filter | Mapping[str, object] | None = None,
    ) -> None:
        self._mentions = mentions
        question = Question(where=_filter(where), language=language)
        names = ("header", "counting", "filters", "chips", "tabs", "evidence", "pane")
        self._markup = {name: Clickable(self.ask) for name in names}
        self._note = ipywidgets.HTML().add_class("kit-note")
        self._picture = Picture(self._point)
        self._text = SearchBox("search.text", self._search)
        self._name = SearchBox("search.name", self._seek)
        self._save = SaveBar(self._save_as)
        super().__init__(self._arranged())
        self.add_class(ROOT)
        self._show(question)

    def ask(self, click: Sequence[object]) -> None:
        """Do what a click asks, e.g. ``explorer.ask(["select", "LY"])``."""
        self._show(after(self._view.question, click))

    @property
    def mentions(self) -> pl.DataFrame:
        """The mentions on the screen, one row each."""
        return self._view.rows

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
        shown = [bar, self._note, markup["chips"], self._content, markup["evidence"]]
        body = [
            ipywidgets.VBox(lists).add_class("kit-filters"),
            ipywidgets.VBox(shown).add_class("kit-main"),
        ]
        style = ipywidgets.HTML(style_sheet(), layout={"display": "none"})
        row = ipywidgets.HBox(body).add_class("kit-body")
        return [style, markup["header"], row]

    def _show(self, question: Question) -> None:
        view = view_state(self._mentions, question)
        self._note.value = ""
        self._view: View = view
        turn = self.add_class if question.language == "ar" else self.remove_class
        turn(RIGHT_TO_LEFT)
        for name, html in panels.around(view).items():
            self._markup[name].html = html
        self._markup["evidence"].html = evidence.panel(self._mentions, view)
        self._text.show(question.where.text, question.language)
        self._name.show(question.sought, question.language)
        self._save.speak(question.language)
        self._show_content(view)

    def _show_content(self, view: View) -> None:
        # The picture is drawn even out of sight: the Save button saves it.
        self._picture.draw(view.chart)
        pane = evidence.pane(self._mentions, view)
        self._markup["pane"].html = pane or ""
        content = self._picture if pane is None else self._markup["pane"]
        if self._content.children != (content,):
            self._content.children = (content,)

    def _point(self, place: list[Any]) -> None:
        entity, *where = place
        if where:
            self.ask(["read", *where])
        else:
            self.ask(["select", entity])

    def _search(self, text: str) -> None:
        self.filter = replace(self.filter, text=text)

    def _seek(self, name: str) -> None:
        self._show(replace(self.question, sought=name))

    def _save_as(self, name: str, suffix: str) -> None:
        self._note.value = save_here(self.chart, name, suffix, self.question.language)


def _filter(where: Filter | Mapping[str, object] | None) -> Filter:
    if where is None:
        return Filter()
    return where if isinstance(where, Filter) else Filter.from_dict(where)
