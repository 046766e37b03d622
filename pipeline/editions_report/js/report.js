// A figure opens the page it is printed on, enlarged around its box; all details open for printing.
(function () {
  "use strict";
  const pictures = JSON.parse(document.getElementById("pictures").textContent);
  const dialog = document.getElementById("page-dialog");
  const lens = dialog.querySelector(".lens");
  const missing = dialog.querySelector(".missing");
  const heading = dialog.querySelector("h2 b");

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.spot");
    if (!button) return;
    const held = pictures[button.dataset.key];
    const [side, page] = button.dataset.key.split("-");
    heading.textContent = dialog.dataset[side] + " p." + page;
    lens.hidden = !held;
    missing.hidden = Boolean(held);
    dialog.showModal();
    if (!held) return;
    const [picture, width, height] = held;
    window.gyosei.look(lens, picture, button.dataset.box.split(" ").map(Number), width, height, false);
    lens.querySelector("img").alt = heading.textContent;
  });

  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("button.close")) dialog.close();
  });

  // What an address names may lie in a closed pair.
  function open() {
    const named = location.hash && document.getElementById(location.hash.slice(1));
    if (named && named.tagName === "DETAILS") named.open = true;
  }
  window.addEventListener("hashchange", open);
  open();

  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = Array.from(document.querySelectorAll("details:not([open])"));
    for (const one of closed) one.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const one of closed) one.open = false;
  });
})();
