// What the address asks for is shown; the address is the page's only memory, so that it can be sent to others.
function route() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const table = asked.get("table");
  if (table && tables[table]) openTable(table, asked.get("q") ?? "");
  else if (!panel.hidden) closeTable();
  if (asked.get("relation")) showRelation(asked.get("relation"));
}

function startRelations() {
  if (!tables.relations?.parts.length) return;
  document.getElementById("chooser").hidden = false;
  box.addEventListener("input", offer);
  box.addEventListener("focus", () => box.select());
  box.addEventListener("click", offer);
  box.addEventListener("keydown", pressed);
  box.addEventListener("blur", close);
  // Loaded when it comes into view, so that the page itself is there at once.
  const watcher = new IntersectionObserver(async (seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    watcher.disconnect();
    try {
      const first = wantedRelation ? null : await richest();
      if (first && !wantedRelation) await showRelation(first, false);
    } catch (error) {
      place.replaceChildren(el("p", { class: "note" }, error.message));
    }
  }, { rootMargin: "200px" });
  watcher.observe(document.getElementById("relations"));
}

document.getElementById("without-script").hidden = true;
for (const button of document.querySelectorAll(".copy")) {
  button.hidden = false;
  makeCopying(button, button.parentElement.querySelector("code"));
}
addEventListener("hashchange", route);
startRelations();
route();
