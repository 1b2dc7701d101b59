"""Names by head: organisations and places that no table lists.

A head and its complement name something where the complement does: a proper name
(جامعة هارفارد، حي الشجاعية), a field narrow enough to have one body (محكمة القضاء
الإداري), or a nationality. ``لجنة التحقيق`` and ``مركز المدينة`` name nobody, so each
head says in ``kit/data/heads.csv`` what it takes. What is named so once is found
elsewhere in the article without its head too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.language.romanise import romanise
from kit.lexicon.form import Form
from kit.lexicon.index import Entry
from kit.lexicon.lexicon import UNKNOWN_ENGLISH, Lexicon, Name
from kit.mentions.choosing import Choice
from kit.mentions.headed import Headed, HeadedNames
from kit.mentions.linking import name_words
from kit.mentions.propernames import NATIONAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.lexicon.headwords import Head
    from kit.mentions.matcher import Match
    from kit.mentions.tokenrow import TokenRow
    from kit.mentions.votes import Votes

ENGINE = "head"
_CLEAR = 2


def named_by_heads(
    found: Sequence[Match],
    standing: Sequence[Choice],
    row: TokenRow,
    lexicon: Lexicon,
    votes: Votes,
) -> Iterator[tuple[Choice, Name]]:
    """Give a choice, and a name, for each head whose complement makes a name.

    Parameters
    ----------
    found
        Matches of the heads in the article.
    standing
        What the forms found in the same article were taken for.
    votes
        How often each country is named: what is named by a head belongs to the one
        that is named most around it, if its own name says no other.

    """
    if not found:
        return
    finding = HeadedNames(standing, row, lexicon)
    named = _outer(sorted(finding.named(found), key=_place))
    full = _full_names(standing, named, row)
    taken: set[int] = set()
    proposals = []
    for one in named:
        short = full.get(name_words(one.match, row))
        if short is not None:
            yield _short(one, short), lexicon.names.get(short.entity) or _name(short)
            continue
        proposal = _proposal(one, row, votes)
        yield proposal
        proposals.append((one, *proposal))
        taken.update(range(one.match.first, one.match.last + 1))
    for one, choice, name in proposals:
        if one.alone:
            for match in finding.again(one.match, taken):
                taken.update(range(match.first, match.last + 1))
                yield _elsewhere(choice, match), name


def _place(headed: Headed) -> tuple[int, int]:
    return headed.match.first, -headed.match.last


def _outer(named: Sequence[Headed]) -> list[Headed]:
    """Leave out the places inside a longer name: جبل المكبر in حي جبل المكبر."""
    reached, found = -1, []
    for one in named:
        if one.head.kind == "place" and one.match.last <= reached:
            continue
        reached = max(reached, one.match.last)
        found.append(one)
    return found


def _full_names(
    standing: Sequence[Choice], named: Sequence[Headed], row: TokenRow
) -> dict[tuple[str, ...], Form]:
    """Give what the article names in full, by its words without the nationality."""
    full: dict[tuple[str, ...], Form] = {}
    for choice in standing:
        if choice.engine == "pattern" and choice.form.kind == "organisation":
            full[name_words(choice.match, row)[:-1]] = choice.form
    for one in named:
        if one.anchor and one.anchor.form in NATIONAL:
            form = _form(one.head, one.text(row), one.anchor.country)
            full.setdefault(name_words(one.match, row)[:-1], form)
    return full


def _short(named: Headed, full: Form) -> Choice:
    form = full._replace(form="short", note=f"short of {full.text}")
    return _choice(named.match, form)


def _name(form: Form) -> Name:
    return Name(form.kind, form.country, form.text, UNKNOWN_ENGLISH)


def _form(head: Head, text: str, country: str | None) -> Form:
    note = f'head "{head.word}" + name'
    return Form(text, romanise(text), head.kind, "name", country, note)


def _choice(match: Match, form: Form) -> Choice:
    return Choice(match._replace(entries=(Entry(form),)), form, engine=ENGINE)


def _proposal(named: Headed, row: TokenRow, votes: Votes) -> tuple[Choice, Name]:
    match, anchor = named.match, named.anchor
    country = anchor.country if anchor else _country(match, votes)
    form = _form(named.head, named.text(row), country)
    return _choice(match, form), _name(form)


def _elsewhere(choice: Choice, match: Match) -> Choice:
    form = choice.form._replace(note=f"{choice.form.note} elsewhere")
    return _choice(match, form)


def _country(match: Match, votes: Votes) -> str | None:
    """Give the country named most around, where it is so clearly."""
    most = votes.around(match.first).most_common(2)
    if not most or (len(most) > 1 and most[0][1] < _CLEAR * most[1][1]):
        return None
    return most[0][0]
