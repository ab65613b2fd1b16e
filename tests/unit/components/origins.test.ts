import { afterAll, expect, it } from 'vitest';
import Disputes from '../../../src/components/Disputes.astro';
import SourceList from '../../../src/components/SourceList.astro';
import StoryBody from '../../../src/components/StoryBody.astro';
import Timeline from '../../../src/components/Timeline.astro';
import TimelineOverview from '../../../src/components/TimelineOverview.astro';
import Event from '../../../src/layouts/Event.astro';
import { feedArticle } from '../../../src/layouts/feed-article.ts';
import { articleJsonLd } from '../../../src/share/json-ld.ts';
import { TIMELINE_FORMATS } from '../../../src/share/formats.ts';
import { timelineData } from '../../../src/share/timeline-data.ts';
import { en } from '../../../src/i18n/locales/en.ts';
import type { LocalSource } from '../../../src/story/bibliography.ts';
import { originsInWords } from '../../../src/story/origins.ts';
import type { Story } from '../../../src/story/story.ts';
import { ARTICLE, BaseProject } from '../../fixtures/base-project.ts';
import { wordsOf } from '../../words-of.ts';
import { onlyArticle, storyIn } from '../story/bridge.ts';
import { renderComponent, renderPage, smallSite } from './render.ts';

/**
 * The good project, in which what both papers wrote goes back to a letter that nobody saw: one of them through a wire,
 * which is of the paper's own house.
 */
const project = new BaseProject();
afterAll(() => project.remove());
const [EN, KO, SOURCES] = [`${ARTICLE}/en.md`, `${ARTICLE}/ko.md`, `${ARTICLE}/sources.yaml`];
project.write(
  SOURCES,
  `${project
    .read(SOURCES)
    .replace('  author: Bo Holm\n', '  author: Bo Holm\n  basedOn: [letter]\n')
    .replace(
      '  archived: https://archive.example.org/gazette/opening\n',
      `  archived:
    - https://archive.example.org/web/20240602101500/https://example.org/gazette/opening
    - https://copies.example/7
`,
    )}  basedOn: [wire]
- id: wire
  publisher: The Lune Wire
  title: A letter is out
  url: https://example.org/wire
  published: 2025-11
  language: en
  basedOn: [letter]
- id: letter
  publisher: The town
  title: "[A letter to the builders]"
  kind: document
  extent: unseen
  language: en
- id: notice
  publisher: The town
  title: A notice
  url: https://example.org/notice
  published: 2025-11
  language: en
- id: museum
  publisher: The bridge museum
  title: Three bridges
  kind: book
  language: en
`,
);
project.write(
  EN,
  project
    .read(EN)
    // One origin; one in two sources of one publisher; two in three; one source.
    .replace(
      'status: single\n    sources: [gazette-opening]',
      'status: one-side\n    saidBy: The town\n    sources: [gazette-opening, post-closing]',
    )
    .replace(
      'saidBy: The council of North Lune\n    sources: [gazette-opening]',
      'saidBy: The council of North Lune\n    sources: [notice, letter]',
    )
    .replace(
      'dispute: why\n    sources: [post-closing]',
      'dispute: why\n    sources: [gazette-opening, museum, notice]',
    )
    .replace(
      'saidBy: South Lune\n        sources: [post-closing]',
      'saidBy: South Lune\n        sources: [post-closing, notice]',
    ),
);
project.write(
  KO,
  project
    .read(KO)
    .replace('    saidBy: 북룬 의회\n', '    saidBy: 북룬 의회\n')
    .replace('    text: 두 마을에서 계획을 보였다.\n', '    text: 두 마을에서 계획을 보였다.\n    saidBy: 마을\n')
    .replace('terms:', 'sources:\n  letter: {publisher: 마을}\nterms:'),
);

const told = (lang: 'en' | 'ko'): Story => storyIn(onlyArticle(project.root), lang);
const story = told('en');
const events = ({ timeline }: Story) => timeline.flatMap((phase) => phase.events);

it('says at each event how many origins its sources have, where those are fewer', async () => {
  const body = await renderComponent(Timeline, { ...story });
  const said = (id: string): string => wordsOf(body.querySelector(`#${id} .standing`));
  expect(said('planned')).toMatch(/2 sources, 1 origin: The town$/);
  expect(said('opening')).toMatch(/2 sources, 1 origin: The town$/);
  expect(said('closing')).toMatch(/3 sources, 2 origins: (The town; The bridge museum|The bridge museum; The town)$/);
  expect(
    (await renderComponent(Timeline, { ...storyIn(onlyArticle(new BaseProject().root), 'en') })).textContent,
  ).not.toContain(' origin');
});

it('does not count one source that goes back to several', () => {
  const [first, second] = ['The town', 'The bridge museum'].map((publisher) => ({ publisher }) as LocalSource);
  const almanac: unknown = { publisher: 'An almanac', origins: [first, second] };
  expect(originsInWords([{ source: almanac as LocalSource }], en)).toBeUndefined();
  expect(
    originsInWords(
      [almanac, first, second].map((source) => ({ source: source as LocalSource })),
      en,
    ),
  ).toMatch(/^3/);
});

it('counts alike in a translation that renames one source of a publisher', async () => {
  const korean = told('ko');
  const body = await renderComponent(Timeline, { ...korean }, 'ko');
  expect(wordsOf(body.querySelector('#opening .standing'))).toMatch(/출처 2개, 원출처는 1곳: \S/);
});

it('says it of key points and positions, and on the page of the moment', async () => {
  const points = [...(await renderComponent(StoryBody, { story })).querySelectorAll('.key-points li')].map(wordsOf);
  expect(points[2]).toMatch(/2 sources, 1 origin: The town$/);
  expect(points[0]).not.toContain('origin');
  const [rust, money] = [...(await renderComponent(Disputes, { disputes: story.disputes })).querySelectorAll('li')];
  expect(wordsOf(rust)).toMatch(/2 sources, 1 origin: The town$/);
  expect(wordsOf(money)).not.toContain('origin');
  const [moment] = story.moments as [Story['moments'][number]];
  const page = await renderPage(Event, { context: smallSite('en'), story, moment });
  expect(page).toContain('2 sources, 1 origin: The town');
});

it('marks what rests on one origin in the overview, and says so there', async () => {
  const marks = async (phases: Story['timeline']) => {
    const body = await renderComponent(TimelineOverview, { phases });
    return [
      body.querySelectorAll('.dot.lone').length,
      wordsOf(body.querySelector('figcaption')).includes('one origin'),
    ];
  };
  expect(await marks(story.timeline)).toEqual([2, true]);
  const closing = events(story).filter(({ id }) => id === 'closing');
  expect(await marks([{ events: closing }])).toEqual([0, false]);
});

it('lists what nothing cites behind the rest, once, and each end leads to the other', async () => {
  const { sources, origins } = story;
  const body = await renderComponent(SourceList, { sources, origins });
  const ids = [...body.querySelectorAll('li')].map(({ id }) => id);
  expect(ids.at(-1)).toBe('source-wire');
  expect(new Set(ids).size).toBe(ids.length);
  const numberOf = (id: string): string => `[${ids.indexOf(`source-${id}`) + 1}]`;
  const links = (id: string) =>
    [...body.querySelectorAll(`#source-${id} a[href^="#source-"]`)].map((a) => [a.getAttribute('href'), wordsOf(a)]);
  expect(links('post-closing')).toEqual([['#source-wire', `The Lune Wire ${numberOf('wire')}`]]);
  expect(links('letter')).toEqual([
    ['#source-gazette-opening', numberOf('gazette-opening')],
    ['#source-wire', numberOf('wire')],
  ]);
  expect(links('wire')).toEqual([
    ['#source-post-closing', numberOf('post-closing')],
    ['#source-letter', `The town ${numberOf('letter')}`],
  ]);
  expect(wordsOf(body.querySelector('#source-wire'))).not.toContain('Cited:');
});

it('links to every archived copy, for programs as well', async () => {
  const { sources } = story;
  const body = await renderComponent(SourceList, { sources });
  const [page, ...copies] = [...body.querySelectorAll<HTMLAnchorElement>('#source-gazette-opening a[href^="https:"]')];
  const day = '2024-06-02';
  expect(page?.dataset).toMatchObject({ versionurl: copies[0]?.href, versiondate: day });
  expect(copies.map(({ dataset }) => ({ ...dataset }))).toEqual([
    { originalurl: page?.href, versiondate: day },
    { originalurl: page?.href },
  ]);
  expect(copies.map(wordsOf)).toEqual(
    ['archive.example.org', 'copies.example'].map((host) => `Archived copy (${host})`),
  );
});

it('goes with every export, and into feeds', async () => {
  const data = timelineData(story, smallSite('en'));
  const write = (extension: string): string =>
    TIMELINE_FORMATS.find((format) => format.extension === extension)?.write(data) ?? '';
  const json = JSON.parse(write('json')).events;
  expect(json[0].origins).toEqual(['The town']);
  expect(json[2].origins.toSorted()).toEqual(['The bridge museum', 'The town']);
  expect(json[0].sources[0].archived).toHaveLength(2);
  expect(write('csv').split('\r\n')[0]).toMatch(/,origins,/);
  expect(write('csv').split('\r\n')[1]).toMatch(/,The town,$/);
  const said = '2 sources, 1 origin: The town';
  expect(write('ics').replace(/\r\n /g, '').replaceAll('\\', '')).toContain(said);
  expect(JSON.parse(write('timelinejs.json')).events[0].text.text).toContain(`<p>${said}</p>`);
  expect(await feedArticle(story, smallSite('en'))).toContain(said);
  const [news] = articleJsonLd(story, smallSite('en'), {}) as unknown as [
    { citation: { name: string; isBasedOn: object[] }[] },
  ];
  expect(news.citation.find(({ name }) => name === 'Bridge opened')?.isBasedOn).toEqual([
    { '@type': 'CreativeWork', name: '[A letter to the builders]' },
  ]);
});
