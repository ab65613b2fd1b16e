import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What came of asking for a lock: it is taken, or another process holds it. */
export type Lock = { readonly release: () => void } | { readonly holder: number };

/**
 * Takes a lock that one process at a time can hold. What a dead process left behind is taken over.
 *
 * @param path the lock's file
 */
export function takeLock(path: string): Lock {
  for (;;) {
    mkdirSync(dirname(path), { recursive: true });
    if (create(path)) return { release: () => rmSync(path, { force: true }) };
    const holder = holderOf(path);
    if (holder !== undefined) return { holder };
    removeStale(path);
  }
}

/** The living process that holds a lock, if one does. This process does not count. */
function holderOf(path: string): number | undefined {
  const pid = Number(read(path));
  // A restarted container gives its processes the same numbers again.
  return Number.isInteger(pid) && pid > 0 && pid !== process.pid && isAlive(pid) ? pid : undefined;
}

function create(path: string): boolean {
  try {
    writeFileSync(path, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    // ENOENT: another process, done with its turn, has just removed the folder.
    if (['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    // On a full disk the file exists and is empty.
    rmSync(path, { force: true });
    throw error;
  }
}

// Two processes may find the same stale lock; the one that comes second must not remove the first one's new lock.
function removeStale(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (holderOf(aside) === undefined) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
