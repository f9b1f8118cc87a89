"""F14: a central is backed up again and again while devices send; some backups are killed.

Each that has its name is a whole and true state of the central, holds what was answered for when it was begun,
and can be restored.
"""

import random
import threading
import time

from common import (Central, CentralState, Device, DeviceState, agree, check, copied, opened,
                    photo_entry, write_entries)

ROUNDS = 20
DEVICES = 3


def run(suite):
    with suite.scratch() as scratch:
        central = Central(suite, scratch / "central")
        senders = [Sender(suite, scratch, central, number) for number in range(DEVICES)]
        central.serve()
        try:
            for sender in senders:
                sender.start()
            made = [backup(suite, scratch, central, senders, number)
                    for number in range(suite.scaled(ROUNDS, 2))]
        finally:
            for sender in senders:
                sender.stop()
            central.stop()
        for sender in senders:
            check(sender.broken is None, f"a device could not sync beside a backup: {sender.broken}")
        suite.counts["revisions sent meanwhile"] = sum(sender.told for sender in senders)
        final, log = CentralState(copied(central.folder, scratch / "look")), audit(central.folder)
        for folder, promised in filter(None, made):
            judge(suite, scratch, folder, promised, final, log)
        check(any(made), "no backup was made, so nothing was shown")
        restored(suite, scratch, central, senders, next(filter(None, made))[0])


class Sender(threading.Thread):
    """A device that imports, photographs and syncs until it is stopped."""

    def __init__(self, suite, scratch, central, number):
        super().__init__()
        self.suite, self.scratch, self.central = suite, scratch, central
        self.device = Device(suite, scratch / f"device-{number}", f"调查员{number}")
        central.enrol(self.device)
        self.chance = random.Random(suite.random.random())
        self.told, self.photos = 0, []  # how many own revisions, and which photos, were answered for
        self.broken, self.over = None, threading.Event()

    def run(self):
        made = round = 0
        try:
            while not self.over.is_set():
                round += 1
                count = self.chance.randint(1, 60)
                self.device.import_entries(write_entries(
                    self.scratch / f"{self.device.folder.name}.ndjson",
                    [f"{self.device.folder.name}-{round:04}-{n}" for n in range(count)], 500))
                made += count + 1
                photo = photo_entry(self.suite, self.device, self.chance.randint(1000, 400_000))
                self.device.sync(self.central.address, batch=self.chance.randint(5, 40))
                # The order matters: who reads them reads the number last.
                self.photos.append(photo)
                self.told = made
        except Exception as error:  # told by the driver, not by a thread's own report
            self.broken = error

    def stop(self):
        self.over.set()
        if self.is_alive():
            self.join(120)


def backup(suite, scratch, central, senders, number):
    """One backup; every fourth is killed. Returns its folder and what must be in it, or nothing."""
    until = time.monotonic() + 60
    while any(len(sender.photos) * 2 <= number for sender in senders) and time.monotonic() < until:
        check(not any(sender.broken for sender in senders), "a device could not sync")
        time.sleep(0.01)  # each backup is of another state
    told = {sender.device.id: sender.told for sender in senders}
    photos = [photo for sender in senders for photo in list(sender.photos)]
    folder = scratch / f"backup-{number}"
    words = ("backup", "--store", central.folder, "--output", folder, "--lang", "en")
    if number % 4 == 3:
        process = suite.start(*words)
        time.sleep(suite.random.random() * 0.3)
        process.kill()
        process.communicate(timeout=30)
        if not folder.exists():
            suite.add("backups killed")
            return None
    else:
        suite.must(*words)
    suite.add("backups")
    return folder, (told, photos)


def audit(folder):
    with opened(folder / "central.sqlite") as database:
        return database.execute("SELECT position, hash FROM auditEntry ORDER BY position").fetchall()


def judge(suite, scratch, folder, promised, final, log):
    told, photos = promised
    done = suite.run("verify", "--store", folder, "--lang", "en")
    check(done.status == 0, f"{folder.name} does not prove right: {done.output}{done.talk}")
    state, head = CentralState(folder), audit(folder)
    check(head == log[:len(head)], f"{folder.name}: its audit log is no beginning of the central's")
    wrong = [key for key, digest in state.held.items() if final.held.get(key) != digest]
    check(not wrong, f"{folder.name} has {len(wrong)} revisions that the central has not")
    for device, count in told.items():
        held = state.of(device)
        check(set(range(1, count + 1)) <= set(held),
              f"{folder.name} lacks revisions that had been answered for when it was begun")
        check(set(held) == set(range(1, len(held) + 1)), f"{folder.name} has gaps")
    for photo in photos:
        check((folder / "attachments" / photo[:2] / photo).exists(),
              f"{folder.name} lacks a photo that had been answered for")
    suite.add("revisions in backups", len(state.held))


def restored(suite, scratch, central, senders, folder):
    """The first backup takes the central's place; the devices bring what it lacks."""
    again = Central.__new__(Central)
    again.suite, again.folder, again.port, again.process = suite, scratch / "again", 0, None
    suite.must("restore", folder, "--store", again.folder, "--lang", "en")
    check(CentralState(copied(again.folder, scratch / "look")).held == CentralState(folder).held,
          "what was restored is not what was backed up")
    again.serve()
    try:
        for sender in senders:
            sender.device.sync(again.address)
    finally:
        again.stop()
    held = CentralState(copied(again.folder, scratch / "look"))
    for sender in senders:
        agree(DeviceState(copied(sender.device.folder, scratch / "look2")), sender.device.id, held, True)
        lost = [photo for photo in sender.photos
                if not (again.folder / "attachments" / photo[:2] / photo).exists()]
        check(not lost, f"{len(lost)} photos did not come back")
    suite.must("verify", "--store", again.folder, "--lang", "en")
    suite.counts["restored and filled up"] = 1
