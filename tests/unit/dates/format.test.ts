import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../src/dates/edtf.ts';
import { fill } from '../../../src/i18n/messages.ts';
import { type DatePart, formatDate, formatDateParts } from '../../../src/dates/format.ts';
import { en } from '../../../src/i18n/locales/en.ts';
import { ko } from '../../../src/i18n/locales/ko.ts';

// Which kind of space stands before "a.m." differs between releases of ICU.
const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a date in words', () => {
  it.each([
    ['2025', '2025', '2025년'],
    ['2025-09', 'September 2025', '2025년 9월'],
    ['2025-09-04', '4 September 2025', '2025년 9월 4일'],
    ['0099-01-02', '2 January 99 AD', '서기 99년 1월 2일'],
    ['0476/1453', '476 AD to 1453', '서기 476년부터 1453년까지'],
    ['-0009/0009', '10 BC to 9 AD', '기원전 10년부터 서기 9년까지'],
    ['006X', 'one of the years 60 AD to 69 AD', '서기 60년에서 서기 69년 사이의 어느 해'],
    ['1500-03-01', '1 March 1500', '1500년 3월 1일'],
    ['2025~', 'about 2025', '2025년경'],
    ['2025-09~', 'about September 2025', '2025년 9월경'],
    ['2025-09-04~', 'about 4 September 2025', '2025년 9월 4일경'],
    ['2025-09?', 'September 2025 (date uncertain)', '2025년 9월(날짜 불확실)'],
    ['2025-09-30/..', 'since 30 September 2025', '2025년 9월 30일부터'],
    ['2025-09~/..', 'since about September 2025', '2025년 9월경부터'],
    ['2025-09-04/2025-09-11', '4 September 2025 to 11 September 2025', '2025년 9월 4일부터 2025년 9월 11일까지'],
    ['2025/2026-01~', '2025 to about January 2026', '2025년부터 2026년 1월경까지'],
    ['2025-09-11T11:38-04:00', '11:38 a.m., 11 September 2025 (UTC−4)', '2025년 9월 11일 오전 11:38 (UTC−4)'],
    ['2025-09-12T15:20+09:00', '3:20 p.m., 12 September 2025 (UTC+9)', '2025년 9월 12일 오후 3:20 (UTC+9)'],
    ['2025-09-12T00:05+09:00', '12:05 a.m., 12 September 2025 (UTC+9)', '2025년 9월 12일 오전 0:05 (UTC+9)'],
    ['0000', '1 BC', '기원전 1년'],
    ['-0044-03-15', '15 March 45 BC', '기원전 45년 3월 15일'],
    ['-0044/-0043', '45 BC to 44 BC', '기원전 45년부터 기원전 44년까지'],
    ['2025-09%', 'about September 2025 (date uncertain)', '2025년 9월경(날짜 불확실)'],
    ['2025-21', 'spring 2025', '2025년 봄'],
    ['2025-24~', 'about winter 2025', '2025년 겨울경'],
    ['-0044-22', 'summer 45 BC', '기원전 45년 여름'],
    ['201X', 'the 2010s', '2010년대'],
    ['190X', 'one of the years 1900 to 1909', '1900년에서 1909년 사이의 어느 해'],
    ['19XX', 'one of the years 1900 to 1999', '1900년에서 1999년 사이의 어느 해'],
    ['-004X', 'one of the years 50 BC to 41 BC', '기원전 50년에서 기원전 41년 사이의 어느 해'],
    ['2025-XX', '2025 (month unknown)', '2025년(월 미상)'],
    ['2025-09-XX', 'September 2025 (day unknown)', '2025년 9월(날짜 미상)'],
    ['2025-XX-XX', '2025 (day unknown)', '2025년(날짜 미상)'],
    ['../1850', '1850 or before', '1850년 또는 그 이전'],
    ['/1850', 'until 1850 (start unknown)', '1850년까지(시작된 때 미상)'],
    ['1850/', 'from 1850 (end unknown)', '1850년부터(끝난 때 미상)'],
    ['2025-09-11T11:38:05-04:00', '11:38:05 a.m., 11 September 2025 (UTC−4)', '2025년 9월 11일 오전 11:38:05 (UTC−4)'],
    ['2025-09-12T15:20+09:00~', 'about 3:20 p.m., 12 September 2025 (UTC+9)', '2025년 9월 12일 오후 3:20경 (UTC+9)'],
    [
      '2025-09-12T15:20+09:00?',
      '3:20 p.m., 12 September 2025 (time uncertain) (UTC+9)',
      '2025년 9월 12일 오후 3:20(시각 불확실) (UTC+9)',
    ],
    ['2025-09-12T12:00-03:30', '12:00 p.m., 12 September 2025 (UTC−3:30)', '2025년 9월 12일 오후 0:00 (UTC−3:30)'],
    ['2025-09-12T12:00Z', '12:00 p.m., 12 September 2025 (UTC)', '2025년 9월 12일 오후 0:00 (UTC)'],
    ['2025-09-12T12:00+09:00', '12:00 p.m., 12 September 2025 (UTC+9)', '2025년 9월 12일 오후 0:00 (UTC+9)'],
  ])('%s: %s, %s', (written, english, korean) => {
    expect(spaced(formatDate(parseEdtf(written), en))).toBe(english);
    expect(spaced(formatDate(parseEdtf(written), ko))).toBe(korean);
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
    // HTML has no years before 1, no seasons and no unspecified digits.
    ['-0044-03-15', []],
    ['0000', []],
    ['2025-21', ['2025']],
    ['201X', []],
    ['2025-09-XX', ['2025-09']],
    ['../1850', ['1850']],
    ['2025-09-12T15:20+09:00~', ['2025-09-12T15:20+09:00']],
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
