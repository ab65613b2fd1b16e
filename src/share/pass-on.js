// Adds the buttons that work where the page is read. Without it the links beside them do.
(() => {
  const words = document.querySelector('[data-copy-link]')?.dataset;
  if (!words) return;
  const canCopy = Boolean(navigator.clipboard?.writeText);
  const canSend = Boolean(navigator.share);
  const said = document.createElement('span');
  said.className = 'said';
  said.setAttribute('role', 'status');
  document.body.append(said);

  const add = (place, label, act) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => act(button, label));
    place.prepend(button, ' ');
  };
  const copy = (text) => async (button, label) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // The browser has a clipboard and does not let this page write to it.
      button.remove();
      return;
    }
    button.textContent = said.textContent = words.copied;
    setTimeout(() => {
      button.textContent = label;
      said.textContent = '';
    }, 2000);
  };
  const send = (url, title) => () => navigator.share({ url, title }).catch(() => {});

  // The address on the web, also where a copy of the page was opened from a disk.
  const canonical = document.querySelector('link[rel=canonical]').href;
  for (const place of document.querySelectorAll('[data-pass]')) {
    const whole = place.dataset.pass;
    const url = whole || new URL(place.querySelector('a').getAttribute('href'), canonical).href;
    const title = place.dataset.title || place.closest('[id]').querySelector('.title').textContent.trim();
    if (canSend && (whole || !canCopy)) add(place, words.send, send(url, title));
    if (canCopy) add(place, words.copyLink, copy(url));
  }
  if (!canCopy) return;
  for (const place of document.querySelectorAll('[data-copies]'))
    add(place, words.copy, copy(place.querySelector('code, cite').textContent));
})();
