"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId("filters");
  const isJoint = document.querySelector("header li") !== null;
  const parts = [...document.querySelectorAll(".part")].map((part) => ({
    part,
    month: document.querySelector(`[data-month="${part.dataset.part}"]`),
    items: [...part.querySelectorAll("li")].map((item) => ({
      item,
      who: new Set(item.dataset.who.split(" ")),
      section: item.dataset.section,
      day: item.dataset.day,
      words: item.textContent.toLowerCase(),
    })),
  }));
  const all = parts.flatMap((each) => each.items);
  const asked = () => {
    const data = new FormData(form);
    return {
      who: data.get("who"),
      section: data.get("section"),
      words: data.get("q").toLowerCase().split(/\s+/).filter(Boolean),
    };
  };
  const fits = (each, { who, section, words }) =>
    (!who || each.who.has(who)) &&
    (!section || each.section === section) &&
    words.every((word) => each.words.includes(word));

  function filter() {
    const wanted = asked();
    for (const each of all) each.item.hidden = !fits(each, wanted);
    for (const { part, items } of parts) part.hidden = items.every((each) => each.item.hidden);
    showLoad();
    const shown = all.filter((each) => !each.item.hidden).length;
    byId("shown").textContent = `Показано: ${shown} из ${all.length}`;
    byId("nothing").hidden = shown > 0;
  }

  function showLoad() {
    const counts = parts.map(({ items }) => items.filter((each) => !each.item.hidden).length);
    const peak = Math.max(1, ...counts.filter((_, at) => parts[at].month));
    parts.forEach(({ month }, at) => {
      if (!month) return;
      month.querySelector("b").textContent = counts[at];
      month.style.setProperty("--share", counts[at] / peak);
      month.inert = counts[at] === 0;
    });
  }

  function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  function goToNext() {
    document.querySelector("li.next")?.classList.remove("next");
    const dated = all.filter((each) => each.day && !each.item.hidden);
    const next = dated.find((each) => each.day >= today());
    if (!next) {
      byId("shown").textContent = "Предстоящих сроков нет: все даты уже прошли";
      return;
    }
    next.item.classList.add("next");
    next.item.tabIndex = -1;
    next.item.focus();
  }

  function sheets() {
    const chosen = form.elements.who;
    const officers = [...chosen.querySelectorAll("optgroup:first-of-type option")];
    for (const officer of chosen.value ? chosen.selectedOptions : officers) {
      const theirs = all.filter((each) => !each.item.hidden && each.who.has(officer.value));
      if (theirs.length) byId("sheets").append(sheet(officer.textContent, theirs));
    }
    document.body.classList.add("by-officer");
  }

  function sheet(name, theirs) {
    const section = element("section", { className: "sheet" });
    const table = element("table");
    const head = table.createTHead().insertRow();
    for (const heading of ["Срок", "№", "Мероприятие", "Отметка"]) {
      head.append(element("th", { textContent: heading, scope: "col", className: heading === "Отметка" ? "mark" : "" }));
    }
    const body = table.createTBody();
    for (const { item } of theirs) {
      const row = body.insertRow();
      for (const part of ["time, .time", ".number", ".text"]) {
        row.insertCell().textContent = item.querySelector(part).textContent;
      }
      if (isJoint) row.lastChild.append(element("small", { textContent: item.querySelector("p:last-child").textContent }));
      row.insertCell();
    }
    section.append(element("h2", { textContent: name }), element("p", { textContent: document.title }), table);
    return section;
  }

  function element(name, properties = {}) {
    return Object.assign(document.createElement(name), properties);
  }

  function putAway() {
    byId("sheets").replaceChildren();
    document.body.classList.remove("by-officer");
  }

  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  byId("next").addEventListener("click", goToNext);
  byId("print").addEventListener("click", () => window.print());
  window.addEventListener("beforeprint", sheets);
  window.addEventListener("afterprint", putAway);
  filter();
})();
