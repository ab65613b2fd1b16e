import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { cacheFolder, checkProjectFolder } from '../../../src/publish/project-folder.ts';
import { stage } from '../../../src/publish/staging.ts';
import { asNobody } from '../../fixtures/nobody.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'plain-record-'));
  chmodSync(root, 0o755);
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
  vi.restoreAllMocks();
});

/** Does something as a user who may write nothing that is not theirs. */
function asSomebodyElse<Done>(work: () => Done): Done {
  if (process.geteuid?.() !== 0)
    for (const folder of [root, join(root, '.cache')]) if (existsSync(folder)) chmodSync(folder, 0o555);
  return asNobody(work);
}

it.each(['/home/ann/a#b', '/home/ann/what?', '/home/ann/"new"'])('%s is refused in one line', (folder) => {
  expect(() => checkProjectFolder(folder)).toThrow(/^the folder .* rename it$/);
});

it.each(["/home/Anna's site", '/home/뉴스 (새)', '/home/100%20'])('%s is fine', (folder) => {
  expect(() => checkProjectFolder(folder)).not.toThrow();
});

it('keeps what it can in the project', () => {
  expect(cacheFolder(root)).toBe('./.cache');
});

it.each([[['.cache']], [['.cache', '.cache/pictures']], [[]]])(
  'keeps nothing, and says so, beside what another user has made: %j',
  (parts) => {
    for (const part of parts) mkdirSync(join(root, part));
    const said = vi.spyOn(console, 'log').mockReturnValue();
    const folder = asSomebodyElse(() => cacheFolder(root));
    expect(folder).toContain('plain-record-cache-');
    expect(said.mock.calls).toEqual([[expect.stringContaining('nothing is kept for the next build')]]);
    rmSync(folder, { recursive: true });
  },
);

it('says in one line that the site cannot be put beside what another user has', () => {
  expect(() => asSomebodyElse(() => stage(join(root, 'dist')))).toThrow(/may not be written by this user \(E[A-Z]+\)/);
});
