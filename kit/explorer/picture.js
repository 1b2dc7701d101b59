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

  // Bars that mean something can be reached and pressed without a mouse.
  function reachable(data) {
    const bars = data
      .filter((trace) => trace.type === "bar")
      .flatMap(({ customdata, hovertext }) =>
        customdata.map((chosen, index) => ({ chosen, said: hovertext[index] })),
      );
    plot.querySelectorAll(".barlayer .point").forEach((bar, index) => {
      const { chosen, said } = bars[index] ?? {};
      if (!chosen?.length) return;
      bar.setAttribute("tabindex", "0");
      bar.setAttribute("role", "button");
      bar.setAttribute("aria-label", said.replace("<br>", ", "));
      bar.onkeydown = (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose(chosen);
      };
    });
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
