// One row: a cell as text, and the row opened, with its evidence and what explains it.
function shown(value) {
  if (value === null) return el("span", { class: "null" }, "–");
  if (value === true || value === false) return value ? "yes" : "no";
  if (Array.isArray(value)) return value.join("; ");
  return typeof value === "number" ? number(value) : value;
}

const short = (value) => (typeof value === "string" && value.length > 160 ? `${value.slice(0, 159)}…` : value);

function evidenceOf(row) {
  const said = cell(row, "evidence");
  if (said === null) return null;
  const address = cell(row, "evidence_url");
  const source = address && link(address, "Read it in the article, at that revision");
  return [
    el("blockquote", {}, said),
    el("p", { class: "small" }, source || "The source has no revision to link to.", ` Rule ${cell(row, "rule_id")}; stated ${plural(cell(row, "statements"), "time")}.`),
  ];
}

const APART = new Set(["evidence", "evidence_url", "rule_id", "statements"]);

function detailsOf(table, row) {
  const { columns, key, fact } = tables[table];
  const said = columns.filter(({ name }) => cell(row, name) !== null && !(fact && APART.has(name)));
  const relation = cell(row, "relation_id");
  return el("div", { class: "row-details" },
    evidenceOf(row),
    el("dl", {}, said.flatMap(({ name, meaning }) => [
      el("dt", { title: meaning }, name), el("dd", {}, link(String(cell(row, name)), cell(row, name)) ?? shown(cell(row, name))),
    ])),
    fact && command(`bilaterals explain ${cell(row, key)}`),
    el("p", { class: "small" },
      el("a", { href: address({ table, q: String(cell(row, key)) }) }, "Link to this row"),
      relation && table !== "relations" && [" · ", el("a", { href: address({ relation }) }, `All of ${relation}`)],
      cell(row, "has_conflict") && [" · ", el("a", { href: address({ table: "conflicts", q: String(cell(row, key)) }) }, "What disagrees")]),
  );
}

// Where the page shows something: "#table=visits&q=Oslo".
const address = (place) => `#${new URLSearchParams(place)}`;
