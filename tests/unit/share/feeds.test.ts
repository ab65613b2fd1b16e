import { parseHTML } from './parse-html.ts';
import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import { JSDOM } from 'jsdom';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { feedArticle } from '../../../src/layouts/feed-article.ts';
import { feedOf, writeJsonFeed, writeRss, writeUpdates } from '../../../src/share/feed.ts';
import { changesOf } from '../../../src/story/shelf.ts';
import type { Story } from '../../../src/story/story.ts';
import { plainText } from '../../../src/text/rich-text.ts';
import { wordsOf } from '../../words-of.ts';
import { smallSite } from '../components/render.ts';
import { bridgeIn, onlyArticle, storyIn } from '../story/bridge.ts';
import { hostile } from './hostile.ts';

const { story, context } = hostile();
const address = 'https://example.org/news/articles/hostile.html';
const contentOf = (told: Story) => feedArticle(told, context);
const rss = await writeRss(await feedOf([story], 'rss', context, contentOf));
const json = writeJsonFeed(await feedOf([story], 'json', context, contentOf));

test('both feeds keep the article’s id, and have its dates in the site’s zone', () => {
  const [item] = parseRssFeed(rss).items ?? [];
  expect(item?.guid?.value).toBe(address);
  expect(new Date(String(item?.pubDate)).toISOString()).toBe('2025-12-31T15:00:00.000Z');
  expect(new Date(String(item?.atom?.updated)).toISOString()).toBe('2026-01-01T23:30:00.000Z');
  const [entry] = parseJsonFeed(json).items ?? [];
  expect(entry?.id).toBe(address);
  expect(new Date(String(entry?.date_published)).toISOString()).toBe('2025-12-31T15:00:00.000Z');
  expect(new Date(String(entry?.date_modified)).toISOString()).toBe('2026-01-01T23:30:00.000Z');
});

test('both feeds have the same text, with nothing in it that only a page can show', () => {
  const [item] = parseRssFeed(rss).items ?? [];
  const [entry] = parseJsonFeed(json).items ?? [];
  expect(item?.content?.encoded?.trim()).toBe(entry?.content_html);
  const content = parseHTML(String(entry?.content_html));
  for (const { tag, attributes } of content) {
    expect(['script', 'svg', 'img', 'input', 'button', 'style', 'iframe']).not.toContain(tag);
    for (const name of ['class', 'id', 'style', 'onerror', 'tabindex']) expect(attributes).not.toHaveProperty(name);
  }
  expect(entry?.content_html).toContain('☑');
});

test('every link of a feed is absolute, within the page and beside it', () => {
  const [entry] = parseJsonFeed(json).items ?? [];
  const links = parseHTML(String(entry?.content_html)).flatMap(({ attributes }) => attributes['href'] ?? []);
  for (const link of links) expect(link).toMatch(/^https?:\/\//);
  expect(links).toContain(`${address}#h-two`);
  expect(links).toContain('https://example.org/news/about.html#h-corrections');
  expect(links).toContain(`${address}#source-hostile`);
});

test('hostile texts come out of both feeds as they were, with the marks that scripts need', () => {
  expect(story.titleText).toMatch(/\u200f.*\u200e/);
  const feed = parseRssFeed(rss);
  expect(feed.title).toBe(context.site.name);
  expect(feed.items?.[0]?.title).toBe(story.titleText);
  expect(parseJsonFeed(json).items?.[0]?.title).toBe(story.titleText);
});

test('a description is HTML, as readers take it, and reads as it was written', async () => {
  const [correction] = story.corrections;
  const { items: updates } = parseRssFeed(await writeUpdates(changesOf([story]), context));
  const described = [parseRssFeed(rss), { items: updates }].map(({ items }) => items?.[0]?.description ?? '');
  expect(described.map((html) => JSDOM.fragment(html).textContent)).toEqual([
    story.summaryText,
    plainText(correction?.note ?? []),
  ]);
});

test('a feed holds the newest fifty', async () => {
  const many = Array.from({ length: 60 }, (_, index) => ({ ...story, slug: `story-${index}` }));
  const { items } = await feedOf(many, 'rss', context, () => Promise.resolve(''));
  expect(items).toHaveLength(50);
  expect(items[0]?.url).toContain('story-0');
});

test('a feed says all that the page says of the story, and nothing that only the page can do', async () => {
  const [told, site] = [bridgeIn('en'), smallSite('en')];
  const { body } = new JSDOM(await feedArticle(told, site)).window.document;
  const shown = wordsOf(body).replace(/\[\d+\]/g, '');
  const said = [
    ...told.timeline.flatMap(({ events }) => events.flatMap(({ plain }) => Object.values(plain))),
    ...told.keyPoints.map(plainText),
    ...told.numbers.flatMap(({ value, label, note = [] }) => [value, label, note].map(plainText)),
    ...told.disputes.flatMap(({ positions }) =>
      positions.flatMap(({ claim, saidBy }) => [claim, saidBy].map(plainText)),
    ),
    ...told.people.flatMap(({ name, role }) => [name, role].map(plainText)),
    ...told.terms.flatMap(({ term, means }) => [term, means].map(plainText)),
    ...told.questions.map(({ question }) => plainText(question)),
    ...told.updates.map(({ note }) => plainText(note)),
    ...told.sources.map(({ source }) => source.title),
  ];
  for (const text of said) expect(shown).toContain(text);
  const links = [...body.querySelectorAll('a')].map(({ href }) => href);
  for (const { source } of told.sources) expect(links).toContain(source.url);
  const { share, filters, story: names, pictures } = site.words;
  for (const control of [
    share.toMoment,
    filters.show,
    names.backToText,
    names.citedIn,
    names.contents,
    pictures.wayAlt,
  ])
    expect(shown).not.toContain(control);
});

test('both feeds name who wrote a story and what it is about; without authors it is the site', async () => {
  const named = {
    ...story,
    authors: [
      { id: 'mira', name: 'Mira & Bo', url: 'https://example.org/mira' },
      { id: 'nils', name: 'Nils' },
    ],
    topics: [{ id: 'a', name: 'Rivers <&> lakes' }],
  };
  const parsed = parseRssFeed(await writeRss(await feedOf([named, story], 'rss', context, contentOf)));
  expect(parsed.items?.map(({ dc }) => dc?.creators)).toEqual([['Mira & Bo', 'Nils'], [context.site.name]]);
  expect(parsed.items?.map(({ categories }) => categories?.map(({ name }) => name))).toEqual([
    ['Rivers <&> lakes'],
    undefined,
  ]);
  const { items } = parseJsonFeed(writeJsonFeed(await feedOf([named, story], 'json', context, contentOf)));
  expect(items?.map(({ tags }) => tags)).toEqual([['Rivers <&> lakes'], undefined]);
  expect(items?.[0]?.authors).toEqual([
    { name: 'Mira & Bo', url: 'https://example.org/mira' },
    { name: 'Nils', url: 'https://example.org/news/about.html#author-nils' },
  ]);
});

test('the feed of a topic has its name, its page and its own address', async () => {
  const topic = { id: 'rivers', name: 'Rivers', text: 'What flows.' };
  const feed = parseRssFeed(await writeRss(await feedOf([story], 'rss', context, contentOf, topic)));
  expect(feed).toMatchObject({ title: expect.stringContaining('Rivers'), description: 'What flows.' });
  expect(feed.link).toBe('https://example.org/news/topics/rivers.html');
  expect(feed.atom?.links?.[0]?.href).toBe('https://example.org/news/topics/rivers.xml');
});

test('the feed of updates has an entry for each, with an id of its own, and says which are corrections', async () => {
  const [told, site] = [bridgeIn('en'), smallSite('en')];
  const { items = [] } = parseRssFeed(
    await writeUpdates(changesOf([{ ...told, slug: 'other', firstSlug: 'other' }, told]), site),
  );
  expect(items).toHaveLength(2 * told.updates.length);
  expect(new Set(items.map(({ guid }) => guid?.value)).size).toBe(items.length);
  for (const { guid } of items) expect(guid?.isPermaLink).toBe(false);
  const corrections = items.filter(({ title }) => title?.startsWith(site.words.story.correction));
  expect(corrections).toHaveLength(2 * told.corrections.length);
  expect(corrections[0]).toMatchObject({
    link: `${site.urls.base}articles/bridge.html#h-updates`,
    description: told.corrections.map(({ note }) => plainText(note))[0],
    guid: { value: `${site.urls.base}articles/bridge.html#update-2025-03-05T09:00+09:00` },
  });
});

test('a feed tells the places and the way in words, and nothing of how a drawing is read', async () => {
  const [told, site] = [storyIn(onlyArticle(join(import.meta.dirname, '../../fixtures/canal')), 'en'), smallSite('en')];
  const { body } = new JSDOM(await feedArticle(told, site)).window.document;
  const shown = wordsOf(body);
  for (const { name } of told.places) expect(shown).toContain(plainText(name));
  for (const { passage } of told.journey) expect(shown).toContain(passage?.took ?? '');
  expect([...body.querySelectorAll('tr')].map(wordsOf)).not.toContain('');
  const { night, mapSource } = site.words.pictures;
  for (const caption of [night, mapSource]) expect(shown).not.toContain(caption);
  for (const heading of body.querySelectorAll('h2'))
    expect(heading.nextElementSibling?.tagName ?? 'H2', wordsOf(heading)).not.toBe('H2');
});

test('the feed of updates shows what was wrong and what stands in its place, in words and as deletion and insertion', async () => {
  const [told, site] = [bridgeIn('en'), smallSite('en')];
  const text = { note: ['The year.'], was: ['In 2023 & before.'], now: ['In 2024.'] };
  const changes = told.changes.map((change) => ({ ...change, ...text }));
  const { items } = parseRssFeed(await writeUpdates(changesOf([{ ...told, changes }]), site));
  const { was, now } = site.words.corrections;
  const described = JSDOM.fragment(items?.[0]?.description ?? '').textContent;
  expect(described).toBe(`The year. ${was} In 2023 & before. ${now} In 2024.`);
  const { body } = new JSDOM(items?.[0]?.content?.encoded).window.document;
  expect(['del', 'ins'].map((tag) => body.querySelector(tag)?.textContent)).toEqual(['In 2023 & before.', 'In 2024.']);
  expect(body.textContent).toContain(described);
});
