import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/**
 * Dates do not depend on the zone of the machine: the tests of this folder and the check of a content
 * folder run again in processes that stand in other zones, on both sides of UTC.
 */

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
const ZONES = ['America/Los_Angeles', 'Asia/Seoul'];

// A run that was started by this test does not start others.
const outermost = process.env['DATES_OF_ANOTHER_ZONE'] === undefined;

/** What a program prints that runs on a machine in a zone; a program that fails throws, with all it printed. */
async function inMachineZone(zone: string, args: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, TZ: zone, DATES_OF_ANOTHER_ZONE: zone };
  try {
    return (await run(process.execPath, args, { cwd, env })).stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(stdout + stderr, { cause: error });
  }
}

it.runIf(outermost).each(ZONES)('the tests of dates pass on a machine in %s', async (zone) => {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  await inMachineZone(zone, [vitest, 'run', '--project', 'unit', import.meta.dirname], root);
});

it.skipIf(outermost)('the machine does stand in the zone that was asked for', () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env['DATES_OF_ANOTHER_ZONE']);
});

it.runIf(outermost).each(ZONES)('impossible days are refused and a time is kept on a machine in %s', async (zone) => {
  const folder = mkdtempSync(join(tmpdir(), 'plain-record-zone-'));
  try {
    mkdirSync(join(folder, 'content/articles/story'), { recursive: true });
    writeFileSync(
      join(folder, 'content/articles/story/en.md'),
      eventsOn('2025-02-30', '2025-13-40', '2025-09-11T11:38-04:00'),
    );
    const check = inMachineZone(zone, [join(root, 'src/commands/check.ts')], folder);
    const said = await check.catch((error: Error) => error.message);
    const datesRefused = said.split('\n').filter((line) => /timeline\[\d\]\.date/.test(line));
    expect(datesRefused).toHaveLength(2);
    expect(datesRefused[0]).toContain('"2025-02-30" is not a date');
    expect(datesRefused[1]).toContain('"2025-13-40" is not a date');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function eventsOn(...dates: readonly string[]): string {
  const events = dates.map((date, index) => `  - id: event-${index}\n    date: ${date}\n    place: atlanta\n`);
  return `---\nplaces:\n  atlanta:\n    timeZone: America/New_York\ntimeline:\n${events.join('')}---\n`;
}
