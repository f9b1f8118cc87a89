"""The built program, a record of the commands given to it, and the stores that each run begins with."""

import copy
import json
import shutil
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Faults"))

from common import Central, Device, Suite, keep_secret  # noqa: E402

HERE = Path(__file__).resolve().parent
FORM = "X_STATEFUL"
OBJECTS = [f"O{number}" for number in range(1, 6)]
# The first two devices are one surveyor's, so that an older state of the same hand can arrive late.
SURVEYORS = ("张伟", "张伟", "李娜")


class Program(Suite):
    """The program; every command, and what came of it, is kept in `trail`."""

    def __init__(self, seed, binary):
        super().__init__("stateful", seed, 1, binary, "")
        self.trail = []
        self.sync_seconds = 0.1

    def words(self, words):
        return " ".join(str(word).replace(f"{self.folder}/", "") for word in words)

    def note(self, text):
        self.trail.append(text)

    def run(self, *words, **options):
        done = super().run(*words, **options)
        self.note(f"hazcensus {self.words(words)}   # {done.status}")
        return done

    def moment(self, share):
        """Seconds after which to strike: seldom before the program has begun, which takes half its time."""
        return (0.4 + share * 0.6) * self.sync_seconds

    def killed(self, share, *words):
        """Starts a command and kills it after `share` of the time that a sync takes."""
        process = self.start(*words)
        time.sleep(self.moment(share))
        process.kill()
        output, _ = process.communicate(timeout=30)
        self.note(f"hazcensus {self.words(words)}   # killed at {share:.2f}: {process.returncode}")
        return process.returncode, output


class Template:
    """A central and its devices, enrolled and synced once; every run works on a copy."""

    def __init__(self, program):
        self.program, self.folder = program, program.folder / "template"
        self.folder.mkdir()
        self.central = Central(program, self.folder / "central")
        give_form(self.central.folder)
        self.coordinator = self.central.account("coordinator")
        self.devices = []
        for number, surveyor in enumerate(SURVEYORS):
            device = Device(program, self.folder / f"d{number}", surveyor)
            give_form(device.folder)
            self.central.enrol(device)
            self.devices.append(device)
        path = self.folder / "plan.csv"
        write_plan(path, OBJECTS)
        program.must("plan", "import", path, "--store", self.central.folder)
        self.central.serve()
        try:
            for number, codes in ((0, OBJECTS[:2]), (2, OBJECTS[2:3])):
                rows = self.folder / "rows.ndjson"
                rows.write_text("".join(
                    json.dumps({"form": FORM, "content": content(code, "first")}) + "\n"
                    for code in codes))
                self.devices[number].import_entries(rows)
            seconds = [device.sync(self.central.address).seconds
                       for device in self.devices + self.devices]
        finally:
            self.central.stop()
        program.sync_seconds = statistics.median(seconds) * 1.2
        program.trail.clear()

    def copied(self, folder):
        shutil.copytree(self.folder, folder)
        central = copy.copy(self.central)
        central.folder, central.port = folder / "central", 0
        return central


def content(code, note):
    return {"objectCode": code, "townCode": "130205100", "lon": 118.25, "lat": 39.67,
            "geometry": {"type": "Point", "coordinates": [118.25, 39.67]},
            "note": note, "remark": "-"}


def write_plan(path, counting):
    """An inventory in which only the objects of `counting` count."""
    rows = [f"{code},rainstorm,{FORM},{code},130205100,{str(code in counting).lower()},"
            + ("" if code in counting else "elsewhere") for code in OBJECTS]
    path.write_text("objectCode,hazard,formCode,objectName,townCode,shouldSurvey,excludeReason\n"
                    + "\n".join(rows) + "\n")


def give_form(folder):
    shutil.copyfile(HERE / "form.json", Path(folder) / "forms" / f"{FORM}.json")


def keep_secret_at(path, token):
    keep_secret(path, token)
    return path
