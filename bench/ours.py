"""Shopreel's side: workspaces laid out by `shopreel-bench`, drafts made by `shopreel render`."""

import glob
import hashlib
import json
import os
import shutil
import subprocess

import measure

HERE = os.path.dirname(os.path.abspath(__file__))
BIN = os.environ.get("SHOPREEL_BIN", os.path.join(HERE, "..", ".build", "release"))
MATERIAL = os.path.join(HERE, "material")
WORK = os.path.join(HERE, "work")
# Each workspace keeps a store of its own.
os.environ.pop("SHOPREEL_STORE", None)


class Workspace:
    def __init__(self, name, job, **options):
        self.folder = os.path.join(WORK, name)
        self.log = self.folder + ".log"
        self.job = job
        self.options = options
        self.known = set()
        self.lay_out()

    def lay_out(self, **changes):
        """Writes the workspace, or brings a change into it."""
        options = self.options | changes
        words = [f"--{key}={value}" for key, value in options.items()]
        subprocess.run(
            [os.path.join(BIN, "shopreel-bench"), "workspace", self.folder, "--job", self.job,
             "--material", MATERIAL, *words], check=True)

    def render(self):
        """The cost, and how many distinct seconds of picture were encoded."""
        answer = self.folder + ".json"
        cost = measure.run(
            [os.path.join(BIN, "shopreel"), "render", "-C", self.folder, "--jobs", "2", "--quiet",
             "--explain", "--format", "json"], self.log, answer)
        with open(answer) as file:
            spans = [span for draft in json.load(file)["drafts"] for span in draft["spans"]
                     if span["kind"] == "picture"]
        made = {span["key"]: span["end"] - span["start"] for span in spans
                if span["state"] == "made" and span["key"] not in self.known}
        self.known |= {span["key"] for span in spans}
        return cost | {"encoded": sum(made.values())}

    def forget(self):
        """No store, no ledger, no drafts: a cold start."""
        self.known = set()
        for name in ["drafts", "work/store"]:
            shutil.rmtree(os.path.join(self.folder, name), ignore_errors=True)
        for path in glob.glob(os.path.join(self.folder, "work/ledger*")):
            os.remove(path)

    def cold(self):
        self.forget()
        return self.render()

    def edits(self):
        """What is shown, in plain numbers, with each drawn layer as a PNG."""
        folder = os.path.join(self.folder, "layers")
        subprocess.run(
            [os.path.join(BIN, "shopreel-bench"), "layers", self.folder, folder], check=True)
        with open(os.path.join(folder, "edits.json")) as file:
            return json.load(file)

    def draft(self, edit):
        return os.path.join(self.folder, "drafts", edit["platform"], edit["id"] + ".mp4")

    def hashes(self):
        """Each draft's bytes."""
        names = sorted(glob.glob(os.path.join(self.folder, "drafts", "*", "*.mp4")))
        return {os.path.basename(name): digest(name) for name in names}

    def failed_checks(self):
        found = []
        for name in sorted(glob.glob(os.path.join(self.folder, "drafts", "*", "*.json"))):
            with open(name) as file:
                draft = json.load(file)
            found += [f"{draft['id']}: {check['name']} is {check['value']}"
                      for check in draft["checks"] if not check["pass"]]
        return found


def digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
