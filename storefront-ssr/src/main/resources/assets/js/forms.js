// Search addresses stay short: fields left empty are not sent.
export function dropEmptyFields(page) {
  page.addEventListener("htmx:configRequest", (event) => {
    const form = event.detail.elt.closest("[data-drop-empty]");
    if (!form) return;
    for (const name of [...event.detail.formData.keys()]) {
      if (event.detail.formData.getAll(name).every((value) => value === "")) event.detail.formData.delete(name);
    }
  });
  page.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-drop-empty]")) return;
    event.target.querySelectorAll("input").forEach((input) => { input.disabled ||= input.value === ""; });
  });
}

// A panel the reader opened stays open when its surroundings are drawn anew.
export function keepOpen(page) {
  let open = [];
  page.addEventListener("htmx:beforeSwap", () => {
    open = [...page.querySelectorAll("[data-keep-open][open]")].map((panel) => panel.id);
  });
  page.addEventListener("htmx:afterSettle", () => {
    open.forEach((id) => { const panel = page.getElementById(id); if (panel) panel.open = true; });
  });
}
