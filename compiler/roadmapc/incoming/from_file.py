"""The door: a file of any office format to its blocks. What it is its bytes tell, not its name."""

from roadmapc.diagnostics.outcome import Outcome
from roadmapc.incoming.blocks import Incoming
from roadmapc.incoming.codes import DAMAGED, said
from roadmapc.incoming.from_docx import from_reading
from roadmapc.source.package import Refusal
from roadmapc.wordprocessing.from_package import from_package


def read(name: str, content: bytes) -> Outcome[Incoming]:
    """A document under the name that messages show."""
    reading = from_package(content)
    if isinstance(reading, Refusal):
        return Outcome(None, (said(name, DAMAGED, f"файл не открывается: {reading.reason}"),))
    return from_reading(name, reading)
