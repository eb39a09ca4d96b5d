"""httpbin on a loopback port.

    python server.py DOCUMENT

Writes the document that httpbin publishes to the file DOCUMENT. The first line
of standard output is the port. The server ends when its standard input does, so
it never outlives the test that started it.
"""

import sys
import threading
from pathlib import Path

from httpbin import app
from werkzeug.serving import WSGIRequestHandler, make_server


class Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, kind, message, *arguments):
        pass


def main():
    Path(sys.argv[1]).write_bytes(app.test_client().get("/spec.json").data)
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=Quiet)
    print(server.server_port, flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
