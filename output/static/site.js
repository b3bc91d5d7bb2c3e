// Small comforts; every page does without. A record whose words go on in another paragraph is lit whole when a link
// leads to it, and a citation can be copied with one press.
"use strict";

function light() {
  for (const each of document.querySelectorAll(".lit")) each.classList.remove("lit");
  const of = decodeURIComponent(location.hash.slice(1));
  if (!of) return;
  for (const each of document.querySelectorAll("[data-of]")) {
    if (each.dataset.of === of) each.classList.add("lit");
  }
}

function offerCopy(citation) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(citation.textContent);
    button.textContent = "Copied";
  });
  citation.after(button);
}

addEventListener("hashchange", light);
light();
if (navigator.clipboard) document.querySelectorAll("pre.citation").forEach(offerCopy);
