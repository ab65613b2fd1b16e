// Says how high a frame must be to show the whole timeline, wherever the timeline is opened without one.
(() => {
  if (top !== self) return;
  const place = document.querySelector('[data-height]');
  const { documentElement: page } = document;
  const say = () => {
    // A frame does not show this line.
    place.hidden = true;
    const { clientWidth, scrollHeight } = page;
    const sizes = { width: clientWidth, height: scrollHeight };
    place.textContent = place.dataset.height.replace(/\{(\w+)\}/g, (_, name) => sizes[name]);
    place.hidden = false;
  };
  say();
  addEventListener('resize', say);
})();
