"""A loopback server that checks signatures with the official Python SDK.

It answers 200 (201 where something is created) if the SDK's own signer, given
the request as it arrived, computes the `Authorization` that it carries, and 401
with the reason otherwise. The answer repeats what was understood, so that the
sender can see that its values survived the journey.

    python server.py ACCESS_KEY SECRET_KEY

The first line of standard output is the port. The server ends when its standard
input does, so it never outlives the test that started it.
"""

import json
import re
import sys
import threading
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcore.sdk_request import SdkRequest
from huaweicloudsdkcore.signer.signer import Signer

AUTHORIZATION = re.compile(
    r"SDK-HMAC-SHA256 Access=([^, ]+), SignedHeaders=([a-z0-9;!#$%&'*+.^`|~-]+), Signature=[0-9a-f]{64}"
)
# What the documentation allows between the clocks of the two sides.
SKEW = timedelta(minutes=15)


class Refused(Exception):
    """Why a signature does not count."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        body = self.read_body()
        path, _, query = self.path.partition("?")
        try:
            if "+" in query:
                raise Refused("a `+` in the query means a plus sign or a space, depending on the reader")
            pairs = [tuple(map(unquote, pair.partition("=")[::2])) for pair in query.split("&") if pair]
            self.verify(path, pairs, body)
        except Refused as refused:
            self.respond(401, {"error_code": "APIGW.0301", "error_msg": str(refused)})
            return
        created = self.command == "POST" and path.endswith("/instances")
        self.respond(
            201 if created else 200,
            {
                "method": self.command,
                "path": [unquote(segment) for segment in path.split("/")],
                "query": [list(pair) for pair in pairs],
                "body": body.decode("utf-8", "replace"),
                "project": self.headers.get("X-Project-Id"),
                # A member that the answer to a deletion has to have.
                "instance_id": unquote(path.rpartition("/")[2]),
            },
        )

    do_DELETE = do_GET = do_PATCH = do_POST = do_PUT = answer

    def verify(self, path, query, body):
        given = self.headers.get("Authorization", "")
        match = AUTHORIZATION.fullmatch(given)
        if match is None:
            raise Refused("there is no Authorization of the form of SDK-HMAC-SHA256")
        access_key, names = match.group(1), match.group(2).split(";")
        keys = self.server.keys
        if access_key != keys.ak:
            raise Refused("the access key is not known")
        headers = {name.title(): self.header(name) for name in names}
        required = {"Host", "X-Sdk-Date"}
        if "Content-Type" in self.headers:
            required.add("Content-Type")
        if not required <= headers.keys():
            raise Refused(f"not all of {sorted(required)} are signed")
        self.check_date(headers["X-Sdk-Date"])
        # The official signer declares this by itself, from the media type.
        if headers.get("X-Sdk-Content-Sha256") == "UNSIGNED-PAYLOAD":
            del headers["X-Sdk-Content-Sha256"]
        request = SdkRequest(
            method=self.command,
            schema="http",
            host=self.headers["Host"],
            resource_path=path,
            query_params=query,
            header_params=headers,
            body=body,
        )
        expected = Signer(keys).sign(request).header_params["Authorization"]
        if given != expected:
            raise Refused(f"the official signer computes {expected}")

    def header(self, name):
        values = self.headers.get_all(name, [])
        if len(values) != 1:
            raise Refused(f"the signed header {name} is there {len(values)} times")
        return values[0].encode("iso-8859-1").decode("utf-8")

    @staticmethod
    def check_date(text):
        try:
            date = datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc)
        except ValueError as error:
            raise Refused(f"X-Sdk-Date: {error}") from error
        if abs(datetime.now(timezone.utc) - date) > SKEW:
            raise Refused("X-Sdk-Date is more than 15 minutes off")

    def read_body(self):
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", "0")))
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def respond(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *args):
        pass


def main():
    access_key, secret_key = sys.argv[1:]
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.keys = BasicCredentials(access_key, secret_key)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()
