// The rows, a file at a time. Each file beside the page is a script that calls `bilaterals.take` with its rows packed,
// since a page that was opened from a file may read another file in no other way.
const contents = JSON.parse(document.getElementById("contents").textContent);
const tables = contents.tables;
const waiting = new Map();
const kept = new Map();
const KEPT = 60;

window.bilaterals = { take: (table, part, packed) => waiting.get(`${table}.${part}`)?.(packed) };

const cell = (row, name) => row.part.columns[name]?.[row.index] ?? null;
const column = (table, name) => tables[table].columns.find((one) => one.name === name);

function fetchScript(name) {
  return new Promise((resolve, reject) => {
    const script = el("script", { src: `page/${name}.js` });
    const end = (settle, value) => { waiting.delete(name); script.remove(); settle(value); };
    waiting.set(name, (packed) => end(resolve, packed));
    script.onerror = () => end(reject, new Error(`The file page/${name}.js is not beside this page.`));
    document.head.append(script);
  });
}

async function unpack(packed) {
  const letters = atob(packed);
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}

// A part of a table, from 1; the parts used last are kept, so that a long visit does not fill the memory.
function load(table, part) {
  const [stop, , , begins] = tables[table].parts[part - 1];
  const name = `${table}.${begins}`;
  const found = kept.get(name) ?? fetchScript(name).then(unpack).then((columns) => {
    const start = part > 1 ? tables[table].parts[part - 2][0] : 0;
    return { columns, start, count: stop - start };
  });
  kept.delete(name);
  kept.set(name, found);
  found.catch(() => kept.delete(name));
  if (kept.size > KEPT) kept.delete(kept.keys().next().value);
  return found;
}

const rowsOf = (part) => Array.from({ length: part.count }, (_, index) => ({ part, index }));

async function allRows(table) {
  const numbers = (tables[table]?.parts ?? []).map((_, index) => index + 1);
  return (await Promise.all(numbers.map((part) => load(table, part)))).flatMap(rowsOf);
}

// The rows of one relation: of a table in order of relations, only the parts that can hold it are loaded.
async function rowsOfRelation(table, relation) {
  const numbers = (tables[table]?.parts ?? [])
    .map(([, first, last], index) => (first <= relation && relation <= last ? index + 1 : 0))
    .filter(Boolean);
  const found = await Promise.all(numbers.map((part) => load(table, part)));
  return found.flatMap(rowsOf).filter((row) => cell(row, "relation_id") === relation);
}

// Names of states by code, for search and titles.
let naming;
function stateNames() {
  naming ??= allRows("states").then((rows) => new Map(rows.map((row) => [cell(row, "iso3"), cell(row, "name")])));
  return naming;
}
