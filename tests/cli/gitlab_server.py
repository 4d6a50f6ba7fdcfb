"""GitLab: its jobs, and its API over HTTP."""

import json
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import yaml
from servers import BOT, STRANGER, Done, Server, files_of, git, shell

NOTES = "/api/v4/projects/3/merge_requests/7/notes"


class GitLab(Server):
    """Jobs of `.gitlab-ci.yml`, which GitLab takes from the branch itself."""

    USER = 31

    def __init__(self, folder: Path, author: Path) -> None:
        super().__init__(folder, author)
        self.notes: list[dict[str, Any]] = []
        self.broken: dict[str, int] = {}
        self.files: bytes | None = None
        self.token = "secret"
        self.url = ""

    def push(self) -> dict[str, Done]:
        """The author's main branch arrives."""
        git("push", "--quiet", "origin", "main", cwd=self.author)
        return {"plans": self.job("plans", "main", {})}

    def propose(self) -> dict[str, Done]:
        """The author's branch «change» is proposed: the job of its review."""
        return {"review": self.job("review", "change", self._proposed())}

    def propose_merged(self) -> dict[str, Done]:
        """The same of a branch that GitLab has merged with what has come since it forked."""
        forked = git("merge-base", "main", "change", cwd=self.author)
        git("switch", "--quiet", "change", cwd=self.author)
        git("merge", "--quiet", "--no-edit", "main", cwd=self.author)
        target = {"CI_MERGE_REQUEST_TARGET_BRANCH_SHA": git("rev-parse", "main", cwd=self.author)}
        known = self._proposed() | target | {"CI_MERGE_REQUEST_DIFF_BASE_SHA": forked}
        return {"review": self.job("review", "change", known)}

    def check(self) -> dict[str, Done]:
        """The same: the job that checks it."""
        return {"plans": self.job("plans", "change", self._proposed())}

    def _proposed(self) -> dict[str, str]:
        git("push", "--quiet", "--force", "origin", "change", cwd=self.author)
        return {"CI_MERGE_REQUEST_DIFF_BASE_SHA": git("merge-base", "main", "change", cwd=self.author)}

    def job(self, name: str, branch: str, variables: dict[str, str]) -> Done:
        machine = self.machine()
        work = machine / "work"
        git("clone", "--quiet", "--branch", branch, self.origin.as_uri(), work, cwd=machine)
        job = yaml.safe_load((work / ".gitlab-ci.yml").read_text("utf-8"))[name]
        environment = self.environment(machine) | {
            "CI_API_V4_URL": f"{self.url}/api/v4",
            "CI_PROJECT_ID": "3",
            "CI_MERGE_REQUEST_IID": "7",
            "CI_DEFAULT_BRANCH": "main",
            "CI_JOB_TOKEN": "job",
            "REVIEW_TOKEN": self.token,
            "NO_PROXY": "*",
        }
        done = shell("\n".join(job["script"]), work, environment | variables)
        self.work = work
        if name == "plans" and branch == "main" and done.code == 0:
            self.files = _zipped(work, "build")
        return done

    def answer(self, method: str, path: str, query: dict[str, list[str]], body: str) -> "Answer":
        """What GitLab answers to a request."""
        broken = [status for place, status in self.broken.items() if place in path]
        if broken:
            return Answer(broken[0])
        if path == "/api/v4/user":
            return Answer(200, {"id": self.USER})
        if path == "/api/v4/projects/3/jobs/artifacts/main/download":
            return Answer(404) if self.files is None else Answer(200, self.files)
        if method == "GET":
            assert path == NOTES
            return self._page(int(query["page"][0]), int(query["per_page"][0]))
        return self._written(method, path, parse_qs(body)["body"][0])

    def _page(self, page: int, size: int) -> "Answer":
        more = str(page + 1) if len(self.notes) > page * size else ""
        return Answer(200, self.notes[(page - 1) * size : page * size], {"X-Next-Page": more})

    def _written(self, method: str, path: str, text: str) -> "Answer":
        if (method, path) == ("POST", NOTES):
            self.notes.append({"id": 1000 + len(self.notes), "author": {"id": self.USER}, "body": text})
            return Answer(201)
        assert method == "PUT"
        (note,) = [each for each in self.notes if path == f"{NOTES}/{each['id']}"]
        if note["author"]["id"] != self.USER:
            return Answer(403)
        note["body"] = text
        return Answer(200)

    @contextmanager
    def listening(self) -> Iterator["GitLab"]:
        """The server while it answers."""
        gitlab = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                address = urlsplit(self.path)
                body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                known = {"PRIVATE-TOKEN": gitlab.token, "JOB-TOKEN": "job"}
                assert any(self.headers.get(name) == value for name, value in known.items())
                status, told, headers = gitlab.answer(
                    self.command, address.path, parse_qs(address.query), body
                )
                content = told if isinstance(told, bytes) else json.dumps(told).encode()
                self.send_response(status)
                for name, value in ({"Content-Length": str(len(content))} | headers).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = do_PUT = answer  # noqa: N815 - so the standard library calls them

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield self
        finally:
            server.shutdown()
            server.server_close()

    @property
    def comments(self) -> list[tuple[str, str]]:
        names = {self.USER: BOT["login"]}
        return [(names.get(note["author"]["id"], STRANGER["login"]), note["body"]) for note in self.notes]

    def said_earlier(self, *comments: tuple[dict[str, str], str]) -> None:
        ids = {BOT["login"]: self.USER, STRANGER["login"]: 5}
        said = enumerate(comments, start=1)
        self.notes = [
            {"id": at, "author": {"id": ids[who["login"]]}, "body": text} for at, (who, text) in said
        ]

    def documents(self) -> dict[str, bytes]:
        return files_of(self.work / "build")

    def calendars(self) -> dict[str, bytes]:
        assert self.files is not None
        archive = zipfile.ZipFile(BytesIO(self.files))
        names = [name for name in archive.namelist() if name.endswith(".ics")]
        return {name.removeprefix("build/"): archive.read(name) for name in names}


class Answer(NamedTuple):
    """A status, what is told, and headers."""

    status: int
    told: Any = None
    headers: Mapping[str, str] = {}


def _zipped(folder: Path, name: str) -> bytes:
    result = BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        for path, content in files_of(folder / name).items():
            archive.writestr(f"{name}/{path}", content)
    return result.getvalue()
