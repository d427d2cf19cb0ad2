// The wall's own element: folds groups in both halves at once, tells a light's arithmetic
// when it is pointed at or focused, and brings today into view.

const moved = (y) => `translate(0 ${y})`;

// From so many rows on, only rows near the view are drawn: thousands of bars would make scrolling
// stutter. Fewer rows are all kept, so that the browser's own search finds every word.
const MANY_ROWS = 60;
const NEAR = 700;

// The top of a group of shapes, as its transform states it.
const topOf = (shape) => shape.transform.baseVal.consolidate()?.matrix.f ?? 0;

class Half {
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
      if (shape.dataset.group !== undefined) {
        shape.setAttribute("aria-expanded", folded.has(shape.dataset.group) ? "false" : "true");
      }
      if (part.folded) continue;
      if (part.top !== y) shape.setAttribute("transform", moved(y));
      part.top = y;
      y += height;
    }
    const tall = y + 1;
    this.svg.setAttribute("height", `${tall}`);
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${tall}`);
  }
}

// Draw the parts between two heights, leave the others out.
const draw = (half, from, to) => {
  for (const part of half.parts) {
    const hidden = part.folded || part.top + part.height < from || part.top > to;
    if (part.hidden === hidden) continue;
    part.hidden = hidden;
    part.shape.style.display = hidden ? "none" : "";
  }
};

class WallSheet extends HTMLElement {
  connectedCallback() {
    this.halves = [...this.querySelectorAll(".wall-table > svg, .wall-chart > svg")].map(
      (svg) => new Half(svg),
    );
    this.folded = new Set();
    this.why = this.querySelector(".wall-why");
    for (const light of this.querySelectorAll("[data-light]")) this.takeTitle(light);
    for (const band of this.querySelectorAll(".wall-table [data-group]")) {
      band.setAttribute("role", "button");
      band.setAttribute("aria-expanded", band.dataset.folded === "true" ? "false" : "true");
    }
    this.addEventListener("click", (event) => this.fold(event));
    this.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.hush();
      if (event.key !== "Enter" && event.key !== " ") return;
      if (!event.target.matches?.("[data-group]")) return;
      event.preventDefault();
      this.fold(event);
    });
    this.addEventListener("mouseover", (event) => this.tell(event));
    this.addEventListener("focusin", (event) => this.tell(event));
    this.addEventListener("mouseout", () => this.hush());
    this.addEventListener("focusout", () => this.hush());
    this.frame = this.querySelector(".wall-halves");
    this.frame.addEventListener("scroll", () => this.follow(), { passive: true });
    window.addEventListener("resize", () => this.look());
    window.addEventListener("beforeprint", () => this.look(true));
    window.addEventListener("afterprint", () => this.look());
    this.look();
    const chart = this.querySelector(".wall-chart");
    chart.scrollLeft = Math.max(0, Number(this.dataset.today) - chart.clientWidth / 3);
  }

  // The margin around the view lets most steps of a scroll pass without drawing anything.
  follow() {
    if (Math.abs(this.frame.scrollTop - this.seen) > NEAR / 2) this.look();
  }

  look(whole = false) {
    const few = (this.halves[0]?.parts.length ?? 0) < MANY_ROWS;
    const top = this.frame.scrollTop;
    this.seen = top;
    const all = whole || few || window.matchMedia("(max-width: 60rem)").matches;
    const from = all ? -Infinity : top - NEAR;
    const to = all ? Infinity : top + this.frame.clientHeight + NEAR;
    for (const half of this.halves) draw(half, from, to);
  }

  // Our own box tells the arithmetic; the browser's would come late and never by keyboard.
  takeTitle(light) {
    const title = light.querySelector(":scope > title");
    if (title === null) return;
    light.dataset.why = title.textContent;
    title.remove();
  }

  fold(event) {
    const band = event.target.closest?.("[data-group]");
    if (band === null || band === undefined || band.dataset.folded === "true") return;
    const name = band.dataset.group;
    if (!this.folded.delete(name)) this.folded.add(name);
    for (const half of this.halves) half.arrange(this.folded);
    this.look();
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
