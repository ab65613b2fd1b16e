import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writeManifest } from '../../../src/publish/manifest.ts';
import { packSite, writeZip } from '../../../src/publish/pack.ts';
import { BaseProject } from '../../fixtures/base-project.ts';

function packed(files: readonly string[], timeZone: string, date = '2026-11-24'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'));
  mkdirSync(join(folder, 'site/ko'), { recursive: true });
  for (const file of files) writeFileSync(join(folder, 'site', file), `the text of ${file}`);
  const before = process.env['TZ'];
  process.env['TZ'] = timeZone;
  writeZip(join(folder, 'site'), join(folder, 'out.zip'), '기록-2026-11-24', date);
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
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

it.each([
  ['0099-01-01', '1980-01-01'],
  ['1979-05-06', '1980-01-01'],
  ['2100-05-06', '2099-12-31'],
])('dates the files of a story of %s as near to it as the format can: %s', (date, nearest) => {
  expect(Buffer.compare(packed(files, 'Etc/UTC', date), packed(files, 'Etc/UTC', nearest))).toBe(0);
});

it('packs a site whose name is longer than a file’s can be', () => {
  const project = new BaseProject();
  project.write(
    'content/site.yaml',
    project.read('content/site.yaml').replace('name: Base', `name: ${'가'.repeat(300)}`),
  );
  project.write('dist/index.html', 'the site');
  writeManifest(join(project.root, 'dist'));
  expect(existsSync(join(project.root, packSite(project.root)))).toBe(true);
  project.remove();
});
