// Sorting and filtering for the tables of an audit. The page is complete without it.
"use strict";
(() => {
  const rowsWorthFiltering = 10;
  const textOf = (row, column) => row.cells[column].textContent.trim();
  const numberOf = (text) => {
    const digits = /[\d,]+(\.\d+)?/.exec(text);
    return digits ? Number(digits[0].replaceAll(",", "")) : -1;
  };
  const rank = (row, column) => {
    const levels = ["note", "warning", "error"];
    return levels.findIndex((level) => textOf(row, column).endsWith(level));
  };

  const compare = (kind, column) => {
    if (kind === "name") return (a, b) => textOf(a, column).localeCompare(textOf(b, column), "en", { numeric: true });
    const value = kind === "level" ? rank : (row) => numberOf(textOf(row, column));
    return (a, b) => value(b, column) - value(a, column);
  };

  const sortable = (table) => {
    const body = table.tBodies[0];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      if (head.classList.contains("bars")) return;
      const kind = column === 0 ? "name" : head.classList.contains("text") ? "level" : "number";
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const natural = kind === "name" ? "ascending" : "descending";
        const other = kind === "name" ? "descending" : "ascending";
        const order = head.getAttribute("aria-sort") === natural ? other : natural;
        for (const each of heads) each.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", order);
        const rows = [...body.rows].sort(compare(kind, column));
        if (order === other) rows.reverse();
        body.append(...rows);
      });
    });
  };

  const filterable = (table) => {
    const rows = [...table.tBodies[0].rows];
    if (rows.length < rowsWorthFiltering) return;
    const line = document.createElement("div");
    line.className = "filter";
    const label = document.createElement("label");
    const input = document.createElement("input");
    input.type = "search";
    input.setAttribute("aria-label", `Filter: ${table.caption.textContent}`);
    label.append("Filter ", input);
    const told = document.createElement("output");
    line.append(label, " ", told);
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase();
      let shown = 0;
      for (const row of rows) {
        row.hidden = !row.textContent.toLowerCase().includes(wanted);
        if (!row.hidden) shown += 1;
      }
      told.textContent = wanted === "" ? "" : `${shown} of ${rows.length} rows`;
    });
    table.closest(".table").before(line);
  };

  for (const table of document.querySelectorAll("table[data-tools]")) {
    sortable(table);
    filterable(table);
  }
})();
