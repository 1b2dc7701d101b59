// Says what the kernel is at. What takes no time is not said, so that nothing flickers.
const PATIENCE = 300;

function render({ model, el }) {
  let waiting = 0;
  el.setAttribute("role", "status");

  function show() {
    clearTimeout(waiting);
    const said = model.get("said");
    if (!said) {
      el.replaceChildren();
      return;
    }
    waiting = setTimeout(() => {
      const text = document.createElement("span");
      text.textContent = said;
      el.replaceChildren(document.createElement("progress"), text);
    }, PATIENCE);
  }

  model.on("change:said", show);
  show();
  return () => {
    clearTimeout(waiting);
    model.off("change:said", show);
  };
}

export default { render };
