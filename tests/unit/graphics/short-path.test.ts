import { expect, test } from 'vitest';
import { ShortPath } from '../../../src/graphics/short-path.ts';
import { pointsOf } from './points-of.ts';

function drawn(detail: number, lines: readonly (readonly [number, number][])[], close = false): string {
  const path = new ShortPath(detail);
  for (const [[x, y] = [0, 0], ...rest] of lines) {
    path.moveTo(x, y);
    for (const [toX, toY] of rest) path.lineTo(toX, toY);
    if (close) path.closePath();
  }
  return path.toString();
}

test('writes whole units, each point from the one before', () => {
  const path = drawn(1, [
    [
      [10.4, 20.6],
      [15, 10],
      [5, 10],
    ],
  ]);
  expect(path).toBe('m10 21 5-11-10 0');
});

test('does not drift: rounding is not carried from point to point', () => {
  const thirds = Array.from({ length: 40 }, (_, step): [number, number] => [step * 1.3, 0]);
  expect(pointsOf(drawn(1, [thirds])).at(-1)).toEqual([Math.round(39 * 1.3), 0]);
});

test('starts each shape from where the one before was closed', () => {
  const square: [number, number][] = [
    [10, 10],
    [20, 10],
    [20, 20],
  ];
  const points = pointsOf(
    drawn(
      1,
      [
        square,
        [
          [50, 60],
          [70, 60],
          [70, 80],
        ],
      ],
      true,
    ),
  );
  expect(points).toContainEqual([50, 60]);
  expect(points).toContainEqual([70, 80]);
});

test('leaves out what is too near to be seen, and still reaches the end of a line', () => {
  const path = drawn(5, [
    [
      [0, 0],
      [1, 1],
      [10, 0],
      [12, 1],
      [13, 2],
    ],
    [
      [40, 40],
      [50, 40],
    ],
  ]);
  expect(pointsOf(path)).toEqual([
    [0, 0],
    [10, 0],
    [13, 2],
    [40, 40],
    [50, 40],
  ]);
});
