// The reading desk by keyboard, and quotes and proposals that find each other.
// Everything it does can also be done by links and forms.
class ReadingDesk extends HTMLElement {
  connectedCallback() {
    this.current = null;
    this.addEventListener("click", (event) => this.onClick(event));
    document.addEventListener("keydown", (event) => this.onKey(event));
    this.addEventListener("htmx:afterSettle", () => this.afterForms());
    this.querySelector("[data-pick-all]")?.addEventListener("change", (event) => {
      for (const box of this.querySelectorAll("[data-one-unit]")) box.checked = event.target.checked;
    });
    const active = this.querySelector(".proposal-active") ?? this.cards()[0];
    if (active) this.select(active, { scroll: active.classList.contains("proposal-active") });
    this.querySelector(".proposal-active .confirm-form [name=result]")?.focus({ preventScroll: true });
  }

  cards() {
    return [...this.querySelectorAll(".proposal")];
  }

  select(card, { scroll = true } = {}) {
    this.current?.classList.remove("proposal-current");
    for (const mark of this.querySelectorAll(".quote-current")) mark.classList.remove("quote-current");
    this.current = card;
    card.classList.add("proposal-current");
    for (const mark of this.querySelectorAll(`.quote-mark[data-proposal="${card.dataset.proposal}"]`)) {
      mark.classList.add("quote-current");
    }
    if (!scroll) return;
    card.scrollIntoView({ block: card.classList.contains("proposal-active") ? "start" : "nearest" });
    this.querySelector(`#quote-${card.dataset.proposal}`)?.scrollIntoView({ block: "center" });
  }

  move(step) {
    const cards = this.cards();
    const place = cards.indexOf(this.current) + step;
    if (cards[place]) {
      document.activeElement?.blur();
      this.select(cards[place]);
    }
  }

  onClick(event) {
    const mark = event.target.closest(".quote-mark");
    if (mark) {
      const card = this.querySelector(`#proposal-${mark.dataset.proposal}`);
      if (card) {
        this.select(card, { scroll: false });
        card.scrollIntoView({ block: "center" });
      }
      return;
    }
    const fill = event.target.closest("[data-fill]");
    if (fill) {
      document.getElementById(fill.dataset.fill).value = fill.value;
      return;
    }
    if (event.target.closest("[data-use-selection]")) {
      this.useSelection(event.target.closest("form"));
      return;
    }
    const card = event.target.closest(".proposal");
    if (!card) return;
    const link = event.target.closest(".quote-link");
    if (link) event.preventDefault();
    if (link || !event.target.closest("a, button, input, select, textarea, summary, label")) {
      this.select(card);
    } else if (card !== this.current) {
      this.select(card, { scroll: false });
    }
  }

  // Opens the forms of the current card and puts the cursor where the key asks.
  open(part) {
    const card = this.current;
    if (!card || card.dataset.state !== "OPEN") return;
    this.wanted = part;
    if (card.querySelector(".confirm-form")) this.afterForms();
    else card.querySelector(".proposal-open")?.click();
  }

  afterForms() {
    const card = this.current;
    if (!card || !this.wanted) return;
    const part = this.wanted;
    this.wanted = null;
    if (part === "confirm") {
      const form = card.querySelector(".confirm-form");
      const empty = form?.querySelector("[name=lead]").value ? "[name=result]" : "[name=lead]";
      form?.querySelector(empty)?.focus();
      return;
    }
    const details = card.querySelector(`details[data-part="${part}"]`);
    if (!details) return;
    details.open = true;
    (details.querySelector("input:not([type=hidden]), button") ?? details.querySelector("summary")).focus();
  }

  merge() {
    const cards = this.cards();
    const picked = [...this.querySelectorAll("[name=pick]:checked")];
    if (picked.length < 2) {
      const next = cards[cards.indexOf(this.current) + 1];
      for (const card of [this.current, next]) {
        const box = card?.querySelector("[name=pick]");
        if (box) box.checked = true;
      }
    }
    this.querySelector("#picks button[formaction]")?.click();
  }

  // The place of a selection in the source, from the pieces that carry their offset.
  useSelection(form) {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const start = this.offset(range.startContainer, range.startOffset);
    const end = this.offset(range.endContainer, range.endOffset);
    if (start === null || end === null) return;
    form.querySelector("[name=start]").value = start;
    form.querySelector("[name=end]").value = end;
    form.requestSubmit();
  }

  offset(node, place) {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!piece) return null;
    // The server counts characters, the browser UTF-16 units.
    return Number(piece.dataset.start) + [...(node.textContent ?? "").slice(0, place)].length;
  }

  onKey(event) {
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.key === "Escape" && typing) {
      typing.blur();
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Enter" && event.target.closest?.("a, button, summary, input")) return;
    const keys = {
      j: () => this.move(1),
      k: () => this.move(-1),
      Enter: () => this.open("confirm"),
      e: () => this.open("edit"),
      s: () => this.open("split"),
      x: () => this.open("drop"),
      m: () => this.merge(),
      " ": () => {
        const box = this.current?.querySelector("[name=pick]");
        if (box) box.checked = !box.checked;
      },
    };
    if (event.key === " " && event.target.closest?.("a, button, summary, input")) return;
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  }
}

customElements.define("reading-desk", ReadingDesk);
