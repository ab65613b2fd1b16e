import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildFolders, recover, swap, takeTurn, whyNotHere } from '../../../src/publish/swap.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'swap-'));
});

function put(folder: string, text: string): void {
  mkdirSync(folder, { recursive: true });
  for (const file of ['a', 'b']) writeFileSync(join(folder, file), text);
}

/** What stands in `dist/`: the text of its two files, when they are of one build. */
function current(): string {
  const { current } = buildFolders(root);
  const [a, b] = ['a', 'b'].map((file) => readFileSync(join(current, file), 'utf8'));
  return a === b ? String(a) : `mixed: ${a}, ${b}`;
}

function leftovers(): string[] {
  return readdirSync(root).filter((name) => name !== 'dist');
}

const SWAP = pathToFileURL(join(import.meta.dirname, '../../../src/publish/swap.ts')).href;

/** Runs a swap in a process of its own that dies right after its n-th rename, or before the first for 0. */
function swapAndDie(after: number): void {
  const code = `
    import fs from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { renameSync } = fs;
    const die = () => process.kill(process.pid, 'SIGKILL');
    let renames = 0;
    fs.renameSync = (from, to) => {
      if (${after} === 0) die();
      renameSync(from, to);
      if (++renames === ${after}) die();
    };
    syncBuiltinESMExports();
    const { buildFolders, swap, takeTurn } = await import(${JSON.stringify(SWAP)});
    const folders = buildFolders(${JSON.stringify(root)});
    takeTurn(folders);
    fs.cpSync(${JSON.stringify(join(root, 'grown'))}, folders.next, { recursive: true });
    swap(folders);
  `;
  const { signal, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
}

describe('swap', () => {
  it('puts a new site in the place of the old one and leaves nothing else', () => {
    const folders = buildFolders(root);
    put(folders.current, 'old');
    const turn = takeTurn(folders);
    put(folders.next, 'new');
    swap(folders);
    if ('leave' in turn) turn.leave();
    expect(current()).toBe('new');
    expect(leftovers()).toEqual([]);
  });

  it('puts the old site back when the new one cannot be moved', () => {
    const folders = buildFolders(root);
    put(folders.current, 'old');
    const turn = takeTurn(folders);
    expect(() => swap(folders)).toThrow('ENOENT');
    if ('leave' in turn) turn.leave();
    expect(current()).toBe('old');
  });

  it.each([
    [0, 'old'],
    [1, 'old'],
    [2, 'new'],
  ])('killed after %i renames, is put right by the next command', (after, expected) => {
    put(buildFolders(root).current, 'old');
    put(join(root, 'grown'), 'new');
    swapAndDie(after);
    expect(existsSync(buildFolders(root).work)).toBe(true);
    recover(root);
    expect(current()).toBe(expected);
    expect(leftovers()).toEqual(['grown']);
  });
});

describe('takeTurn', () => {
  it('is refused while another process has its turn, and nothing is touched', async () => {
    const folders = buildFolders(root);
    const code = `const { buildFolders, takeTurn } = await import(${JSON.stringify(SWAP)});
      takeTurn(buildFolders(${JSON.stringify(root)})); console.log('taken'); setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(other.stdout, 'data');
    put(folders.next, 'growing');
    expect(takeTurn(folders)).toEqual({ holder: other.pid });
    recover(root);
    expect(existsSync(folders.next)).toBe(true);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(takeTurn(folders)).toHaveProperty('leave');
    expect(existsSync(folders.next)).toBe(false);
  });

  it.each(['', 'nonsense', '999999999', String(process.pid)])('takes over a lock that says %j', (text) => {
    const folders = buildFolders(root);
    mkdirSync(folders.work);
    writeFileSync(folders.lock, text);
    expect(takeTurn(folders)).toHaveProperty('leave');
    expect(readFileSync(folders.lock, 'utf8').trim()).toBe(String(process.pid));
  });
});

describe('whyNotHere', () => {
  it('refuses a symbolic link, even one that leads nowhere, and a file', () => {
    const folders = buildFolders(root);
    expect(whyNotHere(folders)).toBeUndefined();
    symlinkSync(join(root, 'elsewhere'), folders.current);
    expect(whyNotHere(folders)).toContain('a symbolic link');
    expect(whyNotHere({ current: import.meta.filename })).toContain('not a folder');
    mkdirSync(join(root, 'folder'));
    expect(whyNotHere({ current: join(root, 'folder') })).toBeUndefined();
  });
});
