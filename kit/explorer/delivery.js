// Hands a file that the kernel made to the browser as a download, wherever either runs.
function initialize({ model }) {
  async function receive(said, buffers) {
    if (!said.file) return;
    const packed = new Blob(buffers).stream();
    const content = packed.pipeThrough(new DecompressionStream("gzip"));
    const bytes = await new Response(content).arrayBuffer();
    const url = URL.createObjectURL(new Blob([bytes], { type: said.type }));
    const link = document.createElement("a");
    link.href = url;
    link.download = said.file;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }

  model.on("msg:custom", receive);
  return () => model.off("msg:custom", receive);
}

export default { initialize, render() {} };
