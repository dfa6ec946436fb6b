// What makes the pages quicker to use. Everything works without it.

// "/" goes to the search field.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const search = document.getElementById("zoek");
  if (!search || search.offsetParent === null) return;
  event.preventDefault();
  search.focus();
});

// Buttons that only a script can serve are hidden until there is one.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// Tabs that do not fit: the one of this page is in sight.
for (const tab of document.querySelectorAll(".tabs [aria-current]")) {
  tab.scrollIntoView({ block: "nearest", inline: "center" });
}

// A file that is too large is refused before it is sent.
for (const input of document.querySelectorAll("[data-max-megabytes]")) {
  input.addEventListener("change", () => {
    const tooLarge = [...input.files].some((file) => file.size > input.dataset.maxMegabytes * 1024 * 1024);
    input.setCustomValidity(tooLarge ? input.dataset.tooLarge : "");
    input.reportValidity();
  });
}

// An import that is running: read the page again and replace the parts that changed, until it is done.
const second = 1000;
let failures = 0;
const reachable = (part) => [...part.querySelectorAll("a, button, input, select, summary")];
async function poll() {
  const running = document.querySelector("[data-poll]");
  if (!running) return;
  try {
    const response = await fetch(window.location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
    if (!response.ok || response.redirected) throw new Error(response.statusText);
    const next = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const part of document.querySelectorAll("[data-live]")) {
      const fresh = next.getElementById(part.id);
      if (!fresh || fresh.innerHTML === part.innerHTML) continue;
      const focused = reachable(part).indexOf(document.activeElement);
      part.replaceChildren(...fresh.childNodes);
      part.toggleAttribute("data-poll", fresh.hasAttribute("data-poll"));
      reachable(part)[focused]?.focus();
    }
    failures = 0;
  } catch {
    failures += 1;
    if (failures === 5) return;
  }
  window.setTimeout(poll, second * 2 ** failures);
}
window.setTimeout(poll, second);

// A form that saves itself: what was filled in is sent when a field changes, and what stands beside it is shown anew.
for (const form of document.querySelectorAll("[data-autosave]")) {
  form.addEventListener("change", async () => {
    const body = new URLSearchParams(new FormData(form));
    body.set("doe", "bewaar");
    try {
      const response = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
      if (!response.ok) return;
      const next = new DOMParser().parseFromString(await response.text(), "text/html");
      for (const part of document.querySelectorAll("[data-live]")) {
        const fresh = next.getElementById(part.id);
        if (fresh) part.replaceChildren(...fresh.childNodes);
      }
    } catch {
      // Saving is still possible with the button.
    }
  });
}
