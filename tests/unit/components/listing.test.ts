import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import NewestStory from '../../../src/components/NewestStory.astro';
import { messagesFor } from '../../../src/i18n/messages.ts';
import Home from '../../../src/layouts/Home.astro';
import { fileOf, homePage } from '../../../src/story/urls.ts';
import { bridgeIn } from '../story/bridge.ts';
import { wordsOf } from '../../words-of.ts';
import { renderComponent, renderPage, smallSite } from './render.ts';

const { site, urls } = smallSite('en');

async function page(lang: 'en' | 'ko', number: number, of: number): Promise<Document> {
  const html = await renderPage(Home, { context: smallSite(lang), listing: { number, of, items: [bridgeIn(lang)] } });
  return new JSDOM(html, { url: urls.base + fileOf(homePage(lang, number), urls) }).window.document;
}

const FILES = {
  en: ['index.html', 'page/2.html', 'page/3.html'],
  ko: ['ko/index.html', 'ko/page/2.html', 'ko/page/3.html'],
} as const;

it.each([
  ['en', 1],
  ['en', 2],
  ['en', 3],
  ['ko', 1],
  ['ko', 2],
  ['ko', 3],
] as const)('in %s page %i leads to its neighbours, in the head and in the page', async (lang, number) => {
  const document = await page(lang, number, 3);
  const addressOf = (link: Element | null): string | undefined => (link as HTMLAnchorElement | null)?.href;
  const { newer, older } = messagesFor(lang).page;
  for (const [rel, words, other] of [
    ['prev', newer, number - 1],
    ['next', older, number + 1],
  ] as const) {
    const file = FILES[lang][other - 1];
    const wanted = file === undefined ? undefined : urls.base + file;
    expect(addressOf(document.querySelector(`link[rel=${rel}]`))).toBe(wanted);
    const link = document.querySelector(`main nav a[rel=${rel}]`);
    expect(addressOf(link)).toBe(wanted);
    if (link) expect(wordsOf(link)).toBe(words);
  }
  expect(addressOf(document.querySelector('link[rel=canonical]'))).toBe(`${urls.base}${FILES[lang][number - 1]}`);
  expect(addressOf(document.querySelector('.stories a'))).toBe(
    `${urls.base}${lang === 'ko' ? 'ko/' : ''}articles/bridge.html`,
  );
});

it('says which page it is in its title, and the home page does not', async () => {
  const [first, second] = [await page('ko', 1, 3), await page('ko', 2, 3)];
  expect(first.title).toBe(site.name);
  expect(second.title).toMatch(/2.*3/);
  expect(wordsOf(second.querySelector('h1'))).toMatch(/2.*3/);
  expect(wordsOf(first.querySelector('h1'))).toBe(site.name);
});

it('names no translation of a page behind the first, and leads to the home page of the other language', async () => {
  const [first, second] = [await page('en', 1, 2), await page('en', 2, 2)];
  expect(first.querySelectorAll('link[hreflang]').length).toBeGreaterThan(1);
  expect(second.querySelectorAll('link[hreflang]')).toHaveLength(0);
  const switches = [...second.querySelectorAll<HTMLAnchorElement>('a[hreflang], a[lang]')].map(({ href }) => href);
  expect(switches).toContain(`${urls.base}ko/index.html`);
});

it('has no such links where all stories stand on one page', async () => {
  const document = await page('en', 1, 1);
  expect(document.querySelector('main nav')).toBeNull();
  expect(document.querySelector('link[rel=next]')).toBeNull();
});

it('says of each phase of the newest story when its last moment ends, or that it goes on', async () => {
  const newest = await renderComponent(NewestStory, { story: bridgeIn('en') }, 'en');
  const dates = [...newest.querySelectorAll('.course li span:not(.marks)')].map(wordsOf);
  expect(dates).toEqual(['about 2023 to 10 Feb 2025', 'since 1 Mar 2025']);
});
