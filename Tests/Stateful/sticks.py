"""What is carried by USB stick: bundles of entries to the central, bundles of receipts back."""

from common import check
from coordinating import CoordinatingWorld
from world import dashed


class StickWorld(CoordinatingWorld):
    def token_words(self, device):
        return ["--token-file", device.token] if device.token else []

    def export(self, device, whole):
        """Writes a bundle of what waits, or of everything; gives it, where there was anything to write."""
        to = self.folder / f"bundle-{device.name}-{self.mark()}.zip"
        done = self.on(device, "bundle", "export", "--output", to, *self.token_words(device),
                       *(["--all"] if whole else []))
        check(done.status == 0 or not device.look.outbox,
              f"a bundle of what waits ended with {done.status}: {done.talk}")
        waiting = set(device.look.outbox)
        self.see(device)
        return (to, device.id, waiting) if done.status == 0 else None

    def deliver(self, bundle):
        """Takes a bundle in at the running central, perhaps once more, late, or a withdrawn device's."""
        path, identity, waiting = bundle
        before = len(self.central.held)
        is_revoked = self.central.devices.get(identity) is not None
        done = self.program.run("bundle", "import", path, "--central", self.address, "--token-file",
                                self.coordinator, "--lang", "en", "--format", "json")
        self.see_central()
        if done.status == 0:
            check(waiting <= set(self.central.held),
                  f"a bundle was taken in, but not {waiting - set(self.central.held)} of it")
        else:
            check(len(self.central.held) == before, "a part of a bundle was taken in that was refused")
        check(not is_revoked or len(self.central.held) == before,
              "a withdrawn device's bundle was taken in")
        self.counts["bundles taken in" if done.status == 0 else "bundles refused"] += 1

    def answer(self, device):
        """Writes a bundle of receipts for a device, where the central knows it."""
        to = self.folder / f"receipts-{device.name}-{self.mark()}.zip"
        done = self.at_central("bundle", "receipts", "--device", dashed(device.id), "--output", to,
                               status=None)
        known = device.id in self.central.devices and not self.is_revoked(device)
        check(done.status == 0 or not known, f"receipts ended with {done.status}: {done.talk}")
        return (to, device, self.life) if done.status == 0 else None

    def take_answer(self, letter):
        """Takes receipts in; those that a central made before it was restored are left lying."""
        path, device, life = letter
        if life != self.life or device.life < 0:
            return
        done = self.on(device, "bundle", "import", path, *self.token_words(device))
        if done.status == 0:
            device.token = None
            if done.json()[0]["restarted"]:
                device.life = self.life
                self.counts["read anew by receipts"] += 1
        self.counts["receipts taken in" if done.status == 0 else "receipts refused"] += 1
        self.see(device, syncs=True)
