"""Acts typed line by line, and the plans that they become."""

from collections.abc import Iterator

from tables_by_hand import Typist

from roadmapc.incoming.blocks import Incoming
from roadmapc.recognition.account import Account
from roadmapc.recognition.directory import Directory
from roadmapc.recognition.to_plan import recognise
from roadmapc.recognition.written import written_directory, written_plan


def typed(text: str) -> Incoming:
    """A document: «= » in the middle, «> » on the right, «| a | b |» a row, «{1.}» an automatic number."""
    typist, rows = Typist(), list[list[str]]()
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            typist.type({"rows": rows, "lines": "№" in rows[0][0] or len(rows[0]) > 3})
            rows = []
        if line:
            typist.type(line)
    return typist.document()


def read_whole(text: str) -> str:
    """The plan, the directory, then what is left: as a person looks them through."""
    account = Account(typed(text))
    found = recognise(account.document, account, Directory(), "directory.yaml")
    plan = written_plan(found.plan, account.questions)
    directory = written_directory(found.directory.node(), "directory.yaml")
    return "\n".join((plan, "---", directory, *_left(account)))


def _left(account: Account) -> Iterator[str]:
    for each in account.residue():
        yield f"# осталось, {each.where}: «{each.text}» – {each.why or 'ПОТЕРЯНО'}"
