import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { monthOf, parseEdtf, formatEdtf } from '../../../src/dates/edtf.ts';
import { findables, type FindStory, fold, search } from '../../../src/share/find.ts';
import { findIndex, packIndex, printedIndex } from '../../../src/share/find-index.ts';
import { plainText } from '../../../src/text/rich-text.ts';
import { pageAt } from '../../../src/story/page.ts';
import { smallSite } from '../components/render.ts';
import { bridgeIn } from '../story/bridge.ts';

const INDEX: FindStory[] = [
  {
    title: 'A harbour closed',
    href: 'articles/harbour.html',
    date: 'Last updated: 3 May 2026',
    topics: ['Shipping'],
    named: [
      ['person-munoz', 'José Muñoz (호세 무뇨스)', 'Person'],
      ['term-quay', 'quay', 'Term'],
    ],
    moments: [
      ['storm', 'The storm reaches the old harbour', '2 March 2026', 'Bay of Oran'],
      ['harbour-shut', 'Harbour shut', '3 March 2026', 'Bay of Oran'],
    ],
  },
  {
    title: '항구의 조지아호',
    href: 'articles/georgia.html',
    date: 'Last updated: 1 May 2026',
    topics: [],
    named: [],
    moments: [
      ['raid', '“조지아호” 압수수색', '2026년 3월 2일', '부산'],
      ['talks', '20,124명이 지켜본 한‑미 협의', '2026년 3월 4일', '서울'],
    ],
  },
];
const among = findables(INDEX);
const found = (query: string): string[] => search(among, query).map(({ href }) => href.replace(/^articles\//, ''));

describe('a query finds', () => {
  it.each([
    // What is called so from its start; stories before moments; then what has the word somewhere.
    ['harbour', ['harbour.html#harbour-shut', 'harbour.html', 'harbour.html#storm']],
    ['HARBOUR shut', ['harbour.html#harbour-shut']],
    ['munoz', ['harbour.html#person-munoz']],
    ['무뇨', ['harbour.html#person-munoz']],
    // A part of a word is enough, with or without what is put around or behind it.
    ['지아', ['georgia.html', 'georgia.html#raid']],
    ['조지아호 압수', ['georgia.html#raid']],
    ['한-미 협의', ['georgia.html#talks']],
    ['20124', []],
    // A syllable is one sign, and none of its beginnings.
    ['하', []],
    ['20,124', ['georgia.html#talks']],
    // Days, places and kinds.
    ['3 march 2026', ['harbour.html#harbour-shut']],
    ['oran', ['harbour.html#storm', 'harbour.html#harbour-shut']],
    ['person', ['harbour.html#person-munoz']],
    // A word of the story helps to tell its moments, and alone finds the story.
    ['항구 협의', ['georgia.html#talks']],
    ['closed', ['harbour.html']],
    ['shipping', ['harbour.html']],
    ['shipping storm', ['harbour.html#storm']],
    ['storm nobody', []],
    ['', []],
    [' “ ', []],
  ])('%s', (query, expected) => expect(found(query)).toEqual(expected));

  it('the same when its letters are typed in parts, or full-width', () => {
    expect(found('조지아'.normalize('NFD'))).toEqual(found('조지아'));
    expect(found('ｓｔｏｒｍ')).toEqual(found('storm'));
    expect(fold('Ærø, İzmir')).toBe(fold('ÆRØ  İZMIR'));
  });
});

describe.each(['en', 'ko'] as const)('the index in %s', (lang) => {
  const story = { ...bridgeIn(lang), topics: [{ id: 'crossings', name: 'Crossings' }] };
  const page = pageAt({ kind: 'find', lang }, smallSite(lang));

  it('comes out of the page as it went in, without the texts of events', () => {
    const packed = inflateSync(Buffer.from(packIndex(findIndex([story], page)), 'base64')).toString();
    expect(JSON.parse(packed)).toEqual(findIndex([story], page));
    expect(packed).toContain(story.titleText);
    for (const { event } of story.moments) {
      expect(packed).toContain(event.plain.title);
      expect(packed).not.toContain(event.plain.text);
    }
  });

  it('is printed with every person and place, and each month where its moments are', () => {
    const other = { ...story, slug: 'other', titleText: 'Other' };
    const entries = printedIndex([story, other], page).flatMap(({ entries }) => entries);
    const names = [
      ...story.people.map(({ name }) => plainText(name)),
      ...story.moments.map(({ event }) => event.plain.place),
    ];
    for (const name of names.filter((name) => name !== undefined))
      expect(entries.filter((entry) => entry.name.startsWith(name)).map(({ stories }) => stories.length)).toEqual([2]);
    for (const { event } of story.moments) {
      const month = entries.find(({ id }) => id === `month-${formatEdtf(monthOf(event.date))}`);
      expect(month?.stories.map(({ title }) => title)).toEqual([story.titleText, 'Other']);
    }
    expect(entries.find(({ name }) => name === 'Crossings')?.stories).toHaveLength(2);
    const [first] = story.moments;
    expect(JSON.stringify(entries)).toContain(`"articles/bridge.html#${first?.event.id}"`);
  });
});

it.each([
  ['2025-09-04', '2025-09'],
  ['2025-09-11T11:38-04:00~', '2025-09'],
  ['2025-09-XX', '2025-09'],
  ['2025-XX-XX', '2025'],
  ['2025-21~', '2025-21'],
  ['201X', '201X'],
  ['2025-09-30/..', '2025-09'],
  ['../1850-03-02', '1850-03'],
  ['-0044-03-15', '-0044-03'],
])('%s starts in %s', (date, month) => expect(formatEdtf(monthOf(parseEdtf(date)))).toBe(month));
