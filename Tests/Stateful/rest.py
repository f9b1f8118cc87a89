"""What must hold once everything has come to rest: nothing lost, and all sides of one mind."""

from common import check
from look import facts, plain
from world import dashed

ROUNDS = 8
STATES = {"received": "sent", "returned": "returned", "conflict": "conflict",
          "countyPassed": "accepted"}


def come_to_rest(world):
    """Syncs all devices until none has anything to say any more; gives those that may sync."""
    devices = [device for device in world.devices if not world.is_revoked(device)]
    for _ in range(ROUNDS):
        before = set(world.central.held), set(world.central.files)
        for device in devices:
            if world.is_stale(device):
                world.rejoin(device)
            world.sync(device)
        if (set(world.central.held), set(world.central.files)) == before:
            return devices
    check(False, f"the devices still send after {ROUNDS} rounds of syncs")


def check_rest(world):
    devices = come_to_rest(world)
    check_nothing_lost(world, devices)
    orphaned = check_agreement(world, devices)
    check_conflicts(world, devices, orphaned)
    check_counts(world)
    check_proofs(world, devices)


def check_nothing_lost(world, devices):
    for device in devices:
        for digest, record in device.own.items():
            if digest in device.look.remade or world.is_former(device, digest):
                continue
            check(digest in world.central.held, f"{digest} of {device.name} is lost")
            check(world.central.held[digest] == record, f"{digest} is another one at the central")
        here = {path.name for path in (device.folder / "attachments").glob("??/*")}
        for entry, head in world.model.heads.items():
            if plain(world.model.records[head]["device"]) == device.id:
                missing = world.model.photos(head) & here - world.central.files
                check(not missing, f"{device.name} did not send the photos {missing} of {entry}")
    # What a device that is gone had sent is the central's to keep, as see_central has checked.


def check_agreement(world, devices):
    """All devices show what stands; gives the entries of which one knows more than the central may."""
    own = {digest for device in devices for digest in device.own
           if not world.is_former(device, digest)}
    orphaned = set()
    for device in devices:
        for digest in device.look.others:
            check(digest in world.central.held or digest not in own,
                  f"{digest} did not come back to the central")
        orphaned |= {plain(record["entry"]) for digest, record in device.own.items()
                     if digest not in world.central.held and world.is_former(device, digest)
                     and digest not in device.look.remade}
    for device in devices:
        rejected = {plain(world.model.rejected[digest]["entry"]) for digest in device.own
                    if digest in world.model.rejected}
        shown = {plain(row["entry"]): row for row in world.on(device, "entry", "list").json()}
        for entry, head in world.model.heads.items():
            if entry in orphaned | rejected:
                continue
            check(device.look.heads.get(entry) == head,
                  f"{device.name} has {device.look.heads.get(entry)} as {entry}, not {head}\n"
                  + history(world, device, entry))
            # Also one that was returned: the surveyor has to settle it before all else.
            expected = ("conflict" if world.model.contenders(entry)
                        else STATES[world.model.standing[entry]])
            check(shown[entry]["state"] == expected,
                  f"{device.name} shows {entry} as {shown[entry]['state']}, it is {expected}\n"
                  + history(world, device, entry))
            check(shown[entry]["hasDraft"] == (entry in device.drafts), f"{entry}: draft not shown")
    return orphaned


def check_conflicts(world, devices, orphaned):
    """Both sides of each conflict are listed, at the central and on each device."""
    open_ones = {entry for entry in world.model.heads if world.model.contenders(entry)}
    for device in devices:
        listed = {plain(row["entry"]) for row in world.on(device, "conflict", "list").json()}
        check(open_ones - orphaned <= listed, f"{device.name} does not list {open_ones - listed}")
        for entry in open_ones - orphaned:
            sides = world.on(device, "conflict", "show", dashed(entry)).json()
            check(sides["theirs"]["revision"] == world.model.heads[entry]
                  and sides["mine"]["revision"] in world.model.contenders(entry),
                  f"{device.name} shows other sides of {entry}: {sides}")
    for entry in open_ones:
        detail = world.at_central("review", "show", dashed(entry)).json()
        check({world.hash_of(text) for text in detail["contenders"]} == world.model.contenders(entry)
              and world.hash_of(detail["record"]) == world.model.heads[entry],
              f"the central shows other sides of {entry}: {detail}")


def check_counts(world):
    listed = world.at_central("review", "list", "--standing", "all").json()
    check({plain(row["entry"]): (row["standing"], row["revision"]) for row in listed}
          == {entry: (world.model.standing[entry], head) for entry, head in world.model.heads.items()},
          f"the central lists other entries: {listed}")
    report = world.at_central("report", "completion").json()
    row = next(row for row in report["hazards"] if row["hazard"] == "rainstorm")
    counts = world.model.funnel(world.central.files)
    check({name: row[name] for name in counts} == counts,
          f"the report counts {row}, the model {counts}")
    pooled = (report["pooled"]["done"], report["pooled"]["shouldSurvey"])
    check(pooled == (counts["countyPassed"], counts["shouldSurvey"]), f"the report pools {pooled}")


def check_proofs(world, devices):
    """The program's own proofs: every hash, both audit chains, and receipts that name the central's."""
    heads = []
    for device in devices:
        proof = world.on(device, "verify").json()
        check(proof["faults"] == [], f"{device.name}: {proof['faults']}")
        heads += proof["receiptHeads"] if not world.life else []
    proof = world.program.must(
        "verify", "--store", world.central_store.folder, "--format", "json",
        *(word for head in sorted(set(heads)) for word in ("--head", head))).json()
    check(proof["faults"] == [], f"the central: {proof['faults']}")
    world.central_store.stop()
    world.program.must("central", "recount", "--store", world.central_store.folder)


def history(world, device, entry):
    """The entry's revisions as central and device know them, for the words of a failure."""
    lines = []
    everything = world.central.held | device.look.own | device.look.others
    for digest, record in sorted(everything.items(), key=lambda item: item[1]["number"]):
        if plain(record["entry"]) == entry:
            at_central = world.model.disposition.get(
                digest, "rejected" if digest in world.model.rejected else "not there")
            answer = device.look.answered.get(digest) if digest in device.look.own else "others'"
            lines.append(
                f"  {digest[:8]} {record['number']} from {str(record['parent'])[:8]} settles "
                f"{[other[:8] for other in record.get('settles', [])]} by {record['device'][-4:]}/"
                f"{record['sequence']} {facts(record['content'])[:3]}: at the central {at_central}, on "
                f"{device.name} {answer if digest in device.look.own | device.look.others else '-'}")
    return "\n".join(lines)
