// The events of a relation over the years, a lane for each kind; marks of one place are stacked.
const LANE = 30;
const STACK = 5;
const BINS = 70;
const SPAN = 120;

const yearOf = (day) => Number(day.slice(0, day.indexOf("-", 1))) + (Number(day.slice(-5, -3)) - 1) / 12;

function timeline(events, choose) {
  const dated = events.filter((row) => cell(row, "date_start") !== null);
  if (!dated.length) return null;
  const last = Math.ceil(Math.max(...dated.map((row) => yearOf(cell(row, "date_end") ?? cell(row, "date_start")))) + 0.1);
  const starts = dated.map((row) => yearOf(cell(row, "date_start"))).filter((year) => year > last - SPAN);
  const first = Math.floor(Math.min(...starts, last - 5));
  const axis = { first, last, at: (year) => (100 * (Math.max(year, first) - first)) / (last - first) };
  const kinds = [...new Set(dated.map((row) => cell(row, "kind")))].sort();
  const count = (kind) => dated.filter((row) => cell(row, "kind") === kind).length;
  const other = (kind) => kind === "other";
  kinds.sort((one, two) => other(one) - other(two) || count(two) - count(one));
  let top = 0;
  const lanes = kinds.map((kind) => {
    const lane = laneOf(kind, dated.filter((row) => cell(row, "kind") === kind), axis, top, choose);
    top += lane.height;
    return lane.node;
  });
  const label = `${plural(dated.length, "dated event")} of ${kinds.length} kinds, ${first} to ${last - 1}; the list below has each.`;
  const svg = draw("svg", { class: "plot", role: "img", "aria-label": label, width: "100%", height: top + 24 }, yearsOf(axis, top), lanes);
  return { svg, early: dated.filter((row) => yearOf(cell(row, "date_end") ?? cell(row, "date_start")) < first).length };
}

function laneOf(kind, rows, axis, top, choose) {
  const stacks = new Map();
  const placed = rows.filter((row) => yearOf(cell(row, "date_end") ?? cell(row, "date_start")) >= axis.first);
  const marks = placed.map((row) => {
    const from = yearOf(cell(row, "date_start"));
    const until = cell(row, "date_end") === null ? from : yearOf(cell(row, "date_end"));
    const bin = Math.round((axis.at((Math.max(from, axis.first) + until) / 2) / 100) * BINS);
    const level = stacks.get(bin) ?? 0;
    stacks.set(bin, level + 1);
    return { row, from, until, level: level % STACK };
  });
  const levels = Math.min(STACK, Math.max(0, ...stacks.values()));
  const height = LANE + Math.max(0, levels - 1) * 9;
  const base = top + height - 9;
  const node = draw("g", {},
    draw("line", { class: "lane", x1: 0, x2: "100%", y1: base, y2: base }),
    draw("text", { class: "name", x: 0, y: top + 12 }, kind, draw("tspan", { dx: 6, class: "dim" }, number(rows.length))),
    marks.map((mark) => markOf(mark, axis, base - mark.level * 9, choose)));
  return { node, height };
}

function markOf({ row, from, until }, axis, y, choose) {
  const says = draw("title", {}, `${cell(row, "date_edtf")}: ${short(cell(row, "description"))}`);
  const click = (event) => choose(row, event.currentTarget);
  if (until - from > 1.1) {
    return draw("line", { class: "mark", x1: `${axis.at(from)}%`, x2: `${axis.at(until)}%`, y1: y, y2: y, click }, says);
  }
  return draw("circle", { class: "mark", cx: `${axis.at((from + until) / 2)}%`, cy: y, r: 4.5, click }, says);
}

function yearsOf(axis, top) {
  const span = axis.last - axis.first;
  const every = [1, 2, 5, 10, 20, 50].find((size) => span / size <= 12) ?? 100;
  const years = [];
  for (let year = Math.ceil(axis.first / every) * every; year < axis.last; year += every) years.push(year);
  return years.map((year) => draw("g", { class: (year / every) % 2 && years.length > 4 ? "minor" : null },
    draw("line", { class: "grid", x1: `${axis.at(year)}%`, x2: `${axis.at(year)}%`, y1: 0, y2: top + 4 }),
    draw("text", { class: "tick", x: `${axis.at(year)}%`, y: top + 19 }, String(year))));
}
