import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { finishSite } from '../../../src/publish/finish.ts';
import { verifyManifest } from '../../../src/publish/manifest.ts';

let root: string;
let folder: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function page(file: string, body: string): void {
  write(
    `next/${file}`,
    `<!doctype html><html><head><meta charset="utf-8"><style>p{}</style></head><body>${body}</body></html>`,
  );
}

function finish(): number {
  return finishSite(folder, 'https://example.org/');
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'finish-'));
  folder = join(root, 'next');
  page('index.html', '<a href="articles/a.html#x">a</a>');
  page('articles/a.html', '<p id="x"><a href="b.html#y">b</a> <a href="#x">x</a></p>');
  page('articles/b.html', '<p id="y"></p>');
});

it('states a policy and lists what there is', () => {
  expect(finish()).toBe(3);
  const html = readFileSync(join(folder, 'articles/a.html'), 'utf8');
  expect(html).toMatch(
    /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; connect-src 'self'; style-src 'sha256-/,
  );
  expect(verifyManifest(folder)).toEqual([]);
  expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toContain('  index.html\n');
});

it('names the page of a link that does not hold', () => {
  page('index.html', '<a href="articles/gone.html">a</a>');
  expect(finish).toThrow(
    'dist/index.html  error  the link "articles/gone.html" leads to articles/gone.html, which does not exist',
  );
});

it('says everything at once, and writes no manifest over it', () => {
  page('index.html', '<a href="x.html">x</a>');
  page('articles/b.html', '<p id="y"></p><p id="y"></p>');
  expect(finish).toThrow(
    /^dist\/articles\/b.html {2}error {2}this page has the id "y" twice\ndist\/index.html {2}error .*\ndist\/ is as it was$/,
  );
  expect(verifyManifest(folder)).toEqual(['SHA256SUMS is missing']);
});

it('leaves a day in the sitemap a day', () => {
  write('next/sitemap-0.xml', '<lastmod>2026-11-24T00:00:00.000Z</lastmod><lastmod>2026-11-24T09:30:00.000Z</lastmod>');
  finish();
  expect(readFileSync(join(folder, 'sitemap-0.xml'), 'utf8')).toBe(
    '<lastmod>2026-11-24</lastmod><lastmod>2026-11-24T09:30:00.000Z</lastmod>',
  );
});

it('wants the encoding first, since the policy stands behind it', () => {
  write('next/articles/b.html', '<html><title>No encoding</title><p id="y"></p>');
  expect(finish).toThrow('<meta charset="utf-8">');
});
