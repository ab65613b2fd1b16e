import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { BASE } from '../../fixtures/base-project.ts';
import { BUILD, copyProject, environment } from '../../fixtures/project.ts';
import { againstManifest } from './digests.ts';

// Each of these is a whole build or two, on a machine that may be busy with others.
vi.setConfig({ testTimeout: 240_000 });

let root: string;
let dist: string;

beforeAll(() => {
  // A small site has every moment that a large one has, and is built twenty times here.
  root = copyProject({ content: join(BASE, 'content') });
  dist = join(root, 'dist');
  run(BUILD);
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

function run(command: readonly string[]): void {
  const { status, stdout } = spawnSync(process.execPath, command, {
    cwd: root,
    env: environment(),
    encoding: 'utf8',
  });
  expect(status, stdout).toBe(0);
}

/** The folders that builds work in. */
function works(): string[] {
  return readdirSync(root).filter((name) => name.startsWith('.dist-'));
}

/** What has grown so far, in a build's own folder. */
function grown({ pid }: ChildProcess): string[] {
  const work = works().find((name) => name.includes(`-${pid}-`));
  try {
    return readdirSync(join(root, work ?? '', 'next'), { recursive: true, encoding: 'utf8' });
  } catch {
    // The folder is not there yet, or was moved while it was read.
    return [];
  }
}

/** Whether a build has its folder. */
function hasBegun({ pid }: ChildProcess): boolean {
  return works().some((name) => name.includes(`-${pid}-`));
}

/** What has to be so, once the build has its folder, given what has grown there. */
const MOMENTS: [name: string, isSo: (grown: readonly string[]) => boolean][] = [
  ['at the first page', (grown) => grown.some((file) => file.endsWith('.html'))],
  ['at the manifest', (grown) => grown.includes('SHA256SUMS')],
];

describe('kill -9', () => {
  it.each(MOMENTS)('%s leaves a whole site', async (_name, isSo) => {
    const build = startBuild();
    await until(build, () => hasBegun(build) && isSo(grown(build)));
    build.kill('SIGKILL');
    await ended(build);
    run(['src/commands/check.ts']);
    expect(againstManifest(dist)).toEqual([]);
    expect(works()).toEqual([]);
  });
});

describe('a build that cannot finish', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('clears up on %s', async (signal, exitCode) => {
    const before = statSync(dist).ino;
    const build = startBuild();
    await until(build, () => hasBegun(build));
    build.kill(signal);
    await ended(build);
    expect(build.exitCode).toBe(exitCode);
    expect(works()).toEqual([]);
    expect(statSync(dist).ino).toBe(before);
    expect(againstManifest(dist)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('says so when no more can be written, and leaves the site', () => {
    const before = statSync(dist).ino;
    // A limit on the size of a file fails as a full disk does: while writing.
    const { status, stdout, stderr } = spawnSync(
      'sh',
      ['-c', `trap '' XFSZ; ulimit -f 8; exec "${process.execPath}" ${BUILD.map((word) => `"${word}"`).join(' ')}`],
      {
        cwd: root,
        env: newAddress(),
        encoding: 'utf8',
      },
    );
    expect(status).toBe(1);
    expect(stdout + stderr).toMatch(/EFBIG|too large/i);
    expect(works()).toEqual([]);
    expect(statSync(dist).ino).toBe(before);
    expect(againstManifest(dist)).toEqual([]);
  });

  it('says which link does not hold, and no more', () => {
    const before = statSync(dist).ino;
    const file = join(root, 'content/articles/bridge/en.md');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('closed in the end', '[closed](https://base.example/feeds/gone.xml) in the end'));
    const { status, stdout, stderr } = spawnSync(process.execPath, BUILD, {
      cwd: root,
      env: environment(),
      encoding: 'utf8',
    });
    writeFileSync(file, text);
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('leads to feeds/gone.xml, which does not exist');
    expect(stdout + stderr).not.toMatch(/^\s+at .*:\d+/m);
    expect(statSync(dist).ino).toBe(before);
  });

  it('does not mix with another one that runs at the same time', async () => {
    // Nothing is kept that either could find as it would write it.
    rmSync(join(root, '.cache'), { recursive: true, force: true });
    const both = [startBuild(), startBuild()].map(async (build) => {
      const said = Promise.all([build.stdout, build.stderr].map((stream) => text(stream as Readable)));
      await ended(build);
      expect(build.exitCode, (await said).join('')).toBe(0);
    });
    await Promise.all(both);
    expect(againstManifest(dist)).toEqual([]);
    const home = readFileSync(join(dist, 'index.html'), 'utf8');
    const [address] = /https:\/\/build-\d+\.example\.net\//.exec(home) ?? [];
    expect([builds - 1, builds].map((build) => `https://build-${build}.example.net/`)).toContain(address);
    for (const name of ['about.html', 'rss.xml', 'articles/bridge.html'])
      expect(readFileSync(join(dist, name), 'utf8')).toContain(address);
    expect(works()).toEqual([]);
  });

  it('does not touch a dist that is a symbolic link', () => {
    const elsewhere = copyProject({ name: 'linked' });
    symlinkSync(dist, join(elsewhere, 'dist'), 'junction');
    const { status, stdout, stderr } = spawnSync(process.execPath, BUILD, {
      cwd: elsewhere,
      env: environment(),
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('a symbolic link');
    expect(againstManifest(dist)).toEqual([]);
  });
});
