// What has not come near the screen is not laid out. A reload would guess its height anew and lose the place.
try {
  const page = location.pathname;
  const parts = [...document.querySelectorAll('.prose > *, .reading ~ .part')];
  const heights = sessionStorage[page]?.split(',');
  parts.forEach((part, i) => (part.style.containIntrinsicBlockSize = `auto ${heights?.[i]}`));
  document.onvisibilitychange = () => {
    sessionStorage[page] = parts.map((part) => getComputedStyle(part).blockSize);
  };
} catch {
  // Where a frame may store nothing, the place is near enough.
}
