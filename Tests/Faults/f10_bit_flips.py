"""F10: single bits of a store flip, logs are cut, swapped or lost; nothing damaged passes for good.

What is looked at is whether anything that the database says has changed. A flip in bytes that SQLite does
not use changes nothing and need not be found.
"""

import concurrent.futures
import os
import shutil
import sqlite3

from common import Central, Device, DeviceState, check, copied, write_entries

FLIPS = 2000
# What a user made, and what was answered: that a changed bit of it is found is promised.
KEPT = ("revision", "auditEntry")


def run(suite):
    with suite.scratch() as scratch:
        central = Central(suite, scratch / "central")
        device = Device(suite, scratch / "device")
        central.enrol(device)
        central.serve()
        try:
            for round in range(3):
                device.import_entries(write_entries(
                    scratch / "rows.ndjson", [f"B-{round}-{n}" for n in range(100)], 400,
                    suite.random))
                device.sync(central.address)
            device.import_entries(write_entries(
                scratch / "rows.ndjson", [f"B-9-{n}" for n in range(50)], 400, suite.random))
        finally:
            central.stop()
        flips(suite, scratch, device)
        logs(suite, scratch, device)


def dump(path, tables=None):
    """Everything that the database says, or the words with which it fails."""
    try:
        database = sqlite3.connect(path, isolation_level=None)
        database.text_factory = bytes
        try:
            names = [row[0].decode("latin-1") for row in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
            return {name: database.execute(f'SELECT * FROM "{name}"').fetchall()
                    for name in names if tables is None or name in tables}
        finally:
            database.close()
    except (sqlite3.Error, ValueError) as error:
        return str(error)


def flips(suite, scratch, device):
    data = bytearray((device.folder / "device.sqlite").read_bytes())
    whole = dump(device.folder / "device.sqlite")
    kept = {name: rows for name, rows in whole.items() if name in KEPT}

    def one(job):
        number, at, bit = job
        folder = scratch / f"flip-{number % 4}-{number}"
        folder.mkdir()
        try:
            changed = bytearray(data)
            changed[at] ^= 1 << bit
            (folder / "device.sqlite").write_bytes(changed)
            shutil.copytree(device.folder / "forms", folder / "forms")
            found = dump(folder / "device.sqlite")
            is_kept_changed = dump(folder / "device.sqlite", KEPT) != kept
            done = suite.run("doctor", "--store", folder, "--lang", "en")
            if done.status < 0 and os.environ.get("FAULTS_KEEP"):
                shutil.copytree(folder, os.environ["FAULTS_KEEP"], dirs_exist_ok=True)
            check(done.status in (0, 65, 66, 70, 74, 77, 78),
                  f"bit {bit} of byte {at}: doctor ended with {done.status}: {done.talk[-600:]}")
            return at, bit, found != whole, is_kept_changed, done.status != 0
        finally:
            shutil.rmtree(folder)

    jobs = [(n, suite.random.randrange(len(data)), suite.random.randrange(8))
            for n in range(suite.scaled(FLIPS))]
    missed = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for at, bit, is_changed, is_kept_changed, is_found in pool.map(one, jobs):
            suite.add("flips")
            suite.add("changed what the store says", is_changed)
            suite.add("changed what is kept", is_kept_changed)
            suite.add("found by doctor", is_found)
            suite.add("kept changes found", is_kept_changed and is_found)
            if is_kept_changed and not is_found:
                missed.append(f"byte {at}, bit {bit}")
    allowed = suite.counts["changed what is kept"] // 1000  # 99.9 % have to be found
    check(len(missed) <= allowed, f"{len(missed)} changes of what is kept were not found: {missed[:5]}")


def logs(suite, scratch, device):
    """Damage to whole files: what is left may be less, but is never taken for more than it is."""
    source = device.folder / "device.sqlite"
    data = source.read_bytes()
    page = 4096
    damages = {
        "cut in half": data[:len(data) // 2], "cut by a byte": data[:-1],
        "a page of zeros": data[:page * 3] + bytes(page) + data[page * 4:],
        "another's marks": data[:68] + b"ABCD" + data[72:], "empty": b"", "text": b"x" * 5000,
        "no header": bytes(100) + data[100:],
    }
    for name, content in damages.items():
        folder = scratch / "damaged"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / "device.sqlite").write_bytes(content)
        before = (folder / "device.sqlite").read_bytes()
        done = suite.run("doctor", "--store", folder, "--lang", "en")
        check(done.status != 0, f"{name}: doctor finds nothing wrong")
        check("error:" in done.talk or done.status == 65, f"{name}: no word: {done.talk}")
        if name in ("another's marks", "text", "no header"):
            check((folder / "device.sqlite").read_bytes() == before, f"{name}: it was changed")
        suite.add("damaged files refused")
    # A log that belongs to another database must not be taken in.
    other = Device(suite, scratch / "other", "王强")
    other.import_entries(write_entries(scratch / "o.ndjson", [f"O-{n}" for n in range(20)], 300))
    folder = scratch / "swapped"
    shutil.copytree(device.folder, folder)
    wal = scratch / "wal"
    done = suite.run("entry", "import", write_entries(scratch / "p.ndjson", ["P-1"]), "--store",
                     other.folder, environment=suite.shimmed(other.folder, FAULTS_KILL="unlink:1:before"))
    leftover = other.folder / "device.sqlite-wal"
    check(leftover.exists(), f"no log was left behind: {done.status}")
    shutil.copyfile(leftover, wal)
    shutil.copyfile(wal, folder / "device.sqlite-wal")
    done = suite.run("doctor", "--store", folder, "--lang", "en")
    if done.status == 0:
        check(DeviceState(copied(folder, scratch / "look")).own
              == DeviceState(copied(device.folder, scratch / "look2")).own,
              "another device's log changed this one's revisions")
    suite.add("swapped logs")
