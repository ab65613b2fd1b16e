// Adds the buttons that work where the page is read. Without it the links beside them do.
(() => {
  const words = document.querySelector('[data-copy-link]')?.dataset;
  if (!words) return;
  const canCopy = navigator.clipboard?.writeText;
  const canSend = navigator.share;
  const said = document.createElement('span');
  said.className = 'said';
  said.role = 'status';
  document.body.append(said);

  const button = (label, act) => {
    const made = document.createElement('button');
    made.textContent = label;
    made.onclick = () => act(made, label);
    return made;
  };
  const copy = (text) => async (pressed, label) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // The browser has a clipboard and does not let this page write to it.
      pressed.remove();
      return;
    }
    pressed.textContent = said.textContent = words.copied;
    setTimeout(() => {
      pressed.textContent = label;
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
    // Behind the link that is there already, so that nothing moves.
    if (canCopy) place.append(' ', button(words.copyLink, copy(url)));
    if (canSend && (whole || !canCopy)) place.append(' ', button(words.send, send(url, title)));
  }
  if (!canCopy) return;
  for (const place of document.querySelectorAll('[data-copies]'))
    place.append(' ', button(words.copy, copy(place.querySelector('code, cite').textContent)));
})();
