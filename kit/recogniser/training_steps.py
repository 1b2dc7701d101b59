"""Learning, step by step: first from much news, then from the annotated corpora.

From news the network learns two things at once: to find the names that the kit's rules
found (right nine times in ten, for listed names and those beside a title), and to
guess hidden words (Devlin et al. 2019). As one word in five is hidden, it also
learns to tell a name by its surroundings alone.

After that it learns from each annotated corpus with a head of its own, and from news
that teachers have tagged: there it learns how sure they were, not only what they said
(Hinton et al. 2015).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from tqdm import tqdm

from kit.recogniser.network import GAP
from kit.recogniser.training_network import REACHES, Hidden, Known, Learner

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_GAP = max(REACHES)
_GUESS_WEIGHT = 0.1
_GUESS_AMONG = 1000
_SLOPE = 1.0
_DECAY = 0.01
_LEAST_RATE = 0.02
_MEAN_OF = 0.4  # the share of the steps, at the end
_MEAN_EVERY = 10
_SENTENCES_AT_ONCE = 200


class Lesson(NamedTuple):
    """A sentence to learn from.

    Attributes
    ----------
    tokens
        The numbers of its tokens.
    answers
        For each head that learns from it: the number of each token's tag, or a
        probability for each tag.

    """

    tokens: list[int]
    answers: Mapping[str, torch.Tensor]


class Course(NamedTuple):
    """Lessons of one kind.

    Attributes
    ----------
    lessons
        What is learned.
    places
        How many tokens of it are in one step.
    weights
        The heads that learn from it, and how much each counts.

    """

    lessons: Sequence[Lesson]
    places: int
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast to learn: steps, the highest rates (of vectors, too), what is hidden."""

    steps: int
    rate: float
    vector_rate: float
    hidden: Hidden


class _Optimisers:
    """Adam for everything, in its sparse form for the vectors of words and groups."""

    def __init__(self, learner: Learner, pace: Pace, warm_up: int) -> None:
        tables = [learner.words.weight, learner.groups.weight]
        chosen = {id(table) for table in tables}
        self.others = [p for p in learner.parameters() if id(p) not in chosen]
        self.pace, self._warm_up = pace, warm_up
        self._both = (
            torch.optim.AdamW(
                self.others, lr=pace.rate, weight_decay=_DECAY, betas=(0.9, 0.98)
            ),
            torch.optim.SparseAdam(tables, lr=pace.vector_rate),
        )

    def step(self, loss: torch.Tensor, at: int) -> None:
        done = at / self.pace.steps
        share = min(1.0, at / self._warm_up) * max(_LEAST_RATE, 1 - done)
        rates = (self.pace.rate, self.pace.vector_rate)
        for optimiser, rate in zip(self._both, rates, strict=True):
            optimiser.param_groups[0]["lr"] = rate * share
            optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.others, _SLOPE)
        for optimiser in self._both:
            optimiser.step()


def learn_from_news(
    learner: Learner, known: Known, course: Course, counts: Sequence[int], pace: Pace
) -> None:
    """Learn names from rules, and to guess hidden words.

    ``counts`` says how often each word of the vocabulary occurs, by number.
    """
    optimisers = _Optimisers(learner, pace, warm_up=200)
    draw = np.random.default_rng(1)
    often = np.array([0, *counts], float) ** 0.75
    shares = np.cumsum(often / often.sum())
    sentences = _sampled(course, draw)
    for at in tqdm(range(pace.steps), desc="learning from news"):
        lessons = next(sentences)
        stream = _stream(lessons)
        full = stream != GAP
        read, away = learner.read(known, stream, pace.hidden)
        hidden = known.words[stream[away]]
        seen = read[away][hidden > 0]
        others = np.unique(np.searchsorted(shares, draw.random(_GUESS_AMONG)))
        loss = _loss(learner, course, read[full], lessons)
        guesses = _guess_loss(
            learner, seen, hidden[hidden > 0], torch.from_numpy(others)
        )
        optimisers.step(loss + _GUESS_WEIGHT * guesses, at)


def _guess_loss(
    learner: Learner, seen: torch.Tensor, hidden: torch.Tensor, others: torch.Tensor
) -> torch.Tensor:
    distinct, right = torch.unique(hidden, return_inverse=True)
    among = torch.cat([distinct, others[~torch.isin(others, distinct)]])
    among = among.clamp(1, len(learner.commonness) - 1)
    scores = learner.guess(seen) @ learner.words(among).T + learner.commonness[among]
    return functional.cross_entropy(scores, right)


def learn_from_courses(
    learner: Learner, known: Known, courses: Sequence[Course], pace: Pace, seed: int
) -> None:
    """Learn from several corpora at once, and keep the mean of the last weights.

    The mean of the weights on the way is better and steadier than the last ones
    (Izmailov et al. 2018).
    """
    torch.manual_seed(seed)
    draw = np.random.default_rng(seed)
    optimisers = _Optimisers(learner, pace, warm_up=100)
    sampled = [_sampled(course, draw) for course in courses]
    mean: dict[str, torch.Tensor] = {}
    summed = 0
    for at in tqdm(range(pace.steps), desc="learning from corpora"):
        drawn = [next(lessons) for lessons in sampled]
        stream = _stream([lesson for lessons in drawn for lesson in lessons])
        read, _ = learner.read(known, stream, pace.hidden)
        parts = read[stream != GAP].split(
            [sum(len(lesson.tokens) for lesson in lessons) for lessons in drawn]
        )
        losses = map(partial(_loss, learner), courses, parts, drawn)
        optimisers.step(torch.stack(list(losses)).sum(), at)
        left = pace.steps - 1 - at
        if left <= _MEAN_OF * pace.steps and left % _MEAN_EVERY == 0:
            summed += 1
            for name, value in learner.state_dict().items():
                old = mean.setdefault(name, value.clone())
                old += (value - old) / summed
    learner.load_state_dict(mean)


def probabilities(
    learner: Learner, known: Known, sentences: Sequence[list[int]], head: str
) -> list[torch.Tensor]:
    """Give the probability of each tag of each token of sentences."""
    found = []
    with torch.no_grad():
        for first in range(0, len(sentences), _SENTENCES_AT_ONCE):
            some = sentences[first : first + _SENTENCES_AT_ONCE]
            stream = _stream([Lesson(tokens, {}) for tokens in some])
            read, _ = learner.read(known, stream)
            scores = learner.heads[head](read[stream != GAP])
            found.extend(scores.softmax(1).split([len(tokens) for tokens in some]))
    return found


def _loss(
    learner: Learner, course: Course, read: torch.Tensor, lessons: Sequence[Lesson]
) -> torch.Tensor:
    losses = []
    for head, weight in course.weights.items():
        answers = torch.cat([lesson.answers[head] for lesson in lessons])
        scores = learner.heads[head](read)
        losses.append(weight * functional.cross_entropy(scores, answers))
    return torch.stack(losses).sum()


def _sampled(course: Course, draw: np.random.Generator) -> Iterator[list[Lesson]]:
    """Give as many lessons as fill a step, over and over, each as often as others."""
    order: list[int] = []
    while True:
        chosen: list[Lesson] = []
        places = 0
        while places < course.places:
            if not order:
                order = draw.permutation(len(course.lessons)).tolist()
            lesson = course.lessons[order.pop()]
            chosen.append(lesson)
            places += len(lesson.tokens)
        yield chosen


def _stream(lessons: Sequence[Lesson]) -> torch.Tensor:
    gap = [GAP] * _GAP
    stream = [place for lesson in lessons for place in (*lesson.tokens, *gap)]
    return torch.tensor([*gap, *stream])
