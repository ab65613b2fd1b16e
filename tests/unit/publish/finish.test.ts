import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
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

function finish(): string[] {
  return finishSite(folder, { root, base: 'https://example.org/' });
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'finish-'));
  folder = join(root, 'next');
  cpSync(join(import.meta.dirname, '../../../content/site.yaml'), join(root, 'content/site.yaml'));
  page('index.html', '<a href="articles/a.html#x">a</a>');
  page('articles/a.html', '<p id="x"><a href="b.html#y">b</a> <a href="#x">x</a></p>');
  page('articles/b.html', '<p id="y"></p>');
});

it('states a policy and lists what there is', () => {
  expect(finish()).toEqual([]);
  const html = readFileSync(join(folder, 'articles/a.html'), 'utf8');
  expect(html).toMatch(
    /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; connect-src 'self'; style-src 'sha256-/,
  );
  expect(verifyManifest(folder)).toEqual([]);
  expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toContain('  _headers\n');
});

it('names the page of a link that does not hold', () => {
  page('index.html', '<a href="articles/gone.html">a</a>');
  expect(finish()).toEqual([
    'dist/index.html  error  the link "articles/gone.html" leads to articles/gone.html, which does not exist',
  ]);
});

it("names the editor's line, in the prose and in a short text, when it was an editor who wrote the link", () => {
  page('articles/a.html', '<p id="x"><a href="b.html#gone">b</a></p>');
  write(
    'content/articles/a/en.md',
    '---\nsummary: One [b](../b/en.md#gone) here.\n---\n\nText.\n\nMore, and [b](../b/en.md#gone).\n',
  );
  expect(finish()).toEqual([
    'content/articles/a/en.md:2:10  error  the link "../b/en.md#gone" leads to articles/b.html, which has no anchor "gone" (shown on articles/a.html)',
    'content/articles/a/en.md:7:11  error  the link "../b/en.md#gone" leads to articles/b.html, which has no anchor "gone" (shown on articles/a.html)',
  ]);
});

it('says everything at once, and writes no manifest over it', () => {
  page('index.html', '<a href="x.html">x</a><img src="https://evil.example/p.png" alt="">');
  write('next/articles/b.html', '<html><title>No encoding</title><p id="y"></p>');
  expect(finish()).toHaveLength(3);
  expect(verifyManifest(folder)).toEqual(['SHA256SUMS is missing']);
});

it('leaves a day in the sitemap a day', () => {
  write('next/sitemap-0.xml', '<lastmod>2026-11-24T00:00:00.000Z</lastmod><lastmod>2026-11-24T09:30:00.000Z</lastmod>');
  expect(finish()).toEqual([]);
  expect(readFileSync(join(folder, 'sitemap-0.xml'), 'utf8')).toBe(
    '<lastmod>2026-11-24</lastmod><lastmod>2026-11-24T09:30:00.000Z</lastmod>',
  );
});
