const BLOCKS =
  'address,br,caption,dd,div,dt,figcaption,figure,footer,h1,h2,h3,h4,header,li,nav,ol,p,section,summary,td,th,ul';

/** What a reader reads in an element: without what is hidden, blocks apart, white space as one space. */
export function wordsOf(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const hidden of copy?.querySelectorAll('[aria-hidden=true]') ?? []) hidden.remove();
  for (const block of copy?.querySelectorAll(BLOCKS) ?? []) block.after(' ');
  return (copy?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
