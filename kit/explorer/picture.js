// Draws the figure that the kernel sends and tells it which mark was used. It waits for
// a place with a width: plotly measures its title, and nothing can be measured before.
function render({ model, el }) {
  const plot = document.createElement("div");
  plot.className = "kit-plot";
  el.append(plot);
  let drawn = null;

  async function draw() {
    if (!plot.clientWidth) return;
    const text = model.get("figure");
    if (drawn === text) {
      await window.Plotly.Plots.resize(plot);
      return;
    }
    const first = drawn === null;
    drawn = text;
    const { data, layout, config } = JSON.parse(text);
    // Its height is the drawing's: left to plotly, a page made wider lets it fall to 0.
    plot.style.height = `${layout.height}px`;
    await window.Plotly.react(plot, data, layout, config);
    if (first) plot.on("plotly_click", (event) => choose(key(event.points[0])));
    // Meanwhile another may have been drawn, and says itself what it is.
    if (drawn !== text) return;
    plot.setAttribute("role", "group");
    plot.setAttribute("aria-label", layout.meta?.alt ?? "");
    reachable(data);
  }

  // An area of a map or network is no point: its key stands with the whole of it.
  function key(mark) {
    return mark.customdata ?? mark.data?.meta?.key;
  }

  // What has an empty key means nothing: a time without articles, a land without news.
  function choose(chosen) {
    if (chosen?.length) model.send({ clicked: chosen });
  }

  // Bars and marks that mean something can be reached and pressed without a mouse. Of
  // hundreds of marks none is a stop: who walks by keys would never get past them.
  function reachable(data) {
    const bars = meant(data, (trace) => trace.type === "bar");
    plot.querySelectorAll(".barlayer .point").forEach((bar, index) => {
      press(bar, bars[index]);
    });
    const marks = meant(data, (trace) => trace.mode === "markers");
    const points = plot.querySelectorAll(".scatterlayer .points path.point");
    if (points.length > 200 || points.length !== marks.length) return;
    points.forEach((point, index) => press(point, marks[index]));
  }

  function meant(data, chosen) {
    return data
      .filter(chosen)
      .flatMap(({ customdata, hovertext }) =>
        customdata.map((key, index) => ({ key, said: hovertext[index] })),
      );
  }

  function press(element, { key, said } = {}) {
    if (!key?.length) return;
    element.setAttribute("tabindex", "0");
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", said.replaceAll("<br>", ", "));
    element.onkeydown = (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(key);
    };
  }

  const place = new ResizeObserver(draw);
  place.observe(plot);
  model.on("change:figure", draw);
  return () => {
    place.disconnect();
    model.off("change:figure", draw);
    window.Plotly.purge(plot);
  };
}

export default { render };
