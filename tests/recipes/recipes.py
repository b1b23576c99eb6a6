"""Runs the commands of the recipes in examples/ci as their servers would, and holds what they leave behind against what
the recipes say they leave.

    recipes.py PROGRAM SOURCE_FOLDER WORK_FOLDER
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml

import yaml

PROGRAM, SOURCE, WORK = (pathlib.Path(word) for word in sys.argv[1:4])
CI = SOURCE / "examples/ci"
failures = []


def expect(condition, what):
    if not condition:
        failures.append(what)


def checkout(name, cables):
    """A repository with these example cables, and the environment of a job in it."""
    folder = WORK / name
    (folder / "cables").mkdir(parents=True)
    for cable in cables:
        shutil.copy(SOURCE / f"examples/cables/{cable}.txt", folder / "cables")
    tools = WORK / "bin"
    tools.mkdir(exist_ok=True)
    if not (tools / "cablelint").exists():
        (tools / "cablelint").symlink_to(PROGRAM)
    environment = {"PATH": f"{tools}:{os.environ['PATH']}", "CABLELINT_AS_OF": "2026-01-01", "LC_ALL": "C.UTF-8"}
    return folder, environment


def run(script, folder, environment, shell):
    return subprocess.run([*shell, "-c", script], cwd=folder, env=environment, capture_output=True, text=True)


def github(cables, status, results):
    folder, environment = checkout(f"github-{status}", cables)
    action = yaml.safe_load((CI / "github/action.yml").read_text())
    workflow = yaml.safe_load((CI / "github/workflow.yml").read_text())
    steps = workflow["jobs"]["cablelint"]["steps"]
    given = next(step for step in steps if "examples/ci/github@" in step.get("uses", ""))["with"]
    values = {name: given.get(name, each["default"]) for name, each in action["inputs"].items()}
    expect(set(given) <= set(values), f"github: the workflow gives inputs that the action has not: {given}")
    environment |= {
        "GITHUB_ACTIONS": "true",
        "GITHUB_ACTION_PATH": str(CI / "github"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
    }
    for step in action["runs"]["steps"]:
        for name, text in step.get("env", {}).items():
            environment[name] = re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda match: values[match[1]], text)
        expect(step["shell"] == "bash", "github: a step without bash")
        ran = run(step["run"], folder, environment, ["bash", "--noprofile", "--norc", "-eo", "pipefail"])
    expect(ran.returncode == status, f"github: ended with {ran.returncode}, not {status}: {ran.stdout}{ran.stderr}")
    expect(("::error " in ran.stdout) == results, f"github: annotations: {ran.stdout}")
    upload = next(step for step in steps if "upload-sarif" in step.get("uses", ""))["with"]["sarif_file"]
    sarif = json.loads((folder / upload).read_text())
    expect(bool(sarif["runs"][0]["results"]) == results, "github: results of the SARIF file")
    expect((folder / "summary.md").exists() or not results, "github: no summary of the step")


def gitlab(cables, status, results):
    folder, environment = checkout(f"gitlab-{status}", cables)
    job = yaml.safe_load((CI / "gitlab/cablelint.gitlab-ci.yml").read_text())["cablelint"]
    environment |= job["variables"]
    script = "\n".join(job["before_script"] + job["script"])
    ran = run(script, folder, environment, ["bash", "-eo", "pipefail"])
    expect(ran.returncode == status, f"gitlab: ended with {ran.returncode}, not {status}: {ran.stdout}{ran.stderr}")
    reports = job["artifacts"]["reports"]
    expect(sorted(reports.values()) == sorted(job["artifacts"]["paths"]), "gitlab: reports are artefacts, too")
    expect(bool(json.loads((folder / reports["codequality"]).read_text())) == results, "gitlab: code quality")
    failed = xml.parse(folder / reports["junit"]).getroot().iter("failure")
    expect(bool(list(failed)) == results, "gitlab: failures of JUnit")


def jenkins(cables, results):
    folder, environment = checkout(f"jenkins-{results}", cables)
    text = (CI / "jenkins/Jenkinsfile").read_text()
    script = re.search(r"sh '''\n(.*?)'''", text, re.DOTALL)[1].replace("\\\\", "\\")
    ran = run(script, folder, environment, ["sh", "-xe"])
    expect(ran.returncode == 0, f"jenkins: ended with {ran.returncode}: {ran.stdout}{ran.stderr}")
    junit = folder / re.search(r"testResults: '(.*?)'", text)[1]
    checkstyle = folder / re.search(r"pattern: '(.*?)'", text)[1]
    expect(bool(list(xml.parse(junit).getroot().iter("failure"))) == results, "jenkins: failures of JUnit")
    errors = [each for each in xml.parse(checkstyle).getroot().iter("error") if each.get("severity") == "error"]
    expect(bool(errors) == results, "jenkins: errors of Checkstyle")


shutil.rmtree(WORK, ignore_errors=True)
SOUND = ["era-e-2006-event"]
FAULTY = [*SOUND, "faulty"]
github(SOUND, 0, False)
github(FAULTY, 1, True)
gitlab(SOUND, 0, False)
gitlab(FAULTY, 1, True)
jenkins(SOUND, False)
jenkins(FAULTY, True)
for failure in failures:
    print(failure, file=sys.stderr)
if failures:
    sys.exit(1)
print("recipes: GitHub, GitLab and Jenkins, with findings and with none")
