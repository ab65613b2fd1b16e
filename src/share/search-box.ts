import { findables, type FindStory, type Found, search } from './find.ts';

/** A page is looked through, not a thousand of them: who wants less writes another word. */
const MOST_SHOWN = 50;

/** Brings the search of the find page to life: words in, links out, as they are typed. */
export async function showSearch(): Promise<void> {
  if (!('DecompressionStream' in window)) return;
  const form = document.querySelector('form') as HTMLFormElement;
  const [field, status, list] = [...form.querySelectorAll('input, [role], ol')] as [
    HTMLInputElement,
    HTMLElement,
    HTMLElement,
  ];
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  // Before the index is there, so that nothing moves when it is; what was typed meanwhile is looked for then.
  form.hidden = false;
  // Sent by the browser, the form would load the page anew.
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.focus();
  });
  const among = findables(await unpack(document.getElementById('search_index')?.textContent ?? ''));
  const show = (isTyping: boolean): void => {
    const query = field.value.trim();
    const found = search(among, query);
    // A syllable that is still being put together is often in no word.
    if (isTyping && found.length === 0) return;
    const shown = found.slice(0, MOST_SHOWN);
    list.replaceChildren(...shown.map(item));
    const { found: all, more, none } = status.dataset;
    const message = found.length > shown.length ? more : found.length > 0 ? all : query && none;
    status.textContent = (message ?? '').replace('{count}', `${found.length}`).replace('{shown}', `${shown.length}`);
    remember(query);
  };
  show(false);
  field.addEventListener('input', (event) => show((event as InputEvent).isComposing));
  field.addEventListener('compositionend', () => show(false));
  form.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.isComposing) return;
    const stops: HTMLElement[] = [field, ...list.querySelectorAll('a')];
    const next = stops[stops.indexOf(event.target as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

async function unpack(index: string): Promise<FindStory[]> {
  const bytes = Uint8Array.from(atob(index), (sign) => sign.charCodeAt(0));
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(inflated).json();
}

function item({ title, href, about }: Found): HTMLElement {
  const [entry, link] = [document.createElement('li'), document.createElement('a')];
  link.href = href;
  link.textContent = title;
  entry.append(link, about.join(' · '));
  return entry;
}

/** Keeps the query in the address, for going back and for passing on. */
function remember(query: string): void {
  const { pathname, search, hash } = location;
  const wanted = query ? `?q=${encodeURIComponent(query)}` : '';
  try {
    if (wanted !== search) history.replaceState(null, '', pathname + wanted + hash);
  } catch {
    // Some browsers do not let a file do so, or not so often.
  }
}
