import { afterAll, expect, it } from 'vitest';
import CorrectionCount from '../../../src/components/CorrectionCount.astro';
import Corrections from '../../../src/components/Corrections.astro';
import StoryBody from '../../../src/components/StoryBody.astro';
import { feedArticle } from '../../../src/layouts/feed-article.ts';
import { articleJsonLd } from '../../../src/share/json-ld.ts';
import { changesOf } from '../../../src/story/shelf.ts';
import type { Story } from '../../../src/story/story.ts';
import { ARTICLE, BaseProject } from '../../fixtures/base-project.ts';
import { wordsOf } from '../../words-of.ts';
import { onlyArticle, storyIn } from '../story/bridge.ts';
import { renderComponent, smallSite } from './render.ts';

/** The good project, whose correction says what was wrong. */
const project = new BaseProject();
afterAll(() => project.remove());
const [EN, KO] = [`${ARTICLE}/en.md`, `${ARTICLE}/ko.md`];
const before = storyIn(onlyArticle(project.root), 'en');
project.write(
  EN,
  project
    .read(EN)
    .replace(
      '    kind: correction\n',
      '    kind: correction\n    was: It is *210* metres long.\n    now: It is 120 metres long.\n',
    ),
);
project.write(
  KO,
  project
    .read(KO)
    .replace(
      '  - 다리 길이가 틀렸다.\n',
      '  - note: 다리 길이가 틀렸다.\n    was: 길이는 210m다.\n    now: 길이는 120m다.\n',
    ),
);
const told = (lang: 'en' | 'ko'): Story => storyIn(onlyArticle(project.root), lang);

it.each([
  ['en', 'It said: It is 210 metres long. It now says: It is 120 metres long.'],
  ['ko', '고치기 전: 길이는 210m다. 고친 뒤: 길이는 120m다.'],
] as const)('a correction shows what it took out and what it put in, in both its places: %s', async (lang, said) => {
  const body = await renderComponent(StoryBody, { story: told(lang) }, lang);
  for (const place of ['.correction', '.updates li']) {
    const element = body.querySelector(place);
    expect(wordsOf(element)).toContain(said);
    expect(said).toContain(wordsOf(element?.querySelector('del')));
    expect(said).toContain(wordsOf(element?.querySelector('ins')));
  }
  expect(body.querySelectorAll('del, ins')).toHaveLength(4);
});

it('so do feeds, and what search engines read', async () => {
  const story = told('en');
  expect(await feedArticle(story, smallSite('en'))).toMatch(/<del>It is <em>210<\/em> metres long\.<\/del>.*<ins>/s);
  const [news] = articleJsonLd(story, smallSite('en'), {}) as unknown as [{ correction: { text: string }[] }];
  expect(news.correction[0]?.text).toBe(
    'The length of the bridge was wrong. It said: It is 210 metres long. It now says: It is 120 metres long.',
  );
});

it('so does the list of all stories on the home page', async () => {
  const body = await renderComponent(Corrections, { changes: changesOf([told('en')]) });
  expect(wordsOf(body.querySelector('del'))).toBe('It is 210 metres long.');
  expect(wordsOf(body.querySelector('ins'))).toBe('It is 120 metres long.');
});

it('how many there were is said of all stories, and of each that has any', async () => {
  const twice = { ...before, slug: 'twice', corrections: [...before.corrections, ...before.corrections] };
  const none = { ...before, slug: 'none', corrections: [] };
  const body = await renderComponent(CorrectionCount, { stories: [before, twice, none] });
  expect(wordsOf(body.querySelector('p'))).toBe('Corrections in all stories: 3.');
  expect([...body.querySelectorAll('li')].map((item) => wordsOf(item).split(' ').at(-1))).toEqual(['1', '2']);
  expect([...body.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    'bridge.html#h-updates',
    'twice.html#h-updates',
  ]);
  const empty = await renderComponent(CorrectionCount, { stories: [none] });
  expect(wordsOf(empty.querySelector('p'))).toBe('Corrections in all stories: 0.');
  expect(empty.querySelector('li')).toBeNull();
});
