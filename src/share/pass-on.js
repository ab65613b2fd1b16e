(() => {
  const words = document.querySelector('[data-copy-link]')?.dataset;
  if (!words) return;
  const said = document.createElement('span');
  said.className = 'said';
  said.setAttribute('role', 'status');
  document.body.append(said);
  const canCopy = Boolean(navigator.clipboard?.writeText);
  const add = (place, label, act) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => act(button));
    place.prepend(button, ' ');
  };
  const copy = (text, label) => async (button) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      button.remove();
      return;
    }
    button.textContent = words.copied;
    said.textContent = words.copied;
    setTimeout(() => {
      button.textContent = label;
      said.textContent = '';
    }, 2000);
  };
  const send = (url, title) => () => navigator.share({ url, title }).catch(() => {});
  for (const place of document.querySelectorAll('[data-pass]')) {
    const { pass, title = document.title } = place.dataset;
    if (navigator.share) add(place, words.send, send(pass, title));
    if (canCopy) add(place, words.copyLink, copy(pass, words.copyLink));
  }
  if (!canCopy) return;
  for (const place of document.querySelectorAll('[data-copies]'))
    add(place, words.copy, copy(place.querySelector('code, cite').textContent, words.copy));
})();
