"""F11: eight processes want one store, and eight devices and readers one central, for a while."""

import threading
import time

from common import (Broken, Central, CentralState, Device, DeviceState, agree, check, copied,
                    write_entries)

ALONE = True  # it measures time
SECONDS = 40


def run(suite):
    with suite.scratch() as scratch:
        one_store(suite, scratch, suite.scaled(SECONDS, 3) / 2)
        one_central(suite, scratch, suite.scaled(SECONDS, 3) / 2)


def together(works):
    broken = []

    def guarded(work):
        try:
            work()
        except Broken as error:
            broken.append(error)

    threads = [threading.Thread(target=guarded, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if broken:
        raise broken[0]


def one_store(suite, scratch, seconds):
    """Eight processes at a time on a device's store: each works, or is told who has it."""
    device = Device(suite, scratch / "device")
    until = time.monotonic() + seconds
    saved = [0] * 8

    def work(number):
        round = 0
        while time.monotonic() < until:
            round += 1
            if number < 5:
                rows = write_entries(scratch / f"rows-{number}.ndjson",
                                     [f"L-{number}-{round}-{n}" for n in range(10)])
                done = device.import_entries(rows, must=False)
            else:
                done = suite.run(["status", "doctor", "status"][number - 5], "--store",
                                 device.folder, "--lang", "en")
            if done.status == 0:
                saved[number] += 10 if number < 5 else 0
                suite.add("commands that had the store")
            else:
                check(done.status == 75 and "in use by another process" in done.talk,
                      f"a second process hears {done.status}: {done.talk[-500:]}")
                suite.add("commands told that it is in use")

    together([lambda number=number: work(number) for number in range(8)])
    state = DeviceState(copied(device.folder, scratch / "look"))
    check(len(state.own) == sum(saved), f"{sum(saved)} were told as saved, {len(state.own)} are there")
    suite.must("doctor", "--store", device.folder)


def one_central(suite, scratch, seconds):
    """Six devices send much, two readers read: the log is carried over again and again meanwhile."""
    central = Central(suite, scratch / "central")
    viewer = central.account("coordinator")
    devices = []
    for number in range(6):
        device = Device(suite, scratch / f"device-{number}", f"调查员{number}")
        device.town = f"1302051{number:02}"
        central.enrol(device, region=device.town)
        devices.append(device)
    central.serve()
    until = time.monotonic() + seconds

    def send(device):
        round = 0
        while time.monotonic() < until:
            round += 1
            rows = write_entries(scratch / f"{device.folder.name}.ndjson",
                                 [f"{device.folder.name}-{round}-{n}" for n in range(400)], 3000,
                                 town=device.town)
            device.import_entries(rows)
            device.sync(central.address, batch=100)
            suite.add("syncs")

    def read():
        while time.monotonic() < until:
            suite.must("report", "completion", "--central", central.address, "--token-file", viewer,
                       "--format", "json")
            suite.must("review", "list", "--central", central.address, "--token-file", viewer,
                       "--format", "json")
            suite.add("reads", 2)

    def refused():
        while time.monotonic() < until:
            done = suite.run("central", "recount", "--store", central.folder, "--lang", "en")
            check(done.status == 75 and "in use by another process" in done.talk,
                  f"beside a running central: {done.status} {done.talk[-300:]}")
            suite.add("second processes refused")
            time.sleep(0.2)

    try:
        together([lambda device=device: send(device) for device in devices] + [read, read, refused])
    finally:
        central.stop()
    text = central.log.read_text(errors="replace")
    busy = text.count('"status":"503"') + text.count('"status":"500"')
    check(busy == 0, f"{busy} requests were answered busy or failed")
    check("database is locked" not in text, "the central speaks of a locked database")
    suite.counts["busy answers"] = 0
    suite.add("megabytes at the central", round(
        (central.folder / "central.sqlite").stat().st_size / 1e6))
    held = CentralState(copied(central.folder, scratch / "look2"))
    for device in devices:
        agree(DeviceState(copied(device.folder, scratch / "look")), device.id, held, True)
    suite.must("central", "recount", "--store", central.folder)
