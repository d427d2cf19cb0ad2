import json
import os
import shutil
import subprocess
import sys
from datetime import date

import pytest

from guatu.adapters.emission_xlsx import emission_form
from guatu.adapters.ledger_xlsx import ledger_workbook, read_ledger
from guatu.adapters.packs import load_shelf
from guatu.entry.cli.main import main
from tests.entry.cli.conftest import environment, guatu
from tests.factories.mails import mail_of
from tests.factories.sources import counties_page
from tests.factories.workbooks import Sheet, ods_book, xlsb_book, xml_book

WITH_CLERK = """
import sys
from pathlib import Path
from guatu.entry.cli.django_door import open_door
open_door(Path(sys.argv[1]))
from guatu.apps.units.access import operator_of
from guatu.apps.units.actions import add_person, add_unit, appoint
from guatu.apps.units.queries import unit_by_code
from guatu.domain.kernel.acting import Role
from guatu.entry.clock import moment
acting = operator_of("149921", at=moment())
root = unit_by_code(acting.scope, "0")
unit = add_unit(acting=acting, code="31", name="云溪镇", short_name="云溪镇", kind="TOWNSHIP",
    parent_id=root.id, position=1)
person = add_person(acting=acting, name="苗可欣")
appoint(acting=acting, person_id=person.pk, unit_id=root.id, title="督查室科员", role=Role.CLERK,
    valid_from=acting.today)
"""
COUNT = """
import sys
from pathlib import Path
from guatu.entry.cli.django_door import open_door
open_door(Path(sys.argv[1]))
from guatu.apps.matters.models import Matter
from guatu.apps.sources.models import Source
from guatu.apps.watch.queries import sources
from guatu.domain.kernel.acting import Scope
listed = sources(Scope(region="149921"))
print(Source.objects.count(), Matter.objects.count())
print(*(f"{one.code}:{one.unit}:{'/'.join(one.listed.activity_classes)}" for one in listed))
"""


@pytest.fixture(scope="module")
def folder(prepared, tmp_path_factory):
    copy = tmp_path_factory.mktemp("load") / "data"
    shutil.copytree(prepared, copy)
    _python(WITH_CLERK, copy)
    return copy


def _python(script, folder):
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def _ledger(lead="云溪镇"):
    row = {"title": "完成河道清淤", "lead": lead, "result": "清淤 3 公里"}
    return ledger_workbook([row], language="zh")


def test_load_takes_a_page_and_a_ledger_in_the_name_of_a_clerk(folder, tmp_path):
    page, ledger = tmp_path / "page.txt", tmp_path / "ledger.xlsx"
    page.write_bytes(counties_page().encode("gb18030"))
    ledger.write_bytes(_ledger())
    done = guatu("load", page, ledger, "--data", folder, "--as", "苗可欣")
    assert done.returncode == 0, done.stderr
    assert "ledger.xlsx：导入 1 条事项草稿" in done.stdout
    assert _python(COUNT, folder)[:2] == ["1", "1"]


def test_load_takes_tables_and_mails_of_other_programs(folder, tmp_path):
    rows = (("任务", "责任单位", "时限"), ("清淤", "云溪镇", "年底"))
    sheets = [Sheet(rows=rows)]
    files = {
        "a.ods": ods_book(sheets),
        "b.xlsb": xlsb_book(sheets),
        "c.xml": xml_book(sheets),
        "d.csv": "\n".join(map(",".join, rows)).encode("gb18030"),
        "e.eml": mail_of(),
        "f.et": _ledger(),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    before = int(_python(COUNT, folder)[0])
    done = guatu("load", *(tmp_path / one for one in files), "--data", folder, "--as", "苗可欣")
    assert done.returncode == 0, done.stderr
    assert "f.et：导入 1 条事项草稿" in done.stdout
    assert int(_python(COUNT, folder)[0]) == before + 5


def test_load_with_one_faulty_file_writes_none(folder, tmp_path):
    page, ledger = tmp_path / "other.txt", tmp_path / "faulty.xlsx"
    page.write_text(counties_page() + "另一版。\n")
    ledger.write_bytes(_ledger(lead="不存在的局"))
    before = _python(COUNT, folder)
    done = guatu("load", page, ledger, "--data", folder, "--as", "苗可欣")
    assert done.returncode == 1
    assert "faulty.xlsx:D2:" in done.stderr
    assert "不存在的局" in done.stderr
    assert done.stdout == ""
    assert _python(COUNT, folder) == before


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("film.mp4", b"\x00\x00\x00\x18ftypmp42", "不认识 film.mp4"),
        ("photo.jpg", b"\xff\xd8\xff", "photo.jpg 已损坏"),
        ("empty.txt", b"", "empty.txt"),
        ("junk.xlsx", b"PK junk", "junk.xlsx"),
        ("plan.json", json.dumps({"guatu": 1}).encode(), "plan.json"),
    ],
)
def test_load_of_a_bad_file_names_it_and_exits_1(folder, tmp_path, name, content, said):
    path = tmp_path / name
    path.write_bytes(content)
    done = guatu("load", path, "--data", folder, "--as", "苗可欣")
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project">
<Title>云溪桥</Title><StartDate>2026-06-01T08:00:00</StartDate><CalendarUID>1</CalendarUID>
<Calendars><Calendar><UID>1</UID><Name>标准</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>{days}
</WeekDays></Calendar></Calendars>
<Tasks><Task><UID>1</UID><ID>1</ID><Name>桩基</Name><Duration>PT16H0M0S</Duration></Task>
<Task><UID>2</UID><ID>2</ID><Name>桥面</Name><Duration>PT12H0M0S</Duration>
<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink></Task></Tasks>
</Project>""".format(
    days="".join(
        f"<WeekDay><DayType>{day}</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime>"
        "<FromTime>08:00:00</FromTime><ToTime>16:00:00</ToTime></WorkingTime></WorkingTimes>"
        "</WeekDay>"
        for day in range(2, 7)
    )
)
WORKS = """
import sys
from pathlib import Path
from guatu.entry.cli.django_door import open_door
open_door(Path(sys.argv[1]))
from guatu.apps.works.models import Plan
plan = Plan.objects.get(work__code="yunxi")
print(*(f'{one["name"]}:{one["days"]}' for one in plan.document["activities"]))
"""


@pytest.mark.skipif(
    shutil.which("java") is None and os.environ.get("CI") != "true", reason="no Java here"
)
def test_load_takes_a_project_file_as_the_plan_of_a_work(folder, tmp_path):
    path = tmp_path / "yunxi.xml"
    path.write_text(PROJECT, encoding="utf-8")
    done = guatu("load", path, "--data", folder, "--as", "苗可欣")
    assert done.returncode == 0, done.stderr
    assert "已向上取整" in done.stderr
    assert _python(WORKS, folder) == ["桩基:2", "桥面:2"]


def test_load_as_nobody_known_says_so(folder, tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("文")
    done = guatu("load", path, "--data", folder, "--as", "无名氏")
    assert done.returncode == 1
    assert "无名氏" in done.stderr


EMISSION = {
    "code": "S-07",
    "name": "云溪桥工地",
    "kind": "site",
    "unit": "云溪镇",
    "classes": "earthwork、demolition",
    "red": "全部停工",
}


def _emissions(*rows):
    form = emission_form(load_shelf().choose("alert_measures", on=date(2026, 11, 5)))
    return form.workbook(rows, language="zh")


def test_load_puts_an_emission_list_into_the_list_once(folder, tmp_path):
    path = tmp_path / "list.xlsx"
    path.write_bytes(_emissions(EMISSION))
    done = guatu("load", path, "--data", folder, "--as", "苗可欣")
    assert done.returncode == 0, done.stderr
    assert "减排清单新增 1 行" in done.stdout
    assert _python(COUNT, folder)[2:] == ["S-07:云溪镇:earthwork/demolition"]
    again = guatu("load", path, "--data", folder, "--as", "苗可欣")
    assert again.returncode == 0
    assert "A2" in again.stderr
    assert "新增 0 行" in again.stdout
    assert len(_python(COUNT, folder)[2:]) == 1


def test_load_of_a_faulty_emission_list_names_each_cell_and_writes_none(folder, tmp_path):
    path = tmp_path / "faulty-list.xlsx"
    faulty = [
        {**EMISSION, "code": "S-08"},
        {**EMISSION, "code": "S-09", "unit": "不存在的局", "place": "P-404"},
        {**EMISSION, "code": "S-10", "kind": "火箭场"},
        {**EMISSION, "code": "S-08"},
    ]
    path.write_bytes(_emissions(*faulty))
    before = _python(COUNT, folder)
    done = guatu("load", path, "--data", folder, "--as", "苗可欣")
    assert done.returncode == 1
    for cell in ("faulty-list.xlsx:D3:", "faulty-list.xlsx:E3:", "faulty-list.xlsx:C4:", ":A5:"):
        assert cell in done.stderr
    assert _python(COUNT, folder) == before


def test_load_of_readings_says_what_to_do_with_them_now(folder, tmp_path):
    path = tmp_path / "readings.csv"
    path.write_text("time,pm25\n2026-11-05 08:00,80\n")
    done = guatu("load", path, "--data", folder, "--as", "苗可欣")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "还不能导入数据序列" in line
    assert "guatu air readings.csv" in line


def test_template_of_sources_reads_back_as_an_empty_list(tmp_path):
    path = tmp_path / "sources.xlsx"
    assert main(["template", "sources", "-o", str(path)]) == 0
    form = emission_form(load_shelf().choose("alert_measures", on=date(2026, 11, 5)))
    lines, told = form.read(path.read_bytes(), name="sources.xlsx")
    assert lines == ()
    assert [one.code for one in told] == ["sheet.no_rows"]


def test_template_of_matters_reads_back_as_an_empty_ledger(tmp_path, capsys):
    path = tmp_path / "matters.xlsx"
    assert main(["template", "matters", "-o", str(path)]) == 0
    lines, told = read_ledger(path.read_bytes(), name="matters.xlsx")
    assert lines == ()
    assert [one.code for one in told] == ["sheet.no_rows"]
    assert "matters.xlsx" in capsys.readouterr().out


def test_template_and_help_do_not_load_django(tmp_path):
    script = (
        "import sys; from guatu.entry.cli.main import main; "
        "main(['template', 'matters', '-o', sys.argv[1]]); "
        "sys.exit('django' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "m.xlsx")], env=environment(), check=False
    )
    assert done.returncode == 0
