// Japanese and English: every text stands in the page in Japanese, with its English in data-en
// (attributes: data-en-<name>). The choice is kept where the browser allows it, and carried by links.
(function () {
  "use strict";
  const KEY = "gyosei-language";
  const NAMES = ["aria-label", "title", "placeholder", "alt"];
  const root = document.documentElement;

  function wanted() {
    const asked = new URLSearchParams(location.search).get("lang");
    if (asked === "en" || asked === "ja") return asked;
    try {
      return localStorage.getItem(KEY) === "en" ? "en" : "ja";
    } catch (refused) {
      return "ja";
    }
  }

  function translate(within, language) {
    for (const element of within.querySelectorAll("[data-en]")) {
      if (element.dataset.ja === undefined) element.dataset.ja = element.textContent;
      element.textContent = language === "en" ? element.dataset.en : element.dataset.ja;
    }
    for (const name of NAMES) {
      for (const element of within.querySelectorAll("[data-en-" + name + "]")) {
        const kept = "data-ja-" + name;
        if (!element.hasAttribute(kept)) element.setAttribute(kept, element.getAttribute(name));
        element.setAttribute(name, element.getAttribute(language === "en" ? "data-en-" + name : kept));
      }
    }
  }

  function show(language) {
    root.lang = language;
    translate(document, language);
    for (const button of document.querySelectorAll("[data-language]")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
    document.dispatchEvent(new CustomEvent("gyosei:language", { detail: language }));
  }

  window.gyosei = window.gyosei || {};
  window.gyosei.language = () => root.lang;
  window.gyosei.translate = (within) => translate(within, root.lang);

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-language]");
    if (button) {
      try {
        localStorage.setItem(KEY, button.dataset.language);
      } catch (refused) { /* the address carries the choice */ }
      const address = new URL(location.href);
      address.searchParams.delete("lang");
      if (button.dataset.language === "en") address.searchParams.set("lang", "en");
      try {
        history.replaceState(null, "", address);
      } catch (refused) { /* not allowed for files in every browser */ }
      show(button.dataset.language);
      return;
    }
    const link = event.target.closest("a[href]");
    if (link && root.lang === "en" && link.origin === location.origin && link.protocol === location.protocol) {
      const target = new URL(link.href);
      if (target.pathname !== location.pathname) {
        target.searchParams.set("lang", "en");
        link.href = target.href;
      }
    }
  }, true);

  if (wanted() === "en") show("en");
})();
