"""Training: from public corpora to the file that ships.

1. The vocabulary is counted in the news, and each word gets a first vector from the
   company it keeps (:mod:`kit.recogniser.training_vectors`).
2. A network learns from the news as the kit's rules label it, and to guess hidden
   words.
3. Two teachers go on from there to the annotated corpora, each with another seed.
4. They tag a part of the news together. The student that ships goes on from step 2,
   learning from the annotated corpora and from what the teachers were sure of.

Everything that is drawn is drawn from fixed seeds, and nothing depends on the clock.
"""

from __future__ import annotations

import copy
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch

from kit.language.normal import normalise
from kit.recogniser.file import Model, save_model
from kit.recogniser.tags import TAGS
from kit.recogniser.training_corpora import (
    NUMBERS,
    Annotated,
    Labelled,
    class_numbers,
    table_uses,
)
from kit.recogniser.training_network import WORD_SIZE, Hidden, Known, Learner
from kit.recogniser.training_steps import (
    Course,
    Lesson,
    Pace,
    learn_from_courses,
    learn_from_news,
    probabilities,
)
from kit.recogniser.training_vectors import word_vectors
from kit.recogniser.words import Vocabulary, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_RAREST = 5
_BUCKETS = 40_000
_VECTOR_SCALE = 0.3
_LONGEST = 150
_TEACHERS = (1, 2)
_NEWS_PACE = Pace(
    steps=3400,
    rate=2e-3,
    vector_rate=2e-3,
    hidden=Hidden(places=0.2, words=0.08, flow=0),
)
_TEACHER_PACE = Pace(
    steps=2500,
    rate=1e-3,
    vector_rate=1e-3,
    hidden=Hidden(places=0.05, words=0.1, flow=0.2),
)
_STUDENT_PACE = Pace(
    steps=2600,
    rate=1e-3,
    vector_rate=1e-3,
    hidden=Hidden(places=0.1, words=0.1, flow=0.15),
)
_TUTORED = 40_000  # sentences of news, about a million tokens
_SHORTEST, _LONGEST_TUTORED = 6, 119
_TEMPERATURE = 1.5  # measured on a held-out fifth of the annotated corpus


def train(
    annotated: Sequence[Annotated],
    others: Sequence[Annotated],
    news: Iterable[Labelled],
    output: Path,
) -> None:
    """Train a recogniser and write it to ``output``.

    Parameters
    ----------
    annotated
        The corpus whose notion of a name is learned.
    others
        A corpus with other notions, from which it helps to learn as well.
    news
        News as rules label it.
    output
        The ``.npz`` file to write.

    """
    torch.manual_seed(1)
    read = list(news)
    school = _School.of(annotated, others, read)
    school.learn_from_news()
    student = school.taught(school.tutored())
    network = student.shipped("names")
    save_model(Model(school.vocabulary, network, _TEMPERATURE), output)


class _School(NamedTuple):
    """What all learners share: words, lessons, and how far the news has brought them.

    Attributes
    ----------
    vocabulary, known
        The words, and what is known of the tokens of all corpora.
    learner
        The learner that learns from news; each teacher and the student begin as it.
    gold
        Courses from the annotated corpora.
    news
        Sentences of the news, with the tags of rules.
    counts
        How often each word of the vocabulary occurs in the news.

    """

    vocabulary: Vocabulary
    known: Known
    learner: Learner
    gold: tuple[Course, ...]
    news: list[Lesson]
    counts: list[int]

    @classmethod
    def of(
        cls,
        annotated: Sequence[Annotated],
        others: Sequence[Annotated],
        news: Sequence[Labelled],
    ) -> _School:
        """Count the words, and turn sentences into lessons."""
        counts = Counter(token for sentence in news for token in sentence.tokens)
        keys: Counter[str] = Counter()
        for token, count in counts.items():
            keys[key(normalise(token))] += count
        often = {word: count for word, count in keys.items() if count >= _RAREST}
        words = sorted(often, key=lambda word: (-often[word], word))
        vocabulary = Vocabulary.of(words, table_uses(), _BUCKETS)
        gold = {token for one in (*annotated, *others) for token in one.tokens}
        known = Known(vocabulary, sorted(gold | counts.keys()))
        classes = class_numbers(annotated)
        heads = {
            "rules": len(TAGS),
            "names": len(TAGS),
            "others": len(TAGS),
            "classes": len(classes),
        }
        return cls(
            vocabulary,
            known,
            Learner(vocabulary, heads),
            (
                Course(
                    [_annotated_lesson(known, one, classes) for one in annotated],
                    places=400,
                    weights={"names": 1.0, "classes": 0.3},
                ),
                Course(
                    [_other_lesson(known, one) for one in others],
                    places=200,
                    weights={"others": 0.5},
                ),
            ),
            [lesson for one in news for lesson in _news_lessons(known, one)],
            [often[word] for word in words],
        )

    def learn_from_news(self) -> None:
        """Give words their first vectors, then learn from the rules and by guessing."""
        numbers = self.known.words
        sentences = [numbers[lesson.tokens].numpy() for lesson in self.news]
        vectors = word_vectors(sentences, len(self.counts) + 1, WORD_SIZE)
        vectors[0] = 0
        with torch.no_grad():
            self.learner.words.weight.copy_(torch.from_numpy(_VECTOR_SCALE * vectors))
        course = Course(self.news, places=2000, weights={"rules": 1.0})
        learn_from_news(self.learner, self.known, course, self.counts, _NEWS_PACE)

    def tutored(self) -> Course:
        """Let teachers learn from the annotated corpora and tag a part of the news."""
        teachers = []
        for seed in _TEACHERS:
            teacher = copy.deepcopy(self.learner)
            learn_from_courses(teacher, self.known, self.gold, _TEACHER_PACE, seed)
            teachers.append(teacher)
        order = np.random.default_rng(2).permutation(len(self.news)).tolist()
        drawn = (self.news[at].tokens for at in order)
        fit = (one for one in drawn if _SHORTEST <= len(one) <= _LONGEST_TUTORED)
        sentences = list(islice(fit, _TUTORED))
        opinions = [
            probabilities(teacher, self.known, sentences, "names")
            for teacher in teachers
        ]
        lessons = [
            Lesson(tokens, {"names": torch.stack(parts).mean(0)})
            for tokens, *parts in zip(sentences, *opinions, strict=True)
        ]
        return Course(lessons, places=1000, weights={"names": 1.0})

    def taught(self, tutored: Course) -> Learner:
        """Let the student learn from the annotated corpora and from the teachers."""
        student = copy.deepcopy(self.learner)
        courses = (*self.gold, tutored)
        learn_from_courses(student, self.known, courses, _STUDENT_PACE, seed=4)
        return student


def _annotated_lesson(
    known: Known, sentence: Annotated, classes: dict[str, int]
) -> Lesson:
    finer = [classes[name] for name in sentence.classes]
    answers = {"names": torch.tensor(sentence.tags), "classes": torch.tensor(finer)}
    return Lesson(_numbered(known, sentence.tokens), answers)


def _other_lesson(known: Known, sentence: Annotated) -> Lesson:
    answers = {"others": torch.tensor(sentence.tags)}
    return Lesson(_numbered(known, sentence.tokens), answers)


def _news_lessons(known: Known, sentence: Labelled) -> Iterator[Lesson]:
    """Give the lessons of a sentence: several where it is very long."""
    for first in range(0, len(sentence.tokens), _LONGEST):
        tokens = _numbered(known, sentence.tokens[first : first + _LONGEST])
        tags = sentence.tags[first : first + _LONGEST]
        answers = {"rules": torch.tensor([NUMBERS[tag] for tag in tags])}
        yield Lesson(tokens, answers)


def _numbered(known: Known, tokens: Sequence[str]) -> list[int]:
    return [known.numbers[token] for token in tokens]
