import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { recover } from '../publish/staging.ts';

/**
 * Runs a command as npm starts it: clears up what a build left that was cut short, and says in one sentence what stops
 * the command; the exit code is 2 then.
 *
 * @param command takes the project's folder
 * @throws what is no error of a user or of the disk, but the program's own
 */
export async function run(command: (root: string) => unknown): Promise<void> {
  const root = process.cwd();
  try {
    recover(join(root, 'dist'));
    await command(root);
  } catch (error) {
    if (!(error instanceof Error) || (/^(?:Type|Reference)Error$/.test(error.name) && !('code' in error))) throw error;
    console.error(error.message.split('. ')[0]);
    process.exitCode = 2;
  }
}

/** The day on the editor's own calendar, not in UTC: `2025-09-04`. */
export function today(): string {
  return Temporal.Now.plainDateISO().toString();
}
