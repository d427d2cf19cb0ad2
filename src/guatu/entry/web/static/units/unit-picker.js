// Finds a unit by name, short name or pinyin while one types; without script the input keeps its datalist.
// Arrow keys move, Enter takes, Escape closes. With data-several the last name after the mark is completed.
let made = 0;

class UnitPicker extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector("input[list]");
    if (!input || this.input) return;
    this.input = input;
    this.source = document.getElementById(input.getAttribute("list"));
    if (!this.source) return;
    input.removeAttribute("list");
    this.list = document.createElement("ul");
    this.list.className = "unit-list";
    this.list.id = `unit-list-${(made += 1)}`;
    this.list.setAttribute("role", "listbox");
    this.list.hidden = true;
    this.append(this.list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.list.id);
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("input", () => this.show());
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => {
      const item = event.target.closest("li");
      event.preventDefault();
      if (item) this.take(item);
    });
  }

  // The words being typed: all of them, or what stands after the last mark.
  typed() {
    const mark = this.input.dataset.several;
    const words = this.input.value;
    return (mark ? words.slice(words.lastIndexOf(mark) + 1) : words).trim();
  }

  found(typed) {
    const letters = typed.toLowerCase();
    const ranked = [];
    for (const option of this.source.options) {
      const names = [option.value, option.label];
      const spoken = option.dataset.spoken.split(" ");
      let rank = -1;
      if (names.includes(typed) || spoken.includes(letters)) rank = 0;
      else if (names.some((name) => name.startsWith(typed)) || spoken.some((one) => one.startsWith(letters))) rank = 1;
      else if (names.some((name) => name.includes(typed)) || spoken.some((one) => one.includes(letters))) rank = 2;
      if (rank >= 0) ranked.push([rank, ranked.length, option]);
    }
    return ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, 8).map((one) => one[2]);
  }

  show() {
    const typed = this.typed();
    const options = typed ? this.found(typed) : [];
    this.list.replaceChildren(
      ...options.map((option, place) => {
        const item = document.createElement("li");
        item.setAttribute("role", "option");
        item.id = `${this.list.id}-${place}`;
        item.dataset.name = option.value;
        item.textContent = option.value;
        if (option.label && option.label !== option.value) {
          const short = document.createElement("span");
          short.className = "soft";
          short.textContent = ` ${option.label}`;
          item.append(short);
        }
        return item;
      }),
    );
    if (!options.length || (options.length === 1 && options[0].value === typed)) this.close();
    else this.open();
  }

  open() {
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.mark(0);
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  mark(place) {
    const items = [...this.list.children];
    this.place = (place + items.length) % items.length;
    items.forEach((item, number) => item.setAttribute("aria-selected", String(number === this.place)));
    this.input.setAttribute("aria-activedescendant", items[this.place].id);
    items[this.place].scrollIntoView({ block: "nearest" });
  }

  take(item) {
    const mark = this.input.dataset.several;
    const words = this.input.value;
    const kept = mark ? words.slice(0, words.lastIndexOf(mark) + 1) : "";
    this.input.value = kept + item.dataset.name;
    this.close();
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  onKey(event) {
    if (event.isComposing) return;
    if (this.list.hidden) {
      if (event.key === "ArrowDown") this.show();
      return;
    }
    const keys = {
      ArrowDown: () => this.mark(this.place + 1),
      ArrowUp: () => this.mark(this.place - 1),
      Enter: () => this.take(this.list.children[this.place]),
      Escape: () => this.close(),
    };
    if (keys[event.key]) {
      event.preventDefault();
      event.stopPropagation();
      keys[event.key]();
    }
  }
}

customElements.define("unit-picker", UnitPicker);
