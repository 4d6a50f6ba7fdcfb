"""LibreOffice, the one program that makes a PDF of a document."""

import os
import shutil
import subprocess
import tempfile
import zlib
from datetime import date
from pathlib import Path
from typing import Never

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
_SECONDS = 900
"""LibreOffice takes six minutes for 5,000 rows."""


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
            # with a profile of its own several may run at once
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            options = ("--headless", "--convert-to", _PDF_A_2B, "--outdir", name)
            command = [office, profile, *options, str(source)]
            environment = os.environ | {"TZ": "UTC"}
            subprocess.run(command, capture_output=True, timeout=_SECONDS, env=environment, check=True)
            return Outcome(dated((folder / "document.pdf").read_bytes(), day))
    except (OSError, subprocess.SubprocessError) as error:
        reason = "не успел" if isinstance(error, subprocess.TimeoutExpired) else "не справился"
    except (LookupError, ValueError, AssertionError, zlib.error):
        reason = "сделал файл, который не PDF"
    hint = "откройте документ в LibreOffice: он скажет, что ему мешает"
    return _failed(f"LibreOffice не напечатал PDF: {reason}", hint)


def _failed(message: str, hint: str) -> Outcome[Never]:
    return Outcome(None, (Diagnostic(NO_OFFICE, message, None, hints=(hint,)),))
