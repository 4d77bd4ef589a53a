"""Office files put together part by part, for what no writer's interface offers."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as the bytes of a zip."""
    saved = BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return saved.getvalue()


def docx_of(body: str, **parts: str) -> bytes:
    """A Word file with the given body XML (prefix w); ``styles`` and ``numbering`` as further XML."""
    inner = {
        f"word/{name}.xml": f'<w:{name} xmlns:w="{_W}">{content}</w:{name}>'
        for name, content in parts.items()
    }
    return zipped(
        {
            "word/document.xml": (
                f'<w:document xmlns:w="{_W}" '
                'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
                f"<w:body>{body}</w:body></w:document>"
            ),
            **inner,
        }
    )


def paragraph(text: str, properties: str = "") -> str:
    """A Word paragraph of one run."""
    marks = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{marks}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def xlsx_of(
    *sheets: str,
    states: tuple[str, ...] = (),
    styles: str = "",
    texts: tuple[str, ...] = (),
    beside: Mapping[str, str] | None = None,
) -> bytes:
    """A workbook whose sheets hold the given XML inside ``<worksheet>``.

    ``beside`` gives further parts of the zip by their path.
    """
    listed = "".join(
        f'<sheet name="Sheet {n}" sheetId="{n}" r:id="rId{n}"'
        + (f' state="{states[n - 1]}"' if n <= len(states) and states[n - 1] else "")
        + "/>"
        for n in range(1, len(sheets) + 1)
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_R}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    parts: dict[str, str | bytes] = {
        "xl/workbook.xml": f'<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{links}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_S}">{styles}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_S}">'
        + "".join(f"<si><t>{text}</t></si>" for text in texts)
        + "</sst>",
    }
    for n, sheet in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{n}.xml"] = f'<worksheet xmlns="{_S}">{sheet}</worksheet>'
    return zipped({**parts, **(beside or {})})
