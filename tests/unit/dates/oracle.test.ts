import edtf from 'edtf';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayNumber } from '../../../src/dates/compare.ts';
import { firstDay, formatEdtf, lastDay, parseEdtf } from '../../../src/dates/edtf.ts';
import { gapBetween } from '../../../src/dates/interval.ts';

/** Dates beside the `edtf` package, another reading of the same standard. */

const two = (number: number): string => String(number).padStart(2, '0');
const year = fc
  .integer({ min: -120, max: 2100 })
  .map((of) => (of < 0 ? '-' : '') + String(Math.abs(of)).padStart(4, '0'));
const month = fc.integer({ min: 1, max: 12 }).map(two);
const day = fc.integer({ min: 1, max: 28 }).map(two);
const joined = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((all) => all.join('-'));
const exact = fc.oneof(year, joined(year, month), joined(year, month, day));
// The package is wrong about unspecified days before the year 0.
const from0 = year.filter((written) => !written.startsWith('-'));
const vague = fc.oneof(
  joined(year, fc.constantFrom('21', '22', '23', '24')),
  joined(from0, fc.constantFrom('XX', 'XX-XX')),
  joined(from0, month, fc.constant('XX')),
  fc.constantFrom('201X', '200X', '19XX', '-004X', '000X'),
);
const one = fc.oneof(
  fc.tuple(exact, fc.constantFrom('', '', '~', '?', '%')).map((all) => all.join('')),
  vague,
);
const range = fc
  .tuple(exact, exact)
  .filter(([from, to]) => edtf(from).min <= edtf(to).max)
  .map((ends) => ends.join('/'));

const DAY = 86_400_000;

const SEASON = /^(-?\d{4})-2[1-4]$/;

/** The first and the last day that a date may mean, as the package has it; a season may be any of its hemisphere's. */
function days(written: string): [first: number, last: number] {
  const [, ofSeason] = SEASON.exec(written) ?? [];
  const { min, max } = edtf(ofSeason ?? written);
  const around = ofSeason === undefined ? 0 : 31;
  return [Math.floor(min / DAY) - around, Math.floor(max / DAY) + around];
}

it('a date means the days that it means to others', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        exact,
        vague.filter((written) => !SEASON.test(written)),
      ),
      (written) => {
        const date = parseEdtf(written);
        if (date.kind !== 'date') throw new Error(`${written} was read as a ${date.kind}`);
        expect([dayNumber(firstDay(date)), dayNumber(lastDay(date))]).toEqual(days(written));
        expect(formatEdtf(date)).toBe(written);
      },
    ),
  );
});

const LENGTHS = { day: 1, week: 7, month: 365.2425 / 12, year: 365.2425, hour: 1 / 24, minute: 1 / 1440 } as const;

it('no gap contradicts any two days that the dates may mean, and none is surer than they are', () => {
  fc.assert(
    fc.property(fc.oneof(one, range), fc.oneof(one, range), (earlier, later) => {
      const gap = gapBetween(parseEdtf(earlier), parseEdtf(later));
      if (!gap) return;
      const [end, start] = [earlier.split('/').at(-1) as string, later.split('/')[0] as string];
      const marks = [end, start].map((written) => written.at(-1) ?? '');
      const isAbout = gap.qualifier === 'about' || gap.qualifier === 'both';
      if (marks.some((mark) => '~%'.includes(mark))) expect(isAbout).toBe(true);
      if (marks.some((mark) => '?%'.includes(mark))) expect(['uncertain', 'both']).toContain(gap.qualifier);
      const [before, after] = [end, start].map((written) => days(written.replace(/[~?%]$/, ''))) as [
        [number, number],
        [number, number],
      ];
      const counts = [after[0] - before[1], after[1] - before[0]].map((length) => length / LENGTHS[gap.unit]);
      for (const count of counts) {
        expect(count).toBeGreaterThan(0);
        // What is about so long is at most a fifth longer or shorter, with half a unit for the rounding.
        const slack = isAbout ? 0.5 + gap.count / 5 : 0.5;
        expect(Math.abs(count - gap.count), `${earlier} ${later}`).toBeLessThanOrEqual(slack + 1e-9);
      }
    }),
    { numRuns: 200 },
  );
});

it('what another program reads of levels 0 and 1 is read', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        one,
        range,
        one.map((end) => `${end}/..`),
      ),
      (written) => {
        expect(formatEdtf(parseEdtf(written))).toBe(written);
      },
    ),
  );
});
