// The table editor: arrows between cells, pasting from a spreadsheet, checks while typing. Without it the form still works.
for (const form of document.querySelectorAll("[data-grid]")) {
  const table = form.querySelector(".grid-edit");
  const rows = [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll(".cell")]);
  const shown = new Map([...form.querySelectorAll(".cell")].map((cell) => [cell, cell.value]));

  const place = (cell) => {
    const row = rows.findIndex((cells) => cells.includes(cell));
    return { row, column: row < 0 ? -1 : rows[row].indexOf(cell) };
  };
  const at = (row, column) => rows[row]?.[column];

  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest(".cell");
    if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
    const { row, column } = place(cell);
    const inText = cell.tagName === "INPUT" && cell.type === "text";
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [event.shiftKey ? -1 : 1, 0] };
    if (inText && cell.selectionStart === cell.selectionEnd) {
      if (cell.selectionStart === 0) steps.ArrowLeft = [0, -1];
      if (cell.selectionStart === cell.value.length) steps.ArrowRight = [0, 1];
    }
    if (cell.tagName === "SELECT" || cell.type === "date") {
      if (event.key !== "Enter") return;
    }
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = at(row + step[0], column + step[1]);
    next?.focus();
    next?.select?.();
  });

  // A block of cells from a spreadsheet fills the cells from here on; what does not fit in the table is left out.
  table.addEventListener("paste", (event) => {
    const cell = event.target.closest(".cell");
    const text = event.clipboardData?.getData("text/plain").replace(/\r?\n$/, "") ?? "";
    if (!cell || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const { row, column } = place(cell);
    text.split(/\r?\n/).forEach((line, down) => {
      line.split("\t").forEach((value, right) => {
        const target = at(row + down, column + right);
        if (!target || target.readOnly || target.disabled) return;
        target.value = value.trim();
        check(target);
      });
    });
  });

  // Ctrl Z in a cell that is as it was typed last is the browser's; one that was pasted into goes back to what was shown.
  table.addEventListener("keydown", (event) => {
    if (event.key !== "z" || !(event.ctrlKey || event.metaKey)) return;
    const cell = event.target.closest(".cell");
    if (!cell || cell.value === shown.get(cell)) return;
    event.preventDefault();
    cell.value = shown.get(cell);
    check(cell);
  });

  form.addEventListener("input", (event) => {
    const cell = event.target.closest(".cell");
    if (cell) check(cell);
  });

  function check(cell) {
    const message = problem(cell);
    const holder = cell.parentElement;
    holder.classList.toggle("is-invalid", message !== "");
    holder.classList.toggle("is-edited", message === "" && cell.value !== shown.get(cell) && holder.tagName === "TD");
    cell.setCustomValidity?.(message);
    if (message) cell.setAttribute("aria-invalid", "true");
    else cell.removeAttribute("aria-invalid");
    let said = holder.querySelector(".cell-error");
    if (message && !said) {
      said = document.createElement("span");
      said.className = "cell-error";
      said.setAttribute("role", "status");
      holder.append(said);
    }
    if (said) said.textContent = message;
    said?.toggleAttribute("hidden", message === "");
  }

  function problem(cell) {
    const text = cell.value.trim();
    if (text === "") return cell.dataset.needed === "true" && !cell.name.startsWith("nieuw.") ? form.dataset.required : "";
    if (text === "*") return "";
    if (cell.dataset.type === "integer" || cell.dataset.type === "month") {
      return /^-?(\d{1,18}|\d{1,3}([. ]\d{3})+)$/.test(text) ? "" : form.dataset.whole;
    }
    if (cell.dataset.type === "decimal") return /^-?\d{1,15}([.,]\d{1,10})?$/.test(text) ? "" : form.dataset.number;
    return "";
  }
}
