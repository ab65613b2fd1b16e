import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { epubProblems, hasEpubcheck } from '../../fixtures/epubcheck.ts';
import { parseHTML } from '../../unit/share/parse-html.ts';
import { ARTICLES, BASE, DIST, elementsOf, eventsOf, fileAt, files, read } from './dist.ts';

test.each(['rss.xml', 'ko/rss.xml'])('%s has each article whole, by its address', (file) => {
  const folder = file.replace('rss.xml', '');
  const { items = [], title, atom, language } = parseRssFeed(read(file));
  const articles = ARTICLES.filter((article) => article.startsWith(`${folder}articles/`));
  expect(items.map(({ guid }) => fileAt(guid?.value ?? ''))).toEqual(articles.map((article) => `${article}.html`));
  expect(title).toBeTruthy();
  expect(language).toBe(folder === '' ? 'en' : 'ko');
  expect(atom?.links?.map(({ href }) => href)).toEqual([BASE + file]);
  for (const [index, article] of articles.entries()) {
    const content = items[index]?.content?.encoded ?? '';
    for (const { title: event } of eventsOf(article)) expect(parseHTML(content)[0]?.text).toContain(event);
    const links = parseHTML(content).flatMap(({ attributes }) => attributes['href'] ?? []);
    for (const link of links) expect(link).toMatch(/^https?:\/\//);
    const anchors = new Set(elementsOf(`${article}.html`).map(({ attributes }) => attributes['id']));
    for (const link of links.filter((address) => address.startsWith(`${BASE}${article}.html#`)))
      expect(anchors).toContain(decodeURIComponent(new URL(link).hash.slice(1)));
  }
});

test.each(['feed.json', 'ko/feed.json'])('%s is a JSON Feed with the same items as the RSS feed', (file) => {
  const feed = parseJsonFeed(read(file));
  const rss = parseRssFeed(read(file.replace('feed.json', 'rss.xml')));
  expect(feed.feed_url).toBe(BASE + file);
  expect(feed.items?.map(({ id }) => id)).toEqual(rss.items?.map(({ guid }) => guid?.value));
  expect(feed.items?.map(({ content_html }) => content_html)).toEqual(
    rss.items?.map(({ content }) => content?.encoded),
  );
});

test.each(ARTICLES)('a calendar shows the moments of %s on their days, and at their instants', (article) => {
  const calendar = new ICAL.Component(ICAL.parse(read(`${article}/timeline.ics`)) as never);
  const entries = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const events = eventsOf(article);
  expect(events.length).toBeGreaterThanOrEqual(18);
  expect(entries).toHaveLength(events.length);
  expect(new Set(entries.map(({ uid }) => uid)).size).toBe(entries.length);
  events.forEach(({ date, title }, index) => {
    const { startDate, summary, description } = entries[index] as ICAL.Event;
    expect(summary.startsWith(title)).toBe(true);
    expect(description).toContain(`EDTF ${date}`);
    expect(startDate.isDate).toBe(!date.includes('T'));
    if (startDate.isDate) expect(String(startDate).startsWith(date.slice(0, 7))).toBe(true);
    else
      expect([startDate.zone.tzid, startDate.toJSDate().getTime()]).toEqual([
        'UTC',
        Date.parse(date.replace(/[~?%]$/, '')),
      ]);
  });
  expect(events.filter(({ date }) => date.includes('T')).length).toBeGreaterThan(0);
});

test.each(ARTICLES)('the CSV of %s has a row for each moment, with its date as it was written', (article) => {
  const { data, errors } = Papa.parse<Record<string, string>>(read(`${article}/timeline.csv`), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(data.map((row) => [row['id'], row['date'], row['title']])).toEqual(
    eventsOf(article).map(({ id, date, title }) => [id, date, title]),
  );
});

test.each(ARTICLES)(
  'the embedded timeline of %s shows every moment, and every link leaves the frame for the article',
  (article) => {
    const page = elementsOf(`${article}/embed.html`);
    const name = article.split('/').at(-1) as string;
    expect(page.filter(({ tag }) => tag === 'base').map(({ attributes }) => attributes)).toEqual([{ target: '_top' }]);
    const links = page.filter(({ tag }) => tag === 'a').flatMap(({ attributes }) => attributes['href'] ?? []);
    for (const { id } of eventsOf(article)) expect(links).toContain(`../${name}.html#${id}`);
    const cited = links.filter((link) => link.startsWith(`../${name}.html#source-`));
    expect(cited.length).toBeGreaterThanOrEqual(eventsOf(article).flatMap(({ sources }) => sources).length);
    expect(page.flatMap(({ tag, attributes }) => (tag === 'li' && attributes['id']) || [])).toEqual(
      eventsOf(article).map(({ id }) => id),
    );
    for (const link of links) expect(link).toMatch(/^(?:\.\.\/|https?:\/\/)/);
  },
);

test('each article offers its files, its feeds and the frame', () => {
  for (const article of ARTICLES) {
    const page = elementsOf(`${article}.html`);
    const name = article.split('/').at(-1) as string;
    const links = page.map(({ attributes }) => attributes['href']);
    for (const file of [
      'timeline.json',
      'timeline.csv',
      'timeline.ics',
      'timeline.timelinejs.json',
      'sources.json',
      'sources.bib',
      'sources.ris',
    ])
      expect(links).toContain(`${name}/${file}`);
    expect(links).toContain(`${name}/story.epub`);
    const snippet = page.find(({ tag, text }) => tag === 'code' && text.startsWith('<iframe'))?.text ?? '';
    const frame = parseHTML(snippet).find(({ tag }) => tag === 'iframe');
    expect(files('embed.html')).toContain(fileAt(frame?.attributes['src'] ?? ''));
  }
});

test.each(ARTICLES)('the book of %s is on the list of files, and holds every moment and every source', (article) => {
  expect(read('SHA256SUMS')).toContain(`  ${article}/story.epub\n`);
  for (const file of files('.xml')) expect(read(file)).not.toContain('story.epub');
  const book = unzipSync(readFileSync(join(DIST, `${article}/story.epub`)));
  const texts = Object.entries(book).flatMap(([file, bytes]) => (file.endsWith('.xhtml') ? strFromU8(bytes) : []));
  const elements = texts.flatMap((text) => parseHTML(text));
  const ids = new Set(elements.map(({ attributes }) => attributes['id']));
  for (const { id } of eventsOf(article)) expect(ids).toContain(id);
  for (const { attributes } of elementsOf(`${article}.html`))
    if (attributes['id']?.startsWith('source-')) expect(ids).toContain(attributes['id']);
});

test.skipIf(!hasEpubcheck).each(ARTICLES)('the book of %s is valid', (article) => {
  expect(epubProblems(readFileSync(join(DIST, `${article}/story.epub`)))).toEqual([]);
});
