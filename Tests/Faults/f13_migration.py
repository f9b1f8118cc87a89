"""F13: a store of an earlier version is opened, and the power, the process or the disk fails meanwhile.

`fixtures` holds a store of each earlier schema; a step of the schema brings the one before it.
"""

import gzip
import shutil

import cuts
import trace
from common import HERE, check, give_form, opened

LONG = True
CUTS = 500
MOST_SITES = 2000


def run(suite):
    with suite.scratch() as scratch:
        for fixture in sorted((HERE / "fixtures").glob("*.sqlite.gz")):
            kind = fixture.name.split("-")[0]
            look = {"device": ("doctor",), "central": ("central", "recount")}[kind]
            place = scratch / fixture.name
            place.mkdir()
            base = place / "base"
            base.mkdir()
            file = base / f"{kind}.sqlite"
            file.write_bytes(gzip.decompress(fixture.read_bytes()))
            give_form(base)
            one_store(suite, place, base, file.name, look)
            suite.add("old stores")


def kept(path):
    """What a migration may not change: revisions, their hashes, and the audit log."""
    with opened(path) as database:
        return (database.execute("SELECT entry, number, sequence, hash, record FROM revision "
                                 "ORDER BY entry, number, hash").fetchall(),
                database.execute("SELECT position, hash FROM auditEntry ORDER BY position").fetchall())


def version(path):
    with opened(path) as database:
        return database.execute("PRAGMA user_version").fetchone()[0]


def one_store(suite, place, base, name, look):
    wanted, before = kept(base / name), version(base / name)

    def whole(folder, words):
        done = suite.run(*look, "--store", folder, "--lang", "en")
        check(done.status == 0, f"{words}: {name} cannot be used any more: {done.status} {done.talk}")
        now = kept(folder / name)
        check(now[0] == wanted[0] and now[1][:len(wanted[1])] == wanted[1],
              f"{words}: {name} has lost something")
        return version(folder / name)

    root = place / "disk"
    store = root / "store"
    shutil.copytree(base, store)
    path = place / "trace"
    suite.must(*look, "--store", store, environment=suite.shimmed(root, FAULTS_TRACE=path))
    after = version(store / name)
    check(after > before, f"{name} of version {before} is not migrated: it is {after}")
    calls = len(trace.read(path))

    def prove(folder, position, number):
        check(whole(folder / "store", "power cut") == after, "the migration is not completed")

    cuts.replay(suite, path, str(root), suite.scaled(CUTS), prove,
                before={str(store / n): (base / n).read_bytes() for n in (name,)})

    trial = place / "trial"
    step = max(1, round(1 / suite.scale)) if suite.scale < 1 else 1
    for mode in ("FAULTS_KILL", "FAULTS_FAIL"):
        for site in range(1, MOST_SITES, step):
            shutil.rmtree(trial, ignore_errors=True)
            shutil.copytree(base, trial)
            fired = place / "fired"
            fired.unlink(missing_ok=True)
            what = f"any:{site}:before" if mode == "FAULTS_KILL" else f"any:{site}:5:once"
            suite.run(*look, "--store", trial, "--lang", "en",
                      environment=suite.shimmed(trial, FAULTS_FIRED=fired, **{mode: what}))
            if not fired.exists():
                break
            suite.add("kills" if mode == "FAULTS_KILL" else "disk failures")
            check(whole(trial, what) == after, f"{what}: the migration is not completed")
    suite.most("calls of a migration", calls)
