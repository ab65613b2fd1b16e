import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import StoryBody from '../../../src/components/StoryBody.astro';
import type { Story } from '../../../src/story/story.ts';
import { ARTICLE, BaseProject } from '../../fixtures/base-project.ts';
import { wordsOf } from '../../words-of.ts';
import { onlyArticle, storyIn } from '../story/bridge.ts';
import { renderComponent } from './render.ts';

/** The good project with quotes, and with parts in its prose. */

const [EN, KO] = [`${ARTICLE}/en.md`, `${ARTICLE}/ko.md`];
const QUOTES = `quotes:
  - id: rust
    words: Es war der Rost.
    language: de
    translation: It was the rust.
    saidBy: The engineer
    side: south
    date: 2025-11-20
    sources: [post-closing]
  - id: fine
    words: It was fine.
    saidBy: A walker
    event: opening
    sources: [post-closing]
`;
const SAID = `quotes:
  rust:
    translation: 녹 때문이었다.
    saidBy: 기술자
  fine:
    translation: 괜찮았다.
    saidBy: 걸은 사람
`;
const FIRST = '::quote{#rust}\n\n::count\n\n';
const SECOND = '\n### More\n\n::timeline\n\n::event{#opening}\n\n::event{#opening}\n\n::disputes\n';

const project = new BaseProject();
const base = { en: project.read(EN), ko: project.read(KO) };
const stories: Record<string, Story> = {};
const pages: Record<string, HTMLElement> = {};
afterAll(() => project.remove());

async function tell(lang: 'en' | 'ko'): Promise<[Story, HTMLElement]> {
  const story = storyIn(onlyArticle(project.root), lang);
  return [story, await renderComponent(StoryBody, { story }, lang)];
}

beforeAll(async () => {
  const write = (text: string, quotes: string, more: string): string =>
    text.replace('---\n\n', `${quotes}---\n\n${FIRST}`).concat(SECOND.replace('More', more));
  project.write(EN, write(base.en, QUOTES, 'More'));
  project.write(KO, write(base.ko, SAID, '더'));
  for (const lang of ['en', 'ko'] as const) [stories[lang], pages[lang]] = await tell(lang);
});

describe.each(['en', 'ko'])('a part that the prose places, in %s,', (lang) => {
  const page = (): HTMLElement => pages[lang] as HTMLElement;
  const all = (selector: string): Element[] => [...page().querySelectorAll(selector)];
  const before = (one: string, other: string): boolean => {
    const [first, second] = [one, other].map((selector) => page().querySelector(selector) as Element);
    return Boolean(first && second && first.compareDocumentPosition(second) & 4);
  };

  it('stands there, without a heading and out of the contents', () => {
    expect(before('figure.count', '.prose > h2')).toBe(true);
    expect(before('.prose > h3', '.events')).toBe(true);
    expect(before('.events', '.dispute')).toBe(true);
    expect(all('section > h2').map(({ id }) => id)).toEqual(
      ['key-points', 'map', 'numbers', 'questions', 'people', 'terms', 'updates', 'sources'].map((name) => `h-${name}`),
    );
    expect(all('.contents a[href="#h-timeline"], .contents a[href="#h-disputes"]')).toEqual([]);
  });

  it('stands nowhere else, and leaves the rest of its section where it was', () => {
    expect(all('figure.count')).toHaveLength(1);
    expect(all('.moments')).toHaveLength(1);
    expect(all('.dispute')).toHaveLength(1);
    expect(page().querySelector('section.numbers #number-length')).not.toBeNull();
    expect(all('section.map > figure')).toHaveLength(1);
  });

  it('keeps its anchors, and that of its section', () => {
    for (const id of ['h-timeline', 'h-disputes', 'opening', 'dispute-why', 'quote-rust', 'quote-fine'])
      expect(all(`[id="${id}"]`), id).toHaveLength(1);
    const ids = all('[id]').map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('has its headings below the one that it stands under', () => {
    const [timeline, dispute] = ['.phase', '.dispute > *'].map((selector) => page().querySelector(selector));
    expect(timeline?.tagName).toBe('H4');
    expect(page().querySelector('.event .title')?.tagName).toBe('H5');
    expect(dispute?.tagName).toBe('H4');
  });

  it('has its citations numbered where it stands', () => {
    const cited = all('a[id^="cite_"]').map((link) => ({
      source: link.getAttribute('href'),
      number: Number(link.id.split('_')[2]),
      use: Number(link.id.split('_')[1]),
    }));
    for (const source of new Set(cited.map((citation) => citation.source))) {
      const uses = cited.filter((citation) => citation.source === source);
      expect(uses.map(({ use }) => use)).toEqual(uses.map((_, index) => index + 1));
    }
    const firsts = cited.filter(({ use }) => use === 1).map(({ number }) => number);
    expect(firsts).toEqual(firsts.map((_, index) => index + 1));
  });

  it('may be the way to an event, which stays in the timeline', () => {
    const pointers = all('.pointer');
    expect(pointers).toHaveLength(2);
    expect(pointers[0]?.querySelector('a')?.getAttribute('href')).toBe('#opening');
    expect(page().querySelector('.events > #opening')).not.toBeNull();
  });

  it('may be a quote, in its own language; any other stands at its event', () => {
    const quote = page().querySelector('#quote-rust');
    expect(quote?.querySelector('blockquote [lang=de]')?.textContent).toBe('Es war der Rost.');
    expect(quote?.closest('.event')).toBeNull();
    expect(quote?.classList.contains('side-2')).toBe(true);
    expect(page().querySelector('.event#opening #quote-fine a[href="#source-post-closing"]')).not.toBeNull();
  });
});

it('a quote has a translation in each edition that is in another language', () => {
  const [en, ko] = [pages['en'], pages['ko']];
  expect(wordsOf(en?.querySelector('#quote-rust'))).toContain('It was the rust.');
  expect(wordsOf(ko?.querySelector('#quote-rust'))).toContain('녹 때문이었다.');
  expect(wordsOf(ko?.querySelector('#quote-rust'))).not.toContain('It was the rust.');
  expect(ko?.querySelector('#quote-fine [lang=en]')?.textContent).toBe('It was fine.');
  expect(wordsOf(ko?.querySelector('#quote-fine'))).toContain('괜찮았다.');
  expect(en?.querySelector('#quote-fine [lang]')).toBeNull();
});

it('the page of a moment has the quotes that stand at it', () => {
  const [opening] = stories['ko']?.moments.filter(({ event }) => event.id === 'opening') ?? [];
  expect(opening?.event.quotes?.map(({ id }) => id)).toEqual(['fine']);
  expect(opening?.sources.map(({ source }) => source.id)).toEqual(['gazette-opening', 'post-closing']);
});

it('a partial translation shows what it does not place yet with the rest of the original, once', async () => {
  project.write(KO, `---\ntitle: 다리\npartial: true\n---\n\n::timeline\n\n## 무슨 일\n\n다리.[^gazette-opening]\n`);
  const [, page] = await tell('ko');
  expect(page.querySelectorAll('.moments')).toHaveLength(1);
  expect(page.querySelectorAll('.dispute')).toHaveLength(1);
  expect(page.querySelector('.pointer + .part .dispute')).not.toBeNull();
  project.write(KO, `---\ntitle: 다리\npartial: true\n---\n`);
  const [, empty] = await tell('ko');
  for (const selector of ['figure.count', '.moments', '#quote-rust'])
    expect(empty.querySelectorAll(selector), selector).toHaveLength(1);
});

it('a quote that is shown nowhere has no anchor', () => {
  const link = (quote: string): string[] => {
    const text = base.en.replace('https://example.org/sound', '#quote-fine');
    project.write(EN, text.replace('---\n\n', `${quote}---\n\n`));
    return project.check().map(({ rule }) => rule);
  };
  expect(link(QUOTES)).not.toContain('link-dead');
  expect(link(QUOTES.replace('    event: opening\n', ''))).toContain('link-dead');
});
