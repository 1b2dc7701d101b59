"""Evidence: what stands in place of the picture, and under it.

On top of the sentences stands the ledger, whose parts sum to the number on the bar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.explorer import kwic, ledger, over_time, panels
from kit.explorer.markup import tag
from kit.explorer.reading import article
from kit.explorer.sentences import sentences, turning

if TYPE_CHECKING:
    from kit.explorer.state import View
    from kit.mentions.mention import Mentions


def panel(mentions: Mentions, view: View) -> str:
    """Give what stands under the picture: the sum, the sentences, the page turns."""
    if view.question.view == "decide":
        return ""
    if view.rows.is_empty():
        # Without any bar either, the pane above already says what to do.
        nothing = "" if view.counts.table.is_empty() else panels.empty(view)
        return (ledger.heading(view) if view.ledger else "") + nothing
    if view.question.view == "concordance":
        return ledger.heading(view)  # the sentences stand above, in columns
    return ledger.heading(view) + sentences(mentions, view) + turning(view)


def pane(mentions: Mentions, view: View) -> str | None:
    """Give what stands in place of the picture, or None where the picture stands."""
    if view.question.view == "read":
        inner = article(mentions, view)
    elif view.counts.table.is_empty():
        inner = panels.empty(view)
    elif view.question.view == "table":
        inner = panels.table(view)
    elif view.question.view == "concordance":
        inner = kwic.table(mentions, view)
    elif (undated := over_time.undated(view)) is not None:
        inner = undated
    else:
        return None
    return tag("div", inner, css="kit-pane")
