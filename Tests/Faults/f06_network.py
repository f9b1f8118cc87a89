"""F6: real devices talk to a real central through a network that does all it can to them."""

import asyncio
import contextlib
import sqlite3
import time
import uuid

from common import (Central, CentralState, Device, DeviceState, agree, check, copied, write_entries)
from proxy import KINDS, FaultProxy

EXCHANGES = 20_000
# A device waits after a fault, so the more there are the sooner it is done.
DEVICES = 24
DRAIN_SECONDS = 60


def run(suite):
    with suite.scratch() as scratch:
        central = Central(suite, scratch / "central")
        devices = []
        for number in range(DEVICES):
            device = Device(suite, scratch / f"device-{number}", f"调查员{number}")
            # Two devices share each township, so that each also takes in what another sent.
            device.town = f"1302051{number // 2:02}"
            central.enrol(device, region=device.town)
            devices.append(device)
        central.serve()
        try:
            asyncio.run(storm(suite, scratch, central, devices))
        finally:
            central.stop()
        held = CentralState(copied(central.folder, scratch / "look"))
        made = 0
        for pair in zip(devices[::2], devices[1::2]):
            states = [DeviceState(copied(device.folder, scratch / "look2")) for device in pair]
            for device, state, other in zip(pair, states, reversed(states)):
                agree(state, device.id, held, True)
                missed = set(other.own.values()) - state.others
                check(not missed, f"{device.folder.name} never took in {len(missed)} of its pair's")
                made += len(state.own)
        check(len(held.held) == made, f"the devices made {made}, the central has {len(held.held)}")
        suite.counts.update({"revisions": made, "lost": 0, "duplicates": 0})
        suite.must("central", "recount", "--store", central.folder)


async def storm(suite, scratch, central, devices):
    proxy = FaultProxy(central.port, suite.random.random(), 0.25)
    await proxy.start()
    address = f"http://127.0.0.1:{proxy.port}"
    target = suite.scaled(EXCHANGES, 200)

    async def work(device):
        round = 0
        while proxy.exchanges < target:
            rows = write_entries(scratch / f"{device.folder.name}.ndjson",
                                 [f"{device.folder.name}-{round}-{n}" for n in range(80)], 100,
                                 town=device.town)
            await call(suite, "entry", "import", rows, "--store", device.folder)
            for _ in range(30):
                status = await call(suite, *device.sync_words(address, batch=1))
                suite.add("syncs")
                believed(device, central)
                if status == 0 or proxy.exchanges >= target:
                    break
                suite.add("syncs that gave up")
            round += 1

    try:
        await asyncio.gather(*map(work, devices))
    finally:
        for kind in KINDS:
            suite.counts[kind] = proxy.counts[kind]
        suite.counts["exchanges"] = proxy.exchanges
    missing = [kind for kind in KINDS if not proxy.counts[kind]]
    check(not missing or suite.scale < 0.1, f"never happened: {missing}")

    proxy.share = 0  # the network is well again
    began = time.monotonic()

    async def drain(device):
        while True:
            if await call(suite, *device.sync_words(address, batch=50)) == 0:
                return
            check(time.monotonic() - began < DRAIN_SECONDS,
                  f"{device.folder.name} is not drained {DRAIN_SECONDS} s after the network is well")

    await asyncio.gather(*map(drain, devices))
    # Once more: a device that was drained first has not seen what the others sent after it.
    await asyncio.gather(*map(drain, devices))
    suite.counts["drained after, s"] = round(time.monotonic() - began, 1)


def believed(device, central):
    """Whether what the device counts as sent is at the central, at this moment.

    A look at the end alone misses a lie: the device finds out by itself and sends again.
    """
    with reading(device.folder / "device.sqlite") as store:
        answered = store.execute(
            "SELECT sequence, hash FROM receipt JOIN revision USING (sequence)").fetchall()
    with reading(central.folder / "central.sqlite") as store:
        held = {row for table in ("revision", "quarantine") for row in store.execute(
            f"SELECT sequence, hash FROM {table} WHERE device = ?", [uuid.UUID(device.id).bytes])}
    missing = set(answered) - held
    check(not missing, f"{device.folder.name} counts {len(missing)} as sent that are not at the central")


@contextlib.contextmanager
def reading(path):
    """The database at `path` as it is, which nothing here changes or recovers."""
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30)) as store:
        yield store


async def call(suite, *words):
    process = await asyncio.create_subprocess_exec(
        suite.binary, *map(str, words), env=suite.environment(),
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE)
    try:
        _, talk = await asyncio.wait_for(process.communicate(), 120)
    except asyncio.TimeoutError:
        process.kill()
        check(False, f"hangs: {words[:3]}")
    check(process.returncode in (0, 65, 69, 70, 74, 75, 76, 77),
          f"{words[0]} ended with {process.returncode}: {talk.decode(errors='replace')[-800:]}")
    if process.returncode:
        suite.add(f"status {process.returncode}")
    return process.returncode
