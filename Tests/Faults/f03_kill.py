"""F3: device and central are killed at any moment and at every kind of disk call; nothing told is lost.

SIGKILL leaves what the kernel holds, so this shows atomicity and recovery, not durability: F1 and F2 do.
"""

import concurrent.futures
import json
import os
import signal
import time

from common import (Broken, Central, CentralState, Device, DeviceState, agree, check, copied,
                    write_entries)

ALONE = True  # it measures time
KILLS_DEVICE, KILLS_CENTRAL, KILLS_BOTH = 600, 300, 100
ONE_STORE = 60  # kills; what is looked at after each grows with the store
KINDS = ("write", "sync", "open", "truncate", "unlink", "rename", "any")


def run(suite):
    total = suite.scaled(KILLS_DEVICE)
    with (suite.scratch() as scratch,
          concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool):
        works = [pool.submit(kill_central, suite, scratch)]
        for number, first in enumerate(range(0, total, ONE_STORE)):
            works.append(pool.submit(kill_device, suite, scratch / f"world-{number}", number,
                                     min(ONE_STORE, total - first)))
        for work in works:
            work.result()
    suite.counts.setdefault("lost", 0)


def kill_device(suite, scratch, number, most):
    """Kills imports and syncs, one after the other on the same store."""
    scratch.mkdir()
    central = Central(suite, scratch / "central")
    device = Device(suite, scratch / "device", f"调查员{number}")
    central.enrol(device)
    chance = suite.chance(number)  # of its own, since the worlds run side by side
    central.serve()
    told = wanted = kills = round = 0
    try:
        while kills < most:
            round += 1
            is_import = chance.random() < 0.5
            if is_import:
                count = chance.randint(1, 30)
                rows = write_entries(scratch / "rows.ndjson",
                                     [f"device-{number}-{round:05}-{n}" for n in range(count)], 200)
                words = ["entry", "import", rows, "--store", device.folder, "--lang", "en",
                         "--format", "json"]
            else:
                words = device.sync_words(central.address, batch=chance.randint(1, 20))
            fired = scratch / "fired"
            fired.unlink(missing_ok=True)
            if chance.random() < 0.5:  # at a named point
                point = f"{chance.choice(KINDS)}:{chance.randint(1, 25)}:" + chance.choice(
                    ("before", "after"))
                done = suite.run(*words, environment=suite.shimmed(
                    device.folder, FAULTS_KILL=point, FAULTS_FIRED=fired))
                killed, output = done.status == -signal.SIGKILL, done.output
                suite.add("killed at a disk call", killed)
            else:
                process = suite.start(*words)
                time.sleep(chance.random() * 0.03)
                process.kill()
                output, _ = process.communicate(timeout=30)
                killed = process.returncode == -signal.SIGKILL
                suite.add("killed at a moment", killed)
            if output.strip().endswith("}") and is_import:  # all of it was told
                wanted = told + json.loads(output).get("saved", count if not killed else 0)
            kills += killed
            if not killed:
                suite.add("ended before")
            state = DeviceState(copied(device.folder, scratch / "look"))
            check(len(state.own) >= wanted,
                  f"round {round}: {wanted} revisions were told, {len(state.own)} are there")
            told = wanted = len(state.own)
            if round % 20 == 19:
                agree(state, device.id, CentralState(copied(central.folder, scratch / "look2")),
                      False)
        began = time.monotonic()
        suite.must("status", "--store", device.folder)
        suite.most("slowest recovery, ms", round_ms(began))
        device.sync(central.address)
    finally:
        central.stop()
    suite.must("doctor", "--store", device.folder)
    agree(DeviceState(copied(device.folder, scratch / "look")), device.id,
          CentralState(copied(central.folder, scratch / "look2")), True)


def round_ms(began):
    return round((time.monotonic() - began) * 1000)


def kill_central(suite, scratch):
    """Kills the central, and in a quarter of the rounds the devices too, while devices send."""
    chance = suite.random
    central = Central(suite, scratch / "central2")
    devices = [Device(suite, scratch / f"device2-{n}", f"调查员{n}") for n in range(2)]
    for device in devices:
        central.enrol(device)
    total = suite.scaled(KILLS_CENTRAL) + suite.scaled(KILLS_BOTH)
    for round in range(total):
        kill_devices = round % 4 == 3
        for device in devices:
            rows = write_entries(scratch / "rows.ndjson",
                                 [f"{device.folder.name}-{round:05}-{n}"
                                  for n in range(chance.randint(1, 40))], 200)
            device.import_entries(rows)
        environment = None
        if chance.random() < 0.5:
            environment = suite.shimmed(central.folder, FAULTS_KILL=(
                f"{chance.choice(KINDS)}:{chance.randint(5, 60)}:"
                f"{chance.choice(('before', 'after'))}"))
        try:
            suite.most("slowest recovery, ms", round_ms_of(central.serve(environment=environment)))
        except Broken:
            if environment is None:
                raise
            central.process.wait(10)  # killed while it opened the store
            central.process.stdout.close()
            suite.add("central killed while opening")
            continue
        syncs = [suite.start(*device.sync_words(central.address, batch=chance.randint(1, 10)))
                 for device in devices]
        time.sleep(chance.random() * 0.15)
        if kill_devices:
            for process in syncs:
                process.kill()
                suite.add("device killed with it")
        central.kill()
        suite.add("central killed")
        for process in syncs:
            # A sync waits for its retries; to be cut off there as well is a fault more.
            process.kill()
            process.communicate(timeout=30)
        if round % 10 == 9:
            held = CentralState(copied(central.folder, scratch / "look2"))
            for device in devices:
                agree(DeviceState(copied(device.folder, scratch / "look")), device.id, held, False)
    seconds = central.serve()
    check(seconds < 2, f"the central took {seconds:.1f} s to recover")
    try:
        for device in devices:
            device.sync(central.address)
    finally:
        central.stop()
    held = CentralState(copied(central.folder, scratch / "look2"))
    for device in devices:
        agree(DeviceState(copied(device.folder, scratch / "look")), device.id, held, True)
    suite.must("central", "recount", "--store", central.folder)


def round_ms_of(seconds):
    return round(seconds * 1000)
