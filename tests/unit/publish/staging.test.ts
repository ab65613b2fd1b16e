import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { recover } from '../../../src/publish/staging.ts';

let root: string;
let site: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'staging-'));
  site = join(root, 'dist');
});

function put(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of ['a', 'b']) writeFileSync(join(folder, file), text);
}

/** What stands in `dist/`: the text of its two files, when they are of one build. */
function current(): string {
  const [a, b] = ['a', 'b'].map((file) => readFileSync(join(site, file), 'utf8'));
  return a === b ? String(a) : `mixed: ${a}, ${b}`;
}

function leftovers(): string[] {
  return readdirSync(root).filter((name) => name !== 'dist');
}

const STAGING = pathToFileURL(join(import.meta.dirname, '../../../src/publish/staging.ts')).href;

/** A build's code, for a process of its own; the text of its site is `new`, or that of an argument. */
const build = (then: string): string => `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { stage } = await import(${JSON.stringify(STAGING)});
  const staging = stage(${JSON.stringify(site)});
  const grow = (text) => {
    fs.mkdirSync(staging.next, { recursive: true });
    for (const file of ['a', 'b']) fs.writeFileSync(staging.next + '/' + file, text);
  };
  ${then}`;

function run(then: string) {
  return spawnSync(process.execPath, ['--input-type=module', '-e', build(then)], { encoding: 'utf8' });
}

describe('a build', () => {
  it('puts a new site in the place of the old one and leaves nothing else', () => {
    put(site, 'old');
    expect(run(`grow('new'); staging.publish();`)).toMatchObject({ status: 0, stderr: '' });
    expect(current()).toBe('new');
    expect(leftovers()).toEqual([]);
  });

  it.each([
    ['fails', `grow('half'); throw new Error('no');`],
    ['has grown nothing', 'staging.publish();'],
    ['is told to stop', `grow('half'); process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000);`],
  ])('that %s leaves the old site and nothing else', (_what, then) => {
    put(site, 'old');
    expect(run(then).status).not.toBe(0);
    expect(current()).toBe('old');
    expect(leftovers()).toEqual([]);
  });

  it.each([
    [0, 'old'],
    [1, 'old'],
    [2, 'new'],
  ])('killed after %i renames, is put right by the next command', (after, expected) => {
    put(site, 'old');
    const { signal } = run(`
      grow('new');
      const { renameSync } = fs;
      const die = () => process.kill(process.pid, 'SIGKILL');
      let renames = 0;
      fs.renameSync = (from, to) => {
        if (${after} === 0) die();
        renameSync(from, to);
        if (++renames === ${after}) die();
      };
      syncBuiltinESMExports();
      staging.publish();`);
    expect(signal).toBe('SIGKILL');
    expect(leftovers()).toHaveLength(1);
    recover(site);
    expect(current()).toBe(expected);
    expect(leftovers()).toEqual([]);
  });

  it('has a folder of its own beside another one, and both leave a whole site, the later one its own', async () => {
    const first = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        build(
          `grow('first'); console.log('grown'); process.stdin.once('data', () => { staging.publish(); process.exit(); });`,
        ),
      ],
      { stdio: ['pipe', 'pipe', 'inherit'] },
    );
    await once(first.stdout, 'data');
    expect(run(`grow('second'); staging.publish();`).status).toBe(0);
    expect(current()).toBe('second');
    recover(site);
    first.stdin.write('go');
    await once(first, 'exit');
    expect(current()).toBe('first');
    expect(leftovers()).toEqual([]);
  });

  it('that moves in while another one has the old site in its hands waits for its turn', () => {
    put(site, 'old');
    const { status, stderr } = run(`
      grow('new');
      const { renameSync } = fs;
      let others = 0;
      fs.renameSync = (from, to) => {
        // Another build, or two, put theirs down just before this one does.
        if (from === staging.next && others++ < 2) fs.mkdirSync(to + '/of-another', { recursive: true });
        renameSync(from, to);
      };
      syncBuiltinESMExports();
      staging.publish();`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(current()).toBe('new');
    expect(leftovers()).toEqual([]);
  });

  it('refuses a symbolic link, even one that leads nowhere, and a file', () => {
    symlinkSync(join(root, 'elsewhere'), site);
    expect(run('').stderr).toContain('is a symbolic link; remove it');
    writeFileSync(join(root, 'file'), '');
    expect(run(`stage(${JSON.stringify(join(root, 'file'))})`).stderr).toContain('a symbolic link');
    expect(existsSync(join(root, 'elsewhere'))).toBe(false);
  });
});

it('lets the folder of another machine be, as long as its build may run', () => {
  const others = join(root, '.dist-another.host-7-a1B2c3');
  mkdirSync(others);
  recover(site);
  expect(existsSync(others)).toBe(true);
});
