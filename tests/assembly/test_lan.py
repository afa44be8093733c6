"""`make lan`: the right address of several, what to do without one, a QR code for any terminal, a server for phones."""

import re
import socket
import threading
from http.client import HTTPConnection

import pytest
import zxingcpp

from ktc.assembly import lan
from ktc.assembly.lan import Address, choose, notice, rank
from ktc.assembly.qr import INK, PLAIN, terminal
from ktc.assembly.serve import Shared, server
from ktc.errors import BuildError

WIFI, HOTSPOT = Address("192.168.1.20", "wlan0"), Address("10.42.0.1", "ap0")
LOOPBACK, DOCKER, TUNNEL = Address("127.0.0.1", "lo"), Address("172.17.0.1", "docker0"), Address("10.8.0.2", "tun0")
ALONE, PUBLIC = Address("169.254.7.7", "eth0"), Address("9.9.9.9", "eth1")
WINDOWS = [
    Address("172.22.0.1", "Hyper-V Virtual Ethernet Adapter"),
    Address("192.168.137.1", "Microsoft Wi-Fi Direct Virtual Adapter #2"),
    Address("192.168.56.1", "VirtualBox Host-Only Ethernet Adapter"),
]


@pytest.mark.parametrize(
    ("found", "outward", "expected"),
    [
        ([LOOPBACK, DOCKER, WIFI], WIFI.ip, [WIFI, DOCKER]),
        ([TUNNEL, WIFI], TUNNEL.ip, [WIFI, TUNNEL]),  # a tunnel takes all traffic out, but no phone is in it
        ([HOTSPOT, WIFI], WIFI.ip, [WIFI, HOTSPOT]),
        ([WIFI, HOTSPOT], "", [WIFI, HOTSPOT]),
        ([ALONE, HOTSPOT], "", [HOTSPOT, ALONE]),
        ([PUBLIC, HOTSPOT], "", [HOTSPOT, PUBLIC]),
        ([LOOPBACK], "", []),
        (WINDOWS, "", [WINDOWS[1], WINDOWS[0], WINDOWS[2]]),
    ],
)
def test_the_likeliest_address_comes_first(found, outward, expected):
    assert rank(found, outward) == expected


def test_without_an_address_it_says_what_to_do():
    with pytest.raises(BuildError, match=r"join the Wi-Fi .* hotspot.*stick"):
        choose([])


def test_an_address_can_be_chosen_and_a_wrong_one_is_told():
    assert choose([WIFI, HOTSPOT], HOTSPOT.ip) == [HOTSPOT, WIFI]
    with pytest.raises(BuildError, match=r"no address 10.0.0.9: it has 192.168.1.20, 10.42.0.1"):
        choose([WIFI, HOTSPOT], "10.0.0.9")


def test_the_terminal_shows_the_address_the_code_and_the_other_addresses():
    text = notice([WIFI, HOTSPOT], 8000, "0123456789abcdef")
    assert "\n  http://192.168.1.20:8000/\n" in text
    assert terminal("http://192.168.1.20:8000/") in text
    assert "try http://10.42.0.1:8000/ (ap0)" in text
    assert "from 0123456:" in text
    assert "If it does not answer" not in notice([WIFI], 8000)


def test_a_file_or_a_pipe_gets_no_colour_codes():
    assert "\x1b" not in notice([WIFI], 8000, colours=False)


# -- the QR code

HALVES = {" ": (255, 255), "▀": (0, 255), "▄": (255, 0), "█": (0, 0)}


def picture(text: str, module: int = 4) -> memoryview:
    """The code as a terminal paints it: black and white, `module` pixels a module."""
    rows = []
    for line in text.splitlines():
        cells = re.fullmatch(rf" *{re.escape(INK)}(.+){re.escape(PLAIN)}", line)[1]
        for half in (0, 1):
            row = [HALVES[cell][half] for cell in cells for _ in range(module)]
            rows += [row] * module
    return memoryview(bytes(pixel for row in rows for pixel in row)).cast("B", (len(rows), len(rows[0])))


@pytest.mark.parametrize("address", ["http://10.0.0.2:8000/", "http://192.168.178.120:8000/"])
def test_a_phone_reads_the_address_out_of_the_code(address):
    assert [code.text for code in zxingcpp.read_barcodes(picture(terminal(address)))] == [address]


def test_the_code_is_black_on_white_in_dark_and_light_terminals_and_fits_a_small_window():
    assert INK == "\x1b[38;5;16;48;5;231m"  # colours that no theme changes
    lines = terminal("http://192.168.178.120:8000/").splitlines()
    assert all(line.lstrip(" ").startswith(INK) and line.endswith(PLAIN) for line in lines)
    assert len(lines) <= 20
    assert max(len(line) - len(INK) - len(PLAIN) for line in lines) <= 60


# -- the server


@pytest.fixture
def shared(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "404.html").write_text("nothing here", encoding="utf-8")
    (tmp_path / "app.js").write_text("1", encoding="utf-8")
    with server(tmp_path, 0, "", Shared) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield http
        http.shutdown()


def ask(http, path: str, **headers):
    call = HTTPConnection("127.0.0.1", http.server_address[1], timeout=10)
    call.request("GET", path, headers=headers)
    return call.getresponse()


def test_phones_keep_files_and_ask_only_whether_they_are_current(shared):
    answer = ask(shared, "/app.js")
    assert answer.getheader("Cache-Control") == "no-cache"
    assert answer.getheader("Content-Type") == "text/javascript"
    again = {"If-Modified-Since": answer.getheader("Last-Modified")}
    assert ask(shared, "/app.js", **again).status == 304


@pytest.mark.parametrize("path", ["/empty/", "/../secret", "/%2e%2e/secret"])
def test_folders_are_not_listed_and_nothing_outside_is_served(shared, tmp_path, path):
    (tmp_path.parent / "secret").write_text("secret", encoding="utf-8")
    answer = ask(shared, path)
    assert answer.status == 404
    assert b"secret" not in answer.read()


def test_a_whole_group_may_call_at_once(shared):
    assert shared.request_queue_size >= 100


def test_it_answers_under_every_address_of_the_machine(shared):
    for address in lan.addresses()[:3]:
        with socket.create_connection((address.ip, shared.server_address[1]), timeout=10):
            pass


def test_a_taken_port_is_told_with_the_command_that_was_used(shared, tmp_path):
    port = shared.server_address[1]
    with pytest.raises(BuildError, match=f"port {port} .*make lan PORT={port + 1}"):
        server(tmp_path, port, "", Shared, "make lan")
