import {
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { constants, hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** A new site that grows beside the one that stands. */
export interface Staging {
  /** The folder in which it grows. */
  readonly next: string;
  /** A folder for what is of use to this build alone. */
  readonly own: string;
  /** Puts the finished site in the place of the old one. */
  publish(): void;
}

/**
 * Makes a folder of its own for a build, on the disk of the site, so that a rename puts the whole site in place. It is
 * gone when the process ends, however it ends, or when the next command starts.
 *
 * @param site the folder that the new site will take the place of
 * @throws {Error} when no folder can be put there, or a symbolic link stands there: whoever copies the site would copy
 * the link
 */
export function stage(site: string): Staging {
  const found = lstatSync(site, { throwIfNoEntry: false });
  if (found && !found.isDirectory())
    throw new Error(
      `${site} is ${found.isSymbolicLink() ? 'a symbolic link' : 'not a folder'}; remove it, the build puts a folder there`,
    );
  for (const signal of SIGNALS) process.once(signal, () => process.exit(128 + constants.signals[signal]));
  const work = folderBeside(site);
  const [next, old] = [join(work, 'next'), join(work, 'old')];
  const clear = (): void => putBack(site, work);
  process.once('exit', clear);
  return {
    next,
    own: join(work, 'own'),
    publish() {
      swap(site, next, old);
      clear();
      process.off('exit', clear);
    },
  };
}

function folderBeside(site: string): string {
  try {
    return mkdtempSync(join(dirname(site), `${prefixOf(site)}${HOST}-${process.pid}-`));
  } catch (error) {
    throw new Error(`${dirname(site)} may not be written by this user (${codeOf(error)}); the build puts dist/ there`);
  }
}

/** Clears up what builds left that were cut short, even between their two renames. Every command does this first. */
export function recover(site: string): void {
  const [folder, prefix] = [dirname(site), prefixOf(site)];
  for (const name of readdirSync(folder).filter((name) => name.startsWith(prefix))) {
    const [, host, pid] = /^(.*)-(\d+)-\w{6}$/.exec(name.slice(prefix.length)) ?? [];
    const work = join(folder, name);
    if (host === undefined) continue;
    // Where a build is moving in just now, it tries again.
    if (!existsSync(site)) moveIfThere(join(work, 'old'), site);
    if (!isAtWork(host, Number(pid), work)) putBack(site, work);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Where numbers of processes mean the same: two containers of one machine may give theirs the same numbers. */
const HOST = `${hostname()}${namespaceOfProcesses()}`.replace(/[^\w.-]/g, '');
/** Of a machine or a container that shares the folder no process can be asked: after a day, in milliseconds, its build is over. */
const LONGEST = 86_400_000;

function prefixOf(site: string): string {
  return `.${basename(site)}-`;
}

function namespaceOfProcesses(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

function isAtWork(host: string, pid: number, work: string): boolean {
  if (host !== HOST) return Date.now() - (statSync(work, { throwIfNoEntry: false })?.mtimeMs ?? 0) < LONGEST;
  // This one has not begun.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Two renames, so that no half of a site ever stands there. Of two builds that end at once the later one stays. */
function swap(site: string, next: string, old: string): void {
  for (;;) {
    rmSync(old, { recursive: true, force: true });
    moveIfThere(site, old);
    try {
      return renameSync(next, site);
    } catch (error) {
      if (!['EEXIST', 'ENOTEMPTY'].includes(codeOf(error))) throw error;
    }
  }
}

function putBack(site: string, work: string): void {
  if (!existsSync(site)) moveIfThere(join(work, 'old'), site);
  rmSync(work, { recursive: true, force: true });
}

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    if (codeOf(error) !== 'EXDEV') throw error;
    // A folder from a lower layer of a container's disk cannot be renamed.
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
