// Lists: rows are filtered while typing (all words, widths of characters alike), by a choice of a
// kind, and sorted by a column. Without this script every row is shown in the order of print.
(function () {
  "use strict";
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
  const rowsOf = (list) => Array.from(list.querySelectorAll(list.tagName === "TABLE" ? "tbody > tr" : "[data-row]"));

  function filter(list) {
    const words = [];
    const kinds = [];
    for (const field of document.querySelectorAll("[data-filter='" + list.id + "']")) {
      if (field.tagName === "SELECT") {
        if (field.value) kinds.push([field.dataset.key, field.value]);
      } else if (field.type === "checkbox") {
        if (field.checked) kinds.push([field.dataset.key, field.value]);
      } else {
        words.push(...plain(field.value).split(" ").filter(Boolean));
      }
    }
    let shown = 0;
    for (const row of rowsOf(list)) {
      row.plain = row.plain || plain(row.textContent + " " + (row.dataset.words || ""));
      const fits = words.every((word) => row.plain.includes(word)) &&
        kinds.every(([key, value]) => row.dataset[key] === value);
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const told of document.querySelectorAll("[data-found='" + list.id + "']")) told.textContent = String(shown);
  }

  function sort(list, head) {
    const index = Array.from(head.parentElement.children).indexOf(head);
    const up = head.getAttribute("aria-sort") !== "ascending";
    for (const other of head.parentElement.children) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const numeric = head.dataset.sort === "number";
    const keyed = rowsOf(list).map((row) => {
      const cell = row.children[index];
      const text = cell ? (cell.dataset.value !== undefined ? cell.dataset.value : cell.textContent.trim()) : "";
      return [numeric ? (text === "" ? null : Number(text.replace(/,/g, ""))) : text, row];
    });
    keyed.sort(([a], [b]) => {
      if (a === null || b === null) return (a === null) - (b === null);
      const order = numeric ? a - b : a.localeCompare(b, "ja");
      return up ? order : -order;
    });
    const body = list.tBodies[0];
    for (const [, row] of keyed) body.append(row);
  }

  for (const list of document.querySelectorAll("[data-list]")) {
    for (const head of list.querySelectorAll("th[data-sort]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sort(list, head));
    }
  }
  for (const field of document.querySelectorAll("[data-filter]")) {
    const list = document.getElementById(field.dataset.filter);
    if (!list) continue;
    field.addEventListener("input", () => filter(list));
    if (field.value && field.type !== "checkbox") filter(list);
  }
})();
