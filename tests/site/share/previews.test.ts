import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import openGraphScraper from 'open-graph-scraper';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { ARTICLES, BASE, DIST, elementsOf, eventsOf, fileAt, files, read } from './dist.ts';

const pages = files('.html').filter((file) => file !== '404.html');

const known = new Map<string, ReturnType<typeof readPreview>>();

/** What a messenger shows of a page. */
function preview(file: string) {
  let found = known.get(file);
  if (!found) known.set(file, (found = readPreview(file)));
  return found;
}

async function readPreview(file: string) {
  const { result, error } = await openGraphScraper({ html: read(file) });
  expect(error).toBe(false);
  const [picture] = result.ogImage ?? [];
  if (!picture) throw new Error(`${file} has no preview picture`);
  return { ...result, picture };
}

test('every page but the missing one unfolds: title, text, language, and a picture of the size that it says', async () => {
  for (const file of pages) {
    const { ogTitle, ogDescription, ogLocale, ogSiteName, twitterCard, picture } = await preview(file);
    for (const text of [ogTitle, ogDescription, ogSiteName, picture.alt]) expect(text?.trim()).toBeTruthy();
    expect(ogLocale).toBe(file.startsWith('ko/') ? 'ko_KR' : 'en_GB');
    expect(twitterCard).toBe('summary_large_image');
    const bytes = readFileSync(join(DIST, fileAt(picture.url)));
    const { width, height } = PNG.sync.read(bytes);
    expect([width, height]).toEqual([Number(picture.width), Number(picture.height)]);
    expect(bytes.length).toBeLessThan(300_000);
  }
});

test('a crawler that follows og:url ends at a page that names itself', async () => {
  for (const file of pages) {
    const { ogUrl = '' } = await preview(file);
    const { ogUrl: end } = await preview(fileAt(ogUrl));
    expect(end).toBe(ogUrl);
  }
});

test.each(ARTICLES)('each moment of %s unfolds with its own title, text and picture', async (article) => {
  const events = eventsOf(article);
  const pictures = new Set<string>();
  for (const { id, title, text, status, url } of events) {
    const file = `${article}/${id}.html`;
    const { ogTitle, ogDescription, ogUrl, picture } = await preview(file);
    expect(ogTitle).toBe(title);
    expect(ogDescription?.startsWith(text)).toBe(true);
    expect(ogDescription === text).toBe(status === 'reported' || status === 'record');
    expect(ogUrl).toBe(url);
    expect(fileAt(picture.url)).toBe(`${article}/${id}.png`);
    pictures.add(readFileSync(join(DIST, fileAt(picture.url)), 'base64'));
    expect(link(file, 'canonical')).toEqual([`${BASE}${article}.html`]);
  }
  expect(pictures.size).toBe(events.length);
});

test('the moment of the meeting in Seoul is one of them', () => {
  for (const article of ARTICLES.filter((name) => name.endsWith('georgia-detention')))
    expect(eventsOf(article).map(({ id }) => id)).toContain('landau-regret');
});

test('pages in two languages name each other, and which of them is the first', () => {
  for (const file of pages) {
    const alternates = elementsOf(file).filter(({ tag, attributes }) => tag === 'link' && attributes['hreflang']);
    if (alternates.length === 0) continue;
    const byLanguage = new Map(alternates.map(({ attributes }) => [attributes['hreflang'], attributes['href'] ?? '']));
    expect(byLanguage.get('x-default')).toBe(byLanguage.get('en'));
    for (const [language, address] of byLanguage) {
      if (language === 'x-default') continue;
      const other = fileAt(address);
      expect(elementsOf(other)[0]?.attributes['lang']).toBe(language);
      const back = elementsOf(other).map(({ attributes }) => attributes['hreflang'] && attributes['href']);
      for (const each of byLanguage.values()) expect(back).toContain(each);
    }
  }
  expect(link('index.html', 'canonical')).toEqual([`${BASE}index.html`]);
});

test('every page says where its feeds are', () => {
  for (const file of pages) {
    const feeds = elementsOf(file).filter(({ attributes }) => /rss|feed/.test(attributes['type'] ?? ''));
    const ofUpdates = /^(?:ko\/)?index\.html$/.test(file) ? ['application/rss+xml'] : [];
    expect(feeds.map(({ attributes }) => attributes['type'])).toEqual([
      ...['application/rss+xml', 'application/feed+json'],
      ...ofUpdates,
    ]);
    for (const { attributes } of feeds) expect(existsSync(join(DIST, file, '..', attributes['href'] ?? ''))).toBe(true);
  }
});

test('the sitemap holds no moment and no embedded page', () => {
  const listed = files('.xml')
    .filter((file) => file.startsWith('sitemap'))
    .map(read)
    .join('');
  for (const article of ARTICLES) {
    expect(listed).toContain(`${BASE}${article}.html`);
    expect(listed).not.toContain(`${BASE}${article}/`);
  }
});

test('nothing says localhost', () => {
  for (const file of ['.html', '.xml', '.json', '.csv', '.ics', '.txt'].flatMap(files))
    expect(read(file)).not.toContain('localhost');
});

test('an article names itself once as a NewsArticle, and points into the about page', () => {
  for (const article of ARTICLES) {
    const objects = elementsOf(`${article}.html`)
      .filter(({ attributes }) => attributes['type'] === 'application/ld+json')
      .map(({ text }) => JSON.parse(text) as Record<string, unknown>);
    for (const object of objects) {
      expect(object['@context']).toBe('https://schema.org');
      expect(typeof object['@type']).toBe('string');
    }
    const [news, ...others] = objects.filter((object) => object['@type'] === 'NewsArticle') as [
      Record<string, unknown>,
    ];
    expect(others).toEqual([]);
    const publisher = news['publisher'] as Record<string, string>;
    for (const address of [news['publishingPrinciples'] as string, publisher['correctionsPolicy'] ?? '']) {
      const anchor = decodeURIComponent(new URL(address).hash.slice(1));
      expect(elementsOf(fileAt(address)).map(({ attributes }) => attributes['id'])).toContain(anchor);
    }
    const cited = elementsOf(`${article}.html`).flatMap(({ attributes: { id, href } }) =>
      id?.startsWith('cite_') && href ? href : [],
    );
    expect(news['citation']).toHaveLength(new Set(cited).size);
  }
});

function link(file: string, rel: string): (string | undefined)[] {
  return elementsOf(file)
    .filter(({ attributes }) => attributes['rel'] === rel)
    .map(({ attributes }) => attributes['href']);
}
