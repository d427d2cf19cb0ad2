"""Mails with what is attached to them."""

from email.message import EmailMessage

SUBJECT = "关于报送防汛物资的通知"
BODY = "各乡镇：\n请于2026年11月20日前报送防汛物资清单，云溪镇要在月底前完成河道清淤。\n联系电话：某号\n"


def mail(
    *,
    subject: str = SUBJECT,
    body: str = BODY,
    page: str = "",
    attached: dict[str, bytes] | None = None,
) -> EmailMessage:
    """Return a mail; ``page`` is a second form of its words, ``attached`` the files by their names."""
    made = EmailMessage()
    made["From"] = "岚川县防汛办 <fx@example.invalid>"
    made["To"] = "各乡镇 <xz@example.invalid>"
    made["Subject"] = subject
    made["Date"] = "Tue, 03 Nov 2026 09:15:00 +0800"
    made["Message-ID"] = "<1@example.invalid>"
    made.set_content(body)
    if page:
        made.add_alternative(page, subtype="html")
    for name, content in (attached or {}).items():
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return made


def mail_of() -> bytes:
    """Return a mail with a text attached."""
    return bytes(mail(attached={"清单.txt": "任务\t责任单位\t时限\n清淤\t云溪镇\t年底\n".encode()}))
