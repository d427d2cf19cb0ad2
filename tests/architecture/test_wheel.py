import subprocess
import sys
import zipfile

import pytest

from tests.architecture.source_tree import PACKAGE, ROOT


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory):
    target = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "tools/compile_messages.py"], cwd=ROOT, check=True)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = target.glob("*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_holds_every_file_of_the_package(wheel_names):
    kept = {
        ".py",
        ".html",
        ".css",
        ".js",
        ".svg",
        ".toml",
        ".txt",
        ".json",
        ".po",
        ".mo",
        ".typ",
        ".csv",
    }
    wanted = {
        str(path.relative_to(PACKAGE.parent))
        for path in PACKAGE.rglob("*")
        if path.suffix in kept and "__pycache__" not in path.parts
    }
    assert sorted(wanted - wheel_names) == []


def test_the_wheel_holds_compiled_translations(wheel_names):
    assert any(name.endswith(".mo") for name in wheel_names)
