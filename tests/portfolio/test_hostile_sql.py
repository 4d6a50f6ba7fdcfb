"""What a query may not do: it reads the views, and nothing else of the machine."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Ask = Callable[..., Result]

SECRET = "тайна"

READS = (
    "SELECT * FROM read_text('{secret}')",
    "SELECT * FROM read_blob('{secret}')",
    "SELECT * FROM read_csv('{secret}')",
    "SELECT * FROM read_json('{secret}')",
    "SELECT * FROM '{secret}'",
    "SELECT * FROM glob('{folder}/*')",
    "SELECT * FROM sniff_csv('{secret}')",
    "SELECT * FROM read_text('build/.roadmapc/../../secret.csv')",
    "SELECT * FROM query('SELECT * FROM read_text(''{secret}'')')",
    "SELECT * FROM query_table('{secret}')",
    "WITH x AS (SELECT * FROM read_text('{secret}')) SELECT * FROM x",
    "SELECT (SELECT content FROM read_text('{secret}'))",
    "SELECT getenv('HOME')",
    "SELECT * FROM 'https://127.0.0.1:1/a.csv'",
    "SELECT * FROM read_parquet('s3://bucket/a.parquet')",
    "SELECT * FROM sqlite_scan('{secret}', 'a')",
    "SELECT * FROM paths",
    "SELECT * FROM parameters",
)
WRITES = (
    "COPY (SELECT 1) TO '{folder}/written.csv'",
    "COPY plans TO '{table}' (USE_TMP_FILE false)",
    "EXPORT DATABASE '{folder}/exported'",
    "ATTACH '{folder}/attached.db'",
    "ATTACH ':memory:' AS other",
    "CREATE TABLE own AS SELECT 1",
    "CREATE OR REPLACE VIEW plans AS SELECT 1",
    "CREATE MACRO dates() AS 1",
    "DROP VIEW plans",
    "DELETE FROM municipalities",
    "INSERT INTO municipalities VALUES ('a', 'b', 'c', 'd')",
    "UPDATE municipalities SET file = '{secret}'",
    "INSTALL httpfs",
    "LOAD '{folder}/extension'",
    "SET enable_external_access = true",
    "SET allowed_paths = ['{secret}']",
    "RESET lock_configuration",
    "PRAGMA enable_profiling",
    "CALL pragma_version()",
    "EXPLAIN ANALYZE COPY (SELECT 1) TO '{folder}/written.csv'",
    "PREPARE q AS SELECT 1",
    "BEGIN",
    "CHECKPOINT",
    "SELECT 1; COPY (SELECT 1) TO '{folder}/written.csv'",
    "SELECT 1; SELECT 2",
)
MISTAKES = (
    "",
    "   -- ничего",
    "SELEC 1",
    "SELECT",
    "SELECT * FROM nowhere",
    "SELECT nothing FROM plans",
    "SELECT $1",
    "SELECT $first_day",
    "SELECT error('сама')",
    "SELECT 'a'::INTEGER",
    "SELECT 1 / 'x'",
    "(" * 20_000 + "1",
)


def state(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("query", [*READS, *WRITES, *MISTAKES], ids=lambda query: query[:50])
def test_a_query_is_refused_and_nothing_has_changed(query: str, ask: Ask, region: Path) -> None:
    assert ask().exit_code == 0
    secret = region / "secret.csv"
    secret.write_text(SECRET, "utf-8")
    table = next(region.glob("build/.roadmapc/portfolio/*.plans.parquet"))
    before = state(region)
    done = ask(
        "--sql",
        query.replace("{secret}", str(secret))
        .replace("{folder}", str(region))
        .replace("{table}", str(table)),
    )
    assert (done.exit_code, done.stdout) == (1, "")
    assert "W571" in done.stderr
    assert SECRET not in done.stderr
    assert state(region) == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT 1",
        "SELECT 1;",
        "FROM plans",
        "VALUES (1)",
        "DESCRIBE dates",
        "SUMMARIZE plans",
        "WITH x AS (FROM load) SELECT count(*) FROM x -- конец",
        "SELECT * FROM plans ORDER BY plan DESC LIMIT 1",
        "SELECT 1 AS a, 2 AS a",
        "SELECT 'nan'::DOUBLE, 'inf'::DOUBLE, NULL, 1.5::DECIMAL(9, 2), 2 ** 100, [1, 2]",
        "SELECT {'a': DATE '2024-01-01'}",
        "SELECT INTERVAL 1 DAY, TIME '10:00', TIMESTAMP '2024-01-01', 'x'::BLOB, MAP {'a': 1}, true",
        "SELECT DATE '290000-01-01', DATE '0044-01-01 (BC)', 'infinity'::DATE",
        "SELECT '=1+1', chr(27) || '[31m', chr(8238), '<script>'",
        "SELECT 1 WHERE false",
    ],
)
@pytest.mark.parametrize("form", ["table", "csv", "json", "html"])
def test_a_query_is_answered_in_every_form(query: str, form: str, ask: Ask) -> None:
    done = ask("--sql", query, "--format", form)
    assert done.exit_code == 0
    assert "\x1b" not in done.stdout or form == "csv"
    assert "<script" not in done.stdout or form != "html"


def test_no_password_is_known(ask: Ask) -> None:
    assert "ничего" in ask("--sql", "SELECT * FROM duckdb_secrets()").stdout


def test_an_answer_without_end_is_refused(ask: Ask) -> None:
    done = ask("--sql", "SELECT * FROM range(1000000000000)")
    assert (done.exit_code, done.stdout, "W572" in done.stderr) == (1, "", True)


@pytest.mark.skipif(sys.platform == "win32", reason="nobody sends signals there")
def test_a_query_without_end_ends_by_ctrl_c(region: Path) -> None:
    endless = "SELECT count(*) FROM range(1000000000) a, range(1000000000) b WHERE a.range * b.range % 7 = 3"
    words = (sys.executable, "-m", "roadmapc", "portfolio", "--sql", endless)
    quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(words, **quiet) as process:
        while not list(region.glob("build/.roadmapc/portfolio.json")):
            time.sleep(0.05)
        time.sleep(1)
        assert process.poll() is None
        os.kill(process.pid, signal.SIGINT)
        output, said = process.communicate(timeout=20)
    assert (process.returncode, output, said) == (-signal.SIGINT, b"", b"")
