// Letters without case and accents, so that "Sao Tome" finds "São Tomé".
const fold = (text) => (/[\u00c0-\u036f\u1e00-\u1eff]/.test(text) ? text.normalize("NFD").replace(/[\u0300-\u036f]/g, "") : text).toLowerCase();
const words = (query) => fold(query).split(/\s+/).filter(Boolean);

// All that can be searched of each row of a part, made once; a code of a state also stands for its name.
function haystacks(table, part, names) {
  if (part.haystacks) return part.haystacks;
  const { grid, key, columns } = tables[table];
  const searched = columns.filter(({ name }) => name === key || grid.includes(name) || name.endsWith("_name"));
  const lists = searched.filter(({ name }) => part.columns[name]).map(({ name }) => [part.columns[name], expanding(name, names)]);
  part.haystacks = Array.from({ length: part.count }, (_, index) => {
    let said = "";
    for (const [cells, expand] of lists) {
      const value = cells[index];
      if (value !== null) said += `${expand ? expand(value) : value} `;
    }
    return fold(said);
  });
  return part.haystacks;
}

// What a cell of a column says beyond itself: a code of a state its name, that of a relation both names.
function expanding(name, names) {
  if (name.endsWith("iso3")) return (value) => `${value} ${names.get(value) ?? ""}`;
  if (name === "relation_id") return (value) => `${value} ${value.split("-").map((code) => names.get(code) ?? "").join(" ")}`;
  return null;
}

const passes = (row, filters) => Object.entries(filters).every(([name, wanted]) => String(cell(row, name)) === wanted);

// The rows of a table that hold every word and pass every filter; null where a later search took over.
async function matching(table, { query, filters }, isCurrent, progress) {
  const wanted = words(query);
  const names = await stateNames();
  const found = [];
  const total = tables[table].parts.length;
  for (let part = 1; part <= total; part += 1) {
    const loaded = await load(table, part);
    if (!isCurrent()) return null;
    if (part < total) load(table, part + 1).catch(() => {});
    const texts = wanted.length ? haystacks(table, loaded, names) : null;
    for (const row of rowsOf(loaded)) {
      if (passes(row, filters) && (!texts || wanted.every((word) => texts[row.index].includes(word)))) found.push(row);
    }
    progress(part, total, found.length);
  }
  return found;
}

function sorted(rows, name, descending) {
  const sign = descending ? -1 : 1;
  const compare = new Intl.Collator("en", { numeric: true }).compare;
  const order = (one, other) => (typeof one === "number" ? one - other : compare(String(one), String(other)));
  return rows
    .map((row) => [cell(row, name), row])
    .sort(([one], [other]) => {
      if (one === null || other === null) return (one === null) - (other === null);
      return sign * order(one, other);
    })
    .map(([, row]) => row);
}
