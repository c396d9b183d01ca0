// Puts goods into the cart without leaving the page. The answer is the cart page, which knows the new count; anything else
// (a refusal, an outage) is left to the ordinary way of sending the form.
export function buyInPlace(form) {
  const button = form.querySelector("button[type=submit]");
  const feedback = form.querySelector("[aria-live]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    feedback.replaceChildren();
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (!answer.ok || !answer.redirected) throw new Error(`Answer ${answer.status}`);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const count = page.getElementById("cart-count");
      if (count) document.getElementById("cart-count").replaceWith(document.adoptNode(count));
      const link = Object.assign(document.createElement("a"), { href: form.dataset.cart, textContent: form.dataset.cartText });
      const text = document.createElement("p");
      text.className = "added";
      text.append(form.dataset.added, " ", link);
      feedback.replaceChildren(text);
      button.disabled = false;
    } catch {
      button.disabled = false;
      form.submit();
    }
  });
}
