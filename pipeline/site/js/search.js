// The search: loads, as scripts, the parts of the index that the query needs (pipeline/site/search_index.py).
(function () {
  "use strict";
  const PAGE = 50;
  const END = "\u0003";
  const form = document.querySelector("[data-search]");
  const field = form.querySelector("input");
  const list = document.querySelector("[data-search-results]");
  const status = document.querySelector("[data-search-status]");
  const more = document.querySelector("[data-search-more]");
  const shards = new Map();
  const blocks = new Map();
  let meta = null;
  let shown = PAGE;
  let turn = 0;

  const gyosei = window.gyosei;
  gyosei.searchMeta = (value) => { meta = value; };
  gyosei.searchShard = (number, value) => shards.set(number, value);
  gyosei.searchBlock = (number, value) => blocks.set(number, value);

  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const english = () => gyosei.language() === "en";
  const word = (key) => gyosei.words[key][english() ? 1 : 0];

  function load(kind, number, held) {
    if (held.has(number)) return Promise.resolve();
    return new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = "search/" + kind + "-" + number + ".js";
      script.onload = script.onerror = () => {
        if (!held.has(number)) held.set(number, kind === "shard" ? {} : []);
        resolve();
      };
      document.head.append(script);
    });
  }

  function numbersOf(steps) {
    let last = 0;
    return steps.map((step) => (last += step));
  }

  // The entries that hold a pair; of a single character those that hold any pair beginning with it.
  async function entriesOf(first, second) {
    const number = first.codePointAt(0) % meta.shards;
    await load("shard", number, shards);
    const shard = shards.get(number);
    if (second !== null) return new Set(numbersOf(shard[first + second] || []));
    const found = new Set();
    for (const pair of Object.keys(shard)) {
      if (Array.from(pair)[0] === first) numbersOf(shard[pair]).forEach((entry) => found.add(entry));
    }
    return found;
  }

  async function candidates(words) {
    let left = null;
    for (const one of words) {
      const letters = Array.from(one);
      const pairs = letters.length === 1 ? [[letters[0], null]] :
        letters.slice(1).map((letter, index) => [letters[index], letter]);
      for (const [first, second] of pairs) {
        const found = await entriesOf(first, second);
        left = left === null ? found : new Set([...left].filter((entry) => found.has(entry)));
        if (!left.size) return left;
      }
    }
    return left || new Set();
  }

  async function search(query) {
    const mine = ++turn;
    const words = query.split(/\s+/).map(folded).filter(Boolean);
    if (!words.length) {
      list.replaceChildren();
      status.textContent = "";
      more.hidden = true;
      return;
    }
    const numbers = [...await candidates(words)].sort((a, b) => a - b);
    if (mine !== turn) return;
    for (const block of new Set(numbers.slice(0, 4000).map((entry) => Math.floor(entry / meta.block)))) {
      await load("block", block, blocks);
      if (mine !== turn) return;
    }
    const found = [];
    for (const number of numbers) {
      const block = blocks.get(Math.floor(number / meta.block));
      const entry = block && block[number % meta.block];
      if (!entry) continue;
      const name = folded(entry[1]);
      const context = folded(entry[2]);
      if (!words.every((one) => name.includes(one) || context.includes(one))) continue;
      const first = words[0];
      const rank = name === first ? 0 : name.startsWith(first) ? 1 : name.includes(first) ? 2 : 3;
      found.push([rank, entry]);
    }
    found.sort((a, b) => a[0] - b[0]);
    show(found.map(([, entry]) => entry), words);
  }

  function show(entries, words) {
    list.replaceChildren(...entries.slice(0, shown).map((entry) => {
      const item = document.createElement("li");
      const kind = document.createElement("span");
      kind.className = "chip";
      kind.textContent = word("kind_" + entry[0]);
      const link = document.createElement("a");
      link.href = entry[3];
      link.lang = "ja";
      marked(link, entry[1], words);
      const context = document.createElement("span");
      context.className = "small muted context";
      context.lang = "ja";
      context.textContent = entry[2];
      item.append(kind, " ", link, context);
      return item;
    }));
    status.textContent = word(entries.length ? "found" : "found_none").replace("{n}", entries.length.toLocaleString("en"));
    more.hidden = entries.length <= shown;
  }

  // The name with the words of the query marked, where widths do not change its length.
  function marked(link, name, words) {
    const plain = name.normalize("NFKC").toLowerCase();
    const first = plain.length === name.length ? words.find((one) => plain.includes(one)) : undefined;
    if (first === undefined) {
      link.textContent = name;
      return;
    }
    const at = plain.indexOf(first);
    const mark = document.createElement("mark");
    mark.textContent = name.slice(at, at + first.length);
    link.append(name.slice(0, at), mark, name.slice(at + first.length));
  }

  let typing;
  field.addEventListener("input", () => {
    clearTimeout(typing);
    shown = PAGE;
    typing = setTimeout(() => search(field.value), 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    shown = PAGE;
    search(field.value);
  });
  more.addEventListener("click", () => {
    shown += PAGE;
    search(field.value);
  });
  document.addEventListener("gyosei:language", () => meta && search(field.value));
  window.addEventListener("load", () => {
    field.value = new URLSearchParams(location.search).get("q") || field.value;
    if (meta && field.value) search(field.value);
    field.focus();
  });
})();
