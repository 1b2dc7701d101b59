"""Decisions: what a researcher says about mentions, kept in a file beside the corpus.

The format of the file is told in ``kit/decisions/README.md``.
"""

from kit.decisions.decision import ACTIONS, Decision
from kit.decisions.keeping import (
    beside,
    decisions_beside,
    read_decisions,
    save_decisions,
)
from kit.decisions.record import COLUMNS, Decisions, Kept

__all__ = [
    "ACTIONS",
    "COLUMNS",
    "Decision",
    "Decisions",
    "Kept",
    "beside",
    "decisions_beside",
    "read_decisions",
    "save_decisions",
]
