import { describe, expect, test } from 'vitest';
import { parseEdtf } from '../../../src/dates/edtf.ts';
import { layOutOverview } from '../../../src/graphics/overview.ts';

const events = (...dates: string[]) => dates.map((date, index) => ({ id: `e${index}`, date: parseEdtf(date) }));

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

  test('draws no ticks that would stand closer than a unit', () => {
    const { bands } = layOutOverview([events('0001', '1900', '9999')], 300);
    expect(bands[0]?.ticks).toEqual([]);
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
