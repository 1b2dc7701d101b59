// Shows HTML that the kernel made and tells it which [data-pick] was used. What was
// focused or scrolled before a redraw is so again after it, for keyboard users.
function render({ model, el }) {
  let shown = null;

  function draw() {
    const active = el.contains(document.activeElement) ? document.activeElement : null;
    const focused = active?.dataset.pick;
    const scrolled = new Map();
    for (const box of el.querySelectorAll("[data-scroll]")) {
      scrolled.set(box.dataset.scroll, box.scrollTop);
    }
    el.innerHTML = model.get("html");
    for (const box of el.querySelectorAll("[data-scroll]")) {
      box.scrollTop = scrolled.get(box.dataset.scroll) ?? 0;
    }
    if (focused) {
      const again = [...el.querySelectorAll("[data-pick]")];
      again.find((one) => one.dataset.pick === focused)?.focus({ preventScroll: true });
    }
    const here = el.querySelector("[data-here]");
    if (here && here.dataset.here !== shown) {
      here.scrollIntoView({ block: "center" });
    }
    shown = here?.dataset.here ?? null;
  }

  function pick(event) {
    const target = event.target.closest("[data-pick]");
    if (!target || (target.tagName === "SELECT") !== (event.type === "change")) return;
    const picked = JSON.parse(target.dataset.pick);
    model.send({ pick: target.tagName === "SELECT" ? [...picked, target.value] : picked });
  }

  el.addEventListener("click", pick);
  el.addEventListener("change", pick);
  model.on("change:html", draw);
  draw();
  return () => model.off("change:html", draw);
}

export default { render };
