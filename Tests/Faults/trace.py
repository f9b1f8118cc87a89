"""A trace of the shim, and the disk as a power cut at one of its points may leave it."""

import os
import struct
from pathlib import Path

OPEN, WRITE, SYNC, TRUNCATE, RENAME, UNLINK, MKDIR, TELL = range(8)
HEAD = struct.Struct("<IIIIQQQ")
SECTOR = 512


class Call:
    __slots__ = ("kind", "pid", "inode", "offset", "flags", "first", "second")

    def __init__(self, kind, pid, inode, offset, flags, first, second):
        self.kind, self.pid, self.inode = kind, pid, inode
        self.offset, self.flags, self.first, self.second = offset, flags, first, second


def read(path):
    """The calls of a trace in their one order."""
    data = Path(path).read_bytes()
    calls, at = [], 0
    while at < len(data):
        kind, pid, first, second, inode, offset, flags = HEAD.unpack_from(data, at)
        at += HEAD.size
        calls.append(Call(kind, pid, inode, offset, flags, data[at:at + first].decode(),
                          data[at + first:at + first + second]))
        at += first + second
    return calls


def note(path, text):
    """Appends what the driver knows to be acknowledged from here on."""
    with open(path, "ab") as out:
        out.write(HEAD.pack(TELL, os.getpid(), 0, len(text), 0, 0, 0) + text)


class File:
    """One inode: its bytes on the disk, and what was written since it was synced last."""
    __slots__ = ("synced", "pending")

    def __init__(self):
        self.synced, self.pending = bytearray(), []

    def settle(self):
        for offset, data in self.pending:
            put(self.synced, offset, data)
        self.pending = []


def put(image, offset, data):
    if data is None:  # a truncation
        if len(image) > offset:
            del image[offset:]
        else:
            image.extend(bytes(offset - len(image)))
        return
    if len(image) < offset:
        image.extend(bytes(offset - len(image)))
    image[offset:offset + len(data)] = data


class Disk:
    """A disk that promises only what was synced.

    A file's bytes are certain after its fsync or fdatasync, a name only after the fsync of its folder.
    What is pending at a cut may have arrived in any order, in part, in sectors of 512 bytes; names
    arrive in their order, as a file system's journal has them, up to any point.
    """

    def __init__(self, root, before=None):
        self.root = str(root)
        self.inodes = {}
        self.names = {}     # as the program sees them: path -> File, or None for a folder
        for path, content in (before or {}).items():
            file = self.names[path] = File()
            file.synced = bytearray(content)
            folder = os.path.dirname(path)
            while folder != self.root:
                self.names[folder] = None
                folder = os.path.dirname(folder)
        self.durable = dict(self.names)  # as they are certain
        self.journal = []   # changes of names that are not certain yet

    def change(self, kind, path, other=None):
        self.journal.append((kind, path, other))
        Disk.rename(self.names, kind, path, other)

    @staticmethod
    def rename(names, kind, path, other):
        if kind == "make":
            names[path] = other
        elif kind == "remove":
            names.pop(path, None)
        else:
            moved = {name: names[name] for name in names
                     if name == path or name.startswith(path + "/")}
            if kind == "move":
                for name in moved:
                    del names[name]
            for name, what in moved.items():
                names[other + name[len(path):]] = what

    def apply(self, call):
        kind = call.kind
        if kind == WRITE:
            self.inodes[call.inode].pending.append((call.offset, call.second))
        elif kind == TRUNCATE:
            self.inodes[call.inode].pending.append((call.offset, None))
        elif kind == OPEN:
            if call.flags & 1:
                file = self.inodes[call.inode] = File()
                self.change("make", call.first, file)
            elif call.first in self.names:
                self.inodes[call.inode] = self.names[call.first]
                if call.flags & 2:
                    self.inodes[call.inode].pending.append((0, None))
            elif "/forms/" in call.first:  # the drivers' own
                self.inodes[call.inode] = File()
            else:
                raise ValueError(f"{call.first} was opened, but never made in the trace")
        elif kind == SYNC and call.flags & 1:
            self.settle_names(call.first)
        elif kind == SYNC:
            self.inodes[call.inode].settle()
        elif kind == RENAME:
            self.change("copy" if call.offset else "move", call.first, call.second.decode())
        elif kind == UNLINK:
            self.change("remove", call.first)
        elif kind == MKDIR:
            self.change("make", call.first, None)

    def settle_names(self, folder):
        """The journal is in order: what came before the folder's last change is certain with it."""
        last = -1
        for at, (kind, path, other) in enumerate(self.journal):
            places = [path] + ([other] if kind in ("move", "copy") else [])
            if any(os.path.dirname(place) == folder for place in places):
                last = at
        for change in self.journal[:last + 1]:
            Disk.rename(self.durable, *change)
        del self.journal[:last + 1]

    def cut(self, random, to):
        """Writes one of the states that a power cut may leave to the folder `to`, which is empty.

        Names that are not certain are lost in a quarter of the cuts up to any point, and all there in
        the others; so it is with each write that was not synced.
        """
        names = dict(self.durable)
        kept = random.randint(0, len(self.journal)) if random.random() < 0.5 else (
            len(self.journal) if random.random() < 0.5 else 0)
        for change in self.journal[:kept]:
            Disk.rename(names, *change)
        share = random.choice((0.0, 0.2, 0.5, 0.8, 0.95, 1.0))
        folders = {path for path, what in names.items() if what is None}
        for path in sorted(folders):
            Path(to + path[len(self.root):]).mkdir(parents=True, exist_ok=True)
        for path, file in names.items():
            place = os.path.dirname(path)
            # A name in a folder that was never made certain is gone with its folder.
            if file is None or path.endswith("-shm") or (
                    place != self.root and place not in folders):
                continue
            image = bytearray(file.synced)
            writes = [write for write in file.pending if random.random() < share]
            if random.random() < 0.5:
                random.shuffle(writes)
            for offset, data in writes:
                if data is not None and len(data) > SECTOR and random.random() < 0.2:
                    for start in range(0, len(data), SECTOR):
                        if random.random() < 0.5:
                            put(image, offset + start, data[start:start + SECTOR])
                elif data is not None and random.random() < 0.1:
                    put(image, offset, data[:random.randint(0, len(data))])
                else:
                    put(image, offset, data)
            with open(to + path[len(self.root):], "wb") as out:
                out.write(image)
