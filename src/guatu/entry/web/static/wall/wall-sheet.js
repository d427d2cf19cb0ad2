// The wall's own element: folds groups in all its parts at once, fetches a folded group when its
// band is opened, tells a light's arithmetic when it is pointed at or focused, brings today into
// view, and keeps the place when the zoom changes.

const moved = (y) => `translate(0 ${y})`;
const DAY = 86_400_000;

// From so many rows on, only rows near the view are drawn: thousands of bars would make scrolling
// stutter. Fewer rows are all kept, so that the browser's own search finds every word.
const MANY_ROWS = 60;
const NEAR = 700;

// The top of a group of shapes, as its transform states it.
const topOf = (shape) => shape.transform.baseVal.consolidate()?.matrix.f ?? 0;

class Part {
  constructor(svg) {
    this.svg = svg;
    this.full = svg.height.baseVal.value;
    this.width = svg.width.baseVal.value;
    const hooked = [...svg.children].filter((one) => one.dataset.group || one.dataset.row);
    this.parts = hooked.map((shape) => ({ shape, top: topOf(shape) }));
    this.parts.forEach((part, place) => {
      const next = this.parts[place + 1]?.top ?? this.full - 1;
      part.height = next - part.top;
    });
  }

  arrange(folded) {
    let y = this.parts[0]?.top ?? 0;
    for (const part of this.parts) {
      const { shape, height } = part;
      part.folded = shape.dataset.row !== undefined && folded.has(shape.dataset.of);
      if (part.folded) continue;
      if (part.top !== y) shape.setAttribute("transform", moved(y));
      part.top = y;
      y += height;
    }
    const tall = y + 1;
    this.svg.setAttribute("height", `${tall}`);
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${tall}`);
  }

  // Draw the parts between two heights, leave the others out.
  draw(from, to) {
    for (const part of this.parts) {
      const hidden = part.folded || part.top + part.height < from || part.top > to;
      if (part.hidden === hidden) continue;
      part.hidden = hidden;
      part.shape.style.display = hidden ? "none" : "";
    }
  }
}

class WallSheet extends HTMLElement {
  connectedCallback() {
    this.folded = new Set();
    this.why = this.querySelector(".wall-why");
    this.frame = this.querySelector(".wall-frame");
    this.form = document.querySelector(".wall-tools");
    this.take();
    this.addEventListener("click", (event) => this.fold(event));
    this.addEventListener("keydown", (event) => this.press(event));
    this.addEventListener("mouseover", (event) => this.tell(event));
    this.addEventListener("focusin", (event) => this.meet(event));
    this.addEventListener("mouseout", () => this.hush());
    this.addEventListener("focusout", () => this.hush());
    this.frame.addEventListener("scroll", () => this.follow(), { passive: true });
    window.addEventListener("resize", () => this.look());
    window.addEventListener("beforeprint", () => this.look(true));
    window.addEventListener("afterprint", () => this.look());
    this.form?.addEventListener("submit", () => this.keepPlace());
    this.goToPlace();
    this.look();
  }

  // Take up what the frame holds: on arrival, and after a group was fetched.
  take() {
    this.parts = [...this.frame.querySelectorAll(".wall-body svg")].map((svg) => new Part(svg));
    for (const light of this.frame.querySelectorAll("[data-light]")) this.takeTitle(light);
    for (const band of this.bands()) {
      band.querySelector(":scope > title")?.remove();
      band.setAttribute("role", "button");
      band.setAttribute("aria-expanded", band.dataset.folded === "true" ? "false" : "true");
    }
  }

  bands() {
    return [...this.frame.querySelectorAll(".wall-body .wall-names [data-group]")];
  }

  get perDay() {
    return Number(this.dataset.timeWidth) / this.daysTo(this.dataset.end);
  }

  daysTo(day) {
    return (Date.parse(day) - Date.parse(this.dataset.first)) / DAY;
  }

  // How much of the frame's left is covered by what stays in view while time scrolls.
  get covered() {
    const facts = this.frame.querySelector(".wall-head .wall-facts");
    const stays = getComputedStyle(facts).position === "sticky";
    const names = this.frame.querySelector(".wall-head .wall-names");
    const edge = parseFloat(getComputedStyle(names).insetInlineStart) || 0;
    return names.offsetWidth + edge + (stays ? facts.offsetWidth : 0);
  }

  // Where time begins in what scrolls.
  get before() {
    return this.frame.querySelector(".wall-head .wall-chart").offsetLeft;
  }

  // Bring a day to a part of the visible time: 0 is its left edge.
  show(day, share) {
    const room = this.frame.clientWidth - this.covered;
    const x = this.before + this.daysTo(day) * this.perDay;
    this.frame.scrollLeft = Math.max(0, x - this.covered - room * share);
  }

  // The day in the middle of the visible time goes along with the form, and the height.
  keepPlace() {
    const room = this.frame.clientWidth - this.covered;
    const x = this.frame.scrollLeft + this.covered + room / 2 - this.before;
    const day = Date.parse(this.dataset.first) + Math.max(0, x / this.perDay) * DAY;
    const kept = { at: new Date(day).toISOString().slice(0, 10), top: this.frame.scrollTop };
    for (const [name, value] of Object.entries(kept)) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value: `${value}` });
      this.form.append(field);
    }
  }

  goToPlace() {
    const asked = new URLSearchParams(window.location.search);
    const day = asked.get("at") ?? "";
    if (Number.isNaN(Date.parse(day))) {
      // Today at a third where most of the past is of less use; a phone begins with the names.
      this.show(this.dataset.today, 1 / 3);
      return;
    }
    this.show(day, 1 / 2);
    this.frame.scrollTop = Number(asked.get("top")) || 0;
  }

  // The margin around the view lets most steps of a scroll pass without drawing anything.
  follow() {
    if (Math.abs(this.frame.scrollTop - this.seen) > NEAR / 2) this.look();
  }

  look(whole = false) {
    const few = (this.parts[0]?.parts.length ?? 0) < MANY_ROWS;
    const top = this.frame.scrollTop;
    this.seen = top;
    const all = whole || few;
    const from = all ? -Infinity : top - NEAR;
    const to = all ? Infinity : top + this.frame.clientHeight + NEAR;
    for (const part of this.parts) {
      // Names are few shapes, and the keyboard must find every one of them.
      if (part.svg.closest(".wall-names")) part.draw(-Infinity, Infinity);
      else part.draw(from, to);
    }
  }

  // Our own box tells the arithmetic; the browser's would come late and never by keyboard.
  takeTitle(light) {
    const title = light.querySelector(":scope > title");
    if (title === null) return;
    light.dataset.why = title.textContent;
    title.remove();
  }

  press(event) {
    if (event.key === "Escape") this.hush();
    if (event.key !== "Enter" && event.key !== " ") return;
    if (!event.target.matches?.("[data-group]")) return;
    event.preventDefault();
    this.fold(event);
  }

  fold(event) {
    const name = event.target.closest?.("[data-group]")?.dataset.group;
    if (name === undefined) {
      this.open(event);
      return;
    }
    const band = this.bands().find((one) => one.dataset.group === name);
    if (band.dataset.folded === "true") {
      this.fetchGroup(name);
      return;
    }
    const opened = this.folded.delete(name);
    if (!opened) this.folded.add(name);
    band.setAttribute("aria-expanded", opened ? "true" : "false");
    for (const part of this.parts) part.arrange(this.folded);
    this.look();
  }

  // A bar opens its work as the name does.
  open(event) {
    const bar = event.target.closest?.(".wall-chart rect, .wall-chart text");
    const row = bar?.closest("[data-row]")?.dataset.row;
    if (row === undefined) return;
    const named = [...this.frame.querySelectorAll(".wall-names [data-row]")];
    const link = named.find((one) => one.dataset.row === row)?.querySelector("a");
    if (link) window.location.assign(link.getAttribute("href"));
  }

  // A group that came folded has no rows here yet: ask for the wall with it opened.
  async fetchGroup(name) {
    const asked = new URLSearchParams(new FormData(this.form));
    const closed = asked.getAll("fold").filter((one) => one !== name);
    asked.delete("fold");
    for (const one of closed) asked.append("fold", one);
    asked.set("zoom", this.form.querySelector("[aria-pressed=true]")?.value ?? "month");
    const address = `${window.location.pathname}?${asked}`;
    this.frame.setAttribute("aria-busy", "true");
    const answer = await fetch(address);
    if (!answer.ok) {
      window.location.assign(address);
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const body = page.querySelector(".wall-body");
    if (body === null) {
      window.location.assign(address);
      return;
    }
    const box = [...this.form.querySelectorAll("[name=fold]")].find((one) => one.value === name);
    if (box !== undefined) box.checked = false;
    this.frame.querySelector(".wall-body").replaceWith(document.adoptNode(body));
    this.frame.removeAttribute("aria-busy");
    this.take();
    for (const one of this.bands()) {
      if (this.folded.has(one.dataset.group)) one.setAttribute("aria-expanded", "false");
      if (one.dataset.group === name) one.focus({ preventScroll: true });
    }
    for (const part of this.parts) part.arrange(this.folded);
    this.look();
  }

  // What the keyboard reaches must not lie under the head that stays in view.
  meet(event) {
    const head = this.frame.querySelector(".wall-head").getBoundingClientRect();
    const box = event.target.getBoundingClientRect();
    if (event.target.closest(".wall-body") && box.top < head.bottom) {
      this.frame.scrollTop -= head.bottom - box.top + 4;
    }
    this.tell(event);
  }

  tell(event) {
    const light = event.target.closest?.("[data-why]");
    if (light === null || light === undefined) return;
    this.why.textContent = light.dataset.why;
    this.why.hidden = false;
    const box = light.getBoundingClientRect();
    const left = Math.min(box.right + 8, window.innerWidth - this.why.offsetWidth - 8);
    const below = box.bottom + 4 + this.why.offsetHeight < window.innerHeight;
    this.why.style.left = `${Math.max(8, left)}px`;
    this.why.style.top = `${below ? box.bottom + 4 : box.top - this.why.offsetHeight - 4}px`;
  }

  hush() {
    this.why.hidden = true;
  }
}

customElements.define("wall-sheet", WallSheet);
