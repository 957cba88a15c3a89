// The stated values of trade of a relation: year across, amount up on a scale of powers of ten, a sign for each flow.
const SIGNS = {
  total: (x, y) => draw("circle", { cx: x, cy: y, r: 5 }),
  export: (x, y) => draw("svg", { x, y, overflow: "visible" }, draw("path", { d: "M0 -6 L6 5 L-6 5 Z" })),
  import: (x, y) => draw("svg", { x, y, overflow: "visible" }, draw("path", { d: "M0 6 L5 -4 L-5 -4 Z" })),
  balance: (x, y) => draw("svg", { x, y, overflow: "visible" }, draw("path", { d: "M0 -5 L5 0 L0 5 L-5 0 Z" })),
};
const TALL = 200;

function tradePlot(rows) {
  const values = rows.filter((row) => cell(row, "value") > 0 && cell(row, "date_start") !== null && cell(row, "currency") !== null && cell(row, "measure") === "value");
  const tally = new Map();
  for (const row of values) tally.set(cell(row, "currency"), (tally.get(cell(row, "currency")) ?? 0) + 1);
  const [currency] = [...tally.keys()].sort((one, other) => tally.get(other) - tally.get(one));
  const points = values.filter((row) => cell(row, "currency") === currency);
  if (points.length < 2) return null;
  const years = points.map((row) => Math.floor(yearOf(cell(row, "date_start"))));
  const first = Math.min(...years) - 1;
  const last = Math.max(...years) + 1;
  const powers = points.map((row) => Math.log10(cell(row, "value")));
  const low = Math.floor(Math.min(...powers));
  const high = Math.max(low + 1, Math.ceil(Math.max(...powers)));
  const axis = { first, last, at: (year) => 13 + (82 * (year - first)) / (last - first) };
  const up = (power) => 8 + (TALL * (high - power)) / (high - low);
  const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
  const levels = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  const flows = [...new Set(points.map((row) => cell(row, "flow")))].sort();
  const svg = draw("svg", { class: "plot", role: "img", width: "100%", height: TALL + 36, "aria-label": `${plural(points.length, "figure")} of trade in ${currency}, ${first + 1} to ${last - 1}; the list has each.` },
    levels.map((power) => [
      draw("line", { class: "grid", x1: "10%", x2: "100%", y1: up(power), y2: up(power) }),
      draw("text", { x: 0, y: up(power) + 4 }, compact.format(10 ** power))]),
    ticksOf(axis),
    points.map((row, index) => {
      const flow = cell(row, "flow");
      const sign = SIGNS[flow](`${axis.at(years[index])}%`, up(powers[index]));
      const says = `${cell(row, "date_edtf")}: ${flow} of ${compact.format(cell(row, "value"))} ${currency}${cell(row, "reporter_iso3") ? `, ${cell(row, "reporter_iso3")}` : ""}`;
      return draw("g", { class: flow }, sign, draw("title", {}, says));
    }));
  const key = el("ul", { class: "key" }, flows.map((flow) => el("li", {}, draw("svg", { "aria-hidden": "true", viewBox: "-8 -8 16 16" }, draw("g", { class: flow }, SIGNS[flow](0, 0))), flow)));
  return el("div", {}, el("h4", {}, "Trade figures ", el("span", { class: "dim" }, currency)), svg, key);
}

function ticksOf(axis) {
  const span = axis.last - axis.first;
  const every = [1, 2, 5, 10, 20, 50].find((size) => span / size <= 8) ?? 100;
  const years = [];
  for (let year = Math.ceil(axis.first / every) * every; year <= axis.last; year += every) years.push(year);
  return years.map((year) => draw("text", { class: "tick", x: `${axis.at(year)}%`, y: TALL + 30 }, String(year)));
}
