"""F17: bundles are cut, changed, forged, repeated, and crossed with syncs; nothing wrong is taken in, nothing is lost.

A bundle is taken whole or not at all, whatever its file suffered on its way.
"""

import concurrent.futures
import hashlib
import json
import os
import shutil
import zipfile

from common import (Central, CentralState, Device, DeviceState, agree, check, copied, photo_entry,
                    write_entries)

CASES = 1000
STEP = 4096
PIECE = 256 * 1024  # of a sealed bundle
FORGED, CROSSED = 24, 40


def run(suite):
    with suite.scratch() as scratch:
        scene = Scene(suite, scratch)
        cuts(suite, scene)
        forged(suite, scene)
        foreign(suite, scene)
        crossed(suite, scratch)
        receipts(suite, scene)
        flips(suite, scene, suite.scaled(CASES) - suite.counts["cases"])


class Scene:
    """A device that was never online, its bundle plain and sealed, and the central that knows the device."""

    def __init__(self, suite, scratch):
        self.suite, self.scratch = suite, scratch
        self.central = Central(suite, scratch / "central")
        self.device = Device(suite, scratch / "device")
        self.central.enrol(self.device)
        self.device.import_entries(write_entries(
            scratch / "rows.ndjson", [f"B-{n}" for n in range(60)], 400, suite.random))
        self.photo = photo_entry(suite, self.device, 600_000)
        key = scratch / "central.key"
        key.write_text(suite.must("central", "key", "--store", self.central.folder).output)
        self.plain = export(suite, self.device, scratch / "plain.zip")
        self.sealed = export(suite, self.device, scratch / "sealed.zip", "--seal", key)
        self.own = DeviceState(copied(self.device.folder, scratch / "look")).own
        self.number = 0

    def trial(self, path, name, base=None):
        """Imports into a copy of the central; nothing or all is taken in. Returns whether it was all."""
        with self.suite.counting:
            self.number += 1
            folder = self.scratch / f"trial-{self.number}"
        try:
            shutil.copytree(base or self.central.folder, folder)
            done = take(self.suite, path, folder)
            said(done, name)
            held = CentralState(folder).of(self.device.id)
            photo = folder / "attachments" / self.photo[:2] / self.photo
            if done.status == 0:
                check(held == self.own, f"{name}: taken in, but it holds {len(held)} revisions")
                check(hashlib.sha256(photo.read_bytes()).hexdigest() == self.photo,
                      f"{name}: taken in, but its photo is another")
            else:
                check(not held and not photo.exists(), f"{name}: refused, but something was taken in")
            self.suite.add("cases")
            self.suite.add("taken whole" if done.status == 0 else "refused")
            return done.status == 0
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def changed(self, name, content):
        path = self.scratch / f"{name.replace(' ', '-')}.zip"
        path.write_bytes(content)
        return path


def export(suite, device, path, *more):
    suite.must("bundle", "export", "--store", device.folder, "--output", path, "--token-file",
               device.token, "--lang", "en", *more)
    return path


def take(suite, path, folder, token=None):
    """Imports at a central, or with a token at a device, which keeps none before its first receipts."""
    return suite.run("bundle", "import", path, "--store", folder, "--lang", "en", "--format", "json",
                     *(["--token-file", token] if token else []))


def said(done, name):
    check(done.status == 0 or done.status in (65, 66, 69, 70, 74, 77, 78),
          f"{name}: the import ended with {done.status}: {done.talk[-800:]}")
    check(done.status == 0 or "error:" in done.talk, f"{name}: refused without a word: {done.talk!r}")


def at_once(jobs):
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for work in [pool.submit(*job) for job in jobs]:
            work.result()


def cuts(suite, scene):
    """A copy that ended at every 4 KB; a sealed one at each piece, and beside it."""
    plain, sealed = scene.plain.read_bytes(), scene.sealed.read_bytes()
    step = STEP * (max(1, round(1 / suite.scale)) if suite.scale < 1 else 1)
    ends = {("plain", end) for end in range(0, len(plain), step)}
    ends |= {("sealed", max(0, end + beside)) for end in range(0, len(sealed), PIECE)
             for beside in (-1, 0, 1, 32, 64)}

    def one(kind, end):
        path = scene.changed(f"{kind} cut at {end}", (plain if kind == "plain" else sealed)[:end])
        check(not scene.trial(path, f"{kind} cut at {end}"), f"{kind}, cut at {end}, was taken in")
        path.unlink()

    at_once((one, *job) for job in sorted(ends))
    for path in (scene.plain, scene.sealed):
        check(scene.trial(path, path.name), f"{path.name} is whole and was not taken in")


def flips(suite, scene, count):
    """Single bits; where one changes only the wrapping of a plain bundle, it may be taken in as it was."""
    kinds = {"plain": scene.plain.read_bytes(), "sealed": scene.sealed.read_bytes()}
    jobs = []
    for number in range(max(2, count)):
        kind = ("plain", "sealed")[number % 2]
        data = kinds[kind]
        # Half of them where little stands for much: at the beginning and at the end.
        if number % 4 < 2:
            at = suite.random.choice((suite.random.randrange(2000), len(data) - 1 - suite.random.randrange(2000)))
        else:
            at = suite.random.randrange(len(data))
        jobs.append((kind, at, suite.random.randrange(8)))

    def one(number, kind, at, bit):
        data = bytearray(kinds[kind])
        data[at] ^= 1 << bit
        name = f"{kind} with bit {bit} of byte {at} changed"
        path = scene.changed(f"flip {number}", bytes(data))
        is_taken = scene.trial(path, name)
        check(not is_taken or kind == "plain", f"{name} was taken in")
        suite.add("bits flipped")
        path.unlink()

    at_once((one, number, *job) for number, job in enumerate(jobs))


def forged(suite, scene):
    """Somebody without the key changes the content and makes manifest and hashes fit."""
    with zipfile.ZipFile(scene.plain) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    for number in range(suite.scaled(FORGED, 4)):
        forgery = dict(parts)
        manifest = json.loads(parts["manifest.json"])
        if number % 2:  # who is said to have recorded it
            manifest["surveyor"] = f"{manifest['surveyor']}{number}"
        else:  # what was recorded
            place = next(part for part in manifest["parts"] if part["path"].startswith("batches/"))
            lines = parts[place["path"]].split(b"\n")
            at = suite.random.randrange(len([line for line in lines if line]))
            record = lines[at][lines[at].index(b'"revision":') + 11:-1].replace(b"B-", b"Z-")
            lines[at] = (b'{"hash":"' + hashlib.sha256(record).hexdigest().encode()
                         + b'","revision":' + record + b"}")
            forgery[place["path"]] = b"\n".join(lines)
            place["size"] = len(forgery[place["path"]])
            place["hash"] = hashlib.sha256(forgery[place["path"]]).hexdigest()
        forgery["manifest.json"] = json.dumps(
            manifest, ensure_ascii=False, separators=(",", ":")).encode()
        path = scene.scratch / "forged.zip"
        pack(path, forgery)
        folder = scene.scratch / "forged"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(scene.central.folder, folder)
        done = take(suite, path, folder)
        check(done.status != 0 and not CentralState(folder).held, "a forged bundle was taken in")
        said(done, "a forged bundle")
        suite.add("cases")
        suite.add("forged")
    pack(path, parts)  # the same content packed by another tool is no forgery
    check(scene.trial(path, "packed anew"), "a bundle that was packed anew was not taken in")


def pack(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, content)


def foreign(suite, scene):
    """Renamed, twice, of another survey, of a device that nobody knows, or under another token."""
    scratch = scene.scratch
    renamed = scratch / "离线 包 (1).bin"
    shutil.copyfile(scene.plain, renamed)
    check(scene.trial(renamed, "renamed"), "a renamed bundle was not taken in")
    twice = scratch / "twice"
    shutil.copytree(scene.central.folder, twice)
    for path in (scene.plain, scene.plain, scene.sealed, renamed):
        check(take(suite, path, twice).status == 0, f"{path.name} was not taken in again")
        check(CentralState(twice).of(scene.device.id) == scene.own, "taken in twice")
        suite.add("cases")
    other = scratch / "other-survey"
    suite.must("central", "init", "--store", other, "--district", "110101", "--name", "东城区")
    unknown = Central(suite, scratch / "unknown").folder
    token = scratch / "other-token"
    shutil.copytree(scene.central.folder, token)
    suite.must("central", "device", "revoke", scene.device.id, "--store", token)
    suite.must("central", "device", "add", scene.device.id, "--surveyor", scene.device.surveyor,
               "--region", "130205", "--store", token)
    for folder in (other, unknown, token):
        for path in (scene.plain, scene.sealed):
            check(not scene.trial(path, f"{path.name} at {folder.name}", folder),
                  f"{path.name} was taken in at {folder.name}")


def crossed(suite, scratch):
    """Bundles, syncs and receipts in any order, also old ones again: one effect each, and all arrives."""
    chance = suite.random
    central = Central(suite, scratch / "crossed")
    device = Device(suite, scratch / "crossing")
    central.enrol(device)
    stick, back = [], []
    for round in range(suite.scaled(CROSSED, 8)):
        device.import_entries(write_entries(
            scratch / "rows.ndjson", [f"X-{round:03}-{n}" for n in range(chance.randint(1, 12))], 100))
        step = chance.choice(("export", "export", "all", "sync", "cut sync", "import", "receipts"))
        if step in ("export", "all") and DeviceState(copied(device.folder, scratch / "look")).outbox:
            stick.append(export(suite, device, scratch / f"x-{round}.zip",
                                *(["--all"] if step == "all" else [])))
        elif step == "import":
            for path in chance.sample(stick, min(len(stick), 3)):
                done = take(suite, path, central.folder)
                said(done, path.name)
                suite.add("crossed, taken" if done.status == 0 else "crossed, refused")
        elif step == "receipts":
            path = scratch / f"back-{round}.zip"
            suite.must("bundle", "receipts", "--device", device.id, "--output", path, "--store",
                       central.folder)
            back.append(path)
        elif step != "export":
            central.serve()
            try:
                point = {"environment": suite.shimmed(device.folder, FAULTS_KILL=(
                    f"any:{chance.randint(5, 60)}:after"))} if step == "cut sync" else {}
                device.sync(central.address, batch=3, must=not point, **point)
            finally:
                central.stop()
        for path in chance.sample(back, min(len(back), 2)):
            said(take(suite, path, device.folder, device.token), path.name)
        state = DeviceState(copied(device.folder, scratch / "look"))
        agree(state, device.id, CentralState(copied(central.folder, scratch / "look2")), False)
        suite.add("cases")
        suite.add("crossed with syncs")
    last, answer = scratch / "last.zip", scratch / "answer.zip"
    if DeviceState(copied(device.folder, scratch / "look")).outbox:
        done = take(suite, export(suite, device, last), central.folder)
        check(done.status == 0, f"the last bundle is not taken in: {done.talk}")
    suite.must("bundle", "receipts", "--device", device.id, "--output", answer, "--store",
               central.folder, "--all")
    for _ in range(2):
        done = take(suite, answer, device.folder, device.token)
        check(done.status == 0, f"the last receipts are not taken in: {done.talk}")
        agree(DeviceState(copied(device.folder, scratch / "look")), device.id,
              CentralState(copied(central.folder, scratch / "look2")), True)
    suite.must("central", "recount", "--store", central.folder)


def receipts(suite, scene):
    """Receipts that were cut or changed leave the device as it was; whole ones empty its outbox, once."""
    scratch = scene.scratch
    central = scratch / "answering"
    shutil.copytree(scene.central.folder, central)
    check(take(suite, scene.plain, central).status == 0, "the bundle was not taken in")
    back = scratch / "back.zip"
    suite.must("bundle", "receipts", "--device", scene.device.id, "--output", back, "--store", central)
    data, held = back.read_bytes(), CentralState(central)
    tried = scratch / "tried"
    for number in range(suite.scaled(100, 10)):
        at = suite.random.randrange(len(data))
        changed = bytearray(data)
        changed[at] ^= 1 << suite.random.randrange(8)
        path = scene.changed("receipts", data[:at] if number % 2 else bytes(changed))
        shutil.rmtree(tried, ignore_errors=True)
        shutil.copytree(scene.device.folder, tried)
        done = take(suite, path, tried, scene.device.token)
        said(done, f"receipts changed at {at}")
        state = DeviceState(copied(tried, scratch / "look"))
        agree(state, scene.device.id, held, done.status == 0)
        check(done.status == 0 or not state.answered, f"receipts changed at {at} had an effect")
        suite.add("cases")
        suite.add("receipts cut or changed")
    other = Device(suite, scratch / "other")
    check(take(suite, back, other.folder, scene.device.token).status != 0, "another device's receipts were taken in")
    for _ in range(2):
        done = take(suite, back, scene.device.folder, scene.device.token)
        check(done.status == 0, f"the receipts were not taken in: {done.talk}")
        agree(DeviceState(copied(scene.device.folder, scratch / "look")), scene.device.id, held, True)
        suite.add("cases")
