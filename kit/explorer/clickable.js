// Shows HTML that the kernel made and tells it which [data-pick] was used. What was
// focused or scrolled before a redraw is so again after it, for keyboard users.
function render({ model, el }) {
  let shown = null;
  // JupyterLab takes digits and letters for commands wherever nothing is typed.
  el.dataset.lmSuppressShortcuts = "true";

  function draw() {
    const active = el.contains(document.activeElement) ? document.activeElement : null;
    const focused = active?.dataset.pick;
    const keyed = active?.dataset.key;
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
      const same = again.find((one) => one.dataset.pick === focused);
      (same ?? el.querySelector(`[data-key="${keyed}"]`))?.focus({ preventScroll: true });
    }
    const here = el.querySelector("[data-here]");
    if (here && here.dataset.here !== shown) {
      here.scrollIntoView({ block: here.tagName === "MARK" ? "center" : "nearest" });
      here.querySelector("[data-key], [aria-pressed]")?.focus({ preventScroll: true });
    }
    shown = here?.dataset.here ?? null;
  }

  // Buttons are clicked; boxes and lists say their value once it is chosen or typed.
  function pick(event) {
    const target = event.target.closest("[data-pick]");
    if (!target || target.tagName === "FORM") return;
    const typed = target.matches("select, input[type=search], input[type=date]");
    if (typed !== (event.type === "change")) return;
    const picked = JSON.parse(target.dataset.pick);
    model.send({ pick: typed ? [...picked, target.value] : picked });
  }

  function submit(event) {
    event.preventDefault();
    const said = Object.fromEntries(new FormData(event.target));
    model.send({ pick: [...JSON.parse(event.target.dataset.pick), said] });
  }

  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input:not([type=checkbox]), select, textarea")) return;
    const button = el.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!button || button.disabled) return;
    event.preventDefault();
    event.stopPropagation();
    button.click();
  }

  el.addEventListener("click", pick);
  el.addEventListener("change", pick);
  el.addEventListener("submit", submit);
  el.addEventListener("keydown", press);
  model.on("change:html", draw);
  draw();
  return () => model.off("change:html", draw);
}

export default { render };
