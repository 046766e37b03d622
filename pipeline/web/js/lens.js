// A part of a page, enlarged: <div class="lens" data-picture data-b="x0 y0 x1 y1" data-page-size="w h">.
// The picture of the whole page is shown through a window, with a frame around the box.
(function () {
  "use strict";
  const MOST_SCALE = 2.4;
  const numbers = (text) => text.split(" ").map(Number);

  // Shows `box` (points) of a page of width × height points in `lens`; `grow` lets the window take the box's height.
  function look(lens, picture, box, width, height, grow) {
    const [x0, y0, x1, y1] = box;
    const room = lens.clientWidth || 320;
    let scale = Math.min((room * 0.9) / Math.max(1, x1 - x0), MOST_SCALE);
    if (grow) {
      lens.style.height = Math.max(64, Math.min(360, (y1 - y0) * scale + 36)) + "px";
    }
    const tall = lens.clientHeight || 120;
    scale = Math.min(scale, (tall * (grow ? 0.96 : 0.6)) / Math.max(1, y1 - y0));
    scale = Math.max(scale, room / width * 0.9);
    const place = (middle, size, whole) => {
      if (whole * scale <= size) return (size - whole * scale) / 2;
      return Math.min(0, Math.max(size - whole * scale, size / 2 - middle * scale));
    };
    const left = place((x0 + x1) / 2, room, width);
    const top = place((y0 + y1) / 2, tall, height);
    let image = lens.querySelector("img");
    let frame = lens.querySelector(".frame");
    if (!image) {
      image = document.createElement("img");
      image.alt = "";
      frame = document.createElement("span");
      frame.className = "frame";
      lens.append(image, frame);
    }
    if (image.getAttribute("src") !== picture) image.src = picture;
    image.style.width = width * scale + "px";
    image.style.height = height * scale + "px";
    image.style.transform = "translate(" + left + "px," + top + "px)";
    frame.style.left = left + x0 * scale - 3 + "px";
    frame.style.top = top + y0 * scale - 2 + "px";
    frame.style.width = (x1 - x0) * scale + 6 + "px";
    frame.style.height = (y1 - y0) * scale + 4 + "px";
  }

  function open(lens) {
    const [width, height] = numbers(lens.dataset.pageSize);
    look(lens, lens.dataset.picture, numbers(lens.dataset.b), width, height, true);
  }

  window.gyosei = window.gyosei || {};
  window.gyosei.look = look;

  const waiting = document.querySelectorAll(".lens[data-picture]");
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) {
        watcher.unobserve(entry.target);
        open(entry.target);
      }
    }
  }, { rootMargin: "400px" });
  for (const lens of waiting) watcher.observe(lens);
  window.addEventListener("beforeprint", () => waiting.forEach(open));
  let resized;
  window.addEventListener("resize", () => {
    clearTimeout(resized);
    resized = setTimeout(() => waiting.forEach((lens) => lens.firstChild && open(lens)), 150);
  });
})();
