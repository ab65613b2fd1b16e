import { expect, it } from 'vitest';
import { Progress } from '../../../src/publish/progress.ts';

/** A progress on a screen that keeps what was written, with a clock that the test sets. */
function watched(isTTY: boolean): { progress: Progress; written: string[]; at: (seconds: number) => void } {
  const written: string[] = [];
  let time = 0;
  const progress = new Progress({ isTTY, write: (text) => written.push(text) }, () => time);
  Object.assign(progress.tally, { pagesOfAll: 80, picturesOfAll: 70 });
  const at = (seconds: number): void => {
    time = seconds * 1_000;
    progress.tally.pages++;
    progress.show();
  };
  return { progress, written, at };
}

it.each([true, false])('says nothing within the first second (terminal: %s)', (isTTY) => {
  const { progress, written, at } = watched(isTTY);
  at(0);
  at(0.9);
  progress.clear();
  expect(written).toEqual([]);
});

it('writes one line over and over on a terminal, and takes it away', () => {
  const { progress, written, at } = watched(true);
  progress.tally.reused = 3;
  for (const seconds of [1, 1.05, 1.2]) at(seconds);
  progress.clear();
  expect(written).toHaveLength(3);
  expect(written.join('')).not.toContain('\n');
  expect(written[0]).toContain('1 of 80 pages, 3 of 70 pictures (0 drawn, 3 reused)');
  expect(written[1]).toContain('3 of 80 pages');
  expect(written[2]).toBe('\r\u001B[K');
});

it('adds a line now and then where nothing can be written over', () => {
  const { progress, written, at } = watched(false);
  for (let seconds = 0; seconds <= 12; seconds += 0.5) at(seconds);
  progress.clear();
  expect(written).toHaveLength(3);
  for (const line of written) expect(line).toMatch(/^\d+ of 80 pages, 0 of 70 pictures \(0 drawn, 0 reused\)\n$/);
});
