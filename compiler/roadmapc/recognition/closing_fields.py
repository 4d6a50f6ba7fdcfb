"""What stands under the signature of an order: who drew it up, who gets it, who agrees, who has read."""

from roadmapc.recognition.account import Account, Question
from roadmapc.recognition.directory import Directory
from roadmapc.recognition.lines import Words, lines_of
from roadmapc.recognition.outline import Outline
from roadmapc.recognition.people import recorded
from roadmapc.recognition.sheets import Sheet
from roadmapc.recognition.signing import Copies, ExecutorMark, Sanction, Signature
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import Node
from roadmapc.text.dates import digits


class Closing:
    """Writes it, claiming every word that it writes."""

    def __init__(self, account: Account, directory: Directory) -> None:
        """People are looked up and recorded in `directory`."""
        self._account = account
        self._directory = directory

    def fields(self, outline: Outline) -> dict[str, Node]:
        """All fields of the order after its clauses."""
        signing, fields = outline.signing, dict[str, Node]()
        if signing.executor is not None:
            fields["executor_mark"] = self._executor_mark(signing.executor)
        if signing.copies:
            fields["distribution"] = sequence(
                tuple(self._copies(line, number) for number, line in enumerate(signing.copies))
            )
        if signing.agreed:
            fields["agreed"] = sequence(tuple(map(self._agreed, signing.agreed)))
        for sheet in outline.sheets:
            self._leave_form(sheet)
        of_sheets = [(one, sheet.is_approval) for sheet in outline.sheets for one in sheet.people]
        approved = (*signing.approved, *(one for one, is_approval in of_sheets if is_approval))
        acquainted = (*signing.acquainted, *(one for one, is_approval in of_sheets if not is_approval))
        for name, people in (("approval", approved), ("acquaintance", acquainted)):
            if people:
                fields[name] = sequence(tuple(text(self._person(each)) for each in people))
        return fields

    def _say(self, words: Words) -> str:
        self._account.take(*words.spans)
        return words.text

    def _executor_mark(self, made: ExecutorMark) -> Node:
        """With what the document tells; a telephone alone stands in place of the name."""
        said = {name: self._say(words) for name, words in made._asdict().items() if words.text}
        if "name" not in said:
            said = {"name": said.pop("phone", said.get("email", "")), **said}
        return mapping({name: text(words) for name, words in said.items()})

    def _leave_form(self, sheet: Sheet) -> None:
        """The words of a sheet that are not its people."""
        said = {span for one in sheet.people for span in (*one.post.spans, *one.name.spans)}
        for line in lines_of(sheet.blocks):
            if line.span not in said:
                self._account.leave(line.span, line.where, "лист: печатается сам")

    def _agreed(self, agreed: Signature | Sanction) -> Node:
        if isinstance(agreed, Signature):
            return mapping({"official": text(self._person(agreed))})
        said = {"act": self._say(agreed.act), "date": digits(agreed.day), "number": agreed.number}
        return mapping({name: text(words) for name, words in said.items()})

    def _copies(self, line: Copies, number: int) -> Node:
        """A line of the distribution list; how many copies it means is asked where it does not say."""
        to = self._say(line.to)
        count = line.number
        if not count:
            question = f"сколько экземпляров получает «{to}»?"
            place = ("order", "distribution", number)
            asked = Question(f"distribution.{number + 1}", line.to.where, question, "1", (), place)
            count = self._account.decide(asked)
        return mapping({"to": text(to), "copies": text(count)._replace(is_plain=True)})

    def _person(self, signature: Signature) -> str:
        self._say(signature.post)
        self._say(signature.name)
        name = recorded(signature.name.text) or signature.name.text
        return self._directory.official(
            name, **({"post": signature.post.text} if signature.post.text else {})
        )
