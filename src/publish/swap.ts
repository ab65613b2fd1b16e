import { existsSync, renameSync, rmSync } from 'node:fs';

/**
 * Puts a finished folder in the place of another by two renames, so that at no time a half-written
 * folder stands there.
 *
 * @param next the finished folder
 * @param current the folder to replace; it may be absent
 */
export function swap(next: string, current: string): void {
  const old = `${current}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(current)) renameSync(current, old);
  renameSync(next, current);
  rmSync(old, { recursive: true, force: true });
}
