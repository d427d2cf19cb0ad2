import subprocess
import sys
from pathlib import Path

import grimp

from tests.architecture.source_tree import ROOT

ALLOWED_OUTSIDE = {"numpy"}
# Heavy libraries stand in one place each, which is imported late.
ALLOWED_AT = {
    "numba": "guatu.domain.planning.compiled",
    "ortools": "guatu.domain.planning.cpsat",
}


def test_every_import_contract_is_kept():
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_domain_imports_only_the_standard_library_and_the_allow_list():
    graph = grimp.build_graph("guatu", include_external_packages=True, cache_dir=None)
    strangers = {
        (module, imported)
        for module in graph.modules
        if module.startswith("guatu.domain")
        for imported in graph.find_modules_directly_imported_by(module)
        if not imported.startswith("guatu")
        and imported.split(".")[0] not in sys.stdlib_module_names
        and imported.split(".")[0] not in ALLOWED_OUTSIDE
        and not module.startswith(ALLOWED_AT.get(imported.split(".")[0], "nowhere"))
    }
    assert strangers == set()


def test_the_domain_never_touches_files_clock_network_or_processes():
    banned = {"os", "pathlib", "io", "subprocess", "socket", "time", "random", "urllib", "tempfile"}
    graph = grimp.build_graph("guatu", include_external_packages=True, cache_dir=None)
    touched = {
        (module, imported)
        for module in graph.modules
        if module.startswith("guatu.domain")
        for imported in graph.find_modules_directly_imported_by(module)
        if imported.split(".")[0] in banned
    }
    assert touched == set()


def test_file_commands_never_load_django():
    probe = (
        "import sys, importlib\n"
        "for name in ('read', 'plan', 'wall', 'pace', 'air', 'template'):\n"
        "    importlib.import_module(f'guatu.entry.cli.{name}')\n"
        "sys.exit('django' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, check=False)
    assert done.returncode == 0
