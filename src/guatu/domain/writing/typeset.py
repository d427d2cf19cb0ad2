"""Sets papers by GB/T 9704-2012: A4, type area 156 by 225 mm, the organ's mark in red.

One markup serves every paper. It holds no words: they come in as JSON, so that
nothing a user wrote is ever read as markup.
"""

import json
from collections.abc import Sequence
from typing import Any

from guatu.domain.kernel.protocols import TypesetJob
from guatu.domain.writing.paper import (
    Block,
    Fields,
    Grid,
    Listing,
    Paragraph,
    PrintedPaper,
    Signatures,
)

_MARKUP = """
#set document(title: sys.inputs.at("title"))
#let papers = json(bytes(sys.inputs.at("papers")))
#let serif = ("FangSong", "FandolFang R", "Noto Serif SC")
#let sans = ("Noto Sans SC",)
#let tones = (red: rgb("#c4161c"), blue: rgb("#1a5fb4"), yellow: rgb("#b07d00"))
#let bold(words, size: 1em, font: sans, fill: black) = text(
  font: font, size: size, fill: fill, stroke: 0.028em + fill, words)
#let thin = 0.5pt + black

#let head(paper, tone) = {
  if paper.marks.len() > 0 {
    for mark in paper.marks { block(spacing: 4pt, bold(mark, size: 14pt)) }
  }
  if paper.organ != "" {
    let size = calc.min(38, 440 / calc.max(paper.organ.clusters().len(), 9))
    align(center, bold(paper.organ, size: size * 1pt, font: ("Noto Serif SC",), fill: tone))
    v(1mm)
  }
  if paper.number != "" { align(center, text(size: 14pt, paper.number)) }
  if paper.organ != "" {
    v(-1mm)
    line(length: 100%, stroke: 1.6pt + tone)
  }
  v(2mm)
  align(center, bold(paper.title, size: 20pt, font: ("Noto Serif SC",)))
  v(2mm)
}

#let fields(rows) = {
  let cells = ()
  for row in rows {
    let wide = if row.len() == 1 { 3 } else { 1 }
    for pair in row {
      cells.push(table.cell(fill: rgb("#f3f5f7"), align: center + horizon, bold(pair.at(0), size: 11.5pt)))
      cells.push(table.cell(colspan: wide, align: left + horizon, text(size: 11.5pt, pair.at(1))))
    }
  }
  block(spacing: 4mm, table(columns: (27mm, 1fr, 27mm, 1fr), stroke: thin, inset: (x: 6pt, y: 6pt), ..cells))
}

#let listing(heading, items) = {
  block(above: 4.6mm, below: 3mm, bold(heading, size: 13pt))
  for (place, item) in items.enumerate(start: 1) {
    block(spacing: 2.5mm, grid(columns: (8mm, 1fr), text(str(place) + "."), text(item)))
  }
}

#let sheet(columns, names, rows) = table(
  columns: columns.map(width => width * 1fr), stroke: 0.4pt + rgb("#8a94a0"), inset: (x: 4pt, y: 4pt),
  align: left + horizon,
  fill: (x, y) => if y == 0 { rgb("#1d3a5f") } else if calc.even(y) { rgb("#f5f7f9") },
  table.header(..names.map(name => table.cell(align: center + horizon, bold(name, size: 9pt, fill: white)))),
  ..rows.flatten().map(cell => text(size: 9pt, font: sans, cell)))

#let signatures(labels) = {
  v(4mm)
  grid(columns: labels.map(_ => 1fr), column-gutter: 8mm, ..labels.map(label => {
    set text(size: 11.5pt)
    block(height: 11mm, label)
    line(length: 100%, stroke: 0.4pt)
  }))
}

#let drawn(block-of) = {
  let kind = block-of.kind
  if kind == "fields" { fields(block-of.rows) }
  else if kind == "listing" { listing(block-of.heading, block-of.items) }
  else if kind == "grid" { sheet(block-of.widths, block-of.head, block-of.rows) }
  else if kind == "signatures" { signatures(block-of.labels) }
  else if block-of.strong { block(spacing: 3.4mm, bold(block-of.text, size: 14pt)) }
  else {
    set par(first-line-indent: if block-of.indented { (amount: 2em, all: true) } else { 0pt })
    block(spacing: 3.4mm, par(block-of.text))
  }
}

#for (place, paper) in papers.enumerate() {
  let list = paper.form == "list"
  let tone = tones.at(paper.tone)
  let origin = paper.origin.join(linebreak())
  set text(font: serif, size: 13.5pt, cjk-latin-spacing: none, lang: paper.language, region: if paper.language == "zh" { "cn" } else { none })
  set par(leading: 0.72em, justify: true)
  page(
    paper: "a4", flipped: list,
    margin: if list { (x: 14mm, top: 14mm, bottom: 16mm) } else { (top: 26mm, left: 28mm, right: 26mm, bottom: 32mm) },
    footer-descent: if list { 4mm } else { 7mm },
    footer: context {
      set text(size: 8pt, font: sans, fill: rgb("#55606c"))
      set par(justify: false, leading: 0.5em)
      grid(columns: (1fr, auto), column-gutter: 6mm, align: (left, right),
        if paper.origin.len() > 0 { origin },
        text(size: 10.5pt, "— " + str(counter(page).get().first()) + " —"))
    },
    {
      counter(page).update(1)
      head(paper, tone)
      if paper.addressee != "" { block(spacing: 3.4mm, text(paper.addressee)) }
      let (signs, body) = (paper.blocks.filter(one => one.kind == "signatures"), paper.blocks.filter(one => one.kind != "signatures"))
      for one in body { drawn(one) }
      if paper.signed_by != "" or paper.day != "" {
        v(3mm)
        align(right, pad(right: 2em, block(breakable: false, stack(spacing: 3mm, paper.signed_by, paper.day))))
      }
      for one in signs { drawn(one) }
    })
}
"""


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            words = {"text": block.text, "indented": block.indented, "strong": block.strong}
            return {"kind": "paragraph", **words}
        case Fields():
            return {"kind": "fields", "rows": block.rows}
        case Listing():
            return {"kind": "listing", "heading": block.heading, "items": block.items}
        case Grid():
            cells = {"head": block.head, "rows": block.rows, "widths": block.widths}
            return {"kind": "grid", **cells}
        case Signatures():
            return {"kind": "signatures", "labels": block.labels}


def _paper(paper: PrintedPaper, language: str) -> dict[str, Any]:
    return {
        "title": paper.title,
        "organ": paper.organ,
        "number": paper.number,
        "marks": paper.marks,
        "addressee": paper.addressee,
        "blocks": [_block(one) for one in paper.blocks],
        "signed_by": paper.signed_by,
        "day": paper.day,
        "origin": paper.origin,
        "form": paper.form.value,
        "tone": paper.tone.value,
        "language": language,
    }


def papers_job(papers: Sequence[PrintedPaper], *, language: str = "zh") -> TypesetJob:
    """Return the job that sets the papers one after another, each with its own page numbers."""
    if not papers:
        raise ValueError("there is no paper to set")
    listed = [_paper(one, language) for one in papers]
    inputs = {"title": papers[0].title, "papers": json.dumps(listed, ensure_ascii=False)}
    return TypesetJob(markup=_MARKUP, inputs=inputs, files={})
