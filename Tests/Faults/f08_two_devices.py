"""F8: two devices change one entry; in each of the 70 orders of their steps both changes are kept."""

import itertools
import json
import re
import shutil

from common import (FORM, Central, CentralState, Device, DeviceState, agree, check, copied, entry,
                    opened)

STEPS = 4  # change, sync, change, sync


def run(suite):
    orders = [order for order in itertools.product("ab", repeat=2 * STEPS)
              if order.count("a") == STEPS]
    suite.random.shuffle(orders)
    with suite.scratch() as scratch:
        central = Central(suite, scratch / "central")
        devices = {}
        for name in "ab":
            devices[name] = Device(suite, scratch / name, f"调查员{name}")
            central.enrol(devices[name])
        central.serve()
        try:
            for number, order in enumerate(orders[:suite.scaled(len(orders))]):
                one_order(suite, scratch, central, devices, number, "".join(order))
        finally:
            central.stop()
        held = CentralState(copied(central.folder, scratch / "look"))
        for device in devices.values():
            agree(DeviceState(copied(device.folder, scratch / "look2")), device.id, held, True)
        suite.must("central", "recount", "--store", central.folder)


def one_order(suite, scratch, central, devices, number, order):
    made = create(suite, scratch, devices["a"], f"T-{number:03}")
    for name in "ab":
        devices[name].sync(central.address)
    steps = dict.fromkeys("ab", 0)
    for name in order:
        if steps[name] % 2 == 0:
            change(suite, devices[name], made, f"{name}{steps[name]}")
        else:
            devices[name].sync(central.address)
        steps[name] += 1
    for name in "abab":  # quiescence
        devices[name].sync(central.address)
    heads = {name: head(scratch, devices[name], made) for name in "ab"}
    stands = standing(scratch, central, made)
    notes = {note for _, _, note in stands["revisions"]}
    for wanted in ("a0", "a2", "b0", "b2"):
        check(wanted in notes, f"order {order}: the change {wanted} is lost; there are {notes}")
    check(heads["a"] == heads["b"] == stands["head"],
          f"order {order}: a has {heads['a']}, b has {heads['b']}, the central {stands['head']}")
    suite.add("orders")
    suite.add("conflicts kept", sum(d == "conflict" for _, d, _ in stands["revisions"]))


def create(suite, scratch, device, code):
    content = scratch / "entry.json"
    content.write_text(json.dumps(entry(code, "start")))
    made = suite.must("entry", "new", FORM, "--json", content, "--store", device.folder, "--lang",
                      "en", "--finalize").output
    return re.search(r"[0-9a-f-]{36}", made).group()


def change(suite, device, made, note):
    suite.must("entry", "edit", made, "--set", f"note={note}", "--store", device.folder, "--lang", "en")
    suite.must("entry", "finalize", made, "--store", device.folder, "--lang", "en")


def note_in(record):
    return json.loads(record)["content"].get("note")


def head(scratch, device, made):
    folder = copied(device.folder, scratch / "look2")
    with opened(folder / "device.sqlite") as database:
        row = database.execute(
            "SELECT record FROM revision JOIN entry ON entry.head = revision.id "
            "WHERE entry.entry = ?", [bytes.fromhex(made.replace("-", ""))]).fetchone()
        return row and note_in(row[0])


def standing(scratch, central, made):
    folder = copied(central.folder, scratch / "look")
    with opened(folder / "central.sqlite") as database:
        key = [bytes.fromhex(made.replace("-", ""))]
        revisions = [(cursor, disposition.decode(), note_in(record))
                     for cursor, disposition, record in database.execute(
                         "SELECT cursor, disposition, record FROM revision WHERE entry = ?", key)]
        cursor = database.execute("SELECT headCursor FROM entry WHERE id = ?", key).fetchone()[0]
    return {"revisions": revisions, "head": next(n for c, _, n in revisions if c == cursor)}
