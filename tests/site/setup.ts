import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const BUILT = 'TESTS_HAVE_BUILT';

/** Builds the site, as a host would: once a run, whichever projects ask for it. */
export default function setup(): void {
  // A project has its own modules, so that nothing but the process knows what another one did.
  if (process.env[BUILT]) return;
  execFileSync(process.execPath, ['src/commands/build.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: 'inherit',
  });
  process.env[BUILT] = '1';
}
