// Enhancements of cart, checkout and orders; every step works without this file.

/** Puts the communes of the chosen province in place of the old select. */
function communes(province) {
  province.addEventListener("change", async () => {
    const answer = await fetch(`${province.dataset.communes}?province=${encodeURIComponent(province.value)}`);
    if (answer.ok) document.getElementById("commune-choice").outerHTML = await answer.text();
  });
}

/** After another choice of shipping, lets the server count again and shows the new sums. */
function recount(form) {
  form.addEventListener("change", async (event) => {
    const action = event.target.dataset?.resubmit;
    if (!action) return;
    const answer = await fetch(action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const selector of [".summary", "input[name=expected_total]", "input[name=key]"]) {
      const now = form.querySelector(selector);
      const next = fresh.querySelector(selector);
      if (now && next) now.replaceWith(next);
    }
  });
}

/** A second click while the first is on its way does nothing. The server would not order twice either. */
function once(form) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    else form.dataset.sent = "true";
  });
  addEventListener("pageshow", () => delete form.dataset.sent);
}

function confirmed(form) {
  form.addEventListener("submit", (event) => {
    if (!window.confirm(form.dataset.confirm)) event.preventDefault();
  });
}

/** A button beside a value; it is hidden where nothing can be copied. */
function copying(button) {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.querySelector("span").textContent = button.dataset.copied;
  });
}

/** Looks now and then whether what somebody waits for has happened, and shows the page anew only then: nobody loses their place. */
function follow(page) {
  setInterval(async () => {
    if (document.hidden) return;
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-state]");
    if (fresh && fresh.dataset.state !== page.dataset.state) location.reload();
  }, page.dataset.follow * 1000);
}

document.querySelectorAll("[data-follow]").forEach(follow);
document.querySelectorAll("button[data-copy]").forEach(copying);
document.querySelectorAll("select[data-communes]").forEach(communes);
document.querySelectorAll("form[data-once]").forEach((form) => { once(form); recount(form); });
document.querySelectorAll("form[data-confirm]").forEach(confirmed);
