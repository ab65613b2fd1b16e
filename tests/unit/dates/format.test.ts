import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../src/dates/edtf.ts';
import { fill } from '../../../src/i18n/messages.ts';
import { type DatePart, formatDate, formatDateParts, shortStart } from '../../../src/dates/format.ts';
import { en } from '../../../src/i18n/locales/en.ts';
import { ko } from '../../../src/i18n/locales/ko.ts';

// Which kind of space stands before "a.m." differs between releases of ICU.
const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a date in words', () => {
  it.each([
    ['2025', '2025', '2025년'],
    ['2025-09', 'September 2025', '2025년 9월'],
    ['2025-09-04', '4 September 2025', '2025년 9월 4일'],
    ['0099-01-02', '2 January 99', '99년 1월 2일'],
    ['1500-03-01', '1 March 1500', '1500년 3월 1일'],
    ['2025~', 'about 2025', '2025년경'],
    ['2025-09~', 'about September 2025', '2025년 9월경'],
    ['2025-09-04~', 'about 4 September 2025', '2025년 9월 4일경'],
    ['2025-09?', 'September 2025 (date uncertain)', '2025년 9월(날짜 불확실)'],
    ['2025-09-30/..', 'since 30 September 2025', '2025년 9월 30일부터'],
    ['2025-09~/..', 'since about September 2025', '2025년 9월경부터'],
    ['2025-09-04/2025-09-11', '4 September 2025 to 11 September 2025', '2025년 9월 4일부터 2025년 9월 11일까지'],
    ['2025/2026-01~', '2025 to about January 2026', '2025년부터 2026년 1월경까지'],
    ['2025-09-11T11:38-04:00', '11:38 a.m., 11 September 2025', '2025년 9월 11일 오전 11:38'],
    ['2025-09-12T15:20+09:00', '3:20 p.m., 12 September 2025', '2025년 9월 12일 오후 3:20'],
    ['2025-09-12T00:05+09:00', '12:05 a.m., 12 September 2025', '2025년 9월 12일 오전 12:05'],
    ['2025-09-12T12:00+09:00', '12:00 p.m., 12 September 2025', '2025년 9월 12일 오후 12:00'],
  ])('%s: %s, %s', (written, english, korean) => {
    expect(spaced(formatDate(parseEdtf(written), en))).toBe(english);
    expect(spaced(formatDate(parseEdtf(written), ko))).toBe(korean);
  });
});

describe('a start in a few letters', () => {
  const inARow = (language: typeof en, ...dates: string[]): string[] =>
    dates.map(parseEdtf).map((date, index, all) => shortStart(date, all[index - 1], language));

  it('has its year wherever that changes', () => {
    const dates = ['1859', '1869-11-17', '1869-11-18', '2018', '2018-02-09', '2019-02-09T10:00Z', '2019-03/2020'];
    expect(inARow(en, ...dates)).toEqual(['1859', '17 Nov 1869', '18 Nov', '2018', '9 Feb', '9 Feb 2019', 'Mar 2019']);
    expect(inARow(ko, ...dates.slice(1, 3))).toEqual(['1869년 11월 17일', '11월 18일']);
  });

  it('is as qualified as it was written', () => {
    expect(inARow(en, '2021-03-13', '2021-03-14~')).toEqual(['13 Mar 2021', 'about 14 Mar']);
    expect(inARow(ko, '2021-03-13', '2021-03-14~/2021-04')[1]).toBe('3월 14일경');
    expect(inARow(en, '2021-03?')[0]).toMatch(/^Mar 2021 \(.+\)$/);
  });
});

describe('what a machine can read as a date', () => {
  const marked = (written: string, language = en): (string | undefined)[] =>
    formatDateParts(parseEdtf(written), language)
      .filter(({ datetime }: DatePart) => datetime !== undefined)
      .map(({ datetime }) => datetime);

  it.each([
    ['2025', ['2025']],
    ['2025-09', ['2025-09']],
    ['2025-09-04', ['2025-09-04']],
    ['0099-01-02', ['0099-01-02']],
    ['2025-09~', ['2025-09']],
    ['2025-09-11T11:38-04:00', ['2025-09-11T11:38-04:00']],
    ['2025-09-04/2025-09-11', ['2025-09-04', '2025-09-11']],
    ['2025-09-30/..', ['2025-09-30']],
  ])('%s: %j', (written, expected) => {
    expect(marked(written)).toEqual(expected);
    expect(marked(written, ko)).toEqual(expected);
  });

  it('is only the date: the words around it are outside', () => {
    const outside = formatDateParts(parseEdtf('2025-09~/..'), en).filter(({ datetime }) => datetime === undefined);
    expect(outside.map(({ text }) => text.trim())).toEqual(['since', 'about']);
  });
});

it('a value is put in its place, and a place without a value stays as it is written', () => {
  expect(fill('{a} and {b} and {a}', { a: '$& 1' })).toBe('$& 1 and {b} and $& 1');
});
