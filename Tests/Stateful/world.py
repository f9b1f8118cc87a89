"""A central and three devices beside what they must hold, and the looks at both."""

import hashlib
import shutil
from collections import Counter

from common import check
from look import CentralLook, DeviceLook, facts, plain
from model import CentralModel
from program import OBJECTS


class DeviceModel:
    """What a device was told to keep."""

    def __init__(self, folder, original):
        self.folder, self.name = folder / original.folder.name, original.folder.name
        self.id, self.surveyor = plain(original.id), original.surveyor
        self.own, self.drafts = {}, {}
        # The file with the token that the central knows; none where the store has it.
        self.token, self.enrolments = None, 0
        # Which of the central's lives the device has spoken with.
        self.life = 0
        self.look = None


class World:
    def __init__(self, template, number):
        self.program = template.program
        self.folder = self.program.folder / f"run{number}"
        self.central_store = template.copied(self.folder)
        self.coordinator = template.coordinator
        self.model, self.life, self.marks = CentralModel(), 0, 0
        self.counts = Counter()
        self.devices = [DeviceModel(self.folder, device) for device in template.devices]
        self.model.inventory = dict.fromkeys(OBJECTS, True)
        self.central = self.look_at_central()
        for digest, record in self.central.stored.items():
            self.model.take(digest, record, False)
        for device in self.devices:
            device.look = DeviceLook(device.folder, self.folder / "look")
            device.own = dict(device.look.own)
        self.central_store.serve()

    @property
    def address(self):
        return self.central_store.address

    def close(self):
        if self.central_store.process and self.central_store.process.poll() is None:
            self.central_store.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def mark(self):
        self.marks += 1
        return f"m{self.marks}"

    @staticmethod
    def hash_of(text):
        return hashlib.sha256(text.encode()).hexdigest()

    def on(self, device, *words, **options):
        return self.program.run(*words, "--store", device.folder, "--lang", "en", "--format",
                                "json", **options)

    # What a command to a device left behind.

    def see(self, device, told=(), perhaps=(), syncs=False):
        """Looks at a device's store: what was there is there, and nothing but what was ordered is new.

        `told` are the contents that the program said it made final; each of `perhaps` may be there,
        where the command was killed. Merges, and revisions under a new identity, come by a sync.
        """
        look = DeviceLook(device.folder, self.folder / "look")
        hashes = list(look.own)
        check(hashes[:len(device.own)] == list(device.own),
              f"{device.name} lost revisions: {[h for h in device.own if h not in look.own]}")
        rest, maybe = list(told), list(perhaps)
        former = {new: old for old, new in look.remade.items()}
        for digest in hashes[len(device.own):]:
            record = look.own[digest]
            said = facts(record["content"])
            if said in rest:
                rest.remove(said)
            elif said in maybe:
                maybe.remove(said)
            elif syncs and digest in former:
                check(said == facts(look.own[former[digest]]["content"]),
                      f"{digest} says something else than {former[digest]}, which it was made from")
                self.counts["made anew"] += 1
            else:
                check(syncs and record.get("settles"), f"{device.name} made {digest} by itself")
                self.counts["merged by itself"] += 1
            device.own[digest] = record
        check(not rest, f"{device.name} was told that {rest} is final, but it is not there")
        check(look.drafts == device.drafts,
              f"{device.name} has the drafts {look.drafts}, not {device.drafts}")
        device.look, device.id = look, look.id
        if device.life == self.life:
            for digest in look.answered:
                check(digest in self.central.held or self.is_former(device, digest),
                      f"{digest} counts as sent on {device.name}, but the central does not hold it")

    def is_former(self, device, digest):
        """Whether a revision was sent under an identity that a restored central need not know any more.

        Nobody sends it again: the new identity does not know what of the old one's the central lacks.
        """
        return self.life > 0 and plain(device.own[digest]["device"]) != device.id

    # What reached the central.

    def look_at_central(self):
        return CentralLook(self.central_store.folder, self.folder / "look-central")

    def see_central(self):
        """Looks at the central: what came is what a device made, and was taken as it must be."""
        look = self.look_at_central()
        held = look.held
        lost = [digest for digest in self.central.held if digest not in held]
        check(not lost, f"the central lost {lost}")
        fresh = [digest for digest in held if digest not in self.central.held]
        for digest in sorted(fresh, key=lambda digest: held[digest]["sequence"]):
            record = held[digest]
            expected = self.model.take(digest, record, plain(record["device"]) in look.rejoined)
            found = look.dispositions.get(digest, "rejected")
            check(found == expected, f"{digest} was taken as {found}, it must be {expected}")
            self.counts[found] += 1
        check(look.heads == self.model.heads,
              f"these stand: {look.heads}, but these must: {self.model.heads}")
        check(look.standings == self.model.standing,
              f"the entries' standings are {look.standings}, they must be {self.model.standing}")
        self.central = look


def dashed(entry):
    return f"{entry[:8]}-{entry[8:12]}-{entry[12:16]}-{entry[16:20]}-{entry[20:]}"
