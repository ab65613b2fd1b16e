import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { plainText, type RichText } from '../../src/text/rich-text.ts';
import { editions, library, pageAt, pages } from '../site/built-site.ts';
import { fileAddress, pagesToOpen } from './pages.ts';
import { openWatched } from './watched-page.ts';

/**
 * What a screen reader says on the Korean pages, from the accessibility tree of a real browser: every name is
 * Korean, or the name of somebody or something, or says that it is in another language.
 */

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});

afterAll(() => browser.close());

/** Names that Korean pages write in Latin letters: who published something, and what files are called. */
const { site, articles } = library;
const PROPER = new Set([
  ...[
    site.name,
    site.licence.name,
    'CSL-JSON',
    'JSON',
    'CSV',
    'iCalendar',
    'TimelineJS',
    'BibTeX',
    'RIS',
    'RSS',
    'JSON Feed',
  ],
  ...articles.flatMap(({ sources }) => sources.flatMap(({ publisher, author }) => [publisher, author ?? publisher])),
  ...editions.filter(({ edition }) => edition.lang === 'ko').flatMap(({ edition }) => termsOf(edition.data)),
]);

/** Mail addresses, and the codes of visas, which have no other form. */
const NOT_WORDS = /^(?:\S+@\S+|[A-Z\d-]+)$/;

function termsOf({ terms = {} }: { terms?: unknown }): string[] {
  return Object.values(terms as Record<string, { term: RichText }>).map(({ term }) => plainText(term));
}

interface AxNode {
  ignored: boolean;
  backendDOMNodeId?: number;
  role?: { value: string };
  name?: { value: string };
}

// Their words are what the page shows, and every other role is named by them.
const TEXT_ITSELF = new Set(['StaticText', 'InlineTextBox', 'ListMarker']);

it.each(pagesToOpen.filter((file) => file.startsWith('ko/')))('the names on %s are Korean', async (file) => {
  const { page, close } = await openWatched(browser, fileAddress(file));
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  const named = nodes.filter(
    ({ ignored, role, name }) => !ignored && name?.value && !TEXT_ITSELF.has(role?.value ?? ''),
  );
  expect(named.length).toBeGreaterThan(3);

  const foreign: string[] = [];
  for (const { name, role, backendDOMNodeId } of named) {
    const words = (name?.value ?? '').replaceAll('\u2060', '');
    if (/\p{Script=Hangul}/u.test(words) || !/\p{Script=Latin}/u.test(words)) continue;
    if (PROPER.has(words.replace(/ \[\d+\]$/, '')) || NOT_WORDS.test(words)) continue;
    if ((await languageAt(session, backendDOMNodeId)) === 'ko') foreign.push(`${role?.value}: ${words}`);
  }
  expect(foreign).toEqual([]);
  await close();
});

it.each(pages.filter((file) => file.startsWith('ko/')))('no sentence on %s is English without saying so', (file) => {
  const { body } = pageAt(file);
  const walker = body.ownerDocument.createTreeWalker(body, 4 /* text */);
  const sentences: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement as Element;
    if (element.closest('script, style, pre') || element.closest('[lang]')?.getAttribute('lang') !== 'ko') continue;
    const names = [...PROPER].toSorted((a, b) => b.length - a.length);
    const words = names.reduce((text, name) => text.replaceAll(name, ''), node.textContent ?? '');
    // Korean sentences give some names in Latin letters as well.
    if (/[a-z]{2,} [a-z]{2,}/i.test(words) && !/\p{Script=Hangul}/u.test(words)) sentences.push(words.trim());
  }
  expect(sentences).toEqual([]);
});

/** The language that an element says it is in. */
async function languageAt(session: CDPSession, backendNodeId: number | undefined): Promise<string> {
  if (backendNodeId === undefined) return '';
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: 'function () { return (this.closest ? this : this.parentElement).closest("[lang]").lang; }',
    returnByValue: true,
  });
  return String(result.value);
}
