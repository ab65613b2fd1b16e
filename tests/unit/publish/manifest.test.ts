import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { verifyManifest, writeManifest } from '../../../src/publish/manifest.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  mkdirSync(join(folder, 'b'));
  for (const file of ['b.html', 'b/z.html', 'a.html', 'B.html', 'b-c.html']) writeFileSync(join(folder, file), 'abc');
  writeManifest(folder);
});

it('lists every file but itself, in one order, as sha256sum does', () => {
  // The digest of "abc" is the example of FIPS 180-4.
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  const lines = readFileSync(join(folder, 'SHA256SUMS'), 'utf8');
  expect(lines).toBe(
    ['B.html', 'a.html', 'b-c.html', 'b.html', 'b/z.html'].map((file) => `${abc}  ${file}\n`).join(''),
  );
  expect(verifyManifest(folder)).toEqual([]);
});

it('finds what has changed, is gone or was added', () => {
  appendFileSync(join(folder, 'a.html'), '!');
  rmSync(join(folder, 'b/z.html'));
  writeFileSync(join(folder, 'new.html'), '');
  expect(verifyManifest(folder)).toEqual(['a.html has changed', 'b/z.html is missing', 'new.html is not listed']);
});

it('misses itself', () => {
  rmSync(join(folder, 'SHA256SUMS'));
  expect(verifyManifest(folder)).toEqual(['SHA256SUMS is missing']);
});
