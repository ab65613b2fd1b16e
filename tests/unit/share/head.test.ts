import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import Head from '../../../src/components/Head.astro';
import { articleHead, embedHead, eventHead, type PageHead, pageHead } from '../../../src/share/head.ts';
import { articleJsonLd, momentJsonLd, scriptJson } from '../../../src/share/json-ld.ts';
import { renderPage } from '../components/render.ts';
import { hostile } from './hostile.ts';
import { parseHTML } from './parse-html.ts';

const { story, context } = hostile();
const [, moment] = story.moments;
if (!moment) throw new Error('the fixture has lost its moments');
const home = { kind: 'home', lang: 'en' } as const;
const site = pageHead({ page: home, title: context.site.name, description: 'What it is.', languages: ['en'] }, context);
/** The tags of a head as crawlers read them, without those of every page. */
async function tagsOf(head: PageHead): Promise<Element[]> {
  const { document } = new JSDOM(await renderPage(Head, { head })).window;
  return [...document.head.querySelectorAll('meta[content]:not([name=viewport]), link:not([rel=icon])')];
}

const heads = {
  article: await tagsOf(articleHead(story, context)),
  moment: await tagsOf(eventHead(story, moment, context)),
  embed: await tagsOf(embedHead(story, context)),
  site: await tagsOf(site),
};

function value(tags: readonly Element[], name: string): string | null | undefined {
  const found = tags.find((tag) => ['name', 'property', 'rel'].some((key) => tag.getAttribute(key) === name));
  return found && (found.getAttribute('content') ?? found.getAttribute('href'));
}

test.each(Object.entries(heads))(
  'the head of %s says nothing empty, nothing twice and nothing of localhost',
  (_page, tags) => {
    for (const { attributes } of tags)
      for (const { value: text } of attributes) {
        expect(text.trim()).not.toBe('');
        expect(text).not.toContain('localhost');
      }
    const written = tags.map(({ outerHTML }) => outerHTML);
    expect(new Set(written).size).toBe(written.length);
  },
);

test('addresses keep the path that the site is served below', () => {
  expect(value(heads.article, 'canonical')).toBe('https://example.org/news/articles/hostile.html');
  expect(value(heads.article, 'og:image')).toBe('https://example.org/news/articles/hostile/card.png');
});

test('a bare date stays bare, and a time keeps its offset', () => {
  expect(value(heads.article, 'article:published_time')).toBe('2026-01-01');
  expect(value(heads.article, 'article:modified_time')).toBe('2026-01-02T08:30+09:00');
});

test('a moment unfolds as itself and sends search engines to its article', () => {
  expect(value(heads.moment, 'og:url')).toBe('https://example.org/news/articles/hostile/minute.html');
  expect(value(heads.moment, 'canonical')).toBe('https://example.org/news/articles/hostile.html');
  expect(value(heads.moment, 'og:image')).toBe('https://example.org/news/articles/hostile/minute.png');
  expect(value(heads.moment, 'og:description')).toContain('-2+3+cmd');
});

test('what a preview picture cannot show, its description does not say of it', async () => {
  const alternatives = async (titleText: string) => {
    const tags = await tagsOf(articleHead({ ...story, titleText }, context));
    return ['og:image:alt', 'twitter:image:alt'].map((name) => value(tags, name));
  };
  for (const text of await alternatives('Seoul 🚀')) expect(text).toContain('Seoul 🚀');
  expect(await alternatives('مرحبا')).toEqual([undefined, undefined]);
});

test.each(Object.entries(heads))('reader modes find who wrote %s where nobody is named: the site', (_page, tags) => {
  expect(value(tags, 'author')).toBe(context.site.name);
});

test('an embedded timeline is shown as its article', () => {
  expect(value(heads.embed, 'og:url')).toBe('https://example.org/news/articles/hostile.html');
});

test('the page for what is not there names no address, and is not kept', async () => {
  const head = pageHead({ page: { kind: 'not-found' }, title: 'No', description: 'No.', languages: [] }, context);
  const tags = await tagsOf(head);
  expect(value(tags, 'robots')).toBe('noindex');
  expect(value(tags, 'canonical')).toBeUndefined();
});

test('JSON-LD in a script stays in it, whatever a title holds', () => {
  const objects = [...articleJsonLd(story, context, {}), ...momentJsonLd(story, moment.event, context)];
  const html = objects.map((object) => `<script type="application/ld+json">${scriptJson(object)}</script>`).join('');
  const found = parseHTML(html).filter(({ tag }) => !['html', 'head', 'body'].includes(tag));
  expect(found.map(({ tag }) => tag)).toEqual(objects.map(() => 'script'));
  expect(found.map(({ text }) => JSON.parse(text))).toEqual(objects);
});

test('the article’s JSON-LD has each source and each correction, and a date only where one is known', () => {
  const [article] = articleJsonLd(story, context, { corrections: 'h-corrections' }) as unknown as [
    {
      '@type': string;
      citation: { url?: string; publisher?: object; datePublished?: string }[];
      correction: { text: string; datePublished: string }[];
      publisher: { correctionsPolicy: string };
    },
  ];
  expect(article['@type']).toBe('NewsArticle');
  expect(article.citation.map(({ datePublished }) => datePublished)).toEqual([undefined, '2025-01-02']);
  expect(article.citation.every(({ url, publisher }) => url !== undefined && publisher === undefined)).toBe(true);
  expect(article.correction).toHaveLength(1);
  expect(article.correction[0]?.text).not.toMatch(/\[\d+\]/);
  expect(article.publisher.correctionsPolicy).toBe('https://example.org/news/about.html#h-corrections');
});

test('only what has a day and a place, and is not disputed, is an Event', () => {
  const list = articleJsonLd(story, context, {}).at(-1) as unknown as {
    itemListElement: { item?: { startDate: string; endDate?: string }; url?: string }[];
  };
  expect(list.itemListElement.map(({ item }) => item?.startDate)).toEqual([
    undefined,
    '2025-07-01T23:30-04:00',
    undefined,
    '2025-10-05',
  ]);
  expect(list.itemListElement[0]?.url).toBe('https://example.org/news/articles/hostile/formula.html');
});

test('an article names its authors to whoever cites, previews or searches it, and its topics', async () => {
  const named = {
    ...story,
    authors: [
      {
        id: 'mira',
        name: 'Mira Lund',
        role: 'Reporter',
        url: 'https://example.org/mira',
        fediverse: '@mira@social.example',
      },
      { id: 'nils', name: 'Nils Aho' },
    ],
    topics: [{ id: 'rivers', name: 'Rivers' }],
  };
  const tags = await tagsOf(articleHead(named, context));
  const values = (name: string): (string | null)[] =>
    tags
      .filter((tag) => [tag.getAttribute('name'), tag.getAttribute('property')].includes(name))
      .map((tag) => tag.getAttribute('content'));
  const about = new URL('about.html', context.urls.base).href;
  expect(values('citation_author')).toEqual(['Mira Lund', 'Nils Aho']);
  expect(values('author')).toEqual(['Mira Lund', 'Nils Aho']);
  expect(values('article:author')).toEqual(['https://example.org/mira', `${about}#author-nils`]);
  expect(values('fediverse:creator')).toEqual(['@mira@social.example']);
  expect(values('article:tag')).toEqual(['Rivers']);
  const [article] = articleJsonLd(named, context, {});
  expect(article).toMatchObject({
    author: [
      { '@type': 'Person', name: 'Mira Lund', url: 'https://example.org/mira', jobTitle: 'Reporter' },
      { '@type': 'Person', name: 'Nils Aho', url: `${about}#author-nils` },
    ],
    about: [{ name: 'Rivers', url: new URL('topics/rivers.html', context.urls.base).href }],
  });
});
