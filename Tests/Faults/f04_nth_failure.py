"""F4: each disk call of a command fails in turn, once and for ever; nothing is told that is not so."""

import concurrent.futures
import errno
import json
import os
import re
import shutil
import time

from common import (Central, CentralState, Device, DeviceState, agree, check, copied, entry, FORM,
                    write_entries)

KINDS = {"open": (errno.EIO, errno.ENOSPC), "write": (errno.EIO, errno.ENOSPC), "sync": (errno.EIO,),
         "truncate": (errno.EIO,), "rename": (errno.EIO,), "unlink": (errno.EIO,),
         "mkdir": (errno.ENOSPC,)}
LONG = True
MOST_SITES = 400
# What sysexits.h has for a store that cannot be used; a crash or a hang is none of them.
SAID = {65, 66, 69, 70, 73, 74, 75, 76, 77, 78}


def run(suite):
    with suite.scratch() as scratch:
        central = Central(suite, scratch / "central")
        device = Device(suite, scratch / "device")
        central.enrol(device)
        rows = write_entries(scratch / "rows.ndjson", [f"F-{n}" for n in range(12)], 300)
        more = write_entries(scratch / "more.ndjson", [f"G-{n}" for n in range(12)], 300)
        device.import_entries(rows)
        made = suite.must("entry", "new", FORM, "--json", content(scratch), "--store", device.folder,
                          "--lang", "en").output
        draft = re.search(r"[0-9a-f-]{36}", made).group()
        central.serve()
        phases = [
            lambda *at: at_central(suite, *at),
            lambda *at: on_device(suite, *at, device, central, "sync", None),
            lambda *at: on_device(suite, *at, device, central, "import", more),
            lambda *at: on_device(suite, *at, device, central, "finalize", draft),
            lambda *at: init(suite, *at),
        ]
        try:
            # Much of it is waiting, so more of them than there are processors; the longest first.
            with concurrent.futures.ThreadPoolExecutor(2 * os.cpu_count()) as pool:
                works = []
                for number, phase in enumerate(phases):
                    for kind in ("write", "open", "sync", "truncate", "rename", "unlink", "mkdir"):
                        place = scratch / f"phase-{number}-{kind}"
                        place.mkdir()
                        works.append(pool.submit(phase, place, kind))
                for work in works:
                    work.result()
        finally:
            central.stop()


def content(scratch):
    path = scratch / "entry.json"
    path.write_text(json.dumps(entry("F-DRAFT")))
    return path


def sites(suite, scratch, kind):
    """Yields (fault, words) for every call of the kind until a run passes untouched.

    The loop's body tells by `fired` whether the call was reached.
    """
    for number in KINDS[kind]:
        for mode in ("once", "sticky"):
            step = max(1, round(1 / suite.scale)) if suite.scale < 1 else 1
            site = 1
            while True:
                fired = scratch / "fired"
                fired.unlink(missing_ok=True)
                yield f"{kind}:{site}:{number}:{mode}", fired
                if not fired.exists():
                    suite.add("runs untouched")
                    break
                suite.add(f"{kind} failed")
                suite.add("sites")
                check(site < MOST_SITES, f"more than {MOST_SITES} calls of {kind}")
                site += step


def said(done, fault, what):
    """A failure is said in words and by a status, and there is no other way to fail."""
    check(done.status == 0 or done.status in SAID,
          f"{what} with {fault} ended with {done.status}:\n{done.talk[-1500:]}")
    check(done.status == 0 or "error:" in done.talk or "错误" in done.talk,
          f"{what} with {fault} failed without a word: {done.talk!r}")


def init(suite, scratch, kind):
    root = scratch / "new"
    for fault, fired in sites(suite, scratch, kind):
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir()
        words = ("init", "--store", root / "store", "--district", "130205", "--surveyor", "A",
                 "--lang", "en")
        done = suite.run(*words, environment=suite.shimmed(root, FAULTS_FAIL=fault,
                                                           FAULTS_FIRED=fired))
        said(done, fault, "init")
        if done.status:
            suite.must(*words)  # works once the disk does
        suite.must("doctor", "--store", root / "store", "--lang", "en")


def on_device(suite, scratch, kind, device, central, what, thing):
    folder = scratch / "tried" / "device"
    before = len(DeviceState(copied(device.folder, scratch / "look")).own)
    for fault, fired in sites(suite, scratch, kind):
        shutil.rmtree(folder.parent, ignore_errors=True)
        shutil.copytree(device.folder, folder)
        words = {"import": ("entry", "import", thing, "--store", folder, "--lang", "en"),
                 "finalize": ("entry", "finalize", thing, "--store", folder, "--lang", "en"),
                 "sync": ("sync", "--store", folder, "--central", central.address, "--token-file",
                          device.token, "--lang", "en", "--batch", "5")}[what]
        done = suite.run(*words, environment=suite.shimmed(folder, FAULTS_FAIL=fault,
                                                           FAULTS_FIRED=fired))
        said(done, fault, what)
        state = DeviceState(copied(folder, scratch / "look"))
        gain = {"import": 12, "finalize": 1, "sync": 0}[what]
        if done.status == 0:
            check(len(state.own) == before + gain,
                  f"{what} with {fault} told success and has {len(state.own)}, not {before + gain}")
            if what == "sync":
                check(not state.outbox, f"sync with {fault} told success, {state.outbox} wait")
        check(len(state.own) >= before, f"{what} with {fault} lost revisions")
        if what == "sync":
            agree(state, device.id, CentralState(copied(central.folder, scratch / "look2")), False)
        suite.must(*words) if what != "finalize" or done.status else None
        state = DeviceState(copied(folder, scratch / "look"))
        check(len(state.own) == before + gain, f"after {what} with {fault} it does not heal")


def at_central(suite, scratch, kind):
    """The central's disk fails under a batch; the device is never told what is not so."""
    base = Central(suite, scratch / "base")
    sender = Device(suite, scratch / f"sender-{kind}", "李娜")
    base.enrol(sender)
    sender.import_entries(write_entries(scratch / "s.ndjson", [f"S-{n}" for n in range(12)], 300))
    for fault, fired in sites(suite, scratch, kind):
        central = Central.__new__(Central)
        central.suite, central.folder, central.port = suite, scratch / "tried2" / "central", base.port
        central.process = None
        shutil.rmtree(central.folder.parent, ignore_errors=True)
        shutil.copytree(base.folder, central.folder)
        device = Device.__new__(Device)
        device.suite, device.folder = suite, scratch / "tried" / "device"
        device.token, device.id = sender.token, sender.id
        shutil.rmtree(device.folder.parent, ignore_errors=True)
        shutil.copytree(sender.folder, device.folder)
        try:
            central.serve(environment=suite.shimmed(central.folder, FAULTS_FAIL=fault,
                                                    FAULTS_FIRED=fired))
            base.port = central.port
        except Exception as error:
            check(fired.exists(), f"the central does not start: {error}")
            check("error:" in central.tail(), f"the central says nothing of {fault}")
            check(central.process.wait(10) in SAID, f"the central ended oddly with {fault}")
            central.process.stdout.close()
            suite.add("central refused to start")
        else:
            sync_for_a_while(suite, device, central)
            central.kill()
        agree(DeviceState(copied(device.folder, scratch / "look")), device.id,
              CentralState(copied(central.folder, scratch / "look2")), False)
        central.serve()  # the disk is well again
        device.sync(central.address, batch=5)
        central.kill()
        agree(DeviceState(copied(device.folder, scratch / "look")), device.id,
              CentralState(copied(central.folder, scratch / "look2")), True)


def sync_for_a_while(suite, device, central):
    """A sync that waits to try again is not waited for: its waits are the engine's own tests'."""
    process = suite.start(*device.sync_words(central.address, batch=5))
    until = time.monotonic() + 0.6
    while process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
    if process.poll() is None:
        process.kill()
        suite.add("syncs left waiting")
    process.communicate(timeout=30)
