// Shows the minus and plus buttons beside a number field and keeps them within its limits.
export function stepper(box) {
  const input = box.querySelector("input[type=number]");
  const buttons = [...box.querySelectorAll("[data-step]")];
  const limits = () => ({ min: Number(input.min || 1), max: Number(input.max || Infinity) });
  const refresh = () => {
    const { min, max } = limits();
    const value = Number(input.value);
    buttons.forEach((button) => {
      button.disabled = Number(button.dataset.step) < 0 ? value <= min : value >= max;
    });
  };
  buttons.forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const { min, max } = limits();
      const next = (Number(input.value) || min) + Number(button.dataset.step);
      input.value = String(Math.min(max, Math.max(min, next)));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  });
  input.addEventListener("input", refresh);
  input.addEventListener("change", refresh);
  refresh();
}
