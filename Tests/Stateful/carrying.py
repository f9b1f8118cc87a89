"""Syncs, with all that can come between, and what brings a device back."""

import shutil
import time

from common import DISTRICT, check
from link import spoiled
from program import keep_secret_at
from working import WorkingWorld
from world import dashed

RESTORED = "device rejoin"


class CarryingWorld(WorkingWorld):
    def sync_words(self, device, address=None):
        more = ["--token-file", device.token] if device.token else []
        return ["sync", "--central", address or self.address, *more]

    def is_revoked(self, device):
        return self.central.devices.get(device.id) is not None

    def is_stale(self, device):
        """Whether the central holds other work under the device's numbers."""
        sequence, digest = self.central.last.get(device.id, (0, ""))
        return (sequence > device.look.starts_after
                and device.look.sequences.get(sequence) != digest)

    def sync(self, device):
        """A sync over a good link; it must go through wherever it may."""
        is_stale = self.is_stale(device)
        done = self.on(device, *self.sync_words(device))
        if self.is_revoked(device):
            check(done.status == 77, f"a revoked device's sync ended with {done.status}: {done.talk}")
        elif is_stale:
            check(done.status == 65 and RESTORED in done.talk,
                  f"a restored device's sync ended with {done.status}: {done.talk}")
        else:
            check(done.status == 0, f"a sync ended with {done.status}: {done.talk}")
        self.settle(device, is_whole=done.status == 0)
        return done.json() if done.status == 0 else None

    def settle(self, device, is_whole):
        """What must hold after a sync, however it ended."""
        before = len(self.central.held)
        self.see_central()
        check(not (self.is_revoked(device) and len(self.central.held) > before),
              "a revoked device's work was taken in")
        if is_whole:
            device.life, device.token = self.life, None
        self.see(device, syncs=True)
        check(not is_whole or not device.look.outbox,
              f"{device.look.outbox} wait on {device.name} after a sync that went through")

    def sync_killed(self, device, share):
        status, _ = self.program.killed(
            share, *self.sync_words(device), "--store", device.folder, "--format", "json")
        self.counts["syncs killed"] += status == -9
        self.settle(device, is_whole=status == 0)

    def sync_central_killed(self, device, share):
        """The central dies while a device syncs, and comes back at once."""
        process = self.program.start(*self.sync_words(device), "--store", device.folder)
        time.sleep(self.program.moment(share))
        self.central_store.kill()
        self.central_store.serve()
        process.communicate(timeout=120)
        self.program.note(f"hazcensus {self.program.words(self.sync_words(device))} --store "
                          f"{device.name}   # central killed at {share:.2f}: {process.returncode}")
        self.counts["central killed"] += 1
        self.settle(device, is_whole=process.returncode == 0)

    def sync_spoiled(self, device, kind, at, seed):
        with spoiled(self.central_store.port, seed, kind, at) as address:
            done = self.on(device, *self.sync_words(device, address))
        self.program.note(f"    # exchange {at} of it was spoiled: {kind}")
        self.counts["exchanges spoiled"] += 1
        self.settle(device, is_whole=done.status == 0)

    def rejoin(self, device, share=None):
        """Takes a new identity, whole or killed on the way."""
        more = ["--token-file", device.token] if device.token else []
        words = ["device", "rejoin", "--central", self.address, *more]
        if share is not None:
            self.program.killed(share, *words, "--store", device.folder)
        else:
            done = self.on(device, *words)
            expected = 77 if self.is_revoked(device) else 0
            check(done.status == expected, f"a rejoin ended with {done.status}: {done.talk}")
            self.counts["rejoined"] += done.status == 0
        former, is_whole = device.id, share is None and done.status == 0
        self.settle(device, is_whole)
        if device.id != former:
            device.token = None

    def resolve(self, device, choice, side):
        """Decides one of the conflicts that the device lists; one that is not ripe may be refused."""
        listed = self.on(device, "conflict", "list").json()
        if not listed:
            return
        entry = sorted(row["entry"] for row in listed)[choice % len(listed)]
        done = self.on(device, "conflict", "resolve", entry, "--all", side)
        self.counts["decided" if done.status == 0 else "decision refused"] += 1
        self.see(device, syncs=done.status == 0)

    def back_up(self, device):
        to = self.folder / f"backup-{device.name}-{self.mark()}"
        done = self.on(device, "backup", "--output", to)
        check(done.status == 0, f"a backup ended with {done.status}: {done.talk}")
        self.see(device)
        return to, device, dict(device.own), dict(device.drafts), device.token, device.enrolments

    def restore(self, backup):
        """The device was lost; a backup takes its place. What was made since is with the central or gone."""
        folder, device, own, drafts, token, enrolments = backup
        done = self.on(device, "restore", folder, "--replace")
        check(done.status == 0, f"a restore ended with {done.status}: {done.talk}")
        for path in self.folder.glob(f"{device.name}.before-*"):
            shutil.rmtree(path)
        device.own, device.drafts = dict(own), dict(drafts)
        device.life, device.token = -1, token
        self.counts["devices restored"] += 1
        self.see(device)
        if device.enrolments != enrolments:
            self.enrol(device)

    def enrol(self, device):
        """Gives a device another token, as where the central does not know the one it has."""
        if device.id in self.central.devices and not self.is_revoked(device):
            self.at_central("central", "device", "revoke", dashed(device.id))
        token = self.at_central(
            "central", "device", "add", dashed(device.id), "--surveyor", device.surveyor,
            "--region", DISTRICT).json()["token"]
        device.enrolments += 1
        device.token = keep_secret_at(
            self.folder / f"{device.name}.token{device.enrolments}", token)
        self.see_central()
