// A table opened: search, filters, order, pages of rows, and each row's details.
const PAGE = 50;
const panel = document.getElementById("preview");
let asked = 0;

function openTable(table, query = "") {
  const state = { table, query, filters: {}, sort: null, descending: false, page: 0, rows: null };
  const grid = el("div", { class: "scroll", role: "region", "aria-label": `Rows of ${table}`, tabindex: "0" });
  const status = el("p", { class: "status", role: "status" });
  const pages = el("div", { class: "pages" });
  const heading = el("h3", { id: "preview-title", tabindex: "-1" }, table);
  const view = { state, grid, status, pages };
  panel.replaceChildren(
    el("div", { class: "head" }, el("div", {}, heading, el("p", { class: "dim" }, `One row is ${tables[table].row}.`)),
      el("button", { type: "button", click: () => { location.hash = "tables"; } }, "Close")),
    controlsOf(view), status, grid, pages, meaningsOf(table));
  panel.setAttribute("aria-labelledby", "preview-title");
  panel.setAttribute("role", "region");
  panel.hidden = false;
  for (const one of document.querySelectorAll(".open")) {
    if (one.hash === `#table=${table}`) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
  heading.focus({ preventScroll: true });
  panel.scrollIntoView();
  return refresh(view);
}

function closeTable() {
  asked += 1;
  panel.hidden = true;
  panel.replaceChildren();
  document.querySelector(".open[aria-current]")?.removeAttribute("aria-current");
}

function controlsOf(view) {
  const { table } = view.state;
  const search = el("input", { id: "preview-search", type: "search", autocomplete: "off", spellcheck: "false", value: view.state.query, placeholder: "Words, names of states, codes, identifiers" });
  let timer;
  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => { view.state.query = search.value; refresh(view); }, 200);
  });
  const choices = tables[table].columns.filter((one) => (one.codes || one.type === "bool") && one.name !== "date_precision" && one.name !== "approximate").slice(0, 4);
  return el("div", { class: "controls", role: "search" },
    el("div", {}, el("label", { for: "preview-search" }, `Search ${table}`), search),
    choices.map((one) => choiceOf(view, one)));
}

function choiceOf(view, { name, codes }) {
  const options = codes ? Object.keys(codes).map((code) => [code, code]) : [["true", "yes"], ["false", "no"]];
  const select = el("select", { id: `filter-${name}` }, el("option", { value: "" }, "any"),
    options.map(([value, text]) => el("option", { value }, text)));
  select.addEventListener("change", () => {
    if (select.value) view.state.filters[name] = select.value;
    else delete view.state.filters[name];
    refresh(view);
  });
  return el("div", {}, el("label", { for: `filter-${name}` }, name), select);
}

function meaningsOf(table) {
  return el("details", { class: "meanings" }, el("summary", {}, "What the columns mean"),
    el("dl", {}, tables[table].columns.flatMap(({ name, type, meaning, unit, codes }) => [
      el("dt", {}, `${name} `, el("span", { class: "dim" }, type)),
      el("dd", {}, meaning, unit ? ` Unit: ${unit}.` : null, codes ? el("ul", {}, Object.entries(codes).map(([code, said]) => el("li", {}, el("code", {}, code), ` ${said}`))) : null)])));
}

const isPlain = ({ query, filters, sort }) => !words(query).length && !Object.keys(filters).length && !sort;

// Looks for the rows again, after a change of search, filter or order; without any, one page's rows alone are loaded.
async function refresh(view) {
  const { state, status } = view;
  const mine = (asked += 1);
  const isCurrent = () => mine === asked;
  state.page = 0;
  state.rows = null;
  try {
    if (!isPlain(state)) {
      const found = await matching(state.table, state, isCurrent, (part, parts, count) => {
        if (parts > 3) status.textContent = `${plural(count, "row")} so far, ${part} of ${parts} files searched …`;
      });
      if (!found) return;
      state.rows = state.sort ? sorted(found, state.sort, state.descending) : found;
    }
    await showPage(view, isCurrent);
  } catch (error) {
    if (isCurrent()) status.textContent = error.message;
  }
}

async function pageRows({ table, rows, page }) {
  const from = page * PAGE;
  if (rows) return rows.slice(from, from + PAGE);
  const stop = Math.min(from + PAGE, tables[table].shown);
  const numbers = tables[table].parts.flatMap(([end], index, all) => (end > from && (index ? all[index - 1][0] : 0) < stop ? [index + 1] : []));
  const loaded = await Promise.all(numbers.map((part) => load(table, part)));
  return loaded.flatMap(rowsOf).filter((row) => row.part.start + row.index >= from && row.part.start + row.index < stop);
}

async function showPage(view, isCurrent = () => true) {
  const { state, grid } = view;
  const rows = await pageRows(state);
  if (!isCurrent()) return;
  grid.replaceChildren(rows.length ? gridOf(view, rows) : el("p", {}, state.rows ? "No row matches." : "This table has no rows."));
  grid.scrollLeft = 0;
  showStatus(view);
}

function showStatus({ state, status, pages, ...rest }) {
  const { rows, shown: had } = tables[state.table];
  const count = state.rows ? state.rows.length : had;
  const capped = had < rows ? ` The page has the first ${number(had)} of ${number(rows)}; the files have all.` : "";
  const of = state.rows ? `${number(count)} of ${plural(had, "row")} ${count === 1 ? "matches" : "match"}.` : `${plural(had, "row")}.`;
  status.textContent = of + capped;
  const last = Math.max(0, Math.ceil(count / PAGE) - 1);
  const turn = (by) => async () => {
    state.page += by;
    await showPage({ state, status, pages, ...rest });
    panel.scrollIntoView();
  };
  pages.hidden = last === 0;
  pages.replaceChildren(
    el("button", { type: "button", disabled: state.page === 0, click: turn(-1) }, "Previous"),
    el("span", {}, `Page ${number(state.page + 1)} of ${number(last + 1)}`),
    el("button", { type: "button", disabled: state.page >= last, click: turn(1) }, "Next"));
}

function gridOf(view, rows) {
  const { table } = view.state;
  const names = tables[table].grid;
  return el("table", { class: "grid", role: "table" },
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, el("th", { scope: "col", role: "columnheader" }, el("span", { class: "hidden" }, "Details")),
      names.map((name) => headOf(view, name)))),
    el("tbody", { role: "rowgroup" }, rows.map((row) => lineOf(table, names, row))));
}

function headOf(view, name) {
  const { state } = view;
  const { type, meaning } = column(state.table, name);
  const isSorted = state.sort === name;
  const turn = () => {
    state.descending = isSorted && !state.descending;
    state.sort = name;
    refresh(view).then(() => view.grid.querySelector(`[data-sort="${name}"]`)?.focus());
  };
  return el("th", { scope: "col", role: "columnheader", class: isNumber(type) ? "number" : null, "aria-sort": isSorted ? (state.descending ? "descending" : "ascending") : null },
    el("button", { type: "button", title: meaning, "data-sort": name, click: turn }, name, isSorted ? el("span", { "aria-hidden": "true" }, state.descending ? " ↓" : " ↑") : null));
}

const isNumber = (type) => type === "int" || type === "float";

function lineOf(table, names, row) {
  const id = String(cell(row, tables[table].key));
  const opener = el("button", { type: "button", class: "opener", "aria-expanded": "false", "aria-label": `Details of ${id}` }, "+");
  const line = el("tr", { role: "row" }, el("td", { class: "opening", role: "cell" }, opener), names.map((name) => cellOf(table, name, row)));
  let details = null;
  opener.addEventListener("click", () => {
    if (details) details.remove();
    else line.after(el("tr", { class: "details", role: "row" }, el("td", { colspan: names.length + 1, role: "cell" }, detailsOf(table, row))));
    details = details ? null : line.nextElementSibling;
    opener.setAttribute("aria-expanded", String(details !== null));
    opener.textContent = details ? "–" : "+";
  });
  return line;
}

function cellOf(table, name, row) {
  const { type, codes } = column(table, name);
  const value = cell(row, name);
  const text = typeof value === "string" ? value : "";
  const styles = [isNumber(type) && "number", (name === "evidence" || text.length > 60) && "wide-cell", value === null && "empty", (codes || /_edtf$|^relation_id$|iso3$/.test(name)) && text.length < 24 && "nowrap"];
  const year = name === "count" || !isNumber(type) || !/^existed_/.test(name) ? shown(short(value)) : String(value ?? "–");
  return el("td", { class: styles.filter(Boolean).join(" ") || null, role: "cell", "data-name": name }, year);
}
