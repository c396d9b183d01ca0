// Puts goods into the cart without leaving the page. The server answers a form it has taken with a redirect, which is not
// followed here: from then on the goods are in the cart, and nothing sends the form again. A form that was refused, or got no
// answer at all, goes the ordinary way, whose answer is a page that says why.
export function buyInPlace(form) {
  const button = form.querySelector("button[type=submit]");
  const feedback = form.querySelector("[aria-live]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    feedback.replaceChildren();
    const taken = await send(form);
    if (taken) {
      await showCount(form.dataset.cart);
      feedback.replaceChildren(added(form));
    }
    button.disabled = false;
    if (taken === false) form.submit();
    // Whether the goods are in the cart is not known: the cart shows it.
    if (taken === undefined) location.assign(form.dataset.cart);
  });
}

async function send(form) {
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });
    if (answer.type === "opaqueredirect") return true;
    return answer.status < 500 ? false : undefined;
  } catch {
    return false;
  }
}

async function showCount(cart) {
  try {
    const answer = await fetch(cart);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const count = page.getElementById("cart-count");
    if (count) document.getElementById("cart-count").replaceWith(document.adoptNode(count));
  } catch {
    // The count in the header stays as it was until the next page.
  }
}

function added(form) {
  const link = Object.assign(document.createElement("a"), { href: form.dataset.cart, textContent: form.dataset.cartText });
  const text = document.createElement("p");
  text.className = "added";
  text.append(form.dataset.added, " ", link);
  return text;
}
