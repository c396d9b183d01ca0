// Search suggestions: the ARIA combobox pattern on a plain search form. The server answers with list items of role "option".
const WAIT_MS = 150;
const MIN_LETTERS = 2;

export function suggest(form) {
  const input = form.querySelector("input[type=search]");
  const list = document.createElement("div");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0].textContent);
  list.hidden = true;
  form.append(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  let timer;
  let request;
  const options = () => [...list.querySelectorAll("[role=option]")];
  const selected = () => list.querySelector("[aria-selected=true]");
  const select = (option) => {
    selected()?.setAttribute("aria-selected", "false");
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };
  const close = () => {
    clearTimeout(timer);
    request?.abort();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    select(null);
  };
  const show = (html) => {
    list.innerHTML = html;
    options().forEach((option, position) => { option.id = `${list.id}-${position}`; });
    const any = options().length > 0;
    list.hidden = !any;
    input.setAttribute("aria-expanded", String(any));
    select(null);
  };
  const fetchSuggestions = async () => {
    const typed = input.value.trim();
    if (typed.length < MIN_LETTERS) return close();
    request?.abort();
    request = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(typed)}`, {
        signal: request.signal,
        headers: { "HX-Request": "true" },
      });
      if (answer.ok && document.activeElement === input) show(await answer.text());
    } catch {
      close();
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(fetchSuggestions, WAIT_MS);
  });
  input.addEventListener("keydown", (event) => {
    const all = options();
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden && all.length > 0) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const position = all.indexOf(selected());
      const next = position + step;
      select(next < 0 || next >= all.length ? (position === -1 && step < 0 ? all.at(-1) : null) : all[next]);
    } else if (event.key === "Enter" && selected()) {
      event.preventDefault();
      window.location.assign(selected().getAttribute("href"));
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  input.addEventListener("blur", close);
}
