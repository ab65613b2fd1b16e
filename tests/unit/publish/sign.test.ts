import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesIn, writeManifest } from '../../../src/publish/manifest.ts';
import { packSite } from '../../../src/publish/pack.ts';
import { signature } from '../../../src/publish/sign.ts';
import { BaseProject } from '../../fixtures/base-project.ts';
import { environment, PROJECT } from '../../fixtures/project.ts';

const TOOLS = ['sh', 'sha256sum', 'ssh-keygen', 'cut', 'find', 'sort', 'uniq', 'mkfifo'];
const places = TOOLS.map((tool) => spawnSync('sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).stdout?.trim());
const lacking = TOOLS.filter((_, index) => !places[index]);
if (lacking.length > 0)
  console.log(`The proof of a signed copy is not tested here: there is no ${lacking.join(', ')}.`);

const project = new BaseProject();
const keys = mkdtempSync(join(tmpdir(), 'keys-'));
const key = join(keys, 'publisher');
/** The programs that the commands may use, and no other. */
const bare = mkdtempSync(join(tmpdir(), 'bare-'));

beforeAll(() => {
  for (const [file, text] of Object.entries({ 'index.html': 'the site', 'ko/a b.html': '기록', _headers: 'h' })) {
    project.write(`dist/${file}`, text);
  }
  writeManifest(join(project.root, 'dist'));
});
afterAll(() => project.remove());

/** Starts `npm run pack` as a machine does that nobody sits at, with a standard input that never ends. */
function pack(options: readonly string[], PATH = process.env['PATH'] ?? '') {
  const script = join(PROJECT, 'src/commands/pack.ts');
  const endless = `exec 9<>"$FIFO"; exec "$@" <&9`;
  const fifo = join(keys, 'fifo');
  if (!existsSync(fifo)) execFileSync('mkfifo', [fifo]);
  const env = { ...environment({ FIFO: fifo }), PATH };
  const started = ['/bin/sh', ['-c', endless, 'sh', process.execPath, script, ...options]] as const;
  return spawnSync(...started, { cwd: project.root, env, encoding: 'utf8', timeout: 20_000 });
}

describe.skipIf(lacking.length > 0)('a signed archive', () => {
  let copy: string;

  beforeAll(() => {
    for (const [name, phrase] of Object.entries({ publisher: '', stranger: '', guarded: 'open sesame' }))
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', phrase, '-C', '', '-f', join(keys, name)]);
    for (const [index, tool] of TOOLS.entries()) symlinkSync(places[index] as string, join(bare, tool));
  });

  /** Unpacks an archive, as onto a stick; beside it is the publisher's key. */
  function unpack(archive: string, signer = 'publisher'): string {
    const stick = mkdtempSync(join(tmpdir(), 'stick-'));
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(project.root, archive))))) {
      const path = join(stick, name.replace(/^[^/]*/, 'copy'));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
    writeFileSync(join(stick, 'publisher.txt'), `publisher ${readFileSync(join(keys, `${signer}.pub`), 'utf8')}`);
    return join(stick, 'copy');
  }

  /** What the commands say that VERIFY.txt has for Linux: those of the signature, those of the files. */
  function verify(folder: string): { signature: number | null; said: string } {
    const blocks = [...readFileSync(join(folder, 'VERIFY.txt'), 'utf8').matchAll(/```sh\n(.*?)```/gs)];
    const run = (block: number) =>
      spawnSync('sh', ['-c', blocks[block]?.[1] ?? 'exit 9'], { cwd: folder, env: { PATH: bare }, encoding: 'utf8' });
    const files = run(1);
    return { signature: run(0).status, said: files.stdout + files.stderr };
  }

  const UNLISTED = 'SHA256SUMS\nSHA256SUMS.sig\nVERIFY.txt\n';

  beforeAll(() => {
    copy = unpack(packSite(project.root, key));
  });

  it('is found whole by the commands that it brings along, with no other program', () => {
    expect(verify(copy)).toEqual({ signature: 0, said: UNLISTED });
    expect(readFileSync(join(project.root, 'archives/SHA256SUMS.sig'), 'utf8')).toBe(
      readFileSync(join(copy, 'SHA256SUMS.sig'), 'utf8'),
    );
  });

  it('is the same each time, and without a key what it was', () => {
    const bytes = (...options: [string?]) => readFileSync(join(project.root, packSite(project.root, ...options)));
    const plain = bytes();
    expect(bytes(key).equals(bytes(key))).toBe(true);
    expect(bytes().equals(plain)).toBe(true);
    expect(Object.keys(unzipSync(plain)).map((name) => name.replace(/^[^/]*\//, ''))).toEqual(
      filesIn(join(project.root, 'dist')),
    );
  });

  it('names a changed, a missing and an added file', () => {
    const changed = unpack(packSite(project.root, key));
    writeFileSync(join(changed, 'index.html'), 'another site');
    rmSync(join(changed, 'ko/a b.html'));
    copyFileSync(join(changed, '_headers'), join(changed, 'ko/.new'));
    const { said } = verify(changed);
    expect(said).toContain('index.html: FAILED\n');
    expect(said).toContain('ko/a b.html: FAILED open or read\n');
    expect(said).toContain('\nko/.new\n');
    expect(said).not.toContain('_headers');
  });

  it('shows one changed byte, wherever it is', () => {
    const found = filesIn(copy)
      .filter((file) => file !== 'VERIFY.txt')
      .filter((file) => {
        const bytes = readFileSync(join(copy, file));
        const at = bytes.length >> 1;
        const other = Buffer.from(bytes);
        other[at] = (bytes[at] as number) ^ 1;
        writeFileSync(join(copy, file), other);
        const { signature, said } = verify(copy);
        writeFileSync(join(copy, file), bytes);
        return signature !== 0 || said !== UNLISTED;
      });
    expect(found).toEqual(['SHA256SUMS', 'SHA256SUMS.sig', '_headers', 'index.html', 'ko/a b.html']);
  });

  it('is not taken from somebody else', () => {
    expect(verify(unpack(packSite(project.root, join(keys, 'stranger')))).signature).not.toBe(0);
  });

  it('does not wait for a passphrase where nobody can give it', () => {
    const { status, stderr } = pack(['--sign', join(keys, 'guarded')]);
    const told = 'wants its passphrase; sign in a terminal, or with a key that has none';
    expect([status, stderr]).toEqual([2, `${join(keys, 'guarded')} ${told}\n`]);
  });

  it.each([
    ['publisher.pub', /publisher\.pub is a public key; name the private one that belongs to it$/],
    ['nowhere', /nowhere is no key that can be read \(ENOENT\)$/],
    ['words.txt', /words\.txt does not sign: Load key .*words\.txt.*$/],
  ])('is not signed with %s, which is said in one line', (name, message) => {
    writeFileSync(join(keys, 'words.txt'), 'no key', { mode: 0o600 });
    expect(() => signature('', join(keys, name))).toThrow(message);
  });

  it('wants a program to sign with', () => {
    const { status, stderr } = pack(['--sign', key], mkdtempSync(join(tmpdir(), 'nothing-')));
    expect([status, stderr]).toEqual([2, 'there is no ssh-keygen to sign with; install OpenSSH\n']);
  });
});
