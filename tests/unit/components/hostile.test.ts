import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, expect, test } from 'vitest';
import Article from '../../../src/layouts/Article.astro';
import Embed from '../../../src/layouts/Embed.astro';
import EventPage from '../../../src/layouts/Event.astro';
import { hostile } from '../share/hostile.ts';
import { type Parsed, parseHTML } from '../share/parse-html.ts';

const { story, context } = hostile();
const pages: Record<string, Parsed[]> = {};
const raw: Record<string, string> = {};

beforeAll(async () => {
  const container = await AstroContainer.create();
  const render = async (name: string, page: Parameters<typeof container.renderToString>[0], props: object) => {
    const html = await container.renderToString(page, { props: { context, story, ...props }, partial: false });
    raw[name] = html;
    pages[name] = parseHTML(raw[name]);
  };
  await render('article', Article, { policies: {} });
  await render('embed', Embed, {});
  for (const moment of story.moments) await render(moment.event.id, EventPage, { moment });
});

const names = ['article', 'embed', ...story.moments.map(({ event }) => event.id)];

test.each(names)('nothing that a text wants to be comes to life on the page of %s', (name) => {
  const page = pages[name] as Parsed[];
  const scripts = page.filter(({ tag }) => tag === 'script');
  for (const { attributes, text } of scripts)
    if (attributes['type'] === 'application/ld+json') expect(() => JSON.parse(text)).not.toThrow();
    else expect(text).not.toContain('alert');
  expect(page.filter(({ tag }) => tag === 'img')).toEqual([]);
  for (const { attributes } of page) {
    for (const attribute of Object.keys(attributes)) expect(attribute).not.toMatch(/^on|^style$/);
    for (const attribute of ['href', 'src']) expect(attributes[attribute] ?? '').not.toMatch(/^\s*javascript:/i);
  }
});

test('a moment’s page has its own sources alone, numbered from one', () => {
  const page = pages['minute'] as Parsed[];
  const sources = page.filter(({ tag, attributes }) => tag === 'li' && attributes['id']?.startsWith('source-'));
  expect(sources.map(({ attributes }) => attributes['id'])).toEqual(['source-hostile', 'source-plain']);
  const anchors = new Set(page.map(({ attributes }) => attributes['id']));
  for (const { attributes } of page)
    if (attributes['href']?.startsWith('#')) expect(anchors).toContain(attributes['href'].slice(1));
});

test('links of a moment’s text lead where they led in the article', () => {
  const links = (pages['minute'] as Parsed[]).map(({ attributes }) => attributes['href']);
  expect(links).toContain('../hostile.html#formula');
  expect(links).toContain('../../about.html#h-corrections');
});

test('links of an embedded text and its citations lead to the article', () => {
  const links = (pages['embed'] as Parsed[]).map(({ attributes }) => attributes['href']);
  expect(links).toContain('../hostile.html#formula');
  expect(links).toContain('../hostile.html#source-hostile');
});

test('the script is the same on every page that has one', () => {
  const scripts = names
    .filter((name) => name !== 'embed')
    .map((name) => (pages[name] as Parsed[]).filter(({ tag, attributes }) => tag === 'script' && !attributes['type']));
  for (const found of scripts) expect(found).toHaveLength(1);
  expect(new Set(scripts.map(([script]) => script?.text)).size).toBe(1);
});
