import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAMES = ['TMPDIR', 'TEMP', 'TMP'];
const GIVEN = 'TESTS_TEMPORARY_FOLDER';

/** Gives the run a temporary folder of its own, and removes it with all that the tests have left there. */
export default function setup(): (() => void) | undefined {
  // Every project asks; its modules are its own, so that nothing but the process knows of the others.
  if (process.env[GIVEN]) return;
  const folder = mkdtempSync(join(tmpdir(), 'plain-record-tests-'));
  // Some tests read as a user who may read nothing of the administrator's.
  chmodSync(folder, 0o755);
  for (const name of [GIVEN, ...NAMES]) process.env[name] = folder;
  // Half of the time of a short command goes into compiling it, and the tests run hundreds.
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'compiled');
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
