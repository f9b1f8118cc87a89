"""F9: clocks of devices and central are wrong in 12 ways; not one result of a merge changes."""

import json
import re
import time

from common import (FORM, Central, Device, DeviceState, check, copied, entry, need_tool, opened)

# Whose clock, and what libfaketime is told; the last ones change from command to command.
PROFILES = {
    "device -10 years": ("a", "-10y"),
    "device +10 years": ("a", "+10y"),
    "other device -10 years": ("b", "-10y"),
    "central -10 years": ("c", "-10y"),
    "central +10 years": ("c", "+10y"),
    "devices apart by 20 years": ("ab", ("+10y", "-10y")),
    "2038, the last second of 32 bits": ("abc", "@2038-01-19 03:14:06"),
    "leap second 2016": ("ab", "@2016-12-31 23:59:59"),
    "29 February": ("abc", "@2024-02-29 23:59:58"),
    "summer time ends": ("a", "@2021-10-31 02:59:59"),
    "1970": ("a", "@1970-01-02 00:00:00"),
    "steps back at each command": ("ab", "back"),
}


def run(suite):
    faketime = need_tool("faketime")
    with suite.scratch() as scratch:
        wanted = course(suite, scratch / "true", {}, faketime)
        check(len(wanted) >= 4, "the course of events has no outcome")
        for number, (name, (whose, what)) in enumerate(PROFILES.items()):
            clocks = {who: what[at] if isinstance(what, tuple) else what
                      for at, who in enumerate(whose)}
            found = course(suite, scratch / f"profile-{number}", clocks, faketime)
            check(found == wanted, f"{name} changes what stands:\n{found}\ninstead of\n{wanted}")
            suite.add("profiles")
    suite.counts["outcomes compared"] = len(wanted) * suite.counts["profiles"]
    suite.counts["differences"] = 0


def course(suite, folder, clocks, faketime):
    """Two devices record, change the same entries and sync; returns what became of each."""
    folder.mkdir()
    commands = {"a": 0, "b": 0, "c": 0}

    def prefix(who):
        clock = clocks.get(who)
        if clock is None:
            return ()
        if clock == "back":
            commands[who] += 1
            clock = f"-{commands[who]}d"
        # Waits go by the monotonic clock, which is right even where the calendar is not.
        return (faketime, "-m", "--exclude-monotonic", "-f", clock)

    central = Central(suite, folder / "central")
    devices = {}
    for name in "ab":
        devices[name] = Device(suite, folder / name, f"调查员{name}", prefix=prefix(name))
        central.enrol(devices[name])
    central.serve(prefix=prefix("c"))
    entries = {}

    def make(name, code):
        path = folder / "entry.json"
        path.write_text(json.dumps(entry(code, f"{name} made it")))
        text = suite.must("entry", "new", FORM, "--json", path, "--store", devices[name].folder,
                          "--lang", "en", "--finalize", prefix=prefix(name)).output
        entries[code] = re.search(r"[0-9a-f-]{36}", text).group()

    def change(name, code, note):
        store = devices[name].folder
        suite.must("entry", "edit", entries[code], "--set", f"note={note}", "--store", store,
                   "--lang", "en", prefix=prefix(name))
        suite.must("entry", "finalize", entries[code], "--store", store, "--lang", "en",
                   prefix=prefix(name))

    def sync(name):
        devices[name].sync(central.address, prefix=prefix(name))

    try:
        for code in ("one", "two", "three"):
            make("a", code)
        make("b", "four")
        sync("a"), sync("b"), sync("a")
        change("b", "one", "b changed it"), change("a", "one", "a changed it")
        change("a", "two", "a first"), change("a", "two", "a second")
        sync("b"), sync("a")
        change("b", "four", "b again"), change("a", "four", "a too")
        sync("a"), sync("b"), sync("a"), sync("b")
    finally:
        central.stop()
    for who in clocks:  # that the clock was really wrong
        path = folder / "look"
        if who == "c":
            copied(central.folder, path)
            # The last thing logged is a batch; before it stand commands by the right clock.
            file = "central.sqlite"
            query = "SELECT at FROM auditEntry ORDER BY position DESC LIMIT 1"
        else:
            copied(devices[who].folder, path)
            file, query = "device.sqlite", "SELECT createdAt FROM device"
        with opened(path / file) as database:
            at = database.execute(query).fetchone()[0] / 1000
        check(abs(at - time.time()) > 43_200, f"the clock of {who} was not moved by {clocks[who]}")
    return outcome(folder, central, devices, entries)


def outcome(folder, central, devices, entries):
    names = {device.id.replace("-", ""): name for name, device in devices.items()}
    found = {}
    with opened(copied(central.folder, folder / "look") / "central.sqlite") as database:
        for code, made in entries.items():
            key = [bytes.fromhex(made.replace("-", ""))]
            rows = database.execute(
                "SELECT device, number, disposition, record, cursor = (SELECT headCursor FROM entry "
                "WHERE id = revision.entry) FROM revision WHERE entry = ? ORDER BY cursor", key)
            found[code] = [(names[device.hex()], number, disposition.decode(),
                            json.loads(record)["content"]["note"], bool(is_head))
                           for device, number, disposition, record, is_head in rows]
    for name, device in devices.items():
        state = DeviceState(copied(device.folder, folder / "look"))
        found[f"device {name}"] = (sorted(state.answered.items()), len(state.others))
        with opened(folder / "look" / "device.sqlite") as database:
            for code, made in entries.items():
                row = database.execute(
                    "SELECT record, state FROM entry JOIN revision ON revision.id = entry.head "
                    "WHERE entry.entry = ?", [bytes.fromhex(made.replace("-", ""))]).fetchone()
                found[f"{code} on {name}"] = (json.loads(row[0])["content"]["note"],
                                              row[1].decode())
    return found
