import { expect, test } from 'vitest';
import { placeLabels } from '../../../src/graphics/labels.ts';

const mark = (x: number, y: number, name: string) => ({ x, y, half: 8, tall: 8, name });

test('a name stands beside its mark, on the side where there is room', () => {
  const [left, right] = placeLabels([mark(20, 100, 'Suez'), mark(200, 60, 'Port Said')], 220, []);
  expect(left).toMatchObject({ anchor: 'start', lines: ['Suez'] });
  expect(right).toMatchObject({ anchor: 'end' });
});

test('a long name is broken where one line has no room', () => {
  const [label] = placeLabels([mark(110, 100, 'Hartsfield–Jackson International Airport')], 220, []);
  expect(label?.lines.length).toBe(2);
  expect(label?.lines.join(' ')).toBe('Hartsfield–Jackson International Airport');
});

test('a name that fits nowhere is left out, and covers nothing', () => {
  const crowd = Array.from({ length: 5 }, (_, row) =>
    Array.from({ length: 5 }, (_, column) => mark(20 + column * 20, 20 + row * 20, 'Ismailia')),
  ).flat();
  expect(placeLabels(crowd, 120, []).every((label) => label === undefined)).toBe(true);
});

test('a name keeps off the lines where it can, and stands on one rather than nowhere', () => {
  const toTheRight = [[110, 100] as const, [220, 100] as const] as const;
  const around = [...Array(12).keys()].map((hour) => {
    const angle = (hour * Math.PI) / 6;
    return [[110, 100] as const, [110 + 200 * Math.cos(angle), 100 + 200 * Math.sin(angle)] as const] as const;
  });
  const anchors = [[], [toTheRight], around].map(
    (lines) => placeLabels([mark(110, 100, 'Suez')], 220, lines)[0]?.anchor,
  );
  expect(anchors).toEqual(['start', 'end', 'start']);
});

test('a name at the edge moves along it rather than onto a line', () => {
  const inwards = [[200, 100] as const, [0, 100] as const] as const;
  const [label] = placeLabels([mark(200, 100, 'Ellabell, Georgia')], 220, [inwards]);
  expect(label).toMatchObject({ anchor: 'middle', lines: ['Ellabell, Georgia'] });
  expect(label?.x).toBeLessThan(200);
});
