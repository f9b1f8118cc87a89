"""F2: the power is cut while a central takes in batches and photos; whatever it answered for is there."""

import hashlib

import cuts
import trace
from common import (Central, CentralState, Device, check, receipts_in, photo_entry, write_entries)

LONG = True
CUTS = 10_000
# One goes up in one part, the other in several.
PHOTOS = 20_000, 300_000


def run(suite):
    with suite.scratch() as scratch:
        root = scratch / "disk"
        root.mkdir()
        path = scratch / "trace"
        record(suite, scratch, root, path)
        calls = trace.read(path)
        told, photos = acknowledgements(calls), promised(calls)
        every = max(1, suite.scaled(CUTS) // 50)

        def prove(folder, position, number):
            store = folder / "central"
            wanted = [digest for at, digest in told if at <= position]
            if not (store / "central.sqlite").exists():
                check(not wanted, "the store is gone")
                return
            if wanted and number % every == 0:
                done = suite.run("central", "recount", "--store", store, "--lang", "en")
                check(done.status == 0, f"the program says {done.status}: {done.talk}")
            if wanted:
                held = set(CentralState(store).held.values())
                lost = [digest.hex() for digest in wanted if digest not in held]
                check(not lost, f"{len(lost)} of {len(wanted)} acknowledged revisions are lost")
            held = attachments(store)
            wanted = [digest for at, digest in photos if at <= position]
            lost = [digest for digest in wanted if digest not in held]
            check(not lost, f"{len(lost)} of {len(wanted)} acknowledged attachments are lost")

        cuts.replay(suite, path, str(root), suite.scaled(CUTS), prove)
        suite.counts["acknowledged revisions"] = len(told)
        suite.counts["acknowledged attachments"] = len(photos)
        check(told and photos, "nothing was acknowledged, so nothing was shown")


def attachments(store):
    """The files under their hashes; one that stands there is whole, acknowledged or not."""
    found = set()
    for path in (store / "attachments").glob("[0-9a-f][0-9a-f]/*"):
        check(hashlib.sha256(path.read_bytes()).hexdigest() == path.name,
              f"the attachment {path.name[:8]} is not the one that was hashed")
        found.add(path.name)
    return found


def record(suite, scratch, root, path):
    """Two devices send while every disk call and answer of the central is written down."""
    shimmed = suite.shimmed(root, FAULTS_TRACE=path, FAULTS_TELLS="1")
    central = Central(suite, root / "central", environment=shimmed)
    devices = [Device(suite, scratch / f"device-{n}", f"调查员{n}") for n in range(2)]
    for device in devices:
        # The enrolment changes the store as well, so it has to be in the trace.
        central.enrol(device, environment=shimmed)
    central.serve(environment=shimmed)
    try:
        for round in range(suite.scaled(6, 3)):
            for device in devices:
                rows = write_entries(scratch / "rows.ndjson",
                                     [f"{device.folder.name}-{round}-{n}" for n in range(25)], 300,
                                     suite.random)
                device.import_entries(rows)
                photo = photo_entry(suite, device, PHOTOS[round % len(PHOTOS)])
                device.sync(central.address, batch=4)
                # The device was told that the central holds it; so it holds from here on.
                trace.note(path, b"photo " + photo.encode())
            if round % 3 == 2:  # a crash, so that the trace also has a recovery
                central.kill()
                central.serve(environment=shimmed)
    finally:
        central.stop()


def acknowledgements(calls):
    """Where in the trace which hashes were answered for, by whole answers of each connection."""
    streams, told, seen = {}, [], set()
    for position, call in enumerate(calls, 1):
        if call.kind != trace.TELL or call.inode <= 1:
            continue
        text = streams.get((call.pid, call.inode), b"")[-500_000:] + call.second
        streams[call.pid, call.inode] = text
        for _, digest in receipts_in(text):
            if digest not in seen:
                seen.add(digest)
                told.append((position, bytes.fromhex(digest.decode())))
    return told


def promised(calls):
    """Where in the trace which attachments had been answered for."""
    return [(position, call.second.decode().split()[1]) for position, call in enumerate(calls, 1)
            if call.kind == trace.TELL and call.inode == 0 and call.second.startswith(b"photo ")]
