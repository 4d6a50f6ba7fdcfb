"""What a compiler that stays remembers from one plan text to the next: answers by what was asked about.

Nothing is remembered by time or by name alone, so an answer is that of a compiler that has just begun.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

A = TypeVar("A", bound=Hashable)
T = TypeVar("T")

_MOST = 20_000
"""Answers of one kind; a text that is edited for days leaves many behind."""


class Memo:
    """Answers of pure functions, by their kind, then by what they were asked about."""

    def __init__(self, *, is_kept: bool = True) -> None:
        """Nothing yet; who compiles once asks few things twice, and keeps nothing."""
        self.is_kept = is_kept
        self._kinds: dict[Hashable, tuple[object, Any]] = {}

    def of(self, kind: Hashable, given: object = None, *, make: Callable[[], Any] = dict) -> Any:
        """The answers of a kind, to be added to; none once what is `given` differs, or if they are many."""
        if not self.is_kept:
            return make()
        known = self._kinds.get(kind)
        if known is None or known[0] != given or len(known[1]) > _MOST:
            known = self._kinds[kind] = given, make()
        return known[1]

    def answer(self, kind: Hashable, about: object, find: Callable[[], T]) -> T:
        """The answer to the only question of its kind, found anew as soon as what it is about differs."""
        known = self.of(kind, about)
        if not known:
            known[kind] = find()
        answer: T = known[kind]
        return answer

    def of_each(self, question: Callable[[A], T], kind: Hashable = None) -> Callable[[A], T]:
        """A function that sees nothing but what it is asked about, and is asked it once.

        One that is no function of a module needs a kind.
        """
        answers: dict[A, T] = self.of(kind or question)

        def answer(about: A) -> T:
            if about not in answers:
                answers[about] = question(about)
            return answers[about]

        return answer


NOTHING_KEPT = Memo(is_kept=False)
"""Of who compiles once."""
