import { expect, test } from 'vitest';
import { articleHead, embedHead, type HeadTag, momentHead, siteHead } from '../../../src/share/head.ts';
import { articleJsonLd, momentJsonLd, scriptJson } from '../../../src/share/json-ld.ts';
import { hostile } from './hostile.ts';
import { parseHTML } from './parse-html.ts';

const { story, context } = hostile();
const [, moment] = story.moments;
if (!moment) throw new Error('the fixture has lost its moments');
const home = { kind: 'home', lang: 'en' } as const;
const site = siteHead(
  { address: home, title: context.site.name, description: 'What it is.', languages: ['en'] },
  context,
);
const heads = {
  article: articleHead(story, context),
  moment: momentHead(story, moment, context),
  embed: embedHead(story, context),
  site,
};

function value(tags: readonly HeadTag[], name: string): string | undefined {
  const found = tags.find(({ attributes }) => Object.values(attributes).slice(0, 1)[0] === name)?.attributes;
  return found && ('content' in found ? found.content : found.href);
}

test.each(Object.entries(heads))(
  'the head of %s says nothing empty, nothing twice and nothing of localhost',
  (_page, { tags }) => {
    const values = tags.flatMap(({ attributes }) => Object.values(attributes) as string[]);
    for (const text of values) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toContain('localhost');
    }
    const names = tags.map(({ attributes }) => JSON.stringify(attributes));
    expect(new Set(names).size).toBe(names.length);
  },
);

test('addresses keep the path that the site is served below', () => {
  expect(value(heads.article.tags, 'canonical')).toBe('https://example.org/news/articles/hostile.html');
  expect(value(heads.article.tags, 'og:image')).toBe('https://example.org/news/articles/hostile/card.png');
});

test('a bare date stays bare, and a time keeps its offset', () => {
  expect(value(heads.article.tags, 'article:published_time')).toBe('2026-01-01');
  expect(value(heads.article.tags, 'article:modified_time')).toBe('2026-01-02T08:30+09:00');
});

test('a moment unfolds as itself and sends search engines to its article', () => {
  expect(value(heads.moment.tags, 'og:url')).toBe('https://example.org/news/articles/hostile/minute.html');
  expect(value(heads.moment.tags, 'canonical')).toBe('https://example.org/news/articles/hostile.html');
  expect(value(heads.moment.tags, 'og:image')).toBe('https://example.org/news/articles/hostile/minute.png');
  expect(value(heads.moment.tags, 'og:description')).toContain('-2+3+cmd');
});

test('an embedded timeline is shown as its article', () => {
  expect(value(heads.embed.tags, 'og:url')).toBe('https://example.org/news/articles/hostile.html');
});

test('the page for what is not there names no address, and is not kept', () => {
  const { tags } = siteHead(
    { address: { kind: 'not-found' }, title: 'No', description: 'No.', languages: [] },
    context,
  );
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
      citation: { datePublished?: string }[];
      correction: { text: string; datePublished: string }[];
      publisher: { correctionsPolicy: string };
    },
  ];
  expect(article['@type']).toBe('NewsArticle');
  expect(article.citation.map(({ datePublished }) => datePublished)).toEqual([undefined, '2025-01-02']);
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
