"""F12: an upload is cut at each 64th of a file; it goes on where it was, and the file arrives as it was.

The same with a central that is killed in the middle of a part, and with one whose disk is full.
"""

import asyncio
import concurrent.futures
import hashlib
import json
import threading

from common import (Central, CentralState, Device, DeviceState, SmallDisk, agree, check, copied,
                    photo_entry)
from proxy import message

# One part, several parts, and parts that have grown to their largest.
SIZES = 200_000, 3_000_000, 8_000_000
PARTS = 64
LANES = 2  # devices for each size
KILLS = 24


def run(suite):
    with suite.scratch() as scratch:
        cuts(suite, scratch)
        kills(suite, scratch)
        for number, size in enumerate(SIZES):
            full_disk(suite, scratch, number, size)
    suite.counts["files that differ"] = 0


class CuttingProxy:
    """Passes exchanges on, counts the bytes of uploads, and cuts one connection at a chosen byte."""

    def __init__(self, port):
        self.target, self.loop = port, asyncio.new_event_loop()
        self.arm(None)
        self.server = self.loop.run_until_complete(
            asyncio.start_server(self.serve, "127.0.0.1", 0, limit=1 << 24))
        self.address = f"http://127.0.0.1:{self.server.sockets[0].getsockname()[1]}"
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()

    def arm(self, at, then=None):
        """From now on: the connection is cut after `at` bytes of uploads, and `then` is called."""
        self.at, self.then, self.sent, self.part = at, then, 0, 0

    def close(self):
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)

    async def serve(self, reader, writer):
        central = None
        try:
            central = await asyncio.open_connection("127.0.0.1", self.target, limit=1 << 24)
            while True:
                head, body = await message(reader)
                is_upload = b"application/offset+octet-stream" in head.lower()
                if is_upload and self.at is not None and self.sent + len(body) >= self.at:
                    kept, self.at, self.part = self.at - self.sent, None, len(body)
                    self.sent += kept
                    central[1].write(head + body[:kept])
                    await central[1].drain()
                    await asyncio.sleep(0.02)  # what was sent is to arrive before the end does
                    if self.then:
                        self.then()
                    break
                self.sent += len(body) if is_upload else 0
                central[1].write(head + body)
                await central[1].drain()
                answer = await message(central[0])
                writer.write(answer[0] + answer[1])
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, OSError):
            pass
        finally:
            for stream in [writer] + ([central[1]] if central else []):
                stream.close()


def arrived(folder, digest):
    """Whether the file is at the central; one under a wrong name is a failure."""
    path = folder / "attachments" / digest[:2] / digest
    if not path.exists():
        return False
    check(hashlib.sha256(path.read_bytes()).hexdigest() == digest, f"{path} is another file")
    return True


def one_upload(suite, scratch, device, central, proxy, size, at, then=None):
    digest = photo_entry(suite, device, size)
    proxy.arm(at, then)
    told = device.sync(proxy.address).json()
    where = f"{size} bytes cut at {at}"
    check(proxy.part, f"{where}: it was never cut")
    check(arrived(central.folder, digest), f"{where}: the file did not arrive: {told}")
    waste = proxy.sent - size
    check(waste <= proxy.part, f"{where}: {waste} bytes were sent in vain, a part has {proxy.part}")
    suite.most("most bytes sent in vain", waste)


def cuts(suite, scratch):
    central = Central(suite, scratch / "central")
    lanes = []
    for size in SIZES:
        for lane in range(LANES):
            device = Device(suite, scratch / f"device-{size}-{lane}", f"调查员{lane}")
            central.enrol(device)
            step = max(1, round(1 / suite.scale)) if suite.scale < 1 else 1
            lanes.append((device, size, range(1, PARTS + 1)[lane::LANES][::step]))
    central.serve()

    def work(device, size, parts):
        proxy = CuttingProxy(central.port)
        try:
            for part in parts:
                one_upload(suite, scratch, device, central, proxy, size, size * part // PARTS)
                suite.add("cuts")
        finally:
            proxy.close()

    try:
        # The device waits before it tries again, so more of them than there are processors.
        with concurrent.futures.ThreadPoolExecutor(len(lanes)) as pool:
            for job in [pool.submit(work, *lane) for lane in lanes]:
                job.result()
    finally:
        central.stop()
    judge(suite, scratch, central, [device for device, _, _ in lanes])


def kills(suite, scratch):
    central = Central(suite, scratch / "killed")
    device = Device(suite, scratch / "device-killed")
    central.enrol(device)
    central.serve()
    proxy = CuttingProxy(central.port)

    def again():
        central.kill()
        central.serve()

    try:
        for number in range(suite.scaled(KILLS, len(SIZES))):
            size = SIZES[number % len(SIZES)]
            one_upload(suite, scratch, device, central, proxy, size, suite.random.randint(1, size),
                       again)
            suite.add("central killed")
    finally:
        proxy.close()
        central.stop()
    judge(suite, scratch, central, [device])


def full_disk(suite, scratch, number, size):
    """The central's disk has no room for the file: the entry arrives, the file does with room."""
    with SmallDisk(scratch / "small", (8 << 20) + 2 * size) as disk:
        central = Central(suite, disk.folder / "central")
        device = Device(suite, scratch / f"device-full-{number}")
        central.enrol(device)
        # What else is on the disk leaves a third of what the file takes.
        room = size // 3
        central.serve()
        try:
            disk.fill(room)
            digest = photo_entry(suite, device, size)
            done = device.sync(central.address, must=False)
            check(done.status in (0, 74, 75), f"a full central is told by {done.status}: {done.talk}")
            check("disk is full" in done.talk, f"nobody said that the disk is full: {done.talk}")
            check(not arrived(central.folder, digest), "a file arrived on a full disk")
            suite.add("disks filled")
            disk.free()
            told = device.sync(central.address).json()
            check(arrived(central.folder, digest), f"with room the file did not arrive: {told}")
        finally:
            central.stop()
        judge(suite, scratch, central, [device])


def judge(suite, scratch, central, devices):
    held = CentralState(copied(central.folder, scratch / "look"))
    for device in devices:
        agree(DeviceState(copied(device.folder, scratch / "look2")), device.id, held, True)
    suite.must("verify", "--store", central.folder, "--lang", "en")
    missing = suite.must("central", "attachment", "missing", "--store", central.folder, "--format",
                         "json").output
    check(json.loads(missing or "[]") == [], f"attachments are missing: {missing}")
    left = list((central.folder / "attachments" / "incoming").iterdir())
    check(not left, f"{len(left)} half files were left behind")
