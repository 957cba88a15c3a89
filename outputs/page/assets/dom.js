// Nodes are built, never markup: whatever a cell holds, it is shown as text.
const SVG = "http://www.w3.org/2000/svg";
const format = new Intl.NumberFormat("en");
const number = (value) => format.format(value);
const plural = (count, noun) => `${number(count)} ${count === 1 ? noun : `${noun}s`}`;

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const el = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);
const draw = (name, attributes, ...children) => fill(document.createElementNS(SVG, name), attributes, children);

// An address from a row becomes a link only where it leads to the web: a page may not be made to run "javascript:".
const link = (address, ...children) =>
  /^https?:\/\//i.test(address) ? el("a", { href: address, rel: "noreferrer" }, ...children) : null;

function command(text) {
  const code = el("code", {}, text);
  const button = el("button", { type: "button", class: "copy" }, "Copy");
  makeCopying(button, code);
  return el("div", { class: "command" }, el("pre", {}, code), button);
}

// Where the clipboard is not to be had, as in some browsers for a page from a file, the text is selected instead.
function makeCopying(button, code) {
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(code);
      button.textContent = "Selected";
    }
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
}
