"""What a coordinator does at the central."""

import shutil

from carrying import CarryingWorld
from common import check
from program import OBJECTS, write_plan
from world import dashed


class CoordinatingWorld(CarryingWorld):
    def at_central(self, *words, status=0):
        done = self.program.run(*words, "--central", self.address, "--token-file", self.coordinator,
                                "--lang", "en", "--format", "json")
        check(status is None or done.status == status,
              f"ended with {done.status}: {' '.join(map(str, words))}\n{done.talk}")
        return done

    def review(self, entry, verdict):
        more = ["--comment", "look again"] if verdict == "return" else []
        done = self.at_central("review", verdict, dashed(entry), *more, status=None)
        is_taken = self.model.review(entry, verdict, self.central.files)
        check(done.json()["reviewed"] == ([dashed(entry)] if is_taken else []),
              f"a review was taken or refused against the rule: {done.output}{done.talk}")
        self.counts[f"{verdict} given" if is_taken else f"{verdict} refused"] += 1
        self.see_central()

    def import_plan(self, counting):
        """Freezes a version of the inventory in which the objects of `counting` count."""
        path = self.folder / "plan.csv"
        write_plan(path, counting)
        inventory = {code: code in counting for code in OBJECTS}
        # What is word for word the last version makes no new one.
        status = 65 if inventory == self.model.inventory else 0
        self.at_central("plan", "import", path, "--reason", f"version {self.mark()}", status=status)
        self.model.inventory = inventory
        self.see_central()

    def revoke(self, device):
        self.at_central("central", "device", "revoke", dashed(device.id))
        self.counts["revoked"] += 1
        self.see_central()

    def back_up_central(self):
        """A backup of the running central, beside what the model holds at this moment."""
        to = self.folder / f"backup-central-{self.mark()}"
        self.program.must("backup", "--store", self.central_store.folder, "--output", to)
        return to, self.model.snapshot(), [device.enrolments for device in self.devices]

    def restore_central(self, backup):
        """The central was lost; a backup takes its place, and the devices bring what it lacks."""
        folder, model, enrolments = backup
        self.central_store.stop()
        self.program.must("restore", folder, "--store", self.central_store.folder, "--replace")
        for path in self.folder.glob("central.before-*"):
            shutil.rmtree(path)
        self.central_store.serve()
        self.model, self.life = model.snapshot(), self.life + 1
        self.central = self.look_at_central()
        check(self.central.heads == self.model.heads and self.central.standings == self.model.standing,
              "a restored central is not what its backup was")
        self.counts["centrals restored"] += 1
        for device, known in zip(self.devices, enrolments):
            if device.id not in self.central.devices or device.enrolments != known:
                self.enrol(device)
