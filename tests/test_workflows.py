"""The workflows of the hosting site: least rights, pinned actions, and no web address fetched for a pull request."""

import re

import pytest
import yaml
from conftest import ROOT

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
