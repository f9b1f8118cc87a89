#!/usr/bin/env python3
"""Posts every *.gz file of a folder to sink.py, in order, over one connection.

usage: post.py PORT FOLDER

Prints {"seconds": S, "stored": N}.
"""

import http.client
import json
import pathlib
import sys
import time


def main():
    bodies = [path.read_bytes() for path in sorted(pathlib.Path(sys.argv[2]).glob("*.gz"))]
    connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=120)
    stored = 0
    start = time.perf_counter()
    for body in bodies:
        connection.request("POST", "/ingest", body, {"Content-Encoding": "gzip"})
        response = connection.getresponse()
        answer = json.loads(response.read())
        assert response.status == 200, answer
        stored += answer["stored"]
    print(json.dumps({"seconds": time.perf_counter() - start, "stored": stored}), flush=True)


if __name__ == "__main__":
    main()
