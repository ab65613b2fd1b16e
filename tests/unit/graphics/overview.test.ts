import { describe, expect, test } from 'vitest';
import { parseEdtf } from '../../../src/dates/edtf.ts';
import { layOutOverview, LINE } from '../../../src/graphics/overview.ts';

const events = (...dates: string[]) =>
  dates.map((date, index) => ({
    id: `e${index}`,
    date: parseEdtf(date),
    when: { short: date },
  }));

describe('the overview', () => {
  test('places events in proportion to time within a phase', () => {
    const { bands } = layOutOverview([events('2025-09-01', '2025-09-02', '2025-09-11')], 400);
    const [first, second, third] = bands[0]?.rows.map(({ at }) => at) as [number, number, number];
    expect((third - first) / (second - first)).toBeCloseTo(10, 5);
  });

  test('keeps rows far enough apart for a finger, in order, inside their band', () => {
    const dates = ['2025-12-04', '2025-12-05', '2025-12-06', '2026-11-28'];
    const { bands } = layOutOverview([events(...dates)], 0);
    const band = bands[0] as (typeof bands)[0];
    const rows = band.rows.map(({ y }) => y);
    for (const [index, y] of rows.entries())
      if (index > 0) expect(y - (rows[index - 1] as number)).toBeGreaterThanOrEqual(24);
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(band.y);
    expect(Math.max(...rows)).toBeLessThanOrEqual(band.y + band.height);
  });

  test('gives words that take two lines the room of two', () => {
    const long = 'one of the hundred years that lie between 1800 and 1899';
    const all = events('1700', '18XX', '1850', '1900', '2000').map((event, index) =>
      [1, 2].includes(index) ? { ...event, when: { short: long } } : event,
    );
    const rows = layOutOverview([all], 0).bands[0]?.rows ?? [];
    expect(rows.map(({ lines }) => lines.length)).toEqual([1, 2, 2, 1, 1]);
    const steps = rows.slice(1).map(({ y }, index) => y - (rows[index]?.y ?? 0));
    const [one = 0, two = 0, three = 0, four = 0] = steps;
    expect([one, two, three].map((step) => step - four)).toEqual([LINE / 2, LINE, LINE / 2]);
    // Letters of 12 with air between their lines.
    expect(LINE).toBeGreaterThanOrEqual(14);
  });

  test('draws no ticks that would stand closer than a unit', () => {
    const { bands } = layOutOverview([events('0001', '1900', '9999')], 300);
    const ticks = bands[0]?.ticks ?? [];
    expect(ticks.length).toBeGreaterThan(10);
    for (const [index, tick] of ticks.slice(1).entries()) expect(tick - (ticks[index] ?? 0)).toBeGreaterThanOrEqual(1);
    expect(layOutOverview([events('1900', '2015')], 66).bands[0]?.ticks).toEqual([]);
  });

  test('gives each phase its own scale, and says what a tick is', () => {
    const { bands, height } = layOutOverview([events('1923', '2025'), events('2025-09-04', '2025-09-05')], 66);
    expect(bands.map(({ tick }) => tick)).toEqual(['year', 'day']);
    expect(bands[1]?.y).toBe(bands[0]?.height);
    expect(height).toBe((bands[0]?.height ?? 0) + (bands[1]?.height ?? 0));
  });

  test('puts events of one day side by side, and events of one month on the stretch that they cover', () => {
    const { bands } = layOutOverview([events('2025-09-14', '2025-09-14', '2025-10', '2025-12-01')], 300);
    expect(bands[0]?.rows.map((row) => row.events.length)).toEqual([2, 1, 1]);
    const [span] = bands[0]?.spans ?? [];
    expect(bands[0]?.spans).toHaveLength(1);
    expect((span?.to ?? 0) - (span?.from ?? 0)).toBeGreaterThan(50);
  });

  test('gives a date of its own row to what starts with another, and is not it', () => {
    const { bands } = layOutOverview([events('2021', '2021-01-01~', '2021-01-01', '2021-01-01')], 66);
    expect(bands[0]?.rows.map((row) => row.events.length)).toEqual([1, 1, 2]);
  });

  test('draws the last month or year to its end, so that nothing looks nearer than it may be', () => {
    const { bands } = layOutOverview([events('2018-12-31', '2019')], 400);
    const [span] = bands[0]?.spans ?? [];
    expect((span?.to ?? 0) - (span?.from ?? 0)).toBeGreaterThan(300);
  });

  test('measures two thousand years by a few ticks', () => {
    const { bands } = layOutOverview([events('-0044', '2021')], 400);
    expect(bands[0]?.tick).toBe('century');
    expect(bands[0]?.ticks).toHaveLength(21);
    expect(layOutOverview([events('1859', '2021')], 400).bands[0]).toMatchObject({ tick: 'decade' });
  });

  test('breaks a day with more events than fit into several rows', () => {
    const { bands } = layOutOverview([events(...Array.from({ length: 14 }, () => '2025-09-14'))], 0);
    expect(bands[0]?.rows.flatMap((row) => row.events)).toHaveLength(14);
    expect(bands[0]?.rows.length).toBeGreaterThan(1);
  });

  test('a single event is a band without a scale', () => {
    const { bands } = layOutOverview([events('2025-09-14')], 66);
    expect(bands[0]?.ticks).toEqual([]);
    expect(bands[0]?.rows[0]?.y).toBeGreaterThan(0);
  });
});
