"""Executors of a table: the names of its cells as ids of the directory, doubts asked."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmapc.language.nominative import name_of
from roadmapc.recognition.asking import Asker, Place
from roadmapc.recognition.directory import Directory
from roadmapc.recognition.executor_names import Named, Reading, read_names
from roadmapc.recognition.grid import alike, in_one_line
from roadmapc.recognition.spellings import likely_pairs
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import Node, ScalarNode
from roadmapc.text.letters import capital
from roadmapc.text.shorten import shortened

_ONE, _TWO = "одно и то же", "разные"


class Cell(NamedTuple):
    """A cell of executors."""

    lines: tuple[str, ...]
    where: str
    place: Place
    """Of its field in the plan."""


class Executors:
    """Reads cells of executors; every cell of a table is seen before the first is written."""

    def __init__(self, directory: Directory, asker: Asker) -> None:
        """New bodies and people are put into the directory."""
        self._directory = directory
        self._asker = asker
        self._alone: set[str] = set()
        self._readings: dict[tuple[str, ...], Reading] = {}

    def learn(self, cells: Sequence[Cell]) -> None:
        """Read all cells of a table: names that stand alone in one are known in the others."""
        for cell in cells:
            if not set(cell.lines[0]) & set(",;("):
                named, doubtful = read_names(cell.lines, self.is_known)
                is_one = len(named) == 1 and not doubtful and not named[0].person
                self._alone |= {alike(named[0].text)} if is_one else set()
        for cell in cells:
            if cell.lines not in self._readings:
                reading = self._decided(read_names(cell.lines, self.is_known), cell)
                self._readings[cell.lines] = reading
                for each in (each for each in reading.named if each.short):
                    name = name_of(each.text) or each.text
                    self._directory.also(self._directory.body(name, short=each.short), each.short)
        self._join_spellings(cells)

    def is_known(self, name: str) -> bool:
        """Whether the directory knows a name, or it stands alone in a cell."""
        return alike(name) in self._alone or bool(self._id_of(name))

    def nodes(self, cell: Cell) -> tuple[Node, ...]:
        """Those whom a cell names, each as a plan writes it; of two names of one body the first stays."""
        found = map(self._node, self._readings[cell.lines].named)
        return tuple(
            {node.text if isinstance(node, ScalarNode) else id(node): node for node in found}.values()
        )

    def printed(self, cell: Cell) -> str:
        """What the fields of a plan print, a line a name, once they are written."""
        return "\n".join(map(self._printed, self._readings[cell.lines].named))

    def _decided(self, reading: Reading, cell: Cell) -> Reading:
        """A reading after what a person says of names that may be several: names parted by semicolons."""
        for parted in reading.doubtful:
            proposal = "; ".join(named.text for named in reading.named)
            said = shortened(in_one_line(" ".join(cell.lines)))
            question = f"сколько исполнителей названо: «{said}»?"
            about = f"исполнители {parted}"
            answer = self._asker.ask(about, cell.where, question, proposal, parted, place=cell.place)
            if answer != proposal:
                return read_names(tuple(answer.split(";")), lambda _: True)
        return reading

    def _join_spellings(self, cells: Sequence[Cell]) -> None:
        """Ask of names that may be of one body, and record those that are."""
        first: dict[str, Cell] = {}
        for cell in cells:
            for named in self._readings[cell.lines].named:
                if named.person is None and not self._id_of(named.text):
                    first.setdefault(named.text, cell)
        known = [name for _, name in self._directory.names()]
        distinct = {alike(name): name for name in reversed([*known, *first])}
        for short, full in likely_pairs(distinct.values()):
            if short not in first:
                continue
            question = f"«{short}» и «{full}» – один исполнитель?"
            _, where, place = first[short]
            if self._asker.choose(f"название {short}", where, question, _ONE, _TWO, place=place) == _ONE:
                shown = {} if self._directory.find_body(full) else {"short": short}
                self._directory.also(self._directory.body(name_of(full) or full, **shown), short)

    def _id_of(self, name: str) -> str:
        return self._directory.find_body(name) or self._directory.find_official(name)

    def _body(self, name: str) -> str:
        """The id of a body by a name in whatever case."""
        found = self._directory.find_body(name)
        return found or self._directory.body(name_of(name) or name)

    def _node(self, named: Named) -> Node:
        """An id where that says all, else the fields of an executor."""
        fields: dict[str, Node] = {}
        if named.person is not None:
            id_ = self._directory.official(
                named.person.name, post=named.post, full_name=named.person.full_name
            )
            is_in_post = named.post and self._directory.has_post(id_)
            fields |= {"as": text("post_and_name")} if is_in_post else {}
        else:
            id_ = self._directory.find_official(named.text) or self._body(named.text)
        if named.units:
            fields["units"] = sequence(tuple(text(self._body(unit)) for unit in named.units))
        fields |= {"qualifier": text(named.qualifier)} if named.qualifier else {}
        fields |= {"proviso": text(named.proviso)} if named.proviso else {}
        return mapping({"id": text(id_), **fields}) if fields else text(id_)

    def _printed(self, named: Named) -> str:
        if named.person is not None:
            name = self._directory.printed(self._directory.find_official(named.person.name))
            words = f"{capital(named.post)} {name}" if named.post else name
        else:
            words = self._directory.printed(self._id_of(named.text))
        shown = [self._directory.printed(self._id_of(unit)) for unit in named.units]
        units = f" ({', '.join(shown)})" if shown else ""
        qualifier = f", {named.qualifier}" if named.qualifier else ""
        return words + units + qualifier + (f" ({named.proviso})" if named.proviso else "")
