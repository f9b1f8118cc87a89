"""F1: the power is cut while a device records, imports and syncs; what was acknowledged is there."""

import json
import re

import cuts
import trace
from common import (FORM, Central, CentralState, Device, DeviceState, check, copied, entry, give_form,
                    write_entries)

CUTS = 10_000


def run(suite):
    with suite.scratch() as scratch:
        root = scratch / "disk"
        root.mkdir()
        path = scratch / "trace"
        marks, central, device = record(suite, scratch, root, path)
        held = CentralState(copied(central, scratch / "look")).of(device)
        calls = trace.read(path)
        acknowledged = acknowledgements(calls, marks)
        every = max(1, suite.scaled(CUTS) // 100)

        def prove(folder, position, number):
            store = folder / "device"
            wanted = acknowledged[position]
            if not wanted["revisions"] and not wanted["made"]:
                if (store / "device.sqlite").exists():
                    examine(suite, store, number, every, may_be_unmade=True)
                return
            check((store / "device.sqlite").exists(), "the store is gone")
            # The program looks first: what it mends or refuses by itself counts.
            examine(suite, store, number, every)
            state = DeviceState(store)
            for sequence in range(1, wanted["revisions"] + 1):
                check(state.own.get(sequence) == bytes.fromhex(wanted["hashes"][sequence - 1]),
                      f"the acknowledged revision {sequence} of {wanted['revisions']} is lost")
            for sequence in state.answered:
                check(held.get(sequence) == state.own[sequence],
                      f"revision {sequence} counts as sent, but the central does not hold it")

        cuts.replay(suite, path, str(root), suite.scaled(CUTS), prove)
        suite.counts["acknowledged revisions"] = acknowledged[-1]["revisions"]


def examine(suite, store, number, every, may_be_unmade=False):
    """Lets the real program judge a sample of the states."""
    if number % every:
        return
    give_form(store)
    done = suite.run("doctor", "--store", store, "--lang", "en")
    if may_be_unmade and done.status:
        done = suite.run("init", "--store", store, "--district", "130205", "--surveyor", "B")
    check(done.status == 0, f"the program says {done.status}: {done.output}{done.talk}")


def record(suite, scratch, root, path):
    """A surveyor's day with every disk call written down; returns what was told when."""
    shimmed = suite.shimmed(root, FAULTS_TRACE=path, FAULTS_TELLS="1")
    marks = []

    def mark():
        """From here on the store's present content is acknowledged to the user."""
        state = DeviceState(copied(store, scratch / "look"))
        marks.append({"made": True, "revisions": len(state.own),
                      "hashes": [state.own[n].hex() for n in sorted(state.own)]})
        trace.note(path, b"mark %d" % (len(marks) - 1))

    central = Central(suite, scratch / "central")
    store = root / "device"
    device = Device(suite, store, environment=shimmed)
    mark()
    central.enrol(device)
    central.serve()
    number = 0
    try:
        for round in range(suite.scaled(6, 3)):
            for _ in range(3):
                number += 1
                content = scratch / "entry.json"
                content.write_text(json.dumps(entry(f"P-{number:05}", "x" * 300)))
                made = suite.must("entry", "new", FORM, "--json", content, "--store", store,
                                  "--lang", "en", environment=shimmed)
                mark()
                draft = re.search(r"[0-9a-f-]{36}", made.output).group()
                suite.must("entry", "edit", draft, "--set", f"note={number}", "--store", store,
                           "--lang", "en", environment=shimmed)
                suite.must("entry", "finalize", draft, "--store", store, "--lang", "en",
                           environment=shimmed)
                mark()
            rows = write_entries(scratch / f"rows-{round}.ndjson",
                                 [f"R-{round}-{n:04}" for n in range(20)], 300, suite.random)
            device.import_entries(rows, environment=shimmed)
            mark()
            device.sync(central.address, batch=7, environment=shimmed)
            mark()
    finally:
        central.stop()
    return marks, central.folder, device.id


def acknowledgements(calls, marks):
    """For each position the mark that holds there.

    A command's first words on standard output acknowledge what it did, so its mark holds from there.
    """
    holding = [{"made": False, "revisions": 0, "hashes": []}]
    told = {}
    for position, call in enumerate(calls, 1):
        holding.append(holding[-1])
        if call.kind != trace.TELL:
            continue
        if call.inode == 1:
            told.setdefault(call.pid, position)
        elif call.second.startswith(b"mark "):
            mark = marks[int(call.second.split()[1])]
            first = told.get(calls[position - 2].pid, position)
            holding[first:] = [mark] * (position + 1 - first)
    return holding
