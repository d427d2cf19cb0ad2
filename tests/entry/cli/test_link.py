import re

from django.urls import reverse

from guatu.entry.cli.link import LINK_PATH
from tests.entry.cli.conftest import guatu, start

ADD_TWO = """
import sys
from pathlib import Path
from guatu.entry.cli.django_door import open_door
open_door(Path(sys.argv[1]))
from guatu.apps.units.access import operator_of
from guatu.apps.units.actions import add_person
from guatu.entry.clock import moment
for _ in range(2):
    add_person(acting=operator_of("149921", at=moment()), name="石小满")
"""


def test_link_when_a_person_is_named_then_is_printed_for_the_address_served_last(data):
    (data / "address").write_text("http://10.0.0.5:9000")
    done = guatu("link", "管理员", "--data", data)
    assert done.returncode == 0, done.stderr
    assert re.search(r"http://10\.0\.0\.5:9000/sign-in/link/[\w-]{32}/", done.stdout)


def test_link_when_nobody_or_several_are_meant_then_says_what_to_give(data):
    unknown = guatu("link", "无此人", "--data", data)
    assert unknown.returncode == 1
    assert "无此人" in unknown.stderr
    added = start(ADD_TWO, data)
    added.communicate(timeout=60)
    several = guatu("link", "石小满", "--data", data)
    assert several.returncode == 1
    numbers = re.findall(r"\d+", several.stderr)[1:]
    assert len(numbers) == 2
    # A person without an account gets one under the own name.
    assert guatu("link", numbers[0], "--data", data).returncode == 0
    assert guatu("check", "--data", data).returncode == 0


def test_path_of_a_link_is_the_address_of_its_page():
    assert LINK_PATH.format(secret="abc") == reverse("sign-in-link", args=["abc"])
