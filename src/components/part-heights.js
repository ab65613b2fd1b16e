// A part that has not come near the screen is not laid out. A reload would guess its height anew and lose the place.
{
  const parts = [...document.querySelectorAll('.part')];
  parts.forEach((part, i) => part.style.setProperty('contain-intrinsic-block-size', `auto ${history.state?.[i]}px`));
  addEventListener('scrollend', () => history.replaceState(parts.map((part) => part.clientHeight), ''));
}
