import { describe, expect, it } from 'vitest';
import { type EdtfDate, parseEdtf } from '../../../src/dates/edtf.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { changesOf, correctionsOfTheYear, momentsByYear, neighboursOf, topicsOf } from '../../../src/story/shelf.ts';
import type { Story } from '../../../src/story/story.ts';
import { subjectsOf } from '../../../src/story/subjects.ts';
import { bridgeIn } from './bridge.ts';

const bridge = bridgeIn('en');
const words = messagesFor('en');

/** A story that is about some things, by their names. */
function about(slug: string, names: readonly string[], more: Partial<Story> = {}): Story {
  return { ...bridge, slug, subjects: names.map((name) => ({ key: name, name })), ...more };
}

/** The slugs of those alike, with the reasons. */
function alikeOf(stories: readonly Story[], slug: string): (readonly [string, string])[] {
  const { alike } = neighboursOf(stories, words).get(slug) ?? { alike: [] };
  return alike.map(({ story, reason }) => [story.slug, reason]);
}

describe('the stories that are alike', () => {
  const stories = [
    about('new', ['Ada', 'Lune']),
    about('old', ['Ada', 'rust', 'Lune']),
    about('older', ['Lune']),
    about('oldest', ['Lune']),
    about('first', ['Lune']),
    about('other', ['Oslo']),
  ];

  it('are at most three: those that share most, the newest first among equals, with what they share', () => {
    expect(alikeOf(stories, 'older')).toEqual([
      ['new', 'Also about Lune'],
      ['old', 'Also about Lune'],
      ['oldest', 'Also about Lune'],
    ]);
    expect(alikeOf(stories, 'old')[0]).toEqual(['new', 'Also about Ada and Lune']);
    expect(alikeOf(stories, 'old').map(([slug]) => slug)).toEqual(['new', 'older', 'oldest']);
  });

  it('are none where nothing is shared', () => {
    expect(alikeOf(stories, 'other')).toEqual([]);
  });

  it('do not share a place with another of its name', () => {
    const places = (timeZone: string) => {
      const place = { name: ['Cambridge'], timeZone, at: [0, 0] as [number, number] };
      const facts = { timeline: [], places: { cambridge: place } } as unknown as Parameters<typeof subjectsOf>[1];
      return subjectsOf([], facts, facts);
    };
    expect(places('Asia/Calcutta')).toEqual(places('Asia/Kolkata'));
    expect(places('Europe/London')[0]?.key).not.toBe(places('America/New_York')[0]?.key);
  });

  it('give way to what the editors said, in both stories', () => {
    const told = stories.map((story) => (story.slug === 'new' ? { ...story, earlier: ['other', 'a-draft'] } : story));
    const found = neighboursOf(told, words);
    const slugs = (list: readonly Story[] = []): string[] => list.map(({ slug }) => slug);
    expect([slugs(found.get('new')?.earlier), slugs(found.get('new')?.later)]).toEqual([['other'], []]);
    expect([slugs(found.get('other')?.earlier), slugs(found.get('other')?.later)]).toEqual([[], ['new']]);
    expect(alikeOf(told, 'new')).toEqual([]);
  });

  it('are looked for among those alone that share something', () => {
    let looks = 0;
    const counted = (slug: string, name: string): Story =>
      Object.defineProperty(about(slug, []), 'subjects', {
        get: () => (looks++, [{ key: name, name }]),
      }) as Story;
    const many = Array.from({ length: 2000 }, (_, index) => counted(`story-${index}`, `thing ${index % 500}`));
    expect(
      neighboursOf(many, words)
        .get('story-1')
        ?.alike.map(({ story }) => story.slug),
    ).toEqual([...['story-501', 'story-1001', 'story-1501']]);
    expect(looks).toBeLessThan(10 * many.length);
  });
});

it('the topics stand in the order of their list, without those of which nothing is published', () => {
  const topic = (id: string) => ({ id, name: id.toUpperCase() });
  const stories = [about('new', [], { topics: [topic('b'), topic('a')] }), about('old', [], { topics: [topic('b')] })];
  const found = topicsOf(stories, ['a', 'empty', 'b']).map(({ id, stories: of }) => [id, of.map(({ slug }) => slug)]);
  expect(found).toEqual([
    ['a', ['new']],
    ['b', ['new', 'old']],
  ]);
});

describe('the moments of several stories', () => {
  const at = (slug: string, ...dates: string[]): Story => {
    const [moment] = bridge.moments;
    const moments = dates.map((date) => ({ ...moment, event: { ...moment?.event, id: date, date: parseEdtf(date) } }));
    return { ...bridge, slug, moments: moments as never };
  };
  const shown = (...stories: Story[]) =>
    [...momentsByYear(stories)].map(([year, moments]) => [
      year,
      moments.map(({ story, event }) => `${story.slug} ${event.id}`),
    ]);

  it('stand in one order, by year, and those of one story in its own', () => {
    const one = at('one', '2024-03-05', '2025-09-04', '2025-09', '2026~');
    const two = at('two', '../1850', '2025-09-02T23:00-04:00', '2025-09-10', '2026-02');
    expect(shown(one, two)).toEqual([
      ['1850', ['two ../1850']],
      ['2024', ['one 2024-03-05']],
      ['2025', ['two 2025-09-02T23:00-04:00', 'one 2025-09-04', 'one 2025-09', 'two 2025-09-10']],
      ['2026', ['one 2026~', 'two 2026-02']],
    ]);
  });

  it('stand under a decade where no year is known', () => {
    expect(shown(at('one', '201X'), at('two', '2010-02'))).toEqual([
      ['201X', ['one 201X']],
      ['2010', ['two 2010-02']],
    ]);
  });
});

describe('the changes of all stories', () => {
  const change = (date: string, kind?: 'correction') => {
    return { date: parseEdtf(date) as EdtfDate, note: [date], ...(kind && { kind }) } as Story['changes'][number];
  };
  // Newest first, as a story has them.
  const one = about('one', [], {
    changes: [change('2026-03-01', 'correction'), change('2026-03-01'), change('2025-01-01')],
  });
  const two = about('two', [], {
    changes: [change('2026-03-02'), change('2025-03-02', 'correction'), change('2025-03-01', 'correction')],
  });

  it('stand newest first, and those of one day are told apart for good', () => {
    expect(changesOf([two, one]).map(({ story, date, number }) => [story.slug, date.month, number])).toEqual([
      ['two', 3, 1],
      ['one', 3, 2],
      ['one', 3, 1],
      ['two', 3, 1],
      ['two', 3, 1],
      ['one', 1, 1],
    ]);
    const again = about('one', [], { changes: [change('2026-03-01', 'correction'), ...one.changes] });
    const numbers = (story: Story) => changesOf([story]).map(({ kind, number }) => [kind, number]);
    expect(numbers(again).slice(1)).toEqual(numbers(one));
  });

  it('are corrections of the year within 365 days of the newest change', () => {
    const found = correctionsOfTheYear(changesOf([one, two])).map(({ story, date }) => [story.slug, date.year]);
    expect(found).toEqual([
      ['one', 2026],
      ['two', 2025],
    ]);
    expect(correctionsOfTheYear([])).toEqual([]);
  });
});
