// One relation: chosen in a combobox (WAI-ARIA's pattern with a list), shown as a timeline, figures, posts and a list.
const OPTIONS = 40;
const EVENTS = 25;
const LONG = 320;
const box = document.getElementById("relation-search");
const list = document.getElementById("relation-options");
const place = document.getElementById("relation");
let active = -1;
let wantedRelation = null;

const optionText = (row) => cell(row, "title");

async function offer() {
  const wanted = words(box.value.replace(/[–-]/g, " "));
  const rows = await allRows("relations");
  const names = await stateNames();
  const said = new Map(rows.map((row) => [row, fold(` ${[optionText(row), cell(row, "relation_id"), names.get(cell(row, "state_a_iso3")), names.get(cell(row, "state_b_iso3"))].join(" ").replace(/[–-]/g, " ")}`)]));
  const fit = rows.filter((row) => wanted.every((word) => said.get(row).includes(word)));
  // "ja" means Japan sooner than Azerbaijan.
  const begins = (row) => wanted.every((word) => said.get(row).includes(` ${word}`));
  fit.sort((one, other) => begins(other) - begins(one));
  const options = fit.slice(0, OPTIONS).map((row, index) => el("li", {
    role: "option", id: `relation-option-${index}`, "aria-selected": "false", "data-relation": cell(row, "relation_id"),
    mousedown: (event) => { event.preventDefault(); choose(cell(row, "relation_id")); },
  }, el("span", {}, optionText(row)), el("span", { class: "dim" }, plural(cell(row, "events_count") ?? 0, "event"))));
  list.replaceChildren(...options);
  if (fit.length > OPTIONS) list.append(el("li", { class: "dim", role: "presentation" }, `and ${number(fit.length - OPTIONS)} more: go on typing`));
  if (!fit.length) list.append(el("li", { class: "dim", role: "presentation" }, "No such pair in this release"));
  list.hidden = false;
  box.setAttribute("aria-expanded", "true");
  point(fit.length && wanted.length ? 0 : -1);
}

function close() {
  list.hidden = true;
  box.setAttribute("aria-expanded", "false");
  point(-1);
}

function point(index) {
  const options = list.querySelectorAll("[role=option]");
  options[active]?.setAttribute("aria-selected", "false");
  active = options.length && index >= 0 ? (index + options.length) % options.length : -1;
  const chosen = options[active];
  chosen?.setAttribute("aria-selected", "true");
  chosen?.scrollIntoView({ block: "nearest" });
  if (chosen) box.setAttribute("aria-activedescendant", chosen.id);
  else box.removeAttribute("aria-activedescendant");
}

function choose(relation) {
  close();
  location.hash = new URLSearchParams({ relation }).toString();
}

async function pressed(event) {
  const options = list.querySelectorAll("[role=option]");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (list.hidden) await offer();
    else point(event.key === "ArrowDown" ? active + 1 : active < 0 ? options.length - 1 : active - 1 + options.length);
  } else if (event.key === "Enter" && !list.hidden && options[active]) {
    event.preventDefault();
    choose(options[active].dataset.relation);
  } else if (event.key === "Escape") {
    close();
  }
}

async function showRelation(relation, isAsked = true) {
  wantedRelation = relation;
  try {
    const names = ["relations", "events", "missions", "trade"];
    const [[row], events, missions, trade] = await Promise.all(names.map((name) => rowsOfRelation(name, relation)));
    if (wantedRelation !== relation) return;
    if (!row) place.replaceChildren(el("p", {}, `This release has no relation ${relation}.`));
    else {
      place.replaceChildren(...relationOf(row, events, missions, trade));
      if (document.activeElement !== box) box.value = optionText(row);
    }
    if (isAsked) document.getElementById("relations").scrollIntoView();
  } catch (error) {
    place.replaceChildren(el("p", { class: "note" }, error.message));
  }
}

function relationOf(row, events, missions, trade) {
  const relation = cell(row, "relation_id");
  const said = [["Established", cell(row, "established_edtf")], ["Partnership", cell(row, "partnership")], ["Code", relation]];
  const counts = tables.relations.columns.map(({ name }) => name).filter((name) => name.endsWith("_count") && cell(row, name) > 0);
  return [
    el("h3", { class: "pair-title" }, cell(row, "title")),
    el("dl", { class: "summary" }, said.filter(([, value]) => value).map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value)))),
    el("ul", { class: "chips", "aria-label": "Rows of this relation by table" }, counts.map((name) => {
      const table = name.slice(0, -"_count".length);
      return el("li", {}, el("a", { href: address({ table, q: relation }) }, `${table} `, el("span", { class: "dim" }, number(cell(row, name)))));
    })),
    ...drawn(events),
    el("div", { class: "halves" }, postsOf(missions), tradePlot(trade)),
    eventsOf(events),
  ].filter(Boolean);
}

function drawn(events) {
  const reading = el("p", { class: "reading", role: "status" }, el("span", { class: "dim" }, "Choose a mark to read its sentence."));
  const plot = timeline(events, (row, mark) => {
    place.querySelector(".mark.chosen")?.classList.remove("chosen");
    mark.classList.add("chosen");
    reading.replaceChildren(el("strong", {}, cell(row, "date_edtf") ?? "undated"), ` ${cell(row, "evidence")} `, sourceOf(row) ?? "");
  });
  if (!plot) return [];
  const early = plot.early ? el("p", { class: "small" }, `${plural(plot.early, "earlier event")} stand in the list alone.`) : null;
  return [el("div", { class: "timeline open" }, plot.svg, early), reading];
}

function sourceOf(row) {
  const source = cell(row, "evidence_url");
  return source ? link(source, "Source") : null;
}

function postsOf(missions) {
  if (!missions.length) return null;
  const line = (row) => {
    const seat = cell(row, "seat_iso3") ? ` (from ${cell(row, "seat_iso3")})` : "";
    const status = cell(row, "status") === "open" ? "" : `, ${cell(row, "status")}`;
    return el("li", {}, `${cell(row, "sending_iso3")} in ${cell(row, "receiving_iso3")}: ${cell(row, "kind")}`, cell(row, "city") ? ` in ${cell(row, "city")}` : "", seat, el("span", { class: "dim" }, status));
  };
  return el("div", {}, el("h4", {}, "Posts ", el("span", { class: "dim" }, number(missions.length))), shortened(missions.map(line), 8, "plain"));
}

function eventsOf(events) {
  if (!events.length) return null;
  const rows = sorted(events, "date_start", false);
  const line = (row) => el("li", {}, el("time", {}, cell(row, "date_edtf") ?? "undated"), el("span", { class: "kind" }, cell(row, "kind")),
    el("p", {}, sentenceOf(cell(row, "evidence")), " ", sourceOf(row)));
  return el("div", { class: "in-order" }, el("h4", {}, "Events in order ", el("span", { class: "dim" }, number(rows.length))), shortened(rows.map(line), EVENTS, "plain events"));
}

// A long sentence, which may state many events, stays short until it is asked for.
function sentenceOf(said) {
  if (said.length <= LONG) return said;
  const text = el("span", {}, `${said.slice(0, Math.max(said.lastIndexOf(" ", LONG), LONG / 2))} … `);
  const more = el("button", { type: "button", class: "rest" }, "whole");
  more.addEventListener("click", () => text.replaceChildren(said));
  text.append(more);
  return text;
}

// A list of which a long rest stays folded until it is asked for.
function shortened(items, most, style) {
  const whole = el("ul", { class: style }, items.slice(0, most));
  if (items.length <= most) return whole;
  const more = el("button", { type: "button" }, `Show all ${number(items.length)}`);
  more.addEventListener("click", () => {
    whole.append(...items.slice(most));
    more.remove();
    items[most].setAttribute("tabindex", "-1");
    items[most].focus({ preventScroll: true });
  });
  return el("div", {}, whole, el("p", {}, more));
}

// What is shown before anything is chosen: the relation with most events.
async function richest() {
  const rows = await allRows("relations");
  const best = rows.reduce((one, other) => ((cell(other, "events_count") ?? 0) > (cell(one, "events_count") ?? 0) ? other : one), rows[0]);
  return best && cell(best, "relation_id");
}
