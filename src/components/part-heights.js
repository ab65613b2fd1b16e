// What has not come near the screen is not laid out. A reload would guess its height anew and lose the place.
try {
  const { pathname } = location;
  const parts = [...document.querySelectorAll('.reading ~ .part, .prose > *')];
  const heights = sessionStorage[pathname]?.split(',');
  parts.forEach((part, i) => (part.style.containIntrinsicBlockSize = `auto ${heights?.[i]}px`));
  document.onvisibilitychange = () => {
    sessionStorage[pathname] = parts.map((part) => part.clientHeight);
  };
} catch {
  // Where a frame may store nothing, the place is near enough.
}
