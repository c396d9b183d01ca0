// A menu made of <details> closes on Escape and when the reader turns elsewhere.
export function closeMenusOutside(page) {
  const close = (menu) => { menu.open = false; };
  page.addEventListener("click", (event) => {
    page.querySelectorAll("[data-menu][open]").forEach((menu) => {
      if (!menu.contains(event.target)) close(menu);
    });
  });
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    page.querySelectorAll("[data-menu][open]").forEach((menu) => {
      close(menu);
      menu.querySelector("summary").focus();
    });
  });
}
