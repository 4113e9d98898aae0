"""The workflows of the hosting site: least rights, pinned actions, and no web address fetched for a pull request."""

import json
import os
import re
import subprocess

import pytest
import yaml
from conftest import ROOT

from generator.shards import Shard, shard

FOLDERS = (ROOT / ".github" / "workflows", ROOT / "generator" / "starter" / "dot-github" / "workflows")
WORKFLOWS = sorted(path for folder in FOLDERS for path in folder.glob("*.yml"))
WRITES = {"contents": "read", "pages": "write", "id-token": "write"}
"""The most that any job may do; only the one that deploys may write."""


def steps(workflow):
    """Give all steps of a workflow."""
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_workflow_has_no_more_rights_than_it_needs(path):
    """Nothing is granted as a whole, jobs name what they need, and only deploying writes."""
    workflow = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    assert {} == workflow["permissions"] or "{}" == workflow["permissions"]
    assert "pull_request_target" not in workflow["on"]
    for name, job in workflow["jobs"].items():
        granted = job["permissions"]
        assert granted.items() <= (WRITES | {"pages": "read"} if name != "deploy" else WRITES).items()
        assert job["timeout-minutes"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_actions_are_pinned_and_keep_no_credentials(path):
    """An action is named by the commit that was looked at; a checkout leaves no token behind."""
    for step in steps(yaml.load(path.read_text("utf-8"), yaml.BaseLoader)):
        if "uses" in step:
            assert re.search(r"@[0-9a-f]{40}\Z", step["uses"]), step["uses"]
        if step.get("uses", "").startswith("actions/checkout@"):
            assert "false" == step["with"]["persist-credentials"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_pull_request_is_told_what_it_changes_without_a_secret(folder):
    """The summary is written and the site kept to look at; nothing is fetched, and a fork's request runs the same."""
    text = (folder / "check.yml").read_text("utf-8")
    runs = [step.get("run", "") for step in steps(yaml.load(text, yaml.BaseLoader))]
    assert any('cuttings diff HEAD^1 --markdown >> "$GITHUB_STEP_SUMMARY"' in run for run in runs)
    assert "actions/upload-artifact@" in text
    assert "secrets." not in text
    assert not [run for run in runs if "cuttings add" in run]
    assert not [run for run in runs if "${{" in run]  # no text of a request becomes part of a command


@pytest.fixture(name="publishing", params=FOLDERS, ids=lambda path: path.relative_to(ROOT).as_posix())
def the_publishing_workflow(request):
    """Give the jobs of each workflow that publishes."""
    return yaml.load((request.param / "publish.yml").read_text("utf-8"), yaml.BaseLoader)["jobs"]


@pytest.mark.parametrize(
    ("articles", "kept", "shards"), [(4, "", 2), (2, "", 0), (4, "build-abc", 0)], ids=["large", "small", "kept"]
)
def test_a_large_corpus_without_a_kept_build_is_made_in_shards(publishing, tmp_path, articles, kept, shards):
    """How many articles there are decides, and whether an earlier build is there; the matrix takes what was decided."""
    (tmp_path / "content/articles/2022").mkdir(parents=True)
    for number in range(articles):
        (tmp_path / f"content/articles/2022/{number}.md").write_text("", encoding="utf-8")
    (decide,) = (step for step in publishing["plan"]["steps"] if step.get("id") == "shards")
    given = {"KEPT": kept, "LARGE": "3", "SHARDS": '["1/2", "2/2"]', "GITHUB_OUTPUT": str(tmp_path / "output")}
    subprocess.run(["bash", "-eu", "-c", decide["run"]], check=True, cwd=tmp_path, env=os.environ | given)
    name, _, decided = (tmp_path / "output").read_text("utf-8").strip().partition("=")
    assert "shards" == name
    assert shards == len(json.loads(decided))
    assert int(decide["env"]["LARGE"]) >= 10_000
    named = [shard(one) for one in json.loads(decide["env"]["SHARDS"])]
    assert [Shard(number, len(named)) for number in range(1, len(named) + 1)] == named
    assert "${{ fromJSON(needs.plan.outputs.shards) }}" == publishing["shard"]["strategy"]["matrix"]["shard"]


@pytest.mark.parametrize("parts", [[], ["part-1-of-2.zip", "part-2-of-2.zip"]], ids=["whole", "joined"])
def test_the_site_is_joined_of_the_parts_that_came(publishing, tmp_path, parts):
    """With parts the build joins them; without it makes all by itself. Either is strict, and shards are as strict."""
    for part in parts:
        (tmp_path / "parts").mkdir(exist_ok=True)
        (tmp_path / "parts" / part).write_bytes(b"")
    (made,) = (step["run"] for step in publishing["build"]["steps"] if " build " in step.get("run", ""))
    program = re.search(r"^\s*(\S*cuttings) build", made, re.MULTILINE)[1]
    told = tmp_path / program
    told.parent.mkdir(exist_ok=True, parents=True)
    told.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    told.chmod(0o755)
    path = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-eu", "-c", made], check=True, cwd=tmp_path, env=os.environ | path, capture_output=True, text=True
    )
    joined = ["--join", *(f"parts/{part}" for part in parts)] if parts else []
    assert ["build", "--strict", "--jobs", "4", *joined] == done.stdout.split()
    (of_shard,) = (step["run"] for step in publishing["shard"]["steps"] if " build " in step.get("run", ""))
    assert '--strict --jobs 4 --shard "$SHARD"' in of_shard
