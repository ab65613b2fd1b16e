import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';

const ZIP = pathToFileURL(join(import.meta.dirname, '../../../src/publish/pack.ts')).href;

function packed(files: readonly string[], timeZone: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'));
  mkdirSync(join(folder, 'site/ko'), { recursive: true });
  for (const file of files) writeFileSync(join(folder, 'site', file), `the text of ${file}`);
  const code = `const { writeZip } = await import(${JSON.stringify(ZIP)});
    writeZip(${JSON.stringify(join(folder, 'site'))}, ${JSON.stringify(join(folder, 'out.zip'))}, '기록-2026-11-24', '2026-11-24');`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, TZ: timeZone },
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return readFileSync(join(folder, 'out.zip'));
}

const files = ['index.html', '_headers', 'ko/index.html', 'empty.txt'];

it('packs every file below one folder', () => {
  const entries = unzipSync(packed(files, 'Etc/UTC'));
  expect(Object.keys(entries)).toEqual(
    ['_headers', 'empty.txt', 'index.html', 'ko/index.html'].map((file) => `기록-2026-11-24/${file}`),
  );
  expect(new TextDecoder().decode(entries['기록-2026-11-24/ko/index.html'])).toBe('the text of ko/index.html');
});

it('gives the same bytes in every zone and for every order on disk', () => {
  const there = packed(files.toReversed(), 'America/Los_Angeles');
  expect(Buffer.compare(packed(files, 'Asia/Seoul'), there)).toBe(0);
});
