import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as components from '../../../src/components/parts.ts';
import type * as listOfParts from '../../../src/content/model/parts.ts';
import type * as english from '../../../src/i18n/locales/en.ts';
import type * as korean from '../../../src/i18n/locales/ko.ts';
import { wordsOf } from '../../words-of.ts';
import { ARTICLE as FOLDER, BaseProject } from '../../fixtures/base-project.ts';

const LIST = '../../../src/content/model/parts.ts';
const COMPONENTS = '../../../src/components/parts.ts';
const WORDS = { en: '../../../src/i18n/locales/en.ts', ko: '../../../src/i18n/locales/ko.ts' };

/** Adds a part to the program, as somebody would: nothing else of it knows the part. */
function addPart(): void {
  vi.resetModules();
  // Its entry in the list, between the people and the terms, …
  vi.doMock(LIST, async (importOriginal) => {
    const parts = await importOriginal<typeof listOfParts>();
    const { fact, headline, list, ref, sources, text } = await import('../../../src/content/model/fields.ts');
    const { id } = await import('../../../src/content/model/scalars.ts');
    const fields = {
      id: fact(id, 'What links and translations name it by.'),
      title: headline('What it is.'),
      says: text('What it says.'),
      event: ref('timeline', 'The event that it tells of.'),
      side: ref('sides', 'The side that wrote it.'),
      sources: sources('text'),
    };
    const shown = { noun: 'a letter', anchor: 'letter-', section: 'letters' } as const;
    const letters = list(shown, 'Papers that the story rests on.', fields).optional();
    const { terms, updates, ...before } = parts.ARTICLE;
    return { ...parts, ARTICLE: { ...before, letters, terms, updates } };
  });
  // … its component, …
  vi.doMock(COMPONENTS, async (importOriginal) => {
    const { PARTS } = await importOriginal<typeof components>();
    return { PARTS: { ...PARTS, letters: (await import('../../fixtures/Letters.astro')).default } };
  });
  // … and its words.
  vi.doMock(WORDS.en, async (importOriginal) => {
    const { en } = await importOriginal<typeof english>();
    return { en: { ...en, story: { ...en.story, letters: 'Letters' } } };
  });
  vi.doMock(WORDS.ko, async (importOriginal) => {
    const { ko } = await importOriginal<typeof korean>();
    return { ko: { ...ko, story: { ...ko.story, letters: '편지' } } };
  });
}

const LETTERS = `letters:
  - id: permit
    title: The permit
    says: It allowed the bridge.[^gazette-opening]
    event: planned
    side: SIDE
    sources: [gazette-opening, post-closing]
`;

let pages: Record<'en' | 'ko', HTMLElement>;
const project = new BaseProject();
afterAll(() => {
  project.remove();
  // The files of a worker share their modules.
  for (const module of [LIST, COMPONENTS, WORDS.en, WORDS.ko]) vi.doUnmock(module);
  vi.resetModules();
});

beforeAll(async () => {
  addPart();
  const { default: StoryBody } = await import('../../../src/components/StoryBody.astro');
  const { articleEntry } = await import('../../../src/content/current.ts');
  const { readLibrary } = await import('../../../src/content/library.ts');
  const { buildStory } = await import('../../../src/story/story.ts');
  const { messagesFor } = await import('../../../src/i18n/messages.ts');
  const { renderComponent } = await import('./render.ts');
  const [EN, KO] = [`${FOLDER}/en.md`, `${FOLDER}/ko.md`];
  const side = /^sides:\n {2}- id: (\S+)/mu.exec(project.read(EN))?.[1] as string;
  project.write(EN, project.read(EN).replace('---\n\n', `${LETTERS.replace('SIDE', side)}---\n\n`));
  const said = 'letters:\n  permit:\n    title: 허가서\n    says: 다리를 허락했다.[^gazette-opening]\n';
  project.write(KO, project.read(KO).replace('---\n\n', `${said}---\n\n`));
  const { articles, diagnostics } = readLibrary(project.root);
  expect(diagnostics).toEqual([]);
  const [read] = articles;
  if (!read) throw new Error('the fixture has an article');
  const { article, prose } = articleEntry(read);
  const pageOf = (lang: 'en' | 'ko') => {
    const translation = article.translations.find((edition) => edition.lang === lang);
    const story = buildStory(article, translation, prose[lang] ?? { text: [], headings: [] }, messagesFor(lang));
    return renderComponent(StoryBody, { story }, lang);
  };
  pages = { en: await pageOf('en'), ko: await pageOf('ko') };
});

describe.each([
  ['en', 'Letters', 'The permit', 'It allowed the bridge.'],
  ['ko', '편지', '허가서', '다리를 허락했다.'],
] as const)('a part that is added to the list, in %s,', (lang, heading, title, says) => {
  const section = (): Element => pages[lang].querySelector('section.letters') as Element;

  it('has its section where the list has it, under its heading', () => {
    const sections = [...pages[lang].querySelectorAll('section')].map(({ classList }) => classList.item(1));
    expect(sections.slice(sections.indexOf('letters') - 1)).toEqual(
      ['people', 'letters', 'terms', 'updates', 'sources'].filter((name) => sections.includes(name)),
    );
    expect(wordsOf(section().querySelector('h2#h-letters'))).toBe(heading);
  });

  it('stands in the contents', () => {
    expect(wordsOf(pages[lang].querySelector('nav.contents a[href="#h-letters"]'))).toBe(heading);
  });

  it('shows its entry at its anchor, with its side and the way to its event', () => {
    const entry = section().querySelector('#letter-permit');
    expect(wordsOf(entry?.querySelector('h3'))).toBe(title);
    expect(wordsOf(entry)).toContain(says);
    expect(entry?.className).toBe('side-1');
    expect(entry?.querySelector('a[href="#planned"]')).not.toBeNull();
  });

  it('has its citations numbered, and its sources listed with the ways back', () => {
    const [inText, ...below] = section().querySelectorAll<HTMLAnchorElement>('a[href^="#source-"]');
    expect([inText, ...below].map((link) => link?.hash)).toEqual([
      '#source-gazette-opening',
      '#source-gazette-opening',
      '#source-post-closing',
    ]);
    for (const link of [inText, ...below]) {
      const source = pages[lang].querySelector(link?.hash ?? '');
      expect(source?.querySelector(`a[href="#${link?.id}"]`), link?.id).not.toBeNull();
    }
    const places = [...pages[lang].querySelectorAll('a[id^="cite_"][href="#source-gazette-opening"]')];
    expect(places.map(({ id }) => Number(id.split('_')[1]))).toEqual(places.map((_, index) => index + 1));
  });
});
