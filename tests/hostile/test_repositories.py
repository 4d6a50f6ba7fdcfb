"""Repositories of strangers: whatever their settings, files and links say, they are only read.

Each way of running a program leaves a mark; a repository in which git itself leaves the mark proves that the
way is one.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from limits import command, environment

from roadmapc.revision import files as revision

CASES = Path(__file__).parents[1] / "diff"


def git(*arguments: str, folder: Path, **variables: str) -> str:
    identity = ["-c", "user.name=Примеров", "-c", "user.email=p@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(
        ["git", *identity, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | variables,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


APPENDIX = "\nappendices:\n  - id: concept\n    title: Концепция\n    parts: [{{file: {}}}]\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two revisions of one plan."""
    folder = tmp_path / "repository"
    plans = folder / "roadmaps"
    (plans / "organisations").mkdir(parents=True)
    text = (CASES / "cases" / "deadline-later" / "before.yaml").read_text("utf-8")
    (plans / "plan.yaml").write_text(text, "utf-8")
    shutil.copy(CASES / "organisations" / "town.yaml", plans / "organisations")
    git("init", folder=folder)
    git("add", ".", folder=folder)
    git("commit", "-m", "планы", folder=folder)
    (plans / "plan.yaml").write_text(text.replace("до 01.09 ежегодно", "до 01.10 ежегодно"), "utf-8")
    git("commit", "-a", "-m", "правка", folder=folder)
    return folder


@pytest.fixture
def mark(tmp_path: Path) -> Path:
    return tmp_path / "mark"


@pytest.fixture
def program(tmp_path: Path, mark: Path) -> Path:
    """A stranger's program: it leaves a mark."""
    made = tmp_path / "program.sh"
    made.write_text(f"#!/bin/sh\ntouch '{mark}'\nexit 1\n", "utf-8")
    made.chmod(0o755)
    return made


def run(*arguments: str, folder: Path, **variables: str) -> "subprocess.CompletedProcess[bytes]":
    done = subprocess.run(
        command(*arguments),
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=60,
        env=environment() | variables,
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode in (0, 1, 2), done.stderr.decode()
    return done


def commands(back: Path) -> Iterator[list[str]]:
    """All commands that ask git."""
    yield ["diff", "HEAD~1:roadmaps", "roadmaps"]
    yield ["diff", "HEAD~1:roadmaps/plan.yaml", "roadmaps/plan.yaml"]
    yield ["diff", "HEAD~1:./", "."]
    yield ["verify", str(back), "roadmaps/plan.yaml"]
    yield ["check", "HEAD:roadmaps/plan.yaml"]
    yield ["build", "-o", str(back.parent / "out"), "--previous", "HEAD:roadmaps"]


SETTINGS = {
    "signatures": ["log.showSignature=true", "gpg.program={}"],
    "signatures by ssh": ["log.showSignature=true", "gpg.format=ssh", "gpg.ssh.program={}"],
    "signatures of certificates": ["log.showSignature=true", "gpg.format=x509", "gpg.x509.program={}"],
    "monitor of files": ["core.fsmonitor={}"],
    "pager": ["core.pager={}", "pager.log={}", "pager.cat-file={}"],
    "editor": ["core.editor={}", "sequence.editor={}"],
    "external differences": ["diff.external={}"],
    "textconv": ["diff.yaml.textconv={}", "core.attributesFile=attributes"],
    "filters": ["filter.x.smudge={}", "filter.x.clean={}", "filter.x.process={}"],
    "passwords": ["core.askPass={}", "credential.helper={}"],
    "ways to servers": ["core.sshCommand={}", "core.gitProxy={}"],
    "other names of commands": ["alias.cat-file=!{}", "alias.ls-tree=!{}", "alias.log=!{}"],
    "rest of the housekeeping": ["gc.auto=1", "core.alternateRefsCommand={}"],
}


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_settings_of_a_repository_run_nothing(
    settings: list[str], repository: Path, program: Path, mark: Path, tmp_path: Path
) -> None:
    for setting in settings:
        name, _, value = setting.format(program).partition("=")
        git("config", name, value, folder=repository)
    (repository / ".git" / "info" / "attributes").write_text("* diff=yaml filter=x\n")
    sign(repository)
    back = tmp_path / "back.docx"
    back.write_bytes(b"PK")
    for arguments in commands(back):
        run(*arguments, folder=repository)
        assert not mark.exists(), arguments


def sign(repository: Path) -> None:
    """Make the last commit look signed, so that git would have a program look at it."""
    head = git("cat-file", "commit", "HEAD", folder=repository)
    first, _, words = head.partition("\n\n")
    text = f"{first}\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n{words}\n"
    name = subprocess.run(
        ["git", "hash-object", "-t", "commit", "-w", "--stdin"],
        input=text.encode(),
        cwd=repository,
        capture_output=True,
        check=True,
    ).stdout.decode()
    git("update-ref", "refs/heads/main", name.strip(), folder=repository)


def test_the_way_by_signatures_is_one(repository: Path, program: Path, mark: Path) -> None:
    git("config", "log.showSignature", "true", folder=repository)
    git("config", "gpg.program", str(program), folder=repository)
    sign(repository)
    subprocess.run(["git", "log"], cwd=repository, capture_output=True, check=False)
    assert mark.exists()


REMOTES = {
    "program of a server": ["remote.origin.url=.", "remote.origin.uploadpack={}"],
    "protocol that is a program": ["remote.origin.url=ext::{}", "protocol.ext.allow=always"],
    "helper of another system": [
        "remote.origin.vcs=ext",
        "remote.origin.url={}",
        "protocol.ext.allow=always",
    ],
    "server by ssh": ["remote.origin.url=ssh://x/y", "core.sshCommand={}", "protocol.ssh.allow=always"],
    "other address": ["remote.origin.url=x:y", "url.ext::{}.insteadOf=x:", "protocol.ext.allow=always"],
}


@pytest.mark.parametrize("settings", REMOTES.values(), ids=REMOTES)
def test_missing_objects_are_not_fetched(
    settings: list[str], repository: Path, program: Path, mark: Path, tmp_path: Path
) -> None:
    lose(repository, "HEAD~1:roadmaps/plan.yaml")
    git("config", "extensions.partialClone", "origin", folder=repository)
    git("config", "remote.origin.promisor", "true", folder=repository)
    for setting in settings:
        name, _, value = setting.format(program).rpartition("=")
        git("config", name, value, folder=repository)
    done = run("diff", "HEAD~1:roadmaps/plan.yaml", "roadmaps/plan.yaml", folder=repository)
    assert not mark.exists()
    assert done.returncode == 1
    assert "W510" in done.stderr.decode()
    assert done.stdout.decode().startswith("Не сравнено: ")


def lose(repository: Path, name: str) -> None:
    """Delete an object that history needs."""
    known = git("rev-parse", name, folder=repository)
    (repository / ".git" / "objects" / known[:2] / known[2:]).unlink()


def test_the_way_by_missing_objects_is_one(repository: Path, program: Path, mark: Path) -> None:
    lose(repository, "HEAD~1:roadmaps/plan.yaml")
    for setting, value in (
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", "."),
        ("remote.origin.uploadpack", str(program)),
    ):
        git("config", setting, value, folder=repository)
    asked = ["git", "cat-file", "blob", "HEAD~1:roadmaps/plan.yaml"]
    allowed = {name: value for name, value in os.environ.items() if name != "GIT_NO_LAZY_FETCH"}
    subprocess.run(asked, cwd=repository, capture_output=True, check=False, env=allowed)
    assert mark.exists()


@pytest.mark.parametrize("place", ["roadmaps", "roadmaps/organisations"])
def test_a_repository_among_the_files_of_another_runs_nothing(
    place: str, repository: Path, program: Path, mark: Path, tmp_path: Path
) -> None:
    folder = repository / place
    for name in ("objects/info", "refs/heads"):
        (folder / name).mkdir(parents=True)
        (folder / name / "keep").write_text("")
    (folder / "HEAD").write_text("ref: refs/heads/main\n")
    (folder / "config").write_text(
        "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"
        f"\tfsmonitor = {program}\n\tpager = {program}\n"
        f"[log]\n\tshowSignature = true\n[gpg]\n\tprogram = {program}\n"
    )
    back = tmp_path / "back.docx"
    back.write_bytes(b"PK")
    for arguments in (
        ["diff", "HEAD:roadmaps", "."],
        ["diff", "HEAD:./plan.yaml", "plan.yaml"],
        ["verify", str(back), "plan.yaml"],
        ["build", "plan.yaml", "-o", str(tmp_path / "out"), "--previous", "HEAD:build"],
    ):
        done = run(*arguments, folder=folder)
        assert not mark.exists(), arguments
        assert "Изменений нет" not in done.stdout.decode()


@pytest.mark.parametrize("name", ["git", "git.exe", "git.bat", "less", "gpg", "ssh"])
def test_programs_that_lie_in_the_repository_are_not_run(
    name: str, repository: Path, program: Path, mark: Path
) -> None:
    (repository / name).write_bytes(program.read_bytes())
    (repository / name).chmod(0o755)
    for path in (f".{os.pathsep}{os.environ['PATH']}", f"{os.pathsep}{os.environ['PATH']}"):
        done = run("diff", "HEAD~1:roadmaps", "roadmaps", folder=repository, PATH=path)
        assert not mark.exists()
        assert done.returncode == 0


VARIABLES = {
    "GIT_EXTERNAL_DIFF": "{}",
    "GIT_PAGER": "{}",
    "GIT_SSH_COMMAND": "{}",
    "GIT_CONFIG_PARAMETERS": "'core.fsmonitor={}'",
    "GIT_DIR": "/nowhere",
    "GIT_INDEX_FILE": "/nowhere",
    "GIT_OBJECT_DIRECTORY": "/nowhere",
    "GIT_TRACE": "1",
}


@pytest.mark.parametrize("name", VARIABLES)
def test_variables_of_git_change_nothing(name: str, repository: Path, program: Path, mark: Path) -> None:
    plain = run("diff", "HEAD~1:roadmaps", "roadmaps", folder=repository)
    other = run(
        "diff", "HEAD~1:roadmaps", "roadmaps", folder=repository, **{name: VARIABLES[name].format(program)}
    )
    assert not mark.exists()
    assert (other.stdout, other.stderr) == (plain.stdout, plain.stderr)


def test_another_text_under_the_name_of_a_revision_is_not_read(repository: Path) -> None:
    plain = run("diff", "HEAD~1:roadmaps", "roadmaps", folder=repository)
    old = git("rev-parse", "HEAD~1:roadmaps/plan.yaml", folder=repository)
    text = git("cat-file", "blob", old, folder=repository).replace("2021", "2022")
    (repository / "forged").write_text(text, "utf-8")
    new = git("hash-object", "-w", "forged", folder=repository)
    git("replace", old, new, folder=repository)
    assert run("diff", "HEAD~1:roadmaps", "roadmaps", folder=repository).stdout == plain.stdout


def answer(repository: Path, *arguments: str, **variables: str) -> tuple[str, str]:
    """The findings, and the reasons of what is not compared; every form agrees that something is not."""
    for form in ("text", "markdown", "html"):
        done = run("diff", *arguments, "--format", form, folder=repository, **variables)
        told = done.stdout.decode()
        assert done.returncode == 1
        assert "Не сравнено: " in told
        assert "изменений нет" not in told.casefold()
        if form != "html":
            assert told.lstrip("*").startswith("Не сравнено: ")
    done = run("diff", *arguments, "--format", "json", folder=repository, **variables)
    shown = json.loads(done.stdout)
    return done.stderr.decode(), " ".join(each["reason"] for each in shown["not_compared"])


FOLDERS = ("HEAD~1:roadmaps", "roadmaps")


def without_git(repository: Path) -> dict[str, str]:
    return {"PATH": "/nowhere"}


def without_repository(repository: Path) -> dict[str, str]:
    (repository / ".git").rename(repository / "git-was-here")
    return {}


def without_history(repository: Path) -> dict[str, str]:
    (repository / ".git" / "shallow").write_text(git("rev-parse", "HEAD", folder=repository) + "\n")
    return {}


def of_a_stranger(repository: Path) -> dict[str, str]:
    os.chown(repository / ".git", 1234, 1234)
    os.chown(repository, 1234, 1234)
    return {}


def without_a_tree(repository: Path) -> dict[str, str]:
    lose(repository, "HEAD~1:roadmaps/organisations")
    return {}


def with_a_torn_tree(repository: Path) -> dict[str, str]:
    known = git("rev-parse", "HEAD~1:roadmaps", folder=repository)
    path = repository / ".git" / "objects" / known[:2] / known[2:]
    path.chmod(0o644)
    path.write_bytes(b"torn")
    return {}


def without_commits(repository: Path) -> dict[str, str]:
    git("update-ref", "-d", "refs/heads/main", folder=repository)
    return {}


CAUSES: dict[Callable[[Path], dict[str, str]], tuple[str, str, str]] = {
    without_git: ("W507", "git не найден", "установите git"),
    without_repository: ("W508", "не лежит в хранилище git", "git init"),
    without_history: ("W504", "редакции «HEAD~1» в хранилище нет", "--deepen=50"),
    of_a_stranger: ("W509", "принадлежит другому пользователю", "safe.directory"),
    without_a_tree: ("W510", "повреждено", "git fsck"),
    with_a_torn_tree: ("W510", "повреждено", "git fsck"),
    without_commits: ("W504", "редакции «HEAD~1» в хранилище нет", "git commit"),
}


@pytest.mark.parametrize("spoil", CAUSES, ids=lambda spoil: spoil.__name__)
def test_each_cause_has_its_words_and_its_advice(
    spoil: Callable[[Path], dict[str, str]], repository: Path
) -> None:
    code, reason, advice = CAUSES[spoil]
    said, reasons = answer(repository, *FOLDERS, **spoil(repository))
    assert code in said
    assert reason in reasons
    assert advice in said


def test_a_mistyped_folder_is_no_empty_one(repository: Path) -> None:
    said, reasons = answer(repository, "HEAD:roadmap", "roadmaps")
    assert "W505" in said
    assert "в HEAD нет папки «roadmap»" in reasons


def test_a_copy_without_trees_is_not_one_without_plans(repository: Path, tmp_path: Path) -> None:
    git("config", "uploadpack.allowFilter", "true", folder=repository)
    git("clone", "--filter=tree:0", "--no-checkout", repository.as_uri(), "copy", folder=tmp_path)
    (tmp_path / "copy" / "roadmaps").mkdir()
    said, reasons = answer(tmp_path / "copy", *FOLDERS)
    assert "W510" in said
    assert "копия хранилища неполная" in reasons


def test_a_git_that_hangs_is_not_waited_for_for_ever(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 100\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(revision, "SECONDS", 1)
    monkeypatch.chdir(repository)
    found = revision.contents(revision.Revised("HEAD", "roadmaps"))
    assert found.value is None
    assert "не ответил за 1 секунд" in found.diagnostics[0].message


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("target", [".", "..", ".git", "/etc"])
def test_nothing_hidden_or_outside_is_read_as_a_text(target: str, repository: Path, tmp_path: Path) -> None:
    (repository / ".git" / "config").write_text((repository / ".git" / "config").read_text() + "# token\n")
    plan = repository / "roadmaps" / "plan.yaml"
    (repository / "link").symlink_to(target)
    (repository / "roadmaps" / "inner").symlink_to(repository / target)
    for reference in (".git/config", "./.git/config", "inner/.git/config", "inner/config", "inner/passwd"):
        text = plan.read_text("utf-8").replace("\nappendices:\n", APPENDIX.format(reference), 1)
        (repository / "roadmaps" / "other.yaml").write_text(text, "utf-8")
        done = run("check", "roadmaps/other.yaml", folder=repository)
        assert "M406" in done.stderr.decode(), reference
        assert "token" not in done.stderr.decode()


def test_the_folder_of_plans_may_be_a_link_to_the_root_and_shows_no_settings(repository: Path) -> None:
    (repository / "other").mkdir()
    (repository / "other" / "roadmaps").symlink_to("..")
    text = (repository / "roadmaps" / "plan.yaml").read_text("utf-8")
    changed = text.replace("\nappendices:\n", APPENDIX.format(".git/config"), 1)
    changed = changed.replace("organisation: ", "organisation: roadmaps/", 1)
    (repository / "plan.yaml").write_text(changed, "utf-8")
    done = run("check", "other/roadmaps/plan.yaml", folder=repository)
    assert "M406" in done.stderr.decode()
