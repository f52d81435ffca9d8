"use strict";
// A click on a row shows its words in the report, a click on words shows their rows.
const marked = [...document.querySelectorAll("span[data-rows]")];
const rows = [...document.querySelectorAll("tr[data-row]")];

function show(names, scrollTo) {
  const wanted = new Set(names);
  for (const span of marked) {
    span.classList.toggle("on", span.dataset.rows.split(" ").some((n) => wanted.has(n)));
  }
  for (const row of rows) row.classList.toggle("on", wanted.has(row.dataset.row));
  const first = (scrollTo === "text" ? marked : rows).find((e) => e.classList.contains("on"));
  if (first) first.scrollIntoView({ block: "center", behavior: "smooth" });
}

for (const row of rows) {
  row.addEventListener("click", () => show([row.dataset.row], "text"));
  row.addEventListener("keydown", (event) => {
    if (event.key === "Enter") show([row.dataset.row], "text");
  });
}
for (const span of marked) {
  span.addEventListener("click", () => show(span.dataset.rows.split(" "), "table"));
}
