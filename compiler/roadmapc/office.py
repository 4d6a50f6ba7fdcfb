"""LibreOffice, which makes a PDF of a document, and a DOCX of documents that we do not read ourselves."""

import os
import shutil
import signal
import subprocess
import tempfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pyphen

from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.outcome import Outcome, failed
from roadmapc.incoming.codes import NO_CONVERTER
from roadmapc.render.pdf import dated

NO_OFFICE = Code(
    "W506",
    "no-libreoffice",
    Severity.ERROR,
    """PDF собрать нечем.

Почему    PDF печатает LibreOffice, установленный на этом компьютере. Его нет, или он не справился.
Плохо     roadmapc build --format pdf без LibreOffice
Хорошо    roadmapc build --format docx; PDF сохраняют из Word: «Файл», «Экспорт», «PDF/A»
Основание ГОСТ Р ИСО 19005-2 (PDF/A-2)
""",
)

_PROGRAMS = ("soffice", "libreoffice")
_PDF_A_2B = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'
_SETTINGS = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Linguistic/ServiceManager/Dictionaries">
<node oor:name="roadmapc" oor:op="replace">
<prop oor:name="Locations" oor:type="oor:string-list"><value>{}</value></prop>
<prop oor:name="Format"><value>DICT_HYPH</value></prop>
<prop oor:name="Locales" oor:type="oor:string-list"><value>ru-RU</value></prop>
</node></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution"><value>true</value></prop>
<prop oor:name="MacroSecurityLevel"><value>3</value></prop>
<prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop>
</item></oor:items>
"""
_SECONDS = 900
"""LibreOffice takes six minutes for 5,000 rows."""
_DOCX = "docx:MS Word 2007 XML"
_SECONDS_OF_STRANGERS = 180
"""It takes three seconds for an order of a hundred rows."""


def _office() -> str | None:
    """Where LibreOffice is on this computer."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def office_digest() -> str:
    """Another for each LibreOffice; empty if there is none."""
    office = _office()
    if office is None:
        return ""
    program = Path(office).resolve()
    found = program.stat()
    return f"{program} {found.st_size} {found.st_mtime_ns}"


def to_pdf(document: bytes, day: date) -> Outcome[bytes]:
    """A DOCX as PDF/A-2b made on a day, by the LibreOffice of this computer."""
    made = _converted(document, ".docx", _PDF_A_2B, _SECONDS)
    try:
        if isinstance(made, bytes):
            return Outcome(dated(made, day))
        reason = made.reason
    except (LookupError, ValueError, AssertionError, zlib.error):
        reason = "сделал файл, который не PDF"
    if reason == _MISSING:
        hint = "установите LibreOffice или соберите без PDF: --format docx"
        return failed(NO_OFFICE, "для PDF нужен LibreOffice, а его на этом компьютере нет", hint)
    hint = "откройте документ в LibreOffice: он скажет, что ему мешает"
    return failed(NO_OFFICE, f"LibreOffice не напечатал PDF: {reason}", hint)


def to_docx(document: bytes, suffix: str) -> Outcome[bytes]:
    """A document whose name ends so as DOCX, with neither macros nor anything from the network."""
    made = _converted(document, suffix, _DOCX, _SECONDS_OF_STRANGERS)
    if isinstance(made, bytes):
        return Outcome(made)
    hint = f"откройте документ {suffix} в Word и сохраните как .docx"
    if made.reason == _MISSING:
        message = f"документ {suffix} читают через LibreOffice, а его на этом компьютере нет"
        return failed(NO_CONVERTER, message, hint, "или установите LibreOffice")
    return failed(NO_CONVERTER, f"LibreOffice не прочитал документ: {made.reason}", hint)


class _Failure(NamedTuple):
    """Why nothing was made, to be said after «LibreOffice»."""

    reason: str


_MISSING = "не найден"


def _converted(document: bytes, suffix: str, target: str, seconds: int) -> bytes | _Failure:
    """What LibreOffice makes of a document in a folder of its own."""
    office = _office()
    if office is None:
        return _Failure(_MISSING)
    try:
        with tempfile.TemporaryDirectory(prefix="roadmapc.") as name:
            source = Path(name) / f"source{suffix}"
            source.write_bytes(document)
            made = Path(name) / "made"
            profile = _profile(Path(name) / "profile")
            options = ("--headless", "--convert-to", target, "--outdir", str(made))
            command = [office, f"-env:UserInstallation={profile.as_uri()}", *options, str(source)]
            environment = os.environ | {"TZ": "UTC"}
            _run(command, environment, seconds)
            return next(iter(made.glob("source.*"))).read_bytes()
    except subprocess.TimeoutExpired:
        return _Failure("не успел")
    except (OSError, subprocess.SubprocessError, StopIteration):
        return _Failure("не справился")


def _run(command: list[str], environment: Mapping[str, str], seconds: int) -> None:
    """Run a program with all that it starts: LibreOffice is a script, and what it starts would outlive it."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet, env=environment, start_new_session=True)
    try:
        if code := process.wait(seconds):
            raise subprocess.CalledProcessError(code, command)
    except BaseException:
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
        raise


def _profile(folder: Path) -> Path:
    """The settings of one run: with settings of its own several may run at once, and all break words alike.

    Where words of the text may be broken LibreOffice reads in a dictionary that only some computers have.
    """
    settings = folder / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS.format(Path(str(pyphen.LANGUAGES["ru_RU"])).as_uri()), "utf-8")
    return folder
