import { JSDOM } from 'jsdom';
import { brotli } from './weight.ts';

const DATA = '[type="application/ld+json"]';

/** The parts of an article's page; no two overlap. */
export const PARTS = {
  styles: 'style',
  pictures: 'figure svg',
  metadata: `head > :not(style, script:not(${DATA}))`,
  script: `script:not(${DATA})`,
  prose: '.prose',
  timeline: '.timeline .moments',
  boxes: '.disputes, .questions, .people, .terms',
  sources: '.sources',
} as const;

export type Part = keyof typeof PARTS;

/**
 * What each part of a page costs: how much smaller brotli makes the page when it is left out. Parts are compressed
 * with the help of each other, so that the costs need not add up to the size of the page.
 *
 * @returns bytes; 0 for a part that the page does not have
 */
export function partsOf(html: string): Record<Part, number> {
  const page = new JSDOM(html, { includeNodeLocations: true });
  const whole = brotli(html);
  const entries = Object.entries(PARTS).map(([part, selector]) => {
    const found = [...page.window.document.querySelectorAll(selector)].map((element) => page.nodeLocation(element));
    return [part, found.length === 0 ? 0 : whole - brotli(cut(html, found))];
  });
  page.window.close();
  return Object.fromEntries(entries) as Record<Part, number>;
}

/** How many elements a page has, and how many of them are in each of its parts. */
export function elementsIn(html: string): Record<Part | 'page', number> {
  const page = new JSDOM(html);
  const { document } = page.window;
  const parts = Object.entries({ page: 'html', ...PARTS }).map(([part, selector]) => {
    const elements = [...document.querySelectorAll(selector)];
    return [part, elements.reduce((sum, element) => sum + 1 + element.querySelectorAll('*').length, 0)];
  });
  page.window.close();
  return Object.fromEntries(parts) as Record<Part | 'page', number>;
}

function cut(html: string, places: readonly ({ startOffset: number; endOffset: number } | null | undefined)[]): string {
  let at = 0;
  let left = '';
  for (const place of places) {
    if (!place || place.startOffset < at) continue;
    left += html.slice(at, place.startOffset);
    at = place.endOffset;
  }
  return left + html.slice(at);
}
