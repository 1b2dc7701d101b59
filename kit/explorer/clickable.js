// Shows HTML that the kernel made and tells it which [data-pick] was used. What was
// focused or scrolled before a redraw is so again after it, for keyboard users.
function render({ model, el }) {
  let shown = null;
  let waiting = 0;
  // JupyterLab takes digits and letters for commands wherever nothing is typed.
  el.dataset.lmSuppressShortcuts = "true";

  function draw() {
    const active = el.contains(document.activeElement) ? document.activeElement : null;
    const focused = active?.dataset.pick;
    const keyed = active?.dataset.key;
    const typed = active?.type === "search" ? [active.value, active.selectionEnd] : null;
    const scrolled = new Map();
    for (const box of el.querySelectorAll("[data-scroll]")) {
      scrolled.set(box.dataset.scroll, box.scrollTop);
    }
    el.innerHTML = model.get("html");
    for (const box of el.querySelectorAll("[data-scroll]")) {
      box.scrollTop = scrolled.get(box.dataset.scroll) ?? 0;
    }
    if (focused) {
      const again = [...el.querySelectorAll("[data-pick]:not(:disabled)")];
      const same =
        again.find((one) => keyed && one.dataset.key === keyed) ??
        again.find((one) => one.dataset.pick === focused);
      if (same && typed) {
        // What was typed since the kernel was asked is not taken back.
        same.value = typed[0];
        same.setSelectionRange(typed[1], typed[1]);
      }
      same?.focus({ preventScroll: true });
    }
    const here = el.querySelector("[data-here]");
    if (here && here.dataset.here !== shown) {
      here.scrollIntoView({ block: here.tagName === "MARK" ? "center" : "nearest" });
      here.querySelector("[data-key], [aria-pressed]")?.focus({ preventScroll: true });
    }
    shown = here?.dataset.here ?? null;
  }

  // Buttons are clicked; lists and dates say their value once it is chosen, boxes to
  // type in after a pause.
  function pick(event) {
    const target = event.target.closest("[data-pick]");
    if (!target || target.matches("form, input[type=search]")) return;
    const chosen = target.matches("select, input[type=date]");
    if (chosen !== (event.type === "change")) return;
    clearTimeout(waiting);
    const picked = JSON.parse(target.dataset.pick);
    model.send({ pick: chosen ? [...picked, target.value] : picked });
  }

  function type(event) {
    const target = event.target;
    if (!target.matches("input[type=search][data-pick]")) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      model.send({ pick: [...JSON.parse(target.dataset.pick), target.value] });
    }, 250);
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
  el.addEventListener("input", type);
  el.addEventListener("submit", submit);
  el.addEventListener("keydown", press);
  model.on("change:html", draw);
  draw();
  return () => model.off("change:html", draw);
}

export default { render };
