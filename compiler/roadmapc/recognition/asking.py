"""Questions about one appendix, each with a name of its own."""

from roadmapc.recognition.account import Account, Question
from roadmapc.recognition.ids import Ids

Place = tuple[str | int, ...]


class Asker:
    """Asks about an appendix."""

    def __init__(self, account: Account, appendix: str) -> None:
        """`appendix` is its id: names of questions begin with it."""
        self._account = account
        self._appendix = appendix
        self._ids = Ids()

    def ask(
        self, about: str, where: str, question: str, proposal: str, *others: str, place: Place = ()
    ) -> str:
        """The answer; `about` are words that name the question, the same in every run."""
        return self._account.decide(Question(self._id(about), where, question, proposal, others, place))

    def choose(
        self, about: str, where: str, question: str, proposal: str, *others: str, place: Place = ()
    ) -> str:
        """The answer, which is one of those that are offered."""
        asked = Question(self._id(about), where, question, proposal, others, place, is_choice=True)
        return self._account.decide(asked)

    def _id(self, about: str) -> str:
        return f"{self._appendix}.{self._ids.name(about)}"
