"""What all fault drivers share: the built program, devices, centrals, and what must hold between them."""

import contextlib
import hashlib
import json
import os
import random
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
DISTRICT = "130205"
FORM = "X_FAULTS"
ANSWERS = {"accepted", "duplicate", "superseded", "conflict", "rejected"}


class Broken(Exception):
    """A promise of the program was broken, or a driver could not do what it claims to do."""


def check(condition, words):
    if not condition:
        raise Broken(words)


def need_tool(name):
    """A tool that a driver cannot do without; its absence is a failure, never a pass."""
    path = shutil.which(name)
    check(path, f"{name} is not installed; run scripts/setup.sh faults")
    return path


class Outcome:
    def __init__(self, status, output, talk, seconds):
        self.status, self.output, self.talk, self.seconds = status, output, talk, seconds

    def json(self):
        return json.loads(self.output)


class Suite:
    """One driver's surroundings: the program, a scratch folder, chance, and the counts it reports."""

    def __init__(self, name, seed, scale, binary, shim):
        self.name, self.scale, self.binary, self.shim = name, scale, str(binary), str(shim)
        self.seed = seed
        self.random = self.chance()
        self.counts = {}
        self.folder = None
        self.counting = threading.Lock()

    def chance(self, part=None):
        """What is drawn in one part of the driver does not depend on the others."""
        return random.Random(f"{self.seed}:{self.name}" + (f":{part}" if part is not None else ""))

    def scaled(self, count, least=1):
        return max(least, round(count * self.scale))

    def add(self, name, count=1):
        with self.counting:
            self.counts[name] = self.counts.get(name, 0) + count

    def most(self, name, value):
        with self.counting:
            self.counts[name] = max(self.counts.get(name, 0), value)

    @contextlib.contextmanager
    def scratch(self):
        """A folder in memory where there is room for it: faults, not disks, are measured."""
        place = os.environ.get("FAULTS_TMP")
        if not place:
            free = shutil.disk_usage("/dev/shm").free if os.path.isdir("/dev/shm") else 0
            place = "/dev/shm" if free > 2 << 30 else None
        self.folder = Path(tempfile.mkdtemp(prefix=f"faults-{self.name}-", dir=place))
        try:
            yield self.folder
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def environment(self, **more):
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("HAZCENSUS", "FAULTS_"))}
        # A crash is told by its signal; Swift's own account of it takes ten seconds.
        kept.update({"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"})
        kept.update({k: str(v) for k, v in more.items() if v is not None})
        return kept

    def shimmed(self, root, **more):
        """The environment under which the program's disk calls below `root` pass the shim."""
        return self.environment(LD_PRELOAD=self.shim, FAULTS_ROOT=root, **more)

    def run(self, *words, environment=None, timeout=120, prefix=(), input=None):
        began = time.monotonic()
        try:
            done = subprocess.run(
                [*map(str, prefix), self.binary, *map(str, words)], capture_output=True, text=True,
                env=environment or self.environment(), timeout=timeout, input=input)
        except subprocess.TimeoutExpired:
            raise Broken(f"hangs for {timeout} s: hazcensus {' '.join(map(str, words))}") from None
        return Outcome(done.returncode, done.stdout, done.stderr, time.monotonic() - began)

    def must(self, *words, **options):
        done = self.run(*words, **options)
        check(done.status == 0,
              f"ended with {done.status}: hazcensus {' '.join(map(str, words))}\n{done.talk}")
        return done

    def start(self, *words, environment=None, prefix=(), log=None):
        talk = open(log, "ab") if log else subprocess.DEVNULL
        try:
            return subprocess.Popen(
                [*map(str, prefix), self.binary, *map(str, words)], stdout=subprocess.PIPE,
                stderr=talk, env=environment or self.environment(), text=True)
        finally:
            if log:
                talk.close()


def entry(code, note="", lon=118.25, lat=39.67, town="130205100"):
    return {"objectCode": code, "townCode": town, "lon": lon, "lat": lat,
            "geometry": {"type": "Point", "coordinates": [lon, lat]}, "note": note}


def write_entries(path, codes, bytes_each=200, random=None, town="130205100"):
    with open(path, "w") as out:
        for code in codes:
            note = random.randbytes(bytes_each // 2).hex() if random else "n" * bytes_each
            out.write(json.dumps({"form": FORM, "content": entry(code, note, town=town)}) + "\n")
    return path


def give_form(folder):
    (Path(folder) / "forms").mkdir(exist_ok=True)
    shutil.copyfile(HERE / "form.json", Path(folder) / "forms" / f"{FORM}.json")


class Device:
    def __init__(self, suite, folder, surveyor="张伟", environment=None, prefix=()):
        self.suite, self.folder = suite, Path(folder)
        self.token = suite.folder / f"{self.folder.name}.token"
        made = suite.must("init", "--store", folder, "--district", DISTRICT, "--surveyor", surveyor,
                          "--format", "json", "--lang", "en", environment=environment,
                          prefix=prefix).json()
        self.id = made["device"]
        give_form(folder)
        self.surveyor = surveyor

    def import_entries(self, path, must=True, **options):
        call = self.suite.must if must else self.suite.run
        return call("entry", "import", path, "--store", self.folder, "--lang", "en", "--format",
                    "json", **options)

    def sync_words(self, address, batch=None):
        return ["sync", "--store", self.folder, "--central", address, "--token-file", self.token,
                "--lang", "en", "--format", "json", *(["--batch", batch] if batch else [])]

    def sync(self, address, batch=None, must=True, **options):
        call = self.suite.must if must else self.suite.run
        return call(*self.sync_words(address, batch), **options)


# A JPEG as far as it is looked at: a frame of 640 × 480, a scan, the end.
JPEG_HEAD = bytes.fromhex("ffd8ffc0000b0801e0028001011100ffda0008010100003f00")
JPEG_END = b"\xff\xd9"


def photo_entry(suite, device, size):
    """Makes a final entry with a new photo of so many bytes; returns the photo's hash."""
    with suite.counting:
        data = JPEG_HEAD + suite.random.randbytes(size - len(JPEG_HEAD + JPEG_END)) + JPEG_END
    digest = hashlib.sha256(data).hexdigest()
    path = suite.folder / f"{device.folder.name}.jpg"
    content = suite.folder / f"{device.folder.name}.json"
    path.write_bytes(data)
    content.write_text(json.dumps(entry(digest[:12])))
    suite.must("entry", "new", FORM, "--json", content, "--photo", path, "--taken-at", "2021-06-13 08:30",
               "--finalize", "--store", device.folder, "--lang", "en")
    return digest


def keep_secret(path, text):
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        out.write(text + "\n")


class Central:
    def __init__(self, suite, folder, environment=None):
        self.suite, self.folder = suite, Path(folder)
        self.process = self.address = None
        self.port = 0
        suite.must("central", "init", "--store", folder, "--district", DISTRICT, "--name", "开平区",
                   "--lang", "en", environment=environment)
        give_form(folder)

    def enrol(self, device, environment=None, region=DISTRICT):
        token = self.suite.must(
            "central", "device", "add", device.id, "--surveyor", device.surveyor, "--region",
            region, "--store", self.folder, "--format", "json",
            environment=environment).json()["token"]
        keep_secret(device.token, token)
        return token

    def account(self, role):
        """A file with the token of a new account."""
        path = self.suite.folder / f"{self.folder.name}-{role}.token"
        keep_secret(path, self.suite.must(
            "central", "account", "add", role, "--role", role, "--region", DISTRICT, "--store",
            self.folder, "--format", "json").json()["token"])
        return path

    def serve(self, environment=None, prefix=()):
        """Starts the server and waits until it tells its address; returns the seconds this took."""
        began = time.monotonic()
        if not self.port:
            self.port = free_port()
        self.process = self.suite.start(
            "central", "serve", "--store", self.folder, "--port", self.port, "--lang", "en",
            environment=environment, prefix=prefix, log=self.log)
        line = self.process.stdout.readline().strip()
        if not line.startswith("http"):
            status = self.process.wait(10)
            raise Broken(f"the central ended with {status} before it served:\n{self.tail()}")
        self.address = line
        return time.monotonic() - began

    @property
    def log(self):
        parts = self.folder.relative_to(self.suite.folder).parts
        return self.suite.folder / ("-".join(parts) + ".log")

    def tail(self):
        return self.log.read_text(errors="replace")[-3000:] if self.log.exists() else ""

    def kill(self):
        self.process.kill()
        self.process.wait(30)
        self.process.stdout.close()

    def stop(self):
        if self.process is None or self.process.poll() is not None:
            return
        os.kill(innermost(self.process.pid), signal.SIGTERM)
        try:
            status = self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Broken("the central does not stop within 30 s of SIGTERM") from None
        self.process.stdout.close()
        check(status == 0, f"the central ended with {status} after SIGTERM:\n{self.tail()}")


# Below those that the system gives out: a central that was killed has to find its port free again.
ports = iter(range(10_000 + os.getpid() * 89 % 20_000, 32_000))


def free_port():
    for port in ports:
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue
    raise Broken("no port is free")


class SmallDisk:
    """A file system in memory of one size; needs the right to mount, without which a driver has failed."""

    def __init__(self, folder, size):
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.mount("mount", "-t", "tmpfs", "-o", f"size={size},nr_inodes=10000", "tmpfs", folder)

    @staticmethod
    def mount(*words):
        done = subprocess.run([*map(str, words)], capture_output=True, text=True)
        check(done.returncode == 0, f"{words[0]} failed; this driver must run as root: {done.stderr}")

    def grow(self, size):
        self.mount("mount", "-o", f"remount,size={size}", self.folder)

    def fill(self, room):
        """Leaves `room` bytes free."""
        free = shutil.disk_usage(self.folder).free
        check(free > room, f"the disk has {free} bytes free, not {room}")
        (self.folder / "other").write_bytes(bytes(free - room))

    def free(self):
        (self.folder / "other").unlink()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.mount("umount", "-l", self.folder)


def innermost(pid):
    """The program itself where a wrapper such as faketime stands before it."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    name = Path(f"/proc/{pid}/comm").read_text().strip()
    return innermost(int(children[0])) if children and name == "faketime" else pid


def copied(folder, to):
    """A copy to look at: opening a store with SQLite would recover it in the program's stead."""
    to = Path(to)
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir(parents=True)
    for name in os.listdir(folder):
        if name.endswith("-shm") or name == "lock":
            continue
        source = Path(folder) / name
        try:
            if source.is_dir():
                shutil.copytree(source, to / name)
            else:
                shutil.copyfile(source, to / name)
        except FileNotFoundError:
            continue
    return to


@contextlib.contextmanager
def opened(path):
    """The database at `path`; a damaged one is reported as such."""
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.text_factory = bytes
        yield database
    except sqlite3.DatabaseError as error:
        raise Broken(f"{path} is damaged: {error}") from error
    finally:
        database.close()


def whole(database, path):
    found = database.execute("PRAGMA integrity_check(3)").fetchall()
    check(found == [(b"ok",)], f"{path}: integrity_check says {found}")
    loose = database.execute("PRAGMA foreign_key_check").fetchall()
    check(not loose, f"{path}: {len(loose)} references lead nowhere")


class DeviceState:
    """What a device's store holds, every record proved by its hash."""

    def __init__(self, folder):
        path = Path(folder) / "device.sqlite"
        with opened(path) as database:
            whole(database, path)
            self.own, self.others = {}, set()
            for sequence, digest, record in database.execute(
                    "SELECT sequence, hash, record FROM revision"):
                check(hashlib.sha256(record).digest() == digest,
                      f"{path}: the record of revision {sequence} is not the one that was hashed")
                if sequence is None:
                    self.others.add(digest)
                else:
                    self.own[sequence] = digest
            self.outbox = {row[0] for row in database.execute("SELECT sequence FROM outbox")}
            self.answered = {row[0]: row[1].decode() for row in database.execute(
                "SELECT sequence, disposition FROM receipt")}
            self.next = database.execute("SELECT nextSequence FROM device").fetchone()
            self.drafts = {row[0]: row[1] for row in database.execute(
                "SELECT entry, content FROM draft")}
        numbers = sorted(self.own)
        check(numbers == list(range(1, len(numbers) + 1)), f"{path}: own sequences have gaps")
        check(self.next is None or self.next[0] == len(numbers) + 1,
              f"{path}: the next sequence is {self.next}, {len(numbers)} are there")
        check(self.outbox | set(self.answered) == set(numbers),
              f"{path}: revisions neither wait nor were answered for: "
              f"{sorted(set(numbers) - self.outbox - set(self.answered))[:5]}")
        check(not self.outbox & set(self.answered), f"{path}: answered for, yet in the outbox")


class CentralState:
    """What a central holds: for each device, its sequences and their hashes."""

    def __init__(self, folder):
        path = Path(folder) / "central.sqlite"
        with opened(path) as database:
            whole(database, path)
            self.held = {}
            for table in ("revision", "quarantine"):
                for device, sequence, digest, record in database.execute(
                        f"SELECT device, sequence, hash, record FROM {table}"):
                    check(table == "quarantine" or hashlib.sha256(record).digest() == digest,
                          f"{path}: the record of {device.hex()}/{sequence} is not the one hashed")
                    key = (device.hex(), sequence)
                    check(key not in self.held, f"{path}: {key} is there twice")
                    self.held[key] = digest
            self.receipts = {(row[0].hex(), row[1].hex()): row[2] for row in database.execute(
                "SELECT device, key, receipt FROM batch")}
            rows = database.execute(
                "SELECT entry, hash FROM revision GROUP BY entry, hash HAVING count(*) > 1")
            check(not rows.fetchall(), f"{path}: a revision is there twice")
            chain = b"\0" * 32
            for position, previous, digest in database.execute(
                    "SELECT position, previous, hash FROM auditEntry ORDER BY position"):
                check(previous == chain, f"{path}: the audit chain breaks at {position}")
                chain = digest
            self.audit = chain

    def of(self, device):
        plain = device.replace("-", "")
        return {sequence: digest for (who, sequence), digest in self.held.items() if who == plain}


def agree(device_state, device, central_state, is_drained):
    """Nothing counts as sent that the central lacks, and what it holds is what the device made."""
    held = central_state.of(device)
    for sequence in device_state.answered:
        check(held.get(sequence) == device_state.own[sequence],
              f"revision {sequence} counts as sent, but the central does not hold it")
    for sequence, digest in held.items():
        check(device_state.own.get(sequence) == digest,
              f"the central holds revision {sequence}, which the device never made so")
    if is_drained:
        check(not device_state.outbox, f"{len(device_state.outbox)} revisions still wait")
        check(len(held) == len(device_state.own), "revisions did not reach the central")


def receipts_in(text):
    """The sequences and hashes that a stream of answers acknowledges."""
    return re.findall(
        rb'"sequence":(\d+),"hash":"([0-9a-f]{64})","disposition":"[a-z]+"', text)
