"""What the files of a device and of a central hold, read from copies by plain SQLite."""

import hashlib
import json
from pathlib import Path

from common import check, copied, opened, whole


def facts(content):
    """What of an entry's content the model knows: the rest is the same in all entries."""
    return (content.get("objectCode"), content.get("note"), content.get("remark"),
            tuple(sorted(photo["sha256"] for photo in content.get("photos", []))))


def proved(path, digest, record):
    check(hashlib.sha256(record).digest() == digest,
          f"{path}: the record of {digest.hex()} is not the one that was hashed")
    return json.loads(record)


class DeviceLook:
    """A device's store. Revisions are named by their hashes, own ones in the order of sequence."""

    def __init__(self, folder, scratch):
        path = copied(folder, scratch) / "device.sqlite"
        with opened(path) as database:
            whole(database, path)
            identity, self.starts_after = database.execute(
                "SELECT id, startsAfter FROM device").fetchone()
            self.id = identity.hex()
            self.own, self.others, by_sequence, by_row = {}, {}, {}, {}
            for row, sequence, digest, record in database.execute(
                    "SELECT id, sequence, hash, record FROM revision ORDER BY sequence, id"):
                by_row[row] = digest.hex()
                if sequence is None:
                    self.others[digest.hex()] = proved(path, digest, record)
                else:
                    self.own[digest.hex()] = proved(path, digest, record)
                    by_sequence[sequence] = digest.hex()
            check(list(by_sequence) == list(range(1, len(by_sequence) + 1)),
                  f"{path}: own sequences have gaps: {list(by_sequence)}")
            self.sequences = by_sequence
            self.remade = {by_sequence[old]: by_sequence[new] for old, new in database.execute(
                "SELECT sequence, became FROM remade")}
            self.outbox = {by_sequence[row[0]] for row in database.execute(
                "SELECT sequence FROM outbox")}
            self.answered = {by_sequence[row[0]]: row[1].decode() for row in database.execute(
                "SELECT sequence, disposition FROM receipt")}
            self.drafts = {row[0].hex(): facts(json.loads(row[1])) for row in database.execute(
                "SELECT entry, content FROM draft")}
            self.heads, self.states, self.objects = {}, {}, {}
            for entry, head, state, code in database.execute(
                    "SELECT entry, head, state, objectCode FROM entry"):
                self.heads[entry.hex()] = by_row.get(head)
                self.states[entry.hex()] = state.decode()
                self.objects[entry.hex()] = code.decode()
        waiting = set(self.own) - set(self.answered) - set(self.remade)
        check(waiting == self.outbox,
              f"{path}: {waiting ^ self.outbox} neither wait nor were answered for, or both")

    def record(self, digest):
        return self.own.get(digest) or self.others[digest]

    def content(self, entry):
        """The content that an edit of the entry begins with."""
        return self.drafts.get(entry) or facts(self.record(self.heads[entry])["content"])


class CentralLook:
    """A central's store and its attachments."""

    def __init__(self, folder, scratch):
        files = Path(folder) / "attachments"
        self.files = {path.name for path in files.glob("??/*")} if files.exists() else set()
        path = copied(folder, scratch) / "central.sqlite"
        with opened(path) as database:
            whole(database, path)
            self.stored, self.dispositions, self.last = {}, {}, {}
            for digest, disposition, record in database.execute(
                    "SELECT hash, disposition, record FROM revision ORDER BY cursor"):
                check(digest.hex() not in self.stored, f"{digest.hex()} is stored twice")
                self.stored[digest.hex()] = proved(path, digest, record)
                self.dispositions[digest.hex()] = disposition.decode()
            self.rejected = {}
            for digest, record in database.execute("SELECT hash, record FROM quarantine"):
                check(digest.hex() not in self.stored | self.rejected,
                      f"{digest.hex()} is there twice")
                self.rejected[digest.hex()] = proved(path, digest, record)
            for digest, record in (self.stored | self.rejected).items():
                device, sequence = plain(record["device"]), record["sequence"]
                if sequence > self.last.get(device, (0, ""))[0]:
                    self.last[device] = (sequence, digest)
            self.devices = {row[0].hex(): row[1] for row in database.execute(
                "SELECT id, revokedAt FROM device")}
            self.rejoined = {row[0].hex() for row in database.execute(
                "SELECT id FROM device WHERE rejoinedFrom IS NOT NULL")}
            self.heads, self.standings = {}, {}
            for entry, head, standing in database.execute(
                    "SELECT id, headHash, standing FROM entry"):
                self.heads[entry.hex()] = head.hex()
                self.standings[entry.hex()] = standing.decode()
            chain = b"\0" * 32
            for position, previous, digest in database.execute(
                    "SELECT position, previous, hash FROM auditEntry ORDER BY position"):
                check(previous == chain, f"{path}: the audit chain breaks at {position}")
                chain = digest

    @property
    def held(self):
        return self.stored | self.rejected


def plain(identifier):
    return identifier.replace("-", "")
