"""Decisions about the mentions of two articles written by hand, and their effect."""

import polars as pl
from counts.written_mentions import MENTIONS

from kit.decisions import Decision, Decisions
from kit.mentions.correcting import corrected

SHOWN = ("article", "start", "surface", "entity", "country", "inside", "form", "way")


def decide(action, *, day=1, **values):
    return Decision(action=action, time=f"2026-11-{day:02}T10:00:00Z", **values)


def at(place, surface, article="b"):
    end = place + len(surface)
    return {"article": article, "start": place, "end": end, "surface": surface}


def apply(*decisions):
    return corrected(MENTIONS, Decisions(decisions))


def changed(mentions):
    """Give the changed rows, those of the engine ``decision``."""
    rows = mentions.rows.filter(pl.col("engine") == "decision")
    return rows.select(SHOWN).rows()


def said(mentions):
    return mentions.decided.select("mentions", "reason").rows()
