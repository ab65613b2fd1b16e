import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { BASE } from '../../fixtures/base-project.ts';
import { BUILD, copyProject, environment } from '../../fixtures/project.ts';
import { againstManifest } from './digests.ts';

// Each of these is a whole build or two, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 240_000 });

let root: string;
let dist: string;
let work: string;

beforeAll(() => {
  // A small site has every moment that a large one has, and is built twenty times here.
  root = copyProject({ content: join(BASE, 'content') });
  dist = join(root, 'dist');
  work = join(root, '.dist-work');
  runCommand('build');
});

let builds = 0;

/** An environment in which every page differs from the last build's, so that a mixture of two would be seen. */
function newAddress(): NodeJS.ProcessEnv {
  return environment({ SITE_URL: `https://build-${++builds}.example.net/` });
}

function startBuild(): ChildProcess {
  const env = newAddress();
  return spawn(process.execPath, BUILD, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Looks again and again until something is so, or the build has ended. */
async function until(build: ChildProcess, isSo: () => boolean): Promise<void> {
  while (build.exitCode === null && build.signalCode === null && !isSo()) await pause(1);
}

async function ended(build: ChildProcess): Promise<void> {
  if (build.exitCode === null && build.signalCode === null) await once(build, 'exit');
}

function runCommand(name: 'build' | 'check'): void {
  const { status, stdout } = spawnSync(process.execPath, [`src/commands/${name}.ts`], {
    cwd: root,
    env: environment(),
    encoding: 'utf8',
  });
  expect(status, stdout).toBe(0);
}

function readLock(): string {
  try {
    return readFileSync(join(work, 'lock'), 'utf8').trim();
  } catch {
    return '';
  }
}

function grown(): string[] {
  try {
    return readdirSync(join(work, 'next'), { recursive: true, encoding: 'utf8' });
  } catch {
    // The folder is not there yet, or was moved while it was read.
    return [];
  }
}

/** Whether a build has its turn; what an earlier one left behind does not count. */
function hasTurn({ pid }: ChildProcess): boolean {
  return readLock() === String(pid);
}

/** What has to be so, once the build has its turn. */
const MOMENTS: [name: string, isSo: () => boolean][] = [
  ['as soon as it has its turn', () => true],
  ['when the new folder is there', () => existsSync(join(work, 'next'))],
  ['at the first page', () => grown().some((file) => file.endsWith('.html'))],
  ['at the fourth page', () => grown().filter((file) => file.endsWith('.html')).length > 3],
  ['at the sitemap', () => grown().some((file) => file.startsWith('sitemap'))],
  ['at the manifest', () => grown().includes('SHA256SUMS')],
  ['when it is nearly done', () => grown().includes('_headers')],
];

describe('kill -9', () => {
  it.each(MOMENTS)('%s leaves a whole site', async (_name, isSo) => {
    const build = startBuild();
    await until(build, () => hasTurn(build) && isSo());
    build.kill('SIGKILL');
    await ended(build);
    if (!existsSync(dist)) runCommand('check');
    expect(againstManifest(dist)).toEqual([]);
  });
});

describe('a build that cannot finish', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('clears up on %s', async (signal, exitCode) => {
    const before = statSync(dist).ino;
    const build = startBuild();
    await until(build, () => hasTurn(build));
    build.kill(signal);
    await ended(build);
    expect(build.exitCode).toBe(exitCode);
    expect(existsSync(work)).toBe(false);
    expect(statSync(dist).ino).toBe(before);
    expect(againstManifest(dist)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('says so when no more can be written, and leaves the site', () => {
    const before = statSync(dist).ino;
    // A limit on the size of a file fails as a full disk does: while writing.
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `trap '' XFSZ; ulimit -f 8; exec "${process.execPath}" ${BUILD.join(' ')}`],
      {
        cwd: root,
        env: newAddress(),
        encoding: 'utf8',
      },
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/EFBIG|too large/i);
    expect(existsSync(work)).toBe(false);
    expect(statSync(dist).ino).toBe(before);
    expect(againstManifest(dist)).toEqual([]);
  });

  it('steps back from another build, which goes on and needs no help with what was left', async () => {
    const killed = startBuild();
    await until(killed, () => hasTurn(killed));
    killed.kill('SIGKILL');
    await ended(killed);
    const first = startBuild();
    const address = `https://build-${builds}.example.net/`;
    await until(first, () => hasTurn(first));
    const second = startBuild();
    let said = '';
    second.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await Promise.all([ended(first), ended(second)]);
    expect([first.exitCode, second.exitCode]).toEqual([0, 1]);
    expect(said).toContain(`another build runs here (process ${first.pid})`);
    expect(againstManifest(dist)).toEqual([]);
    expect(readFileSync(join(dist, 'index.html'), 'utf8')).toContain(address);
    expect(existsSync(work)).toBe(false);
  });

  it('does not touch a dist that is a symbolic link', () => {
    const elsewhere = copyProject({ name: 'linked' });
    symlinkSync(dist, join(elsewhere, 'dist'), 'junction');
    const { status, stderr } = spawnSync(process.execPath, BUILD, {
      cwd: elsewhere,
      env: environment(),
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('a symbolic link');
    expect(againstManifest(dist)).toEqual([]);
  });
});
