// A page of a document: a click on a figure shows its place on the picture, a click on the picture the
// figure that stands there. Boxes are in points from the top left of the page.
(function () {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const ZOOMS = [100, 150, 200, 300];
  const STATUSES = ["proved", "read", "corrected", "doubtful"];
  const main = document.querySelector("main");
  const tray = document.querySelector(".tray");
  let chosen = null;
  let zoom = 0;

  const boxOf = (element) => element.dataset.b.split(" ").map(Number);
  const leafOf = (element) => element.closest(".leaf");
  const placesOf = (leaf) => Array.from(leaf.querySelectorAll("[data-b]"));
  const isFigure = (element) => element.classList.contains("fig");

  function rectangle(box, kind) {
    const [x0, y0, x1, y1] = box;
    const rect = document.createElementNS(SVG, "rect");
    rect.setAttribute("class", kind);
    rect.setAttribute("x", x0);
    rect.setAttribute("y", y0);
    rect.setAttribute("width", (x1 - x0).toFixed(2));
    rect.setAttribute("height", (y1 - y0).toFixed(2));
    return rect;
  }

  // The box itself, tinted, and a ring outside it, so that small print stays legible.
  function mark(marks, box) {
    const [x0, y0, x1, y1] = box;
    marks.append(rectangle(box, "chosen"), rectangle([x0 - 3, y0 - 3, x1 + 3, y1 + 3], "ring"));
  }

  function draw(leaf) {
    const marks = leaf.querySelector(".marks");
    marks.replaceChildren();
    if (main.classList.contains("with-boxes") || !leaf.dataset.picture) {
      for (const place of placesOf(leaf)) {
        const kind = STATUSES.find((status) => place.classList.contains(status)) || (isFigure(place) ? "name" : "cell");
        marks.append(rectangle(boxOf(place), "box " + kind));
      }
    }
    if (chosen && leafOf(chosen) === leaf && chosen.dataset.b) mark(marks, boxOf(chosen));
  }

  function text(selector, value) {
    tray.querySelector(selector).textContent = value;
  }

  function tell(element) {
    const leaf = leafOf(element);
    const language = window.gyosei.language();
    const english = language === "en";
    const row = element.closest("tr");
    const named = row && row.querySelector("th .name");
    const status = STATUSES.find((one) => element.classList.contains(one));
    const name = element.dataset.name || (named && named.textContent) || "";
    const meaning = (english ? element.dataset.enDataM : element.dataset.m) || "";
    const part = element.querySelector(".part");
    const shown = isFigure(element) && element.classList.contains("name") ? "" : shownOf(element);
    const words = window.gyosei.words;
    const word = (key) => (words[key] ? words[key][english ? 1 : 0] : key);
    text(".tray-name", name.trim());
    text(".tray-value b", shown + (shown && element.dataset.u ? " " + element.dataset.u : ""));
    const chip = tray.querySelector(".tray-value .chip");
    chip.className = "chip " + (status || "");
    chip.textContent = status ? word(status) : "";
    chip.hidden = !status;
    tray.querySelector(".tray-value").hidden = !shown && !status;
    text(".tray-meaning", [meaning, part ? part.textContent : ""].filter(Boolean).join(" · "));
    const [x0, y0, x1, y1] = boxOf(element);
    const place = word("place").replace("{n}", leaf.dataset.page)
      .replace("{box}", [x0, y0, x1, y1].map((edge) => edge.toFixed(1)).join(", "));
    const printed = (element.dataset.p || element.textContent).replace(/\s*\n\s*/g, "");
    text(".tray-place", word("printed") + ": " + printed + " — " + place);
    tray.hidden = false;
    main.classList.add("with-tray");
    if (leaf.dataset.picture) {
      const lens = tray.querySelector(".lens");
      lens.hidden = false;
      window.gyosei.look(lens, leaf.dataset.picture, [x0, y0, x1, y1], Number(leaf.dataset.width),
        Number(leaf.dataset.height), false);
    } else {
      tray.querySelector(".lens").hidden = true;
    }
  }

  function shownOf(element) {
    const copy = element.cloneNode(true);
    for (const hidden of copy.querySelectorAll(".visually-hidden, .part, .chip")) hidden.remove();
    return copy.textContent.trim();
  }

  function intoView(stage, leaf, box) {
    const sheet = stage.querySelector(".sheet");
    const scale = sheet.clientWidth / Number(leaf.dataset.width);
    stage.scrollTo({
      left: ((box[0] + box[2]) / 2) * scale - stage.clientWidth / 2,
      top: ((box[1] + box[3]) / 2) * scale - stage.clientHeight / 2,
    });
  }

  // The address names the chosen figure, so that it can be handed on.
  function name(element) {
    if (!element.id) return;
    try {
      history.replaceState(null, "", "#" + element.id);
    } catch (refused) { /* not allowed for files in every browser */ }
  }

  // Beside each other, picture and row are both to be seen above the tray: the page moves as far as needed.
  function showBoth(leaf, element) {
    if (!window.matchMedia("(min-width: 62rem)").matches) return;
    const ring = leaf.querySelector(".marks .ring").getBoundingClientRect();
    const low = tray.getBoundingClientRect().top - 24;
    const high = document.querySelector(".viewer-tools").offsetHeight + 12;
    const row = element.getBoundingClientRect();
    let by = 0;
    if (Math.max(ring.bottom, row.bottom) > low) by = Math.max(ring.bottom, row.bottom) - low;
    else if (Math.min(ring.top, row.top) < high) by = Math.min(ring.top, row.top) - high;
    if (by) window.scrollBy({ top: by, behavior: "instant" });
  }

  function choose(element, from) {
    const before = chosen;
    if (before) {
      before.classList.remove("chosen");
      before.removeAttribute("aria-current");
    }
    chosen = element;
    if (before && before.dataset.b) draw(leafOf(before));
    if (!element) {
      tray.hidden = true;
      main.classList.remove("with-tray");
      return;
    }
    element.classList.add("chosen");
    element.setAttribute("aria-current", "true");
    const leaf = leafOf(element);
    if (!element.dataset.b) return;
    draw(leaf);
    tell(element);
    name(element);
    if (from !== "picture") {
      intoView(leaf.querySelector(".stage"), leaf, boxOf(element));
      if (from === "row") showBoth(leaf, element);
    }
    if (from === "picture" || from === "address") {
      const details = element.closest("details");
      if (details) details.open = true;
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: "center", behavior: "instant" });
    }
  }

  // The smallest place under a point; figures go before the cells that they stand in.
  function under(leaf, x, y) {
    let best = null;
    let least = Infinity;
    for (const place of placesOf(leaf)) {
      const [x0, y0, x1, y1] = boxOf(place);
      if (x < x0 - 1 || x > x1 + 1 || y < y0 - 1 || y > y1 + 1) continue;
      const size = (x1 - x0) * (y1 - y0) * (isFigure(place) ? 1e-6 : 1);
      if (size < least) {
        best = place;
        least = size;
      }
    }
    return best;
  }

  // A cell whose figure has a smaller box than the cell: the figure inside the cell that was hit.
  function inside(leaf, cell) {
    const [x0, y0, x1, y1] = boxOf(cell);
    return placesOf(leaf).find((place) => {
      if (!isFigure(place)) return false;
      const [a, b, c, d] = boxOf(place);
      return (a + c) / 2 >= x0 && (a + c) / 2 <= x1 && (b + d) / 2 >= y0 && (b + d) / 2 <= y1;
    });
  }

  document.addEventListener("click", (event) => {
    const element = event.target.closest("[data-b]");
    if (element && leafOf(element)) {
      choose(element === chosen ? null : element, "row");
      return;
    }
    const sheet = event.target.closest(".sheet");
    if (sheet) {
      const leaf = leafOf(sheet);
      const area = sheet.getBoundingClientRect();
      const hit = under(
        leaf,
        ((event.clientX - area.left) / area.width) * Number(leaf.dataset.width),
        ((event.clientY - area.top) / area.height) * Number(leaf.dataset.height),
      );
      choose(hit && !isFigure(hit) ? inside(leaf, hit) || hit : hit, "picture");
    }
    if (event.target.closest(".tray .close")) choose(null);
  });

  function beside(element, key) {
    const figures = Array.from(leafOf(element).querySelectorAll(".rows .fig"));
    const index = figures.indexOf(element);
    if (key === "ArrowRight") return figures[index + 1];
    if (key === "ArrowLeft") return figures[index - 1];
    const cell = element.closest("td, th");
    let row = element.closest("tr");
    while (cell && row) {
      row = key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
      const found = row && row.children[cell.cellIndex] && row.children[cell.cellIndex].querySelector(".fig");
      if (found) return found;
    }
    return null;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen) {
      const element = chosen;
      choose(null);
      element.focus();
    }
    if (event.key.startsWith("Arrow") && document.activeElement.matches(".rows .fig") && chosen) {
      const next = beside(document.activeElement, event.key);
      if (next) {
        event.preventDefault();
        next.focus({ preventScroll: true });
        next.scrollIntoView({ block: "nearest" });
        choose(next, "row");
      }
    }
  });

  for (const button of document.querySelectorAll("[data-view]")) {
    button.addEventListener("click", () => {
      if (button.dataset.view === "boxes") {
        const shown = main.classList.toggle("with-boxes");
        button.setAttribute("aria-pressed", String(shown));
        document.querySelectorAll(".leaf").forEach(draw);
        return;
      }
      zoom = Math.max(0, Math.min(ZOOMS.length - 1, zoom + (button.dataset.view === "larger" ? 1 : -1)));
      ZOOMS.forEach((size, index) => main.classList.toggle("zoom-" + size, index === zoom));
      for (const stage of document.querySelectorAll(".stage")) {
        if (chosen && leafOf(chosen) === leafOf(stage)) intoView(stage, leafOf(stage), boxOf(chosen));
      }
    });
  }

  // #v0001 names a figure or a finding, #page-3 a page, #page-3@x0,y0,x1,y1 a place on it
  function follow() {
    const [name, edges] = decodeURIComponent(location.hash.slice(1)).split("@");
    const element = name && document.getElementById(name);
    if (!element) return;
    if (element.dataset.b && leafOf(element)) choose(element, "address");
    if (edges && element.classList.contains("leaf")) {
      element.scrollIntoView();
      mark(element.querySelector(".marks"), edges.split(",").map(Number));
    }
  }

  // The page that is being read is marked in the list of pages.
  const links = new Map(Array.from(document.querySelectorAll("ul.pages a"), (link) => [link.hash.slice(1), link]));
  const reading = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const link = links.get(entry.target.id);
      if (!link) continue;
      if (entry.isIntersecting) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  }, { rootMargin: "-35% 0px -60% 0px" });
  document.querySelectorAll(".leaf").forEach((leaf) => reading.observe(leaf));

  document.addEventListener("gyosei:language", () => chosen && tell(chosen));
  window.addEventListener("hashchange", follow);
  document.querySelectorAll(".leaf:not([data-picture])").forEach(draw);
  follow();
})();
