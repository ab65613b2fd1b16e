import { describe, expect, it } from 'vitest';
import { formatEdtf } from '../../../src/dates/edtf.ts';
import { en } from '../../../src/i18n/locales/en.ts';
import { newestFirst, newestUpdate } from '../../../src/story/localise.ts';
import { siteText } from '../../../src/story/page.ts';
import { buildStory, type Story } from '../../../src/story/story.ts';
import { bridgeIn, readBridge } from './bridge.ts';

const story = await bridgeIn('en');
const korean = await bridgeIn('ko');

describe('a joined story', () => {
  it('has a title as rich text and as words', () => {
    expect(story.title).toEqual(['A ', { type: 'element', tag: 'em', children: ['bridge'] }, ' opens']);
    expect(story.titleText).toBe('A bridge opens');
  });

  it('knows its languages, the original’s first', () => {
    expect([story.lang, korean.lang]).toEqual(['en', 'ko']);
    expect(story.languages).toEqual(['en', 'ko']);
    expect(korean.languages).toEqual(story.languages);
  });

  it('lists updates newest first, and corrections at the top as well', () => {
    expect(story.updates.map(({ kind }) => kind)).toEqual(['correction', undefined]);
    expect(story.corrections).toHaveLength(1);
    expect(story.modified).toEqual(story.updates[0]?.date);
    expect(formatEdtf(story.published)).toBe('2025-03-01');
  });

  it('puts the newest correction at the very top', () => {
    const article = readBridge();
    const correction = (note: string, day: number) =>
      ({ note: [note], date: { kind: 'date', year: 2025, month: 4, day }, kind: 'correction' }) as const;
    const updates = [correction('older', 1), correction('newer', 2)];
    const original = { ...article.original, data: { ...article.original.data, updates } };
    const { corrections } = buildStory({ ...article, original }, undefined, { text: [], headings: [] }, en);
    expect(corrections.map(({ note }) => note)).toEqual([['newer'], ['older']]);
  });

  it('knows which terms the prose uses', () => {
    expect(story.terms.map(({ id, used }) => [id, used])).toEqual([
      ['span', true],
      ['unused', false],
    ]);
    expect(korean.terms.map(({ used }) => used)).toEqual([true, false]);
  });

  it('has the same anchors in every language', () => {
    const anchors = ({ headings, timeline, people, disputes }: Story): unknown[] => [
      ...headings.map(({ id }) => id),
      ...timeline.flatMap(({ events }) => events.map(({ id }) => id)),
      ...people.map(({ id }) => id),
      ...disputes.map(({ anchor }) => anchor),
    ];
    expect(anchors(korean)).toEqual(anchors(story));
  });

  it('keeps the names of people in their own script', () => {
    expect(story.people[0]).toMatchObject({ otherName: { text: ['지기'], lang: 'ko' }, side: { id: 'east' } });
  });
});

describe('updates', () => {
  const day = (of: number) => ({ kind: 'date', year: 2025, month: 3, day: of }) as const;
  const update = (note: string, of: number) => ({ note: [note], date: day(of) });

  it('of one day, the later in the file stands first', () => {
    const listed = newestFirst([update('a', 1), update('b', 2), update('c', 2), update('d', 1)]);
    expect(listed.map(({ note }) => note)).toEqual([['c'], ['b'], ['d'], ['a']]);
  });

  it('the newest is the date of the last change', () => {
    expect(newestUpdate(readBridge().original.data.updates)).toMatchObject({ kind: 'time', day: 5, offset: 540 });
    expect(() => newestUpdate([])).toThrow(RangeError);
  });
});

it.each([
  ['one text for all', 'one text for all'],
  [{ en: 'English', ko: '한국어' }, '한국어'],
  [{ en: 'English' }, 'English'],
])('a text of the site, %j, reads in Korean %s', (text, expected) => {
  expect(siteText(text, 'ko')).toBe(expected);
});
