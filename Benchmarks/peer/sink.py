#!/usr/bin/env python3
"""An ingest server as someone writes it in an afternoon: gunzip, orjson, jsonschema-rs, SQLite.

usage: sink.py SCHEMA DATABASE

Write-ahead log with synchronous=FULL, one commit for each request. Prints {"port": N} when it
accepts connections and ends when its standard input does.
"""

import gzip
import json
import socket
import sqlite3
import sys
import threading

import jsonschema_rs
import orjson
import uvicorn

TABLE = """
pragma journal_mode=wal;
pragma synchronous=full;
create table entry(
  uuid text primary key, form text, form_version int, object text, town text, lon real, lat real,
  recorded_at int, author text, device text, status text, body text);
create index entry_place on entry(town, form, status);
create index entry_time on entry(recorded_at);
"""
INSERT = "insert or ignore into entry values(?,?,?,?,?,?,?,?,?,?,?,?)"


class Sink:
    def __init__(self, schema, path):
        self.validator = jsonschema_rs.validator_for(schema)
        self.database = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self.database.executescript(TABLE)

    def ingest(self, packed):
        rows, bad = [], []
        for number, line in enumerate(gzip.decompress(packed).split(b"\n")):
            if not line:
                continue
            revision = orjson.loads(line)["revision"]
            content = revision["content"]
            if not self.validator.is_valid(content):
                bad.append(number)
                continue
            rows.append((
                revision["entry"], revision["form"], revision["formVersion"],
                content["objectCode"], content["townCode"], content["lon"], content["lat"],
                revision["recordedAt"], revision["author"], revision["device"], "received",
                line.decode()))
        self.database.execute("begin immediate")
        self.database.executemany(INSERT, rows)
        self.database.execute("commit")
        return orjson.dumps({"stored": len(rows), "bad": bad})

    async def __call__(self, scope, receive, send):
        parts, more = [], True
        while more:
            message = await receive()
            parts.append(message.get("body", b""))
            more = message.get("more_body", False)
        answer = self.ingest(b"".join(parts))
        await send({
            "type": "http.response.start", "status": 200,
            "headers": [
                (b"content-type", b"application/json"),
                (b"content-length", str(len(answer)).encode())]})
        await send({"type": "http.response.body", "body": answer})


def end_with_input(server):
    sys.stdin.read()
    server.should_exit = True


def main():
    with open(sys.argv[1], "rb") as file:
        schema = json.load(file)
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    server = uvicorn.Server(uvicorn.Config(
        Sink(schema, sys.argv[2]), loop="uvloop", http="httptools", lifespan="off",
        access_log=False, log_level="error"))
    threading.Thread(target=end_with_input, args=(server,), daemon=True).start()
    print(json.dumps({"port": listener.getsockname()[1]}), flush=True)
    server.run(sockets=[listener])


if __name__ == "__main__":
    main()
