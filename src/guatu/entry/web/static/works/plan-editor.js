// The plan editor by keyboard and mouse. Everything goes through the one form: a cell that changes or
// a bar that is dragged fills the form's hidden fields and sends it; the answer replaces the form.
const SVG = "http://www.w3.org/2000/svg";
const DAY = 86_400_000;
// How far from a bar the dot of a new link stands, in pixels; its end itself is for stretching.
const GRIP = 7;

const iso = (time) => new Date(time).toISOString().slice(0, 10);
const time = (words) => Date.parse(`${words}T00:00:00Z`);

class PlanEditor extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", (event) => this.onChange(event));
    this.addEventListener("keydown", (event) => this.onKey(event));
    this.addEventListener("click", (event) => this.onClick(event));
    this.addEventListener("htmx:beforeSwap", (event) => {
      const { status } = event.detail.xhr;
      // Faults of the plan come back as 422 with the page that names them; a refusal (409) brings
      // its own sentence and says where it goes.
      if (status !== 422 && status !== 409) return;
      event.detail.shouldSwap = true;
      event.detail.isError = false;
      if (status === 409) event.detail.selectOverride = "unset";
    });
    this.addEventListener("htmx:afterSettle", () => this.restore());
    this.heard = this.form;
    this.addEventListener("htmx:afterProcessNode", (event) => {
      if (event.target !== this.form) return;
      this.heard = this.form;
      const fields = this.waiting;
      this.waiting = null;
      if (fields) this.send(fields);
    });
  }

  get form() {
    return this.querySelector("#plan-editor");
  }

  send(fields) {
    // A form that has just come is sent by the browser itself, with the whole page, until htmx has heard of it.
    if (this.heard !== this.form) {
      this.waiting = fields;
      return;
    }
    for (const input of this.form.querySelectorAll("[data-pointed]")) {
      input.value = fields[input.dataset.pointed] ?? "";
    }
    this.form.requestSubmit(this.form.querySelector("[name=recalculate]"));
  }

  onChange(event) {
    if (event.target.matches("[data-cell], [name='plan:target'], [name=baseline]")) this.send({});
  }

  onClick(event) {
    const button = event.target.closest("[data-try]");
    if (!button) return;
    const { activity, field, value } = button.dataset;
    this.send({ verb: button.dataset.try, activity, field, value });
  }

  onKey(event) {
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && (key === "z" || key === "y")) {
      const cell = event.target.closest("[data-cell]");
      // What was typed into a cell and not sent yet is the browser's own to undo.
      if (cell && cell.value !== cell.defaultValue && key === "z" && cell.tagName === "INPUT") return;
      const wanted = key === "y" || event.shiftKey ? "redo" : "undo";
      const button = this.form.querySelector(`[name=${wanted}]`);
      event.preventDefault();
      if (!button.disabled) button.click();
      return;
    }
    const cell = event.target.closest("[data-cell]");
    if (!cell || event.isComposing || event.altKey) return;
    const down = event.key === "Enter" || event.key === "ArrowDown";
    if (!down && event.key !== "ArrowUp") return;
    if (cell.tagName === "SELECT" && event.key !== "Enter") return;
    event.preventDefault();
    this.moveFrom(cell, down && !event.shiftKey ? 1 : -1);
  }

  moveFrom(cell, step) {
    const column = [...cell.closest("tr").cells].indexOf(cell.closest("td"));
    const rows = [...cell.closest("tbody").rows];
    const row = rows[rows.indexOf(cell.closest("tr")) + step];
    const next = row?.cells[column]?.querySelector("[data-cell]");
    if (!next) {
      cell.blur();
      return;
    }
    this.wanted = next.id;
    next.focus();
    next.select?.();
  }

  restore() {
    const cell = this.wanted && document.getElementById(this.wanted);
    this.wanted = null;
    if (cell && document.activeElement !== cell) {
      cell.focus();
      cell.select?.();
    }
  }
}

class PlanChart extends HTMLElement {
  connectedCallback() {
    const { first, left, day, top, line } = this.dataset;
    this.scale = { first: time(first), left: Number(left), day: Number(day), top: Number(top), line: Number(line) };
    this.svg = this.querySelector("svg");
    if (!this.svg) return;
    this.rows = [...this.querySelectorAll("[data-activity]")].map((shape) => ({
      shape,
      id: shape.dataset.activity,
      start: time(shape.dataset.start),
      end: time(shape.dataset.end),
    }));
    const kept = this.rows.findIndex((row) => row.id === PlanChart.chosen);
    this.at = kept;
    if (kept >= 0) this.mark();
    this.addEventListener("pointermove", (event) => this.onMove(event));
    this.addEventListener("pointerdown", (event) => this.onDown(event));
    this.addEventListener("pointerup", (event) => this.onUp(event));
    this.addEventListener("pointercancel", () => this.drop());
    this.addEventListener("keydown", (event) => this.onKey(event));
    if (PlanChart.focused) this.focus({ preventScroll: true });
    this.addEventListener("focus", () => (PlanChart.focused = true));
    this.addEventListener("blur", () => (PlanChart.focused = false));
  }

  x(moment) {
    return this.scale.left + ((moment - this.scale.first) / DAY) * this.scale.day;
  }

  // The place of a pointer in the drawing's own unit.
  place(event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
    return { x: point.x, y: point.y, row: Math.floor((point.y - this.scale.top) / this.scale.line) };
  }

  grip(place) {
    const row = this.rows[place.row];
    if (!row) return null;
    const [left, right] = [this.x(row.start), this.x(row.end)];
    const dotted = Math.hypot(place.x - right - GRIP, place.y - this.middle(place.row)) <= GRIP - 2;
    if (dotted) return { kind: "link", row };
    if (Math.abs(place.x - right) <= GRIP / 2 && row.end > row.start) return { kind: "stretch", row };
    if (place.x >= left - 2 && place.x <= right + 2) return { kind: "move", row };
    return null;
  }

  middle(row) {
    return this.scale.top + (row + 0.42) * this.scale.line;
  }

  shape(name, className, places) {
    const made = document.createElementNS(SVG, name);
    made.setAttribute("class", className);
    for (const [key, value] of Object.entries(places)) made.setAttribute(key, value);
    this.svg.append(made);
    return made;
  }

  onMove(event) {
    const place = this.place(event);
    if (this.drag) {
      this.pull(place);
      return;
    }
    const grip = this.grip(place);
    this.style.cursor = { stretch: "ew-resize", move: "grab", link: "crosshair" }[grip?.kind] ?? "";
    this.dot?.remove();
    const row = this.rows[place.row];
    this.dot = row
      ? this.shape("circle", "chart-dot", { cx: this.x(row.end) + GRIP, cy: this.middle(place.row), r: 4 })
      : null;
  }

  onDown(event) {
    if (event.button !== 0) return;
    const place = this.place(event);
    if (this.rows[place.row]) this.choose(place.row);
    const grip = this.grip(place);
    if (!grip) return;
    event.preventDefault();
    this.focus({ preventScroll: true });
    this.setPointerCapture(event.pointerId);
    this.drag = { ...grip, from: place, days: 0 };
    const y = this.scale.top + place.row * this.scale.line + 3;
    this.ghost =
      grip.kind === "link"
        ? this.shape("line", "chart-rope", { x1: place.x, y1: place.y, x2: place.x, y2: place.y })
        : this.shape("rect", "chart-ghost", { y, height: this.scale.line - 8, x: 0, width: 0 });
    this.pull(place);
  }

  pull(place) {
    const { kind, row, from } = this.drag;
    if (kind === "link") {
      this.ghost.setAttribute("x2", place.x);
      this.ghost.setAttribute("y2", place.y);
      this.drag.to = this.rows[place.row];
      return;
    }
    this.drag.days = Math.round((place.x - from.x) / this.scale.day);
    const shift = this.drag.days * DAY;
    const start = kind === "move" ? row.start + shift : row.start;
    const end = Math.max(row.end + shift, start + (kind === "stretch" ? DAY : 0));
    this.ghost.setAttribute("x", this.x(start));
    this.ghost.setAttribute("width", Math.max(2, this.x(end) - this.x(start)));
    this.say(`${row.id} ${iso(start)} – ${iso(end > start ? end - DAY : end)}`);
  }

  onUp() {
    const drag = this.drag;
    this.drop();
    if (!drag) return;
    const { kind, row, days } = drag;
    if (kind === "link" && drag.to && drag.to !== row) {
      this.send({ verb: "link", activity: drag.to.id, other: row.id, value: "FS" });
    } else if (kind === "move" && days) {
      this.send({ verb: "move", activity: row.id, value: iso(row.start + days * DAY) });
    } else if (kind === "stretch" && days) {
      this.send({ verb: "stretch", activity: row.id, value: iso(Math.max(row.end + (days - 1) * DAY, row.start)) });
    }
  }

  drop() {
    this.ghost?.remove();
    this.drag = null;
  }

  send(fields) {
    PlanChart.focused = true;
    this.closest("plan-editor").send(fields);
  }

  say(words) {
    const told = this.parentElement.querySelector("[data-said]");
    if (told) told.textContent = words;
  }

  choose(place) {
    this.at = Math.max(0, Math.min(this.rows.length - 1, place));
    PlanChart.chosen = this.rows[this.at].id;
    this.mark();
  }

  mark() {
    this.querySelector(".chart-current")?.classList.remove("chart-current");
    const row = this.rows[this.at];
    row.shape.classList.add("chart-current");
    const day = row.end > row.start ? row.end - DAY : row.end;
    this.say(`${row.id} ${iso(row.start)} – ${iso(day)}`);
  }

  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.rows.length) return;
    const row = this.rows[this.at];
    const last = row && (row.end > row.start ? row.end - DAY : row.end);
    const keys = {
      ArrowDown: () => this.choose(this.at + 1),
      ArrowUp: () => this.choose(this.at - 1),
      Home: () => this.choose(0),
      End: () => this.choose(this.rows.length - 1),
      "+": () => row && this.send({ verb: "stretch", activity: row.id, value: iso(last + DAY) }),
      "=": () => keys["+"](),
      "-": () => row && this.send({ verb: "stretch", activity: row.id, value: iso(Math.max(last - DAY, row.start)) }),
      "]": () => row && this.send({ verb: "move", activity: row.id, value: iso(row.start + DAY) }),
      "[": () => row && this.send({ verb: "move", activity: row.id, value: iso(row.start - DAY) }),
      l: () => this.begin(row),
      Enter: () => this.end(row),
      Escape: () => (PlanChart.source = null),
      Delete: () => row && this.send({ verb: "set", activity: row.id, field: "after", value: "" }),
    };
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }

  begin(row) {
    PlanChart.source = row?.id ?? null;
    if (row) this.say(`${row.id} → …`);
  }

  end(row) {
    const source = PlanChart.source;
    PlanChart.source = null;
    if (row && source && source !== row.id) this.send({ verb: "link", activity: row.id, other: source, value: "FS" });
  }
}

PlanChart.chosen = null;
PlanChart.source = null;
PlanChart.focused = false;

customElements.define("plan-editor", PlanEditor);
customElements.define("plan-chart", PlanChart);
