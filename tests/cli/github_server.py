"""GitHub: its workflows, with their conditions, artifacts and comments."""

import json
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from servers import BOT, Done, Server, files_of, git, shell

GH = f"""#!{sys.executable} -I
import json, os, re, subprocess, sys
from pathlib import Path

place = Path(os.environ["SERVER"], "comments.json")
comments = json.loads(place.read_text("utf-8"))
words = sys.argv[1:]
asked = " ".join(words)
assert words[0] == "api", asked
if "--paginate" in words:
    page = json.dumps(comments)
    subprocess.run(["jq", "-r", words[words.index("--jq") + 1]], input=page, text=True, check=True)
else:
    body = Path(words[words.index("-F") + 1].removeprefix("body=@")).read_text("utf-8")
    assert len(body) <= 65536, "GitHub would refuse it"
    if old := re.search(r"-X PATCH repos/town/plans/issues/comments/(\\d+) ", asked):
        (comment,) = [each for each in comments if each["id"] == int(old[1])]
        comment["body"] = body
    else:
        assert "repos/town/plans/issues/7/comments" in words, asked
        comments.append({{"id": 1 + len(comments), "user": {BOT!r}, "body": body}})
    place.write_text(json.dumps(comments), "utf-8")
"""


class GitHub(Server):
    """Workflows by their files in the revision that GitHub would take them from."""

    def __init__(self, folder: Path, author: Path) -> None:
        super().__init__(folder, author)
        self.program("gh", GH)
        self._said = folder / "comments.json"
        self.said_earlier()
        self.artifacts: dict[str, Path] = {}
        self.scanning: list[str] = []
        self.summary = ""

    def push(self) -> dict[str, Done]:
        """The author's main branch arrives."""
        git("push", "--quiet", "origin", "main", cwd=self.author)
        return self.run("plans.yml", "push", "main", {"event_name": "push", "ref": "refs/heads/main"})

    def propose(self) -> dict[str, Done]:
        """The author's branch «change» is proposed: the jobs of its review."""
        git("push", "--quiet", "--force", "origin", "change:refs/pull/7/head", cwd=self.author)
        return self.run("review.yml", "pull_request_target", "main", self._context(fork=False))

    def check(self, *, fork: bool = False) -> dict[str, Done]:
        """The same, merged by GitHub: the jobs that check it."""
        git("fetch", "--quiet", "origin", "main", cwd=self.author)
        tree = git("merge-tree", "--write-tree", "FETCH_HEAD", "change", cwd=self.author)
        parents = ("-p", "FETCH_HEAD", "-p", "change")
        merged = git("commit-tree", *parents, "-m", "слияние", tree, cwd=self.author)
        git("push", "--quiet", "--force", "origin", f"{merged}:refs/pull/7/merge", cwd=self.author)
        return self.run("plans.yml", "pull_request", "refs/pull/7/merge", self._context(fork=fork))

    def _context(self, *, fork: bool) -> dict[str, Any]:
        head = {"repo": {"full_name": "stranger/plans" if fork else "town/plans"}}
        return {
            "event_name": "pull_request",
            "ref": "refs/pull/7/merge",
            "base_ref": "main",
            "event": {"number": 7, "pull_request": {"head": head}},
        }

    def run(self, name: str, event: str, ref: str, context: dict[str, Any]) -> dict[str, Done]:
        """Every job of a workflow, each after those that it needs."""
        text = git("show", f"{ref}:.github/workflows/{name}", cwd=self.origin)
        workflow = yaml.load(text, yaml.BaseLoader)
        assert event in workflow["on"]
        self.artifacts, self.scanning, self.summary = {}, [], ""
        github = {"repository": "town/plans", "token": "x", "sha": "0" * 40} | context
        github["event"] = {"repository": {"private": False}} | context.get("event", {})
        done: dict[str, Done] = {}
        results: dict[str, Any] = {}
        for job, steps in workflow["jobs"].items():
            needs = [steps["needs"]] if "needs" in steps else []
            known = {"github": github, "needs": {each: results[each] for each in needs}}
            is_well = all(results[each]["result"] == "success" for each in needs)
            if not Expressions(known, is_well=is_well).holds(steps.get("if")):
                results[job] = {"result": "skipped", "outputs": {}}
                continue
            assert steps["permissions"], "each job names what it may do"
            machine = self.machine()
            run = _Job(self, machine, ref, known)
            done[job] = run.all(steps["steps"])
            outputs = {key: run.value(text) for key, text in steps.get("outputs", {}).items()}
            results[job] = {"result": "success" if done[job].code == 0 else "failure", "outputs": outputs}
        return done

    @property
    def comments(self) -> list[tuple[str, str]]:
        kept = json.loads(self._said.read_text("utf-8"))
        return [(each["user"]["login"], each["body"]) for each in kept]

    def said_earlier(self, *comments: tuple[dict[str, str], str]) -> None:
        said = enumerate(comments, start=1)
        records = [{"id": at, "user": who, "body": text} for at, (who, text) in said]
        self._said.write_text(json.dumps(records), "utf-8")

    def documents(self) -> dict[str, bytes]:
        return files_of(self.artifacts["documents"])

    def calendars(self) -> dict[str, bytes]:
        names = git("ls-tree", "-r", "--name-only", "calendars", cwd=self.origin).splitlines()
        return {
            name.removeprefix("build/"): git("show", f"calendars:{name}", cwd=self.origin).encode()
            for name in names
        }


class _Job:
    """The steps of one job of GitHub."""

    def __init__(self, server: GitHub, machine: Path, ref: str, known: dict[str, Any]) -> None:
        self.server, self.machine, self.ref = server, machine, ref
        self.work, self.temp = machine / "work", machine / "temp"
        self.work.mkdir()
        self.known = known | {"runner": {"temp": str(self.temp)}, "steps": {}}
        self.is_well = True

    def value(self, text: str) -> str:
        return Expressions(self.known, is_well=self.is_well).filled(text)

    def all(self, steps: list[dict[str, Any]]) -> Done:
        log = ""
        code = 0
        for step in steps:
            if not Expressions(self.known, is_well=self.is_well).holds(step.get("if")):
                continue
            done = self._uses(step) if "uses" in step else self._runs(step)
            log += f"== {step.get('name', step.get('uses'))}\n{done.log}"
            code = code or done.code
            self.is_well = code == 0
        return Done(code, log)

    def _runs(self, step: dict[str, Any]) -> Done:
        outputs, summary = self.machine / "outputs", self.machine / "summary"
        outputs.write_text("")
        summary.write_text("")
        own = {name: self.value(text) for name, text in step.get("env", {}).items()}
        environment = self.server.environment(self.machine) | own
        environment |= {
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_OUTPUT": str(outputs),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_REPOSITORY": "town/plans",
            "GITHUB_SERVER_URL": self.server.folder.as_uri(),
            "GITHUB_SHA": "0" * 40,
            "GITHUB_RUN_ID": "55",
        }
        assert "${{" not in step["run"], "words of strangers would become a part of the script"
        done = shell(step["run"], self.work, environment)
        self.server.summary += summary.read_text("utf-8")
        lines = outputs.read_text("utf-8").splitlines()
        outputs_of = dict(line.split("=", 1) for line in lines)
        self.known["steps"][step.get("id", "")] = {"outputs": outputs_of}
        return done

    def _uses(self, step: dict[str, Any]) -> Done:
        action, _, commit = step["uses"].partition("@")
        assert re.fullmatch("[0-9a-f]{40}", commit), step["uses"]
        given = {key: self.value(text) for key, text in step.get("with", {}).items()}
        does = {
            "actions/checkout": self._checkout,
            "actions/setup-python": lambda given: None,
            "actions/upload-artifact": self._upload,
            "actions/download-artifact": self._download,
            "github/codeql-action/upload-sarif": self._scan,
        }
        try:
            does[action](given)
        except FileNotFoundError as error:
            return Done(1, f"{error}\n")
        return Done(0, "")

    def _checkout(self, given: dict[str, str]) -> None:
        assert given["persist-credentials"] == "false"
        assert given["fetch-depth"] == "0"
        git("init", "--quiet", ".", cwd=self.work)
        git("remote", "add", "origin", self.server.origin.as_uri(), cwd=self.work)
        git("fetch", "--quiet", "origin", cwd=self.work)
        git("fetch", "--quiet", "origin", given.get("ref", self.ref), cwd=self.work)
        git("checkout", "--quiet", "--detach", "FETCH_HEAD", cwd=self.work)

    def _upload(self, given: dict[str, str]) -> None:
        source, target = Path(given["path"]), self.machine / "artifacts" / given["name"]
        if source.is_dir():
            shutil.copytree(source, target)
        elif source.is_file():
            target.mkdir(parents=True)
            shutil.copy(source, target)
        else:
            assert given["name"] == "findings" or given["if-no-files-found"] == "ignore"
            return
        self.server.artifacts[given["name"]] = target

    def _download(self, given: dict[str, str]) -> None:
        name = given.get("name", given.get("pattern", ""))
        if name in self.server.artifacts:
            shutil.copytree(self.server.artifacts[name], given["path"], dirs_exist_ok=True)
        elif "name" in given:
            raise FileNotFoundError(name)

    def _scan(self, given: dict[str, str]) -> None:
        self.server.scanning.append(Path(given["sarif_file"]).read_text("utf-8"))


class Expressions:
    """What stands in `${{ }}`: names, texts, `!`, `&&`, `||`, `==`, `!=`, `cancelled()`."""

    _TOKEN = re.compile(r"'[^']*'|&&|\|\||[!=]=|[!()]|[a-z_]+(?:[.-][a-z_-]+)*")

    def __init__(self, known: Mapping[str, Any], *, is_well: bool) -> None:
        self.known, self.is_well = known, is_well

    def holds(self, condition: str | None) -> bool:
        """Whether a step or a job is run; without a word on the state only if all went well."""
        if condition is None:
            return self.is_well
        text = condition.strip().removeprefix("${{").removesuffix("}}")
        return bool(self._value(text)) and (self.is_well or "cancelled()" in text)

    def filled(self, text: str) -> str:
        return re.sub(r"\$\{\{(.*?)\}\}", lambda found: str(self._value(found[1])), text)

    def _value(self, text: str) -> Any:
        words = {"&&": " and ", "||": " or ", "!": " not ", "cancelled": "cancelled"}
        tokens = self._TOKEN.findall(text)
        assert "".join(tokens) == "".join(text.split()), text
        python = "".join(words.get(token) or self._operand(token) for token in tokens)
        return eval(python, {"cancelled": lambda: False})

    def _operand(self, token: str) -> str:
        if token[0] in "'()=!":
            return token
        value: Any = self.known
        for step in token.split("."):
            value = value.get(step, "") if isinstance(value, dict) else ""
        return repr(value)
