#!/usr/bin/python3
"""What a weak link and a cut upload cost the built program, in bytes; prints one JSON object for each.

usage: Benchmarks/link/measure.py PROGRAM [--entries 100000] [--seeds 3] [--rate 64000] [--only link|upload]

The link's time is real: 100,000 entries take some ten minutes at 64 kB/s. Bytes are those of HTTP in both
directions, from the first request until everything was sent.
"""

import argparse
import concurrent.futures
import copy
import hashlib
import json
import shutil
import time
from pathlib import Path

import samples
from shaped import ShapedLink, now_and_then  # first, since it finds the helpers of the fault drivers
from common import Central, Device, Suite, check, copied, opened

CUT_SHARE = 0.05
UPLOAD_SIZE, UPLOAD_CUTS = 3_000_000, 64


def prepared(suite, name):
    """A central that does not run, and a device that is enrolled with it."""
    folder = suite.folder / name
    folder.mkdir()
    central = Central(suite, folder / "central")
    device = Device(suite, folder / "device", "李娜")
    central.enrol(device)
    return folder, central, device


def weak_link(suite, entries, seeds, rate):
    folder, central, device = prepared(suite, "model")
    rows = suite.folder / "entries.ndjson"
    samples.write(rows, entries)
    device.import_entries(rows, timeout=3600)

    def one(seed):
        place = suite.folder / f"seed{seed}"
        shutil.copytree(folder, place)
        mine = copy.copy(central)
        mine.folder, mine.port = place / "central", 0
        mine.serve()
        link = ShapedLink(mine.port, rate, now_and_then(seed, CUT_SHARE if seed else 0))
        address, began = link.start(), time.monotonic()
        while not link.is_delivered.is_set():
            sync = suite.start("sync", "--store", place / "device", "--central", address,
                               "--token-file", device.token)
            while sync.poll() is None and not link.is_delivered.wait(1):
                pass
            sync.kill()
            sync.communicate()
        seconds = time.monotonic() - began
        mine.stop()
        with opened(copied(mine.folder, place / "look") / "central.sqlite") as database:
            held = database.execute("SELECT count(*) FROM revision").fetchone()[0]
        check(held == entries, f"of {entries} entries {held} arrived")
        return {"bytes": link.bytes, "requests": link.requests, "cuts": link.cuts,
                "seconds": round(seconds)}

    with concurrent.futures.ThreadPoolExecutor(seeds + 1) as pool:
        clean, *cut = pool.map(one, range(seeds + 1))
    ratios = [run["bytes"] / clean["bytes"] for run in cut]
    return {"measured": "bytes over a weak link", "entries": entries, "rate": rate,
            "bytesAnEntry": round(clean["bytes"] / entries, 1), "clean": clean, "cut": cut,
            "ratio": round(sum(ratios) / len(ratios), 3), "most": round(max(ratios), 3)}


def cut_upload(suite):
    folder, central, device = prepared(suite, "upload")
    central.serve()
    parts, waste = [], []
    for step in range(UPLOAD_CUTS):
        cut = UploadCut(UPLOAD_SIZE * step // UPLOAD_CUTS)
        link = ShapedLink(central.port, None, cut, passes_news=True)
        data = suite.random.randbytes(UPLOAD_SIZE)
        digest = hashlib.sha256(data).hexdigest()
        photo, entry = folder / "photo.jpg", folder / "entry.json"
        photo.write_bytes(data)
        entry.write_text(json.dumps(samples.content(suite.random, step + 1, digest)))
        made = suite.must("entry", "new", samples.FORM, "--json", entry, "--finalize", "--store",
                          device.folder, "--format", "json", "--reason", "*=benchmark").json()
        suite.must("entry", "attach", made["entry"], photo, "--store", device.folder)
        suite.must("sync", "--store", device.folder, "--central", link.start(), "--token-file",
                   device.token)
        held = central.folder / "attachments" / digest[:2] / digest
        check(held.read_bytes() == data, f"the photo of step {step} did not arrive")
        check(cut.part, f"the upload of step {step} was not cut")
        parts.append(cut.part)
        waste.append(cut.travelled - UPLOAD_SIZE)
    central.stop()
    return {"measured": "waste of a cut upload", "size": UPLOAD_SIZE, "cuts": UPLOAD_CUTS,
            "mostBytes": max(waste), "meanBytes": round(sum(waste) / len(waste)),
            "mostOfThePart": round(max(lost / part for lost, part in zip(waste, parts)), 3)}


class UploadCut:
    """Cuts the part in which byte `limit` of an upload lies, once."""

    def __init__(self, limit):
        self.limit, self.travelled, self.part = limit, 0, None

    def __call__(self, request):
        head, body = request
        if b"/v1/attachments" not in head.split(b"\r\n")[0] or not body:
            return None
        if self.part or self.travelled + len(body) <= self.limit:
            self.travelled += len(body)
            return None
        sent = self.limit - self.travelled
        self.travelled, self.part = self.limit, len(body)
        return (len(head) + sent) / (len(head) + len(body)) / 2


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program", type=Path)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--rate", type=int, default=64_000, help="bytes a second, both ways together")
    parser.add_argument("--only", choices=("link", "upload"))
    words = parser.parse_args()
    suite = Suite("link", 1, 1, words.program.resolve(), "")
    with suite.scratch():
        if words.only != "upload":
            print(json.dumps(weak_link(suite, words.entries, words.seeds, words.rate)), flush=True)
        if words.only != "link":
            print(json.dumps(cut_upload(suite)), flush=True)


if __name__ == "__main__":
    main()
