"""Answers to questions of choice that are none of those offered: told, and asked for again."""

import json

import pytest
from papers import paper

from in_process import run


@pytest.mark.parametrize("answer", ["одно и тоже", '""', "[одно, другое]"])
def test_an_answer_that_does_not_fit_is_told_and_asked_for_again(answer, tmp_path):
    act, plan, answers = tmp_path / "act.docx", tmp_path / "plan.yaml", tmp_path / "answers.yaml"
    act.write_bytes(paper("megion-2022 typed").content)

    def imported(*more):
        words = ("import", act, "-o", plan, "--directory", tmp_path / "town.yaml", "--format", "json", *more)
        return run(*words)

    first = json.loads(imported().stdout)
    choice = next(each["id"] for each in first["questions"] if each["others"] == ["разные"])
    (tmp_path / "town.yaml").unlink()
    answers.write_text(f"{choice}: {answer}\n", "utf-8")
    again = imported("--replace", "--answers", answers)
    assert "I022" in again.stderr
    assert "одно и то же; разные" in again.stderr
    assert choice in [each["id"] for each in json.loads(again.stdout)["questions"]]
