"""Holders: a title means the person of whom the same article says that they hold it.

``الرئيس الأميركي دونالد ترامب`` says who holds the title; a later ``الرئيس الأميركي``
that no name follows then means him. A title whose holder the article does not name is
nobody's mention. Roles are no mentions by the rules of annotation, so this is a switch
of its own, off by default, and such mentions have the form ``title``.

A title is the same where the nationality after it is: ``الرئيس الروسي`` is not the
American one. Without a nationality (``قال الرئيس``) it is linked only if all that the
article gives this title to is one person.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from kit.lexicon.form import Form
from kit.lexicon.index import ARTICLE, Entry
from kit.mentions.choosing import Choice, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.mentions.matcher import Match

Standing = tuple[Choice, list[Choice]]


class _Phrase(NamedTuple):
    """A title with the countries after it, and the person whose name follows."""

    title: Match
    countries: tuple[Choice, ...]
    person: Form | None

    @property
    def is_title_alone(self) -> bool:
        """Whether it can stand for its holder: الرئيس, but not زوجته."""
        text = self.title.entries[0].form.text
        return bool(self.countries) or text.startswith(ARTICLE) or " " in text

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        entity = self.title.entries[0].form.entity
        return entity, tuple(choice.form.entity for choice in self.countries)


def with_titles(
    standing: Sequence[Standing], titles: Sequence[Match]
) -> list[Standing]:
    """Add the titles that stand for a person whom the article names as their holder.

    ``titles`` are the matches of titles in the article. The nationality in a title is
    then nested in its mention.
    """
    at = {outer.match.first: (outer, inner) for outer, inner in standing}
    phrases = list(_phrases(titles, at))
    holders: dict[tuple[str, tuple[str, ...]], dict[str, Form]] = defaultdict(dict)
    bare: dict[str, dict[str, Form]] = defaultdict(dict)
    for phrase in phrases:
        if phrase.person is not None:
            holders[phrase.key].setdefault(phrase.person.entity, phrase.person)
            bare[phrase.key[0]].setdefault(phrase.person.entity, phrase.person)
    for phrase in phrases:
        if phrase.person is not None or not phrase.is_title_alone:
            continue
        held = holders[phrase.key] if phrase.countries else bare[phrase.key[0]]
        # Two titles may end in one nationality: the first has it.
        if any(country.match.first not in at for country in phrase.countries):
            continue
        if held and (phrase.countries or len(held) == 1):
            choice = _choice(phrase, held)
            for country in phrase.countries:
                del at[country.match.first]
            at[choice.match.first] = choice, list(phrase.countries)
    return [at[first] for first in sorted(at)]


def _phrases(titles: Sequence[Match], at: Mapping[int, Standing]) -> Iterator[_Phrase]:
    """Give each title that stands free, the longest where several begin."""
    taken = tokens_of(outer for outer, _ in at.values())
    longest = {
        title.first: title for title in sorted(titles, key=lambda match: match.last)
    }
    for title in longest.values():
        if not taken.isdisjoint(range(title.first, title.last + 1)):
            continue
        countries: list[Choice] = []
        after = title.last + 1
        while after in at or after in longest:
            if after not in at:  # ولي العهد السعودي الأمير محمد بن سلمان
                after = longest[after].last + 1
                continue
            choice = at[after][0]
            if choice.form.kind != "country" or choice.match.stripped:
                break
            countries.append(choice)
            after = choice.match.last + 1
        last = at.get(after)
        named = last is not None and last[0].form.kind == "person"
        person = last[0].form if last and named else None
        yield _Phrase(title, tuple(countries), person)


def _choice(phrase: _Phrase, held: Mapping[str, Form]) -> Choice:
    title = phrase.title
    entity, full = list(held.items())[-1]
    text = title.entries[0].form.text
    form = Form(
        full.text,
        entity,
        "person",
        "title",
        full.country,
        f'title "{text}" held by {full.text}',
    )
    last = phrase.countries[-1].match.last if phrase.countries else title.last
    match = title._replace(last=last, entries=(Entry(form),))
    rivals = tuple(sorted(set(held) - {entity}))
    return Choice(match, form, undecided=rivals, engine="title")
