"""F5: disks of 20 sizes fill up under a device and under a central; what was saved stays and is readable.

A size says what there is beside an empty store.
"""

import time

from common import (Central, CentralState, Device, DeviceState, SmallDisk, agree, check, copied,
                    need_tool, write_entries)

SIZES = 20
LEAST, MOST = 1 << 20, 64 << 20


def run(suite):
    need_tool("mount")
    sizes = [int(LEAST * (MOST / LEAST) ** (n / (SIZES - 1))) for n in range(SIZES)]
    if suite.scale < 1:
        sizes = sizes[:suite.scaled(SIZES, 2)]
    with suite.scratch() as scratch:
        rows = write_entries(scratch / "rows.ndjson", [f"D-{n:06}" for n in range(45_000)], 2000)
        empty = store_size(Device(suite, scratch / "empty-device").folder)
        for size in sizes:
            full_device(suite, scratch, size, empty, rows)
        # What the device cannot save need not be sent: a central of up to 8 MB fills soon enough.
        empty = store_size(Central(suite, scratch / "empty").folder)
        for size in [min(size, 8 << 20) for size in sizes]:
            full_central(suite, scratch, size, empty)


def full_device(suite, scratch, size, empty, rows):
    part = scratch / "part.ndjson"
    lines = max(1000, size // 1200)
    with open(rows) as all_rows, open(part, "w") as out:
        for _, line in zip(range(lines), all_rows):
            out.write(line)
    with SmallDisk(scratch / "small", size + empty) as disk:
        device = Device(suite, disk.folder / "device")
        done = device.import_entries(part, must=False)
        check(done.status == 74 and "disk is full" in done.talk,
              f"{size} bytes: a full disk is told by {done.status}: {done.talk[-500:]}")
        suite.add("devices filled")
        state = DeviceState(copied(device.folder, scratch / "look"))
        saved = len(state.own)
        suite.add("revisions saved", saved)
        for words in (("doctor",), ("status",), ("entry", "list", "--format", "csv")):
            done = suite.run(*words, "--store", device.folder, "--lang", "en")
            check(done.status == 0, f"{size} bytes: {words} does not work on a full disk: {done.talk}")
        lines = done.output.count("\n") - 1
        check(saved == 0 or lines > 0, "the list of a full disk's entries is empty")
        disk.grow(512 << 20)
        device.import_entries(part)
        state = DeviceState(copied(device.folder, scratch / "look"))
        with open(part) as text:
            check(len(state.own) == sum(1 for _ in text),
                  f"{size} bytes: the same import with room gives {len(state.own)}")


def store_size(folder):
    """The room that an empty store takes while it is made: its pages lie in the log as well."""
    return 2 * sum(file.stat().st_size for file in folder.iterdir() if file.is_file())


def full_central(suite, scratch, size, empty):
    with SmallDisk(scratch / "small2", size + empty) as disk:
        central = Central(suite, disk.folder / "central")
        device = Device(suite, scratch / f"device-{size}-{suite.counts.get('centrals filled', 0)}")
        central.enrol(device)
        viewer = central.account("viewer")
        device.import_entries(write_entries(
            scratch / "sent.ndjson", [f"C-{n}" for n in range(max(1500, size // 900))], 2000,
            suite.random))
        central.serve()
        try:
            done = device.sync(central.address, batch=200, must=False)
            check(done.status in (74, 75) and done.talk,
                  f"{size} bytes: the device hears {done.status} of a full central: {done.talk}")
            suite.add("centrals filled")
            suite.add("told that the disk is full", "disk is full" in done.talk)
            agree(DeviceState(copied(device.folder, scratch / "look")), device.id,
                  CentralState(copied(central.folder, scratch / "look2")), False)
            done = suite.run("report", "completion", "--central", central.address, "--format", "json",
                             "--token-file", viewer)
            check(done.status == 0, f"{size} bytes: no report from a full central: {done.talk}")
            disk.grow(512 << 20)
            began = time.monotonic()
            device.sync(central.address)
            suite.most("slowest drain with room, s", round(time.monotonic() - began, 1))
        finally:
            central.stop()
        agree(DeviceState(copied(device.folder, scratch / "look")), device.id,
              CentralState(copied(central.folder, scratch / "look2")), True)
