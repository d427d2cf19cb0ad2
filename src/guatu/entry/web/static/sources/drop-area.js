// A place to drop a file on; without it the file is chosen as in any form.
class DropArea extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector("input[type=file]");
    if (!input) return;
    this.addEventListener("dragover", (event) => {
      event.preventDefault();
      this.classList.add("drop-over");
    });
    this.addEventListener("dragleave", () => this.classList.remove("drop-over"));
    this.addEventListener("drop", (event) => {
      event.preventDefault();
      this.classList.remove("drop-over");
      if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
    });
  }
}

customElements.define("drop-area", DropArea);
