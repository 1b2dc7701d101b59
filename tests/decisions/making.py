"""Decisions that the tests beside make up."""

from hypothesis import strategies as st

from kit.decisions import Decision, Decisions

# Arabic, and all that a spreadsheet, CSV or a careless hand puts into a cell.
CELLS = st.text(
    st.sampled_from(list("ابليأً،\"',;|=+-@\t\r\n \\0Aéـ\u200f\u2067"))
    | st.characters(codec="utf-8"),
    max_size=12,
)
NAMES = CELLS.filter(bool)
TIMES = st.integers(1, 28).map(lambda day: f"2026-11-{day:02}T10:00:00Z")
ABOUT = {"time": TIMES, "note": CELLS, "by": CELLS}


def placed(action, **values):
    return st.builds(
        lambda surface, start, rest: Decision(
            action=action,
            article="a",
            start=start,
            end=start + len(surface),
            surface=surface,
            **rest,
        ),
        NAMES,
        st.integers(0, 10**6),
        st.fixed_dictionaries(ABOUT | values),
    )


ANY = st.one_of(
    placed("not a mention"),
    placed("someone else", becomes=NAMES),
    placed("country", country=st.sampled_from(["", "LY"])),
    st.builds(Decision, action=st.just("alias"), surface=NAMES, entity=NAMES, **ABOUT),
    st.builds(
        Decision,
        action=st.just("new actor"),
        entity=st.just("some-one"),
        kind=st.sampled_from(["person", "place"]),
        name=NAMES,
        aliases=st.lists(
            NAMES.filter(lambda text: text.strip() and "|" not in text), max_size=2
        ).map(tuple),
        **ABOUT,
    ),
    st.builds(Decision, action=st.just("undo"), undoes=NAMES, **ABOUT),
)
RECORDS = st.lists(ANY, max_size=5).map(lambda some: Decisions(tuple(some)))


def alias(text, entity="LY", *, day=1, **values):
    """Write an alias out, decided on a day of November."""
    time = f"2026-11-{day:02}T10:00:00Z"
    return Decision(action="alias", surface=text, entity=entity, time=time, **values)
