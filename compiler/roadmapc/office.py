"""LibreOffice, the one program that makes a PDF of a document."""

import os
import shutil
import subprocess
import tempfile
import zlib
from datetime import date
from pathlib import Path
from typing import Never

import pyphen

from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
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
</node></item></oor:items>
"""
_SECONDS = 900
"""LibreOffice takes six minutes for 5,000 rows."""


def office_digest() -> str:
    """Another for each LibreOffice; empty if there is none."""
    office = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if office is None:
        return ""
    program = Path(office).resolve()
    found = program.stat()
    return f"{program} {found.st_size} {found.st_mtime_ns}"


def to_pdf(document: bytes, day: date) -> Outcome[bytes]:
    """A DOCX as PDF/A-2b made on a day, by the LibreOffice of this computer."""
    office = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if office is None:
        hint = "установите LibreOffice или соберите без PDF: --format docx"
        return _failed("для PDF нужен LibreOffice, а его на этом компьютере нет", hint)
    try:
        with tempfile.TemporaryDirectory(prefix="roadmapc.") as name:
            folder = Path(name)
            source = folder / "document.docx"
            source.write_bytes(document)
            profile = _profile(folder / "profile")
            options = ("--headless", "--convert-to", _PDF_A_2B, "--outdir", name)
            command = [office, f"-env:UserInstallation={profile.as_uri()}", *options, str(source)]
            environment = os.environ | {"TZ": "UTC"}
            subprocess.run(command, capture_output=True, timeout=_SECONDS, env=environment, check=True)
            return Outcome(dated((folder / "document.pdf").read_bytes(), day))
    except (OSError, subprocess.SubprocessError) as error:
        reason = "не успел" if isinstance(error, subprocess.TimeoutExpired) else "не справился"
    except (LookupError, ValueError, AssertionError, zlib.error):
        reason = "сделал файл, который не PDF"
    hint = "откройте документ в LibreOffice: он скажет, что ему мешает"
    return _failed(f"LibreOffice не напечатал PDF: {reason}", hint)


def _profile(folder: Path) -> Path:
    """The settings of one run: with settings of its own several may run at once, and all break words alike.

    Where words of the text may be broken LibreOffice reads in a dictionary that only some computers have.
    """
    settings = folder / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS.format(Path(str(pyphen.LANGUAGES["ru_RU"])).as_uri()), "utf-8")
    return folder


def _failed(message: str, hint: str) -> Outcome[Never]:
    return Outcome(None, (Diagnostic(NO_OFFICE, message, None, hints=(hint,)),))
