"""F8: two devices change one entry; in each of the 70 orders of their steps both changes are kept."""

import itertools
import json
import uuid

from common import (Central, CentralState, Device, DeviceState, agree, check, copied, opened,
                    write_entries)

STEPS = 4  # change, sync, change, sync


def run(suite):
    orders = ["".join(order) for order in itertools.product("ab", repeat=2 * STEPS)
              if order.count("a") == STEPS]
    suite.random.shuffle(orders)
    orders = orders[:suite.scaled(len(orders))]
    with suite.scratch() as scratch:
        central = Central(suite, scratch / "central")
        devices = {}
        for name in "ab":
            devices[name] = Device(suite, scratch / name, f"调查员{name}")
            central.enrol(devices[name])
        central.serve()
        try:
            entries = create(suite, scratch, devices, central, len(orders))
            for made, order in zip(entries, orders):
                steps = dict.fromkeys("ab", 0)
                for name in order:
                    if steps[name] % 2 == 0:
                        change(suite, devices[name], made, f"{name}{steps[name]}")
                    else:
                        devices[name].sync(central.address)
                    steps[name] += 1
                suite.add("orders")
            for name in "abab":  # quiescence
                devices[name].sync(central.address)
        finally:
            central.stop()
        heads = {name: heads_of(scratch, device) for name, device in devices.items()}
        stands = standing(scratch, central)
        for made, order in zip(entries, orders):
            judge(suite, order, heads["a"][made], heads["b"][made], *stands[made])
        held = CentralState(copied(central.folder, scratch / "look"))
        for device in devices.values():
            agree(DeviceState(copied(device.folder, scratch / "look2")), device.id, held, True)
        suite.must("central", "recount", "--store", central.folder)


def create(suite, scratch, devices, central, count):
    """As many entries as there are orders, known to both devices; one order touches one of them only."""
    devices["a"].import_entries(write_entries(
        scratch / "rows.ndjson", [f"T-{number:03}" for number in range(count)], 20))
    for name in "ab":
        devices[name].sync(central.address)
    return sorted(heads_of(scratch, devices["a"]))


def change(suite, device, made, note):
    suite.must("entry", "edit", uuid.UUID(hex=made), "--set", f"note={note}", "--finalize", "--store", device.folder,
               "--lang", "en")


def judge(suite, order, at_a, at_b, at_central, revisions):
    notes = {note for _, note in revisions}
    for wanted in ("a0", "a2", "b0", "b2"):
        check(wanted in notes, f"order {order}: the change {wanted} is lost; there are {notes}")
    check(at_a == at_b == at_central,
          f"order {order}: a has {at_a}, b has {at_b}, the central {at_central}")
    suite.add("conflicts kept", sum(disposition == "conflict" for disposition, _ in revisions))


def note_in(record):
    return json.loads(record)["content"].get("note")


def heads_of(scratch, device):
    """What stands of each entry on a device."""
    with opened(copied(device.folder, scratch / "look2") / "device.sqlite") as database:
        return {entry.hex(): note_in(record) for entry, record in database.execute(
            "SELECT entry.entry, record FROM entry JOIN revision ON entry.head = revision.id")}


def standing(scratch, central):
    """What stands of each entry at the central, and all its revisions."""
    found = {}
    with opened(copied(central.folder, scratch / "look") / "central.sqlite") as database:
        for entry, head, cursor, disposition, record in database.execute(
                "SELECT id, headCursor, cursor, disposition, record FROM entry "
                "JOIN revision ON revision.entry = entry.id"):
            stands, revisions = found.get(entry.hex(), (None, []))
            revisions.append((disposition.decode(), note_in(record)))
            found[entry.hex()] = (note_in(record) if cursor == head else stands, revisions)
    return found
