// Adds the buttons that work where the page is read. Without it the links beside them do.
(() => {
  const place = document.querySelector('[data-pass]');
  if (!place) return;
  const words = place.dataset;
  const said = document.createElement('span');
  said.className = 'unseen';
  // Firefox knows the property `role` since 119 only.
  said.setAttribute('role', 'status');
  document.body.append(said);

  const add = (to, label, act) => {
    const made = document.createElement('button');
    made.textContent = label;
    made.onclick = () => act(made, label);
    // Behind what is there already, so that nothing moves.
    to.append(' ', made);
  };
  const copy = (shown) => async (pressed, label) => {
    let word = words.copied;
    try {
      await navigator.clipboard.writeText(shown.textContent);
    } catch {
      // The browser has a clipboard and does not let this page write to it.
      if (!shown.isConnected) place.append(shown);
      getSelection().selectAllChildren(shown);
      word = words.refused;
    }
    pressed.textContent = said.textContent = word;
    setTimeout(() => {
      pressed.textContent = label;
      said.textContent = '';
    }, 2000);
  };

  if (navigator.clipboard?.writeText) {
    // The address on the web, also where a copy of the page was opened from a disk.
    const address = document.createElement('code');
    address.textContent = words.pass;
    add(place, words.copyLink, copy(address));
    for (const copied of document.querySelectorAll('[data-copies]'))
      add(copied, words.copy, copy(copied.firstElementChild));
  }
  if (navigator.share)
    add(place, words.send, () => navigator.share({ url: words.pass, title: words.title }).catch(() => {}));
})();
