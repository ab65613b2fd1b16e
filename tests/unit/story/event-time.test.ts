import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../src/dates/edtf.ts';
import { en } from '../../../src/i18n/locales/en.ts';
import { ko } from '../../../src/i18n/locales/ko.ts';
import { sidesOf } from '../../../src/story/parts.ts';
import { eventTime } from '../../../src/story/event-time.ts';
import { plainText } from '../../../src/text/rich-text.ts';
import { readBridge } from './bridge.ts';

const { places, sides: listed } = readBridge().original.data;
const story = { places, sides: sidesOf(listed) };
const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a time of day', () => {
  it('shows on both clocks, its own place first, with the day where it differs', () => {
    const { clocks } = eventTime(parseEdtf('2025-03-01T20:30-05:00'), places['pier'], story, en);
    expect(clocks.map(({ place, time, day, datetime }) => [plainText(place), spaced(time), day, datetime])).toEqual([
      ['The pier', '8:30 p.m.', undefined, '2025-03-01T20:30-05:00'],
      ['The gate', '10:30 a.m.', '2 March 2025', '2025-03-02T10:30+09:00'],
    ]);
  });

  it('starts with the other clock where it was read there', () => {
    const { clocks } = eventTime(parseEdtf('2025-03-02T09:00+09:00'), places['gate'], story, ko);
    expect(clocks.map(({ place, time, day }) => [plainText(place), spaced(time), day])).toEqual([
      ['The gate', '오전 9:00', undefined],
      ['The pier', '오후 7:00', '2025년 3월 1일'],
    ]);
  });

  it('leaves the day out where it is the same', () => {
    const { clocks } = eventTime(parseEdtf('2025-03-01T03:00-05:00'), places['pier'], story, en);
    expect(clocks.map(({ day }) => day)).toEqual([undefined, undefined]);
  });

  it('belongs to the sides of its places', () => {
    const { clocks } = eventTime(parseEdtf('2025-03-01T03:00-05:00'), places['pier'], story, en);
    expect(clocks.map(({ side }) => side?.id)).toEqual(['west', 'east']);
  });

  it('says its day as words that no machine takes for the whole of it', () => {
    const { date } = eventTime(parseEdtf('2025-03-01T20:30-05:00'), places['pier'], story, en);
    expect(date).toEqual([{ text: '1 March 2025' }]);
  });

  it('shows one clock for each zone, that of the place itself or of the first that is named', () => {
    const { pier, gate } = places;
    if (!pier || !gate) throw new Error('the fixture has a pier and a gate');
    const jetty = { ...pier, name: ['A jetty'] };
    const more = { ...places, jetty, door: { ...gate, name: ['A door'] } };
    const clocksAt = (home: typeof pier) =>
      eventTime(parseEdtf('2025-03-01T20:30-05:00'), home, { ...story, places: more }, en);
    expect(clocksAt(pier).clocks.map(({ place }) => plainText(place))).toEqual(['The pier', 'The gate']);
    expect(clocksAt(jetty).clocks.map(({ place }) => plainText(place))).toEqual(['A jetty', 'The gate']);
  });

  it('follows summer time', () => {
    const { clocks } = eventTime(parseEdtf('2025-07-01T20:30-04:00'), places['pier'], story, en);
    expect(clocks.map(({ datetime }) => datetime)).toEqual(['2025-07-01T20:30-04:00', '2025-07-02T09:30+09:00']);
  });
});

it.each([
  ['2025-03-01', ['2025-03-01']],
  ['2025-03~', ['2025-03']],
  ['2025-03-01/2025-03-05', ['2025-03-01', '2025-03-05']],
  ['2025-03-01/..', ['2025-03-01']],
])('%s has no clock, wherever it happened', (written, datetimes) => {
  const { date, clocks } = eventTime(parseEdtf(written), places['pier'], story, en);
  expect(clocks).toEqual([]);
  expect(date.flatMap(({ datetime }) => datetime ?? [])).toEqual(datetimes);
});
