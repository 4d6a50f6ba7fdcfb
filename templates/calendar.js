"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId("filters");
  const chosen = form.elements.who;
  const title = document.title;
  const act = byId("act");
  const plan = act ? document.querySelector(".plan").textContent : title;
  const parts = [...document.querySelectorAll(".part")].map((part) => ({
    part,
    month: document.querySelector(`[data-month="${part.dataset.part}"]`),
    items: [...part.querySelectorAll(".duty")].map(duty),
  }));
  const all = parts.flatMap((each) => each.items);
  const days = [...document.querySelectorAll(".day")];
  let isPastShown = false;

  function duty(item) {
    const day = item.closest(".day")?.dataset.day ?? "";
    const date = day.split("-").reverse().join(".") || "без даты";
    const words = `${date} ${item.textContent}`.toLowerCase();
    return { item, who: new Set(item.dataset.who.split(" ")), section: item.dataset.section, day, date, words };
  }

  function asked() {
    const data = new FormData(form);
    return {
      who: chosen.selectedOptions[0].dataset.number,
      section: data.get("section"),
      words: data.get("q").toLowerCase().split(/\s+/).filter(Boolean),
    };
  }

  const fits = (each, { who, section, words }) =>
    (!who || each.who.has(who)) &&
    (!section || each.section === section) &&
    words.every((word) => each.words.includes(word));
  const isPast = (each, day) => each.day !== "" && each.day < day;

  function filter() {
    const wanted = asked();
    const day = isoDay(0);
    for (const each of all) each.isFound = fits(each, wanted);
    const found = all.filter((each) => each.isFound);
    const past = found.filter((each) => isPast(each, day));
    const isFolded = !isPastShown && past.length < found.length;
    for (const each of all) each.item.hidden = !each.isFound || (isFolded && isPast(each, day));
    for (const each of days) each.hidden = !each.querySelector(".duty:not([hidden])");
    for (const { part, items } of parts) part.hidden = items.every((each) => each.item.hidden);
    showLoad();
    const isOver = found.length > 0 && past.length === found.length;
    const shown = isFolded ? found.length - past.length : found.length;
    byId("shown").textContent = `Показано: ${shown} из ${all.length}${isOver ? ", все сроки прошли" : ""}`;
    byId("past").hidden = !past.length || isOver;
    byId("past").textContent = `Прошедшие: ${past.length}`;
    byId("past").setAttribute("aria-pressed", String(!isFolded));
    byId("nothing").hidden = found.length > 0;
    showWhose();
  }

  function showLoad() {
    const counts = parts.map(({ items }) => items.filter((each) => each.isFound).length);
    const peak = Math.max(1, ...counts.filter((_, at) => parts[at].month));
    parts.forEach(({ month }, at) => {
      if (!month) return;
      month.querySelector("b").textContent = counts[at];
      month.style.setProperty("--share", counts[at] / peak);
      month.inert = counts[at] === 0;
    });
  }

  /** The page of whoever is chosen bears the name, and has an address. */
  function showWhose() {
    const name = chosen.value ? chosen.selectedOptions[0].textContent : "";
    byId("name").textContent = name || title;
    document.title = name ? `${name} – ${title}` : title;
    byId("own").hidden = !name;
    byId("own").href = `?${new URLSearchParams({ who: chosen.value })}`;
  }

  /** Local, since a day that is due is a day where the reader is; `ahead` in days. */
  function isoDay(ahead) {
    const now = new Date();
    now.setDate(now.getDate() + ahead);
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  function markDays() {
    const sunday = (7 - new Date().getDay()) % 7;
    const names = [[0, "сегодня"], [1, "завтра"], [sunday, "на этой неделе"], [sunday + 7, "на следующей неделе"]];
    for (const each of days) {
      const isOver = each.dataset.day < isoDay(0);
      const [, words] = names.find(([ahead]) => each.dataset.day <= isoDay(ahead)) ?? [];
      each.classList.toggle("over", isOver);
      if (words && !isOver) each.querySelector("ul").before(element("p", { className: "when", textContent: words }));
    }
  }

  function goToNext() {
    document.querySelector("li.next")?.classList.remove("next");
    const next = all.find((each) => each.isFound && each.day >= isoDay(0));
    if (!next) {
      byId("shown").textContent = "Предстоящих сроков нет: все даты уже прошли";
      return;
    }
    next.item.classList.add("next");
    next.item.tabIndex = -1;
    next.item.focus();
  }

  /** A month that a link leads to may be among those that are folded. */
  function unfold(hash) {
    if (!hash || !document.querySelector(hash)?.hidden) return;
    isPastShown = true;
    filter();
  }

  /** Whoever the address asks for; a stranger is said to be one. */
  function choose(key) {
    chosen.value = key;
    if (chosen.value === key) return;
    chosen.value = "";
    byId("stranger").hidden = false;
    byId("stranger").textContent = `Исполнителя «${key}» в этом календаре нет: показаны сроки всех.`;
  }

  function sheets() {
    const officers = [...chosen.querySelectorAll("optgroup:first-of-type option")];
    for (const officer of chosen.value ? chosen.selectedOptions : officers) {
      const theirs = all.filter((each) => each.isFound && each.who.has(officer.dataset.number));
      if (theirs.length) byId("sheets").append(sheet(officer.textContent, theirs));
    }
    document.body.classList.add("by-officer");
  }

  /** Its head, with the name and the order, stands on every page. */
  function sheet(name, theirs) {
    const table = element("table", { className: "sheet" });
    const head = table.createTHead();
    const whose = element("th", { colSpan: 4, className: "whose", scope: "colgroup" });
    whose.append(element("b", { textContent: name }), element("span", { textContent: plan }));
    head.insertRow().append(whose);
    const headings = head.insertRow();
    for (const heading of ["Срок", "№", "Мероприятие", "Отметка"]) {
      headings.append(element("th", { textContent: heading, scope: "col", className: heading === "Отметка" ? "mark" : "" }));
    }
    const body = table.createTBody();
    for (const { item, date } of theirs) {
      const row = body.insertRow();
      row.insertCell().textContent = date;
      for (const part of [".number", ".text"]) row.insertCell().textContent = item.querySelector(part).textContent;
      const order = act ? null : item.querySelector("dd:last-child");
      for (const each of [item.querySelector(".note"), order]) {
        if (each) row.lastChild.append(element("small", { textContent: each.textContent }));
      }
      row.insertCell();
    }
    return table;
  }

  function element(name, properties = {}) {
    return Object.assign(document.createElement(name), properties);
  }

  function putAway() {
    byId("sheets").replaceChildren();
    document.body.classList.remove("by-officer");
  }

  form.hidden = false;
  byId("more").open = matchMedia("(min-width: 60rem)").matches;
  choose(new URLSearchParams(location.search).get("who") ?? "");
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  byId("past").addEventListener("click", () => {
    isPastShown = !isPastShown;
    filter();
  });
  byId("next").addEventListener("click", goToNext);
  byId("load").addEventListener("click", (event) => unfold(event.target.closest("a")?.hash));
  byId("print").addEventListener("click", () => window.print());
  window.addEventListener("beforeprint", sheets);
  window.addEventListener("afterprint", putAway);
  markDays();
  filter();
  if (/^#m-\d{4}-\d\d$/.test(location.hash)) unfold(location.hash);
})();
