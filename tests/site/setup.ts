import { execFileSync } from 'node:child_process';
import { BUILD, PROJECT } from '../fixtures/project.ts';

const BUILT = 'TESTS_HAVE_BUILT';

/** Builds the site, as a host would: once a run, whichever projects ask for it. */
export default function setup(): void {
  // A project's modules are its own, so that nothing but the process knows what another one did.
  if (process.env[BUILT]) return;
  execFileSync(process.execPath, BUILD, { cwd: PROJECT, stdio: 'inherit' });
  process.env[BUILT] = '1';
}
