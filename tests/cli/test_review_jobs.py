"""The jobs that keep one comment with the review of a request, run as their servers run them.

What the honest change of every hostile branch means is told, or the job fails; nothing else is.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from github_server import GitHub
from gitlab_server import GitLab
from servers import BOT, MARK, STRANGER, Server, change, committed, git

from in_process import run_ok

PLAN = "roadmaps/school-quality.yaml"
NOTHING = "Изменений нет"
FORGED = "**Изменений нет.** Проверено, @team-lead можно сливать."
TITLE = ("title: Об утверждении", "title: О порядке и об утверждении")
TOLD = "**Заголовок приказа – "


def based(prepare: Callable[[], None]) -> None:
    """Something that is in the main branch already."""
    git("switch", "main", cwd=Path())
    prepare()
    committed("раньше")
    git("push", "origin", "main", cwd=Path())
    git("switch", "change", cwd=Path())
    git("reset", "--hard", "main", cwd=Path())


def review(server: Server) -> int:
    """The branch is committed and proposed: the code of the job that compares."""
    committed("изменение")
    return server.propose()["review"].code


def test_a_change_is_told_in_a_new_comment(server: Server) -> None:
    change(*TITLE)
    assert review(server) == 0
    ((who, text),) = server.comments
    assert who == BOT["login"]
    assert text.startswith(f"{MARK}{TOLD}")
    assert re.search(r"\nПравка [0-9a-f]{12}, целевая ветка [0-9a-f]{12}\.\n\Z", text)


def test_the_next_change_rewrites_the_comment(server: Server) -> None:
    change(*TITLE)
    review(server)
    change(TITLE[1], "title: О")
    review(server)
    ((_, text),) = server.comments
    assert "**О**" in text.replace("~~", "**")


def test_nothing_is_said_where_no_plan_changed(server: Server) -> None:
    Path("notes.txt").write_text("не план", "utf-8")
    assert review(server) == 0
    assert server.comments == []


def test_a_change_that_was_taken_back_is_told_where_it_stood(server: Server) -> None:
    server.said_earlier((BOT, f"{MARK}**Заголовок приказа – другой.**"))
    Path("notes.txt").write_text("не план", "utf-8")
    assert review(server) == 0
    ((_, text),) = server.comments
    assert text.startswith(f"{MARK}**{NOTHING}.**\n")


def test_a_change_merged_with_what_has_come_since_is_compared_with_it(server: Server) -> None:
    change(*TITLE)
    committed("изменение")
    git("switch", "main", cwd=Path())
    change("Мониторинг", "Наблюдение")
    committed("тем временем")
    git("push", "origin", "main", cwd=Path())
    git("switch", "change", cwd=Path())
    assert server.propose()["review"].code == 0
    ((_, text),) = server.comments
    assert text.startswith(f"{MARK}{TOLD}")
    assert "Наблюдение" not in text


def test_a_request_that_gitlab_has_merged_is_compared_with_its_target(gitlab: GitLab) -> None:
    change(*TITLE)
    committed("изменение")
    git("switch", "main", cwd=Path())
    change("Мониторинг", "Наблюдение")
    committed("тем временем")
    git("push", "origin", "main", cwd=Path())
    assert gitlab.propose_merged()["review"].code == 0
    ((_, text),) = gitlab.comments
    assert text.startswith(f"{MARK}{TOLD}")
    assert "Наблюдение" not in text


@pytest.mark.parametrize(
    "comment",
    [(STRANGER, f"{MARK}{FORGED}"), (STRANGER, MARK), (BOT, "Покрытие 90 %"), (BOT, f"Ответ: {MARK}")],
    ids=["whole", "mark", "other bot", "quoted"],
)
def test_only_its_own_comment_is_rewritten(comment: tuple[dict[str, str], str], server: Server) -> None:
    server.said_earlier(comment)
    change(*TITLE)
    assert review(server) == 0
    earlier, (who, text) = server.comments
    assert earlier == (comment[0]["login"], comment[1])
    assert (who, text.startswith(f"{MARK}{TOLD}")) == (BOT["login"], True)


def test_its_own_comment_is_found_among_many(server: Server) -> None:
    others = [(STRANGER, f"{MARK}{at}") for at in range(250)]
    server.said_earlier(*others, (BOT, f"{MARK}раньше"))
    change(*TITLE)
    assert review(server) == 0
    assert len(server.comments) == len(others) + 1
    assert server.comments[-1][1].startswith(f"{MARK}{TOLD}")


# What could not be compared


def unreadable(plan: str = PLAN) -> None:
    """A field that no plan has."""
    Path(plan).write_text(Path(plan).read_text("utf-8") + "keywords: качество\n", "utf-8")


def second(*, broken: bool = False) -> None:
    shutil.copy(PLAN, "roadmaps/second.yaml")
    change("id: school-quality", "id: second", "roadmaps/second.yaml")
    if broken:
        unreadable("roadmaps/second.yaml")


def repairs_the_old_edition() -> None:
    """The base cannot be read; the request repairs it and moves a date by the way."""
    based(unreadable)
    change("keywords: качество\n", "")
    change("1 августа", "1 июля")


def breaks_the_new_edition() -> None:
    change("1 августа", "1 июля")
    unreadable()


def has_a_letter_that_ends_lines() -> None:
    change("аналитический отчёт", '"аналитический\u2028отчёт"')


def both_editions_are_unreadable() -> None:
    based(unreadable)
    change("1 августа", "1 июля")


@pytest.mark.parametrize(
    "edit",
    [
        repairs_the_old_edition,
        breaks_the_new_edition,
        has_a_letter_that_ends_lines,
        both_editions_are_unreadable,
    ],
    ids=lambda edit: edit.__name__,
)
def test_what_cannot_be_read_is_never_called_unchanged(edit: Callable[[], None], server: Server) -> None:
    edit()
    assert review(server) == 1
    ((_, text),) = server.comments
    assert text.startswith(f"{MARK}**Сравнить удалось не всё.**\n")
    assert "school-quality.yaml" in text
    assert NOTHING not in text


def test_a_plan_that_cannot_be_read_does_not_hide_the_others(server: Server) -> None:
    based(lambda: second(broken=False))
    unreadable("roadmaps/second.yaml")
    change(*TITLE)
    assert review(server) == 1
    ((_, text),) = server.comments
    assert text.startswith(f"{MARK}**Сравнить удалось не всё.**\n")
    assert text.index("second.yaml") < text.index(TOLD)


def test_a_bug_fails_the_job_and_says_so(server: Server) -> None:
    server.program("roadmapc", "#!/bin/sh\necho 'ошибка в самой программе: <b>' >&2\nexit 70\n")
    change(*TITLE)
    assert review(server) == 70
    ((_, text),) = server.comments
    assert text.startswith(
        f"{MARK}**Сравнить удалось не всё.**\n\n<pre>\n  ошибка в самой программе: &lt;b>\n</pre>\n"
    )


def test_a_program_that_cannot_be_installed_fails_the_job(server: Server) -> None:
    server.program("pip", "#!/bin/sh\nexit 1\n")
    change(*TITLE)
    assert review(server) == 1
    said = [text for _, text in server.comments]
    assert not any(NOTHING in text for text in said)
    if isinstance(server, GitHub):
        assert said[0].startswith(f"{MARK}**Сравнить не удалось.** Почему – [в журнале](")


# What a branch brings


def files_named_like_the_review() -> None:
    for place in ("build", "review", "."):
        Path(place).mkdir(exist_ok=True)
        for name in ("review.md", "review.markdown", "review.json", "review.html", "note.md", "comment.md"):
            Path(place, name).write_text(FORGED, "utf-8")


def folders_named_like_the_review() -> None:
    for place in (
        "build/review.md.fresh",
        "review/review.html",
        "note.md",
        "comment.md",
        "review.markdown.fresh",
    ):
        Path(place).mkdir(parents=True)
        Path(place, "file").write_text(FORGED, "utf-8")


def links_that_lead_outside() -> None:
    for name in ("build", "review", "note.md", "reports", "said.txt", "review.json.fresh"):
        Path(name).symlink_to("../home/victim")


def programs_named_like_those_that_are_called() -> None:
    for name in ("roadmapc", "pip", "gh", "curl", "git", "python3", "sed", "cat"):
        Path(name).write_text(f"#!/bin/sh\necho '{FORGED}'\ntouch \"$HOME/victim\"\n", "utf-8")
        Path(name).chmod(0o755)


def modules_named_like_those_that_are_imported() -> None:
    code = 'import os\nopen(os.environ["HOME"] + "/victim", "w").close()\n'
    for name in ("json", "sys", "pathlib", "sitecustomize", "usercustomize", "roadmapc", "zipfile"):
        Path(f"{name}.py").write_text(code, "utf-8")


def settings_of_programs() -> None:
    for name in ("pip.conf", "pyproject.toml", "setup.cfg", ".curlrc", ".gitconfig", ".bashrc", ".env"):
        Path(name).write_text("[core]\npager = touch $HOME/victim\n", "utf-8")
    Path(".gitattributes").write_text(
        "* export-ignore export-subst diff=evil merge=evil filter=evil\n", "utf-8"
    )


def names_that_a_shell_would_read() -> None:
    for name in ("$(touch victim).txt", "-o victim.txt", "`id`.txt", "x\n::error::y.txt", "--help"):
        Path("roadmaps", name).write_text("format: 1\n", "utf-8")


HOSTILE = [
    files_named_like_the_review,
    folders_named_like_the_review,
    links_that_lead_outside,
    programs_named_like_those_that_are_called,
    modules_named_like_those_that_are_imported,
    settings_of_programs,
    names_that_a_shell_would_read,
]


@pytest.mark.parametrize("brings", HOSTILE, ids=lambda brings: brings.__name__)
def test_a_branch_cannot_write_its_own_review(brings: Callable[[], None], server: Server) -> None:
    change(*TITLE)
    brings()
    assert review(server) == 0
    ((_, text),) = server.comments
    assert text.startswith(f"{MARK}{TOLD}")
    assert NOTHING not in text
    assert list(server.outside()) == []


def test_a_plan_with_the_name_of_an_order_gives_none(server: Server) -> None:
    second(broken=True)
    Path("roadmaps/second.yaml").rename("roadmaps/a\n::error::<b>@team\n.yaml")
    committed("изменение")
    done = server.propose()["review"]
    assert done.code == 1
    ((_, text),) = server.comments
    assert not [line for line in (done.log + text).splitlines() if line.lstrip().startswith("::error")]
    assert "<b>" not in text


def another_program() -> None:
    change("roadmapc-0.1.0", "roadmapc-6.6.6", "tools/requirements.txt")


def test_the_program_is_the_one_that_the_target_branch_names(server: Server) -> None:
    change(*TITLE)
    another_program()
    assert review(server) == 0
    (asked,) = server.installed
    assert asked.startswith("install --require-hashes -r tools/requirements.txt: ./tools/roadmapc-0.1.0-py3")
    ((_, text),) = server.comments
    assert "\n**Изменяется и «tools»: не только планы, но и то, чем их проверяют.**\n" in text


def test_a_branch_cannot_change_the_jobs_of_github(github: GitHub) -> None:
    change(*TITLE)
    for path in Path(".github/workflows").iterdir():
        text = path.read_text("utf-8")
        path.write_text(text.replace("roadmapc diff", f"touch $HOME/victim; echo '{FORGED}'; true"), "utf-8")
    assert review(github) == 0
    ((_, text),) = github.comments
    assert text.startswith(f"{MARK}{TOLD}")
    assert "\n**Изменяется и «.github»: не только планы, но и то, чем их проверяют.**\n" in text
    assert list(github.outside()) == []


def test_nothing_of_a_request_lies_on_the_disk_of_github(github: GitHub) -> None:
    change(*TITLE)
    Path("roadmaps/new.txt").write_text("новое", "utf-8")
    assert review(github) == 0
    assert not list(github.folder.glob("machine*/work/roadmaps/new.txt"))
    assert list(github.folder.glob("machine*/work/roadmaps/*.yaml"))


def test_a_request_that_cannot_be_merged_is_told_so(github: GitHub) -> None:
    change(*TITLE)
    committed("изменение")
    git("switch", "main", cwd=Path())
    change(TITLE[0], "title: Иначе об утверждении")
    committed("тем временем")
    git("push", "origin", "main", cwd=Path())
    git("switch", "change", cwd=Path())
    done = github.propose()
    assert done["review"].code == 1
    assert "::error::Правка расходится с целевой веткой" in done["review"].log
    ((_, text),) = github.comments
    assert text.startswith(f"{MARK}**Сравнить не удалось.**")


def test_a_comment_that_github_would_refuse_is_its_first_line(github: GitHub) -> None:
    change("title: Об утверждении", f"title: {'О порядке ' * 7000} об утверждении")
    assert review(github) == 0
    ((_, text),) = github.comments
    _, first, *_, last = text.splitlines()
    assert first.startswith(TOLD)
    assert last == "Полностью – в review.html среди файлов сборки."
    assert len(text) < 1000


def test_github_shows_the_review_in_the_summary_of_the_step(github: GitHub) -> None:
    change(*TITLE)
    unreadable()
    assert review(github) == 1
    assert github.summary.startswith("**Сравнить удалось не всё.**\n")


def test_without_a_token_gitlab_says_which_one_is_needed(gitlab: GitLab) -> None:
    gitlab.token = ""
    change(*TITLE)
    committed("изменение")
    done = gitlab.propose()["review"]
    assert done.code == 0
    assert "нет переменной REVIEW_TOKEN" in done.log
    assert TOLD in done.log
    assert (gitlab.work / "review" / "review.html").is_file()


@pytest.mark.parametrize(("place", "status"), [("/user", 401), ("/notes", 500), ("/notes", 403)])
def test_a_server_that_does_not_answer_fails_the_job(place: str, status: int, gitlab: GitLab) -> None:
    gitlab.broken = {place: status}
    change(*TITLE)
    assert review(gitlab) != 0
    assert gitlab.comments == []


def test_the_first_request_of_gitlab_has_nothing_to_compare_with(author: Path, tmp_path: Path) -> None:
    git("switch", "main", cwd=author)
    git("rm", "-r", "--quiet", "tools", cwd=author)
    committed("без tools")
    git("switch", "change", cwd=author)
    git("rebase", "--quiet", "main", cwd=author)
    run_ok("init")
    server = GitLab(tmp_path / "server", author)
    committed("изменение")
    done = server.propose()["review"]
    assert (done.code, server.installed) == (0, [])
    assert "в целевой ветке нет tools/requirements.txt" in done.log
