import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/content/article.ts';
import { articleEntry } from '../../../src/content/current.ts';
import { readLibrary } from '../../../src/content/library.ts';
import type { Site } from '../../../src/content/model/site.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import ArticlePage from '../../../src/layouts/Article.astro';
import EmbedPage from '../../../src/layouts/Embed.astro';
import Home from '../../../src/layouts/Home.astro';
import { feedArticle } from '../../../src/layouts/feed-article.ts';
import EventPage from '../../../src/layouts/Event.astro';
import { plainText, type RichText } from '../../../src/text/rich-text.ts';
import type { SiteContext } from '../../../src/story/page.ts';
import type { Story } from '../../../src/story/story.ts';
import { wordsOf } from '../../words-of.ts';
import { ARTICLE, BaseProject } from '../../fixtures/base-project.ts';
import { storyIn } from '../story/bridge.ts';

/** An article whose Korean edition has its title alone, or the first section of its prose as well. */

const [KO, NOTICE] = [messagesFor('ko'), '영어 원문'];
const HANGUL_ALONE = '---\ntitle: 다리\npartial: true\n---\n';
const project = new BaseProject();
afterAll(() => project.remove());

const original = project
  .read(`${ARTICLE}/en.md`)
  .replace('has one span', 'is one piece')
  .replace('It was closed in the end', 'The span was closed');
project.write(`${ARTICLE}/en.md`, original);

const pages: Record<string, Document> = {};
let begun: Document;
let article: Article;
let site: Site;

beforeAll(async () => {
  const whole = await partial(HANGUL_ALONE);
  ({ article, site } = whole);
  const { story, context } = whole;
  pages['the article'] = await page(ArticlePage, { context, story, policies: {} });
  pages['the embedded timeline'] = await page(EmbedPage, { context, story });
  for (const moment of story.moments)
    pages[`the moment ${moment.event.id}`] = await page(EventPage, { context, story, moment });
  pages['the list of stories'] = await page(Home, { context, listing: { number: 1, of: 1, items: [story] } });
  pages['the feed'] = new JSDOM(await feedArticle(story, context)).window.document;

  const section = '\n## 무슨 일\n\n다리의 span.[^gazette-opening]\n\n> [!NOTE]\n> 설명.\n';
  const some = await partial(HANGUL_ALONE + section);
  begun = await page(ArticlePage, { context: some.context, story: some.story, policies: {} });
});

async function partial(edition: string): Promise<{ article: Article; site: Site; story: Story; context: SiteContext }> {
  project.write(`${ARTICLE}/ko.md`, edition);
  const { articles, site: settings, diagnostics } = readLibrary(project.root);
  const [read] = articles;
  if (!read || !settings) throw new Error(JSON.stringify(diagnostics));
  const urls = { base: 'https://base.example/', firstLanguage: 'en' };
  return {
    article: read,
    site: settings,
    story: storyIn(articleEntry(read), 'ko'),
    context: { site: settings, urls, lang: 'ko', words: KO },
  };
}

async function page(component: Parameters<AstroContainer['renderToString']>[0], props: object): Promise<Document> {
  const container = await AstroContainer.create();
  const html = await container.renderToString(component, { props: { ...props }, partial: false });
  return new JSDOM(html).window.document;
}

/** Every text of the original's frontmatter but its title, by the kind of thing that it belongs to. */
function textsByKind({ original: { data } }: Article): Record<string, string[]> {
  const texts = (...list: (RichText | undefined)[]): string[] =>
    list.flatMap((text) => (text ? [plainText(text)] : []));
  return {
    summary: texts(data.summary),
    'key points': texts(...data.keyPoints),
    updates: texts(...data.updates.map(({ note }) => note)),
    sides: texts(...(data.sides ?? []).map(({ name }) => name)),
    places: texts(...Object.values(data.places).map(({ name }) => name)),
    phases: texts(...(data.phases ?? []).map(({ title }) => title)),
    events: data.timeline.flatMap(({ title, text }) => texts(title, text)),
    'accounts of events': texts(...data.timeline.map(({ saidBy }) => saidBy)),
    people: (data.people ?? []).flatMap(({ name, role }) => texts(name, role)),
    numbers: (data.numbers ?? []).flatMap(({ value, label, note }) => texts(value, label, note)),
    count: texts(data.count?.label, ...(data.count?.groups ?? []).flatMap(({ label, note }) => [label, note])),
    terms: (data.terms ?? []).flatMap(({ term, means }) => texts(term, means)),
    disputes: texts(...(data.disputes ?? []).map(({ question }) => question)),
    positions: (data.disputes ?? []).flatMap(({ positions }) =>
      positions.flatMap(({ claim, saidBy }) => texts(claim, saidBy)),
    ),
    questions: (data.questions ?? []).flatMap(({ question, note }) => texts(question, note)),
  };
}

const KINDS = [
  ...['summary', 'key points', 'updates', 'sides', 'places', 'phases', 'events', 'accounts of events', 'people'],
  ...['numbers', 'count', 'terms', 'disputes', 'positions', 'questions'],
];

describe('a part that a partial translation lacks', () => {
  it('is of every kind that an article has', () => {
    expect(Object.keys(textsByKind(article)).toSorted()).toEqual(KINDS.toSorted());
    for (const [kind, texts] of Object.entries(textsByKind(article))) expect(texts.length, kind).toBeGreaterThan(0);
  });

  it.each(KINDS)('stands in the original’s words, marked for machines and readers: %s', (kind) => {
    const marked = [...(pages['the article']?.querySelectorAll('span[lang=en]') ?? [])];
    for (const text of textsByKind(article)[kind] ?? []) {
      const shown = marked.filter((element) => wordsOf(element).replace(/\[\d+\]/g, '') === text);
      expect(shown.length, text).toBeGreaterThan(0);
      for (const element of shown) expect(element.nextElementSibling?.textContent, text).toBe(`(${NOTICE})`);
    }
  });

  it('as prose is one stretch that says so, with its headings in the contents', () => {
    const stretch = pages['the article']?.querySelector('.prose > div[lang=en]');
    expect(stretch?.querySelectorAll('h2')).toHaveLength(2);
    expect(stretch?.previousElementSibling?.textContent).toBe(NOTICE);
    expect(pages['the article']?.querySelectorAll('.contents a[lang=en]')).toHaveLength(2);
    // What the desk notes is labelled in the language of the page.
    expect(stretch?.querySelector('.desk-note > .label[lang=ko-KR]')?.textContent).toBe(KO.story.deskNote);
  });

  it('is the end of a list, or of a section that is begun', async () => {
    const begins = '## 무슨 일\n\nspan이 하나다.[^gazette-opening]\n\n셋이 건넜다.[^gazette-opening]\n\n## 그 뒤\n';
    const points = 'keyPoints:\n  - 다리가 열렸다.[^gazette-opening]\n';
    const some = await partial(HANGUL_ALONE.replace('partial:', `${points}partial:`) + begins);
    const shown = await page(ArticlePage, { context: some.context, story: some.story, policies: {} });
    expect(wordsOf(shown.querySelector('.key-points') ?? shown.body)).toContain('다리가 열렸다');
    expect(
      some.story.keyPoints.map((text) => plainText(text).includes('bridge') || plainText(text).includes('towns')),
    ).toEqual([false, false, true]);
    // The first section cites as often as the original's, the second is a heading alone.
    const stretches = [...shown.querySelectorAll('.prose > div[lang=en]')];
    expect(stretches).toHaveLength(1);
    expect(wordsOf(stretches[0] as Element)).toContain('closed');
    expect(stretches[0]?.querySelector('h2')).toBeNull();
    // Another paragraph may rest on the same source.
    const less = await partial(HANGUL_ALONE + begins.replace(/셋.*\n/, ''));
    expect(plainText(less.story.prose)).toContain('a baker and a child');
  });

  it('of the prose follows what is there', () => {
    const prose = begun.querySelector('.prose');
    expect([...(prose?.querySelectorAll(':scope > h2') ?? [])]).toHaveLength(1);
    expect(
      [...(prose?.querySelectorAll(':scope > div[lang=en] > h2') ?? [])].map(({ textContent }) => textContent),
    ).toEqual(['What came after']);
    expect(prose?.querySelector(':scope > div[lang=en]')?.previousElementSibling?.textContent).toBe(NOTICE);
    expect(begun.querySelectorAll('.contents a[lang=en]')).toHaveLength(1);
  });

  it('leaves every id to one element', () => {
    for (const document of [begun, ...Object.values(pages)]) {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
    // The term is used in both parts.
    expect(begun.querySelectorAll('a.term')).toHaveLength(2);
  });
});

describe('nothing else is in the original’s language', () => {
  const kinds = ['the article', 'the embedded timeline', 'the list of stories', 'the feed', 'the moment closing'];

  /** Proper names, which hold in every language. */
  const names = (): string[] => [
    site.name,
    site.licence.name,
    ...article.sources.flatMap(({ publisher, title, author }) => [publisher, title, author ?? publisher]),
    ...[
      'MIT',
      'BibTeX',
      'CSL-JSON',
      'JSON Feed',
      'JSON',
      'CSV',
      'iCalendar',
      'TimelineJS',
      'RSS',
      'RIS',
      'EPUB',
      'ZIM',
      'Read in the archive.',
    ],
  ];

  function unmarked(text: string, also: readonly string[] = []): string {
    const known = [...names(), ...also].toSorted((a, b) => b.length - a.length);
    return known.reduce((rest, name) => rest.replaceAll(name, ''), text.replace(/https?:\S+/g, ''));
  }

  it.each(kinds)('in the text of %s', (name) => {
    const body = pages[name]?.body.cloneNode(true) as HTMLElement;
    for (const element of body.querySelectorAll('[lang]:not([lang^=ko]), script, style, pre')) element.remove();
    const latin = unmarked(body.textContent ?? '').match(/[^\n]*\p{Script=Latin}{2,}[^\n]*/gu);
    expect(latin).toBeNull();
  });

  it.each(kinds)('in the names of %s', (name) => {
    const texts = Object.values(textsByKind(article)).flat();
    for (const element of pages[name]?.body.querySelectorAll('*') ?? [])
      for (const attribute of ['aria-label', 'title', 'alt', 'data-copy-link', 'data-copied', 'data-copy', 'data-send'])
        expect(unmarked(element.getAttribute(attribute) ?? '', texts)).not.toMatch(/\p{Script=Latin}{2,}/u);
  });

  it('a name stands once, though nobody translated it', () => {
    const person = pages['the article']?.querySelector('#person-ada');
    expect(person?.textContent?.split('Ada Lind')).toHaveLength(2);
  });
});
