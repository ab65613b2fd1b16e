// A part that has not come near the screen is not laid out. A reload would guess its height anew and lose the place.
try {
  const parts = [...document.querySelectorAll('.reading ~ .part')];
  const heights = sessionStorage[location.pathname]?.split(',');
  parts.forEach((part, i) => part.style.setProperty('contain-intrinsic-block-size', `auto ${heights?.[i]}px`));
  document.addEventListener('visibilitychange', () => {
    sessionStorage[location.pathname] = parts.map((part) => part.clientHeight);
  });
} catch {
  // Where a frame may store nothing, the place is near enough.
}
