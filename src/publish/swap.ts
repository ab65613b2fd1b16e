import { existsSync, lstatSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from './lock.ts';

/** The folders and files of a build, all on one disk, so that a rename puts a whole site in place. */
export interface BuildFolders {
  /** What hosts copy. */
  readonly current: string;
  /** Holds all that follows; absent when no build runs and none was cut short. */
  readonly work: string;
  /** Where a new site grows. */
  readonly next: string;
  /** Where the old site stands while the new one takes its place. */
  readonly old: string;
  readonly lock: string;
}

/** @param root the project's folder */
export function buildFolders(root: string): BuildFolders {
  const work = join(root, '.dist-work');
  return {
    current: join(root, 'dist'),
    work,
    next: join(work, 'next'),
    old: join(work, 'old'),
    lock: join(work, 'lock'),
  };
}

/**
 * Why a site cannot be put here, as a sentence, or `undefined`. A symbolic link would be replaced by a
 * folder, and whoever copies `dist` would copy the link.
 */
export function whyNotHere({ current }: Pick<BuildFolders, 'current'>): string | undefined {
  const found = lstatSync(current, { throwIfNoEntry: false });
  if (!found || found.isDirectory()) return undefined;
  const what = found.isSymbolicLink() ? 'a symbolic link' : 'not a folder';
  return `${current} is ${what}; remove it, the build puts a folder there`;
}

/** Puts a finished site in the place of the old one by two renames, so that no half of it ever stands there. */
export function swap({ current, next, old }: BuildFolders): void {
  rmSync(old, { recursive: true, force: true });
  const replaces = existsSync(current);
  if (replaces) renameSync(current, old);
  try {
    renameSync(next, current);
  } catch (error) {
    if (replaces) renameSync(old, current);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** A turn at the build's folders, which one process has at a time; or the process that has it now. */
export type Turn = { readonly leave: () => void } | { readonly holder: number };

/** Takes a turn. What an earlier build left that was cut short is put back before and after. */
export function takeTurn(folders: BuildFolders): Turn {
  const lock = takeLock(folders.lock);
  if ('holder' in lock) return lock;
  putBack(folders);
  return {
    leave() {
      putBack(folders);
      lock.release();
      removeIfEmpty(folders.work);
    },
  };
}

/**
 * Puts back what a build left that was cut short, even between its two renames. Does nothing while a
 * build runs. Every command calls this first.
 *
 * @param root the project's folder
 */
export function recover(root: string): void {
  const folders = buildFolders(root);
  if (!existsSync(folders.work)) return;
  const turn = takeTurn(folders);
  if ('leave' in turn) turn.leave();
}

function putBack({ current, next, old }: BuildFolders): void {
  if (!existsSync(current) && existsSync(old)) renameSync(old, current);
  rmSync(old, { recursive: true, force: true });
  rmSync(next, { recursive: true, force: true });
}

// Another process may have taken its turn by now.
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
