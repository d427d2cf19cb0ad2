"""The model adapter against a real HTTP server that answers as told."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from guatu.adapters.local_model import LocalModel


class Answering(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append((self.path, self.headers.get("Authorization"), json.loads(body)))
        status, reply, headers = self.server.reply
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(reply)

    def log_message(self, *_words):
        pass


@pytest.fixture
def server():
    made = HTTPServer(("127.0.0.1", 0), Answering)
    made.asked, made.reply = [], said("{}")
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


def said(words):
    reply = {"choices": [{"message": {"role": "assistant", "content": words}}]}
    return 200, json.dumps(reply).encode(), {}


def model_of(server, **more):
    return LocalModel(
        address=f"http://127.0.0.1:{server.server_port}/v1", name="county-7b", seconds=5, **more
    )


def test_a_question_goes_out_with_temperature_zero_and_the_key(server):
    server.reply = said('{"candidate": 1}')
    assert model_of(server, key="k1").answer("指示", "问题") == '{"candidate": 1}'
    path, key, body = server.asked[0]
    assert (path, key) == ("/v1/chat/completions", "Bearer k1")
    assert (body["model"], body["temperature"]) == ("county-7b", 0)
    assert [one["content"] for one in body["messages"]] == ["指示", "问题"]


def test_an_equal_question_is_asked_once(server):
    server.reply = said("a")
    model = model_of(server)
    assert [model.answer("指示", "问题") for _ in range(2)] == ["a", "a"]
    model.answer("指示", "另一个问题")
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "reply",
    [
        (500, b"", {}),
        (200, b"not json", {}),
        (200, b"[]", {}),
        (200, b'{"choices": []}', {}),
        (200, b'{"choices": [{"message": {"content": null}}]}', {}),
        (302, b"", {"Location": "http://127.0.0.1:9/elsewhere"}),
    ],
)
def test_a_server_that_fails_gives_no_answer_and_is_asked_again(server, reply):
    server.reply = reply
    model = model_of(server)
    assert model.answer("指示", "问题") is None
    server.reply = said("b")
    assert model.answer("指示", "问题") == "b"


def test_an_address_where_nobody_listens_gives_no_answer(server):
    port = server.server_port
    server.shutdown()
    server.server_close()
    assert (
        LocalModel(address=f"http://127.0.0.1:{port}", name="m", seconds=2).answer("i", "q") is None
    )


@pytest.mark.parametrize("address", ["file:///etc/hosts", "ftp://x/v1", "http:///v1", "x"])
def test_other_addresses_are_no_models(address):
    with pytest.raises(ValueError, match="http"):
        LocalModel(address=address, name="m")
