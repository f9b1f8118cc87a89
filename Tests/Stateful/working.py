"""A surveyor's work on a device without a network, and what must come of it."""

import hashlib
import json

from common import check
from look import DeviceLook, facts, plain
from program import FORM, content
from world import World, dashed


# A JPEG as far as it is looked at: a frame of 640 × 480, a scan, the end.
JPEG_HEAD = bytes.fromhex("ffd8ffc0000b0801e0028001011100ffda0008010100003f00")
JPEG_END = b"\xff\xd9"


class WorkingWorld(World):
    def photo(self, number):
        path = self.folder / f"photo{number}.jpg"
        if not path.exists():
            path.write_bytes(JPEG_HEAD + bytes([number]) * (4000 << number) + JPEG_END)
        return path

    def new(self, device, code, photo, finalizes):
        made = content(code, self.mark())
        path = self.folder / "entry.json"
        path.write_text(json.dumps(made))
        more = ["--photo", self.photo(photo)] if photo is not None else []
        done = self.on(device, "entry", "new", FORM, "--json", path, *more,
                       *(["--finalize"] if finalizes else []))
        told = self.shape(made, photo)
        if code in device.look.objects.values():
            check(done.status == 65, f"a second entry of {code} ended with {done.status}")
            return self.see(device)
        check(done.status == 0, f"a new entry was refused: {done.talk}")
        made = done.json()
        if not finalizes:
            device.drafts[plain(made["entry"])] = told
        self.see(device, told=[told] if finalizes else [])
        check(not finalizes or made["revision"] in device.own, f"{made['revision']} is not there")

    def shape(self, made, photo=None):
        """The facts of a content with one more photo."""
        base = facts(made)
        return base if photo is None else (*base[:3], added(base[3], self.digest(photo)))

    def digest(self, photo):
        return hashlib.sha256(self.photo(photo).read_bytes()).hexdigest()

    def entries(self, device):
        return sorted(set(device.look.heads) | set(device.drafts))

    def edited(self, device, entry, field, photo):
        """The words of an edit, and what it makes of the entry."""
        mark = self.mark()
        base = device.look.content(entry)
        told = (base[0], mark if field == "note" else base[1],
                mark if field == "remark" else base[2],
                base[3] if photo is None else added(base[3], self.digest(photo)))
        more = ["--photo", self.photo(photo)] if photo is not None else []
        return ["entry", "edit", dashed(entry), "--set", f"{field}={mark}", *more], told

    def edit(self, device, entry, field, photo, finalizes):
        words, told = self.edited(device, entry, field, photo)
        done = self.on(device, *words, *(["--finalize"] if finalizes else []))
        check(done.status == 0, f"an edit was refused: {done.talk}")
        if finalizes:
            device.drafts.pop(entry, None)
        else:
            device.drafts[entry] = told
        self.see(device, told=[told] if finalizes else [])

    def edit_killed(self, device, entry, field, share):
        words, told = self.edited(device, entry, field, None)
        _, output = self.program.killed(
            share, *words, "--finalize", "--store", device.folder, "--format", "json")
        is_told = output.rstrip().endswith("}")
        before = device.drafts.get(entry)
        found = DeviceLook(device.folder, self.folder / "look")
        is_final = len(found.own) > len(device.own)
        draft = found.drafts.get(entry)
        check(draft in (None, told, before), f"a killed edit left the draft {draft}")
        check(draft is not None or is_final or before is None, "a killed edit lost the draft")
        self.counts["edits killed"] += 1
        device.drafts.pop(entry, None)
        if draft:
            device.drafts[entry] = draft
        self.see(device, told=[told] if is_told else [], perhaps=[] if is_told else [told])

    def attach(self, device, entry, photo, finalizes):
        """Adds a photo to an entry that has it not yet."""
        base = device.look.content(entry)
        if self.digest(photo) in base[3]:
            return
        told = (*base[:3], added(base[3], self.digest(photo)))
        done = self.on(device, "entry", "attach", dashed(entry), self.photo(photo),
                       *(["--finalize"] if finalizes else []))
        check(done.status == 0, f"a photo was refused: {done.talk}")
        device.drafts.pop(entry, None)
        if not finalizes:
            device.drafts[entry] = told
        self.see(device, told=[told] if finalizes else [])

    def finalize(self, device, entry):
        told = device.drafts.pop(entry)
        done = self.on(device, "entry", "finalize", dashed(entry))
        check(done.status == 0, f"a draft was refused: {done.talk}")
        self.see(device, told=[told])

    def discard(self, device, entry):
        del device.drafts[entry]
        done = self.on(device, "entry", "discard", dashed(entry))
        check(done.status == 0, f"a draft could not be discarded: {done.talk}")
        self.see(device)

    def bring(self, device, codes):
        """Imports a file of entries; one of an object that has one already is refused alone."""
        path, told, known = self.folder / "rows.ndjson", [], set(device.look.objects.values())
        with open(path, "w") as rows:
            for code in codes:
                row = content(code, self.mark())
                rows.write(json.dumps({"form": FORM, "content": row}) + "\n")
                if code not in known:
                    told.append(facts(row))
                    known.add(code)
        done = self.on(device, "entry", "import", path)
        check(done.status == (0 if len(told) == len(codes) else 65),
              f"an import of {len(codes)} rows ended with {done.status}: {done.talk}")
        self.see(device, told=told)


def added(photos, digest):
    return tuple(sorted({*photos, digest}))
