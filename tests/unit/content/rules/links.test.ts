import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { readEdition } from '../../../../src/content/read/edition.ts';
import { linkDead } from '../../../../src/content/rules/link-dead.ts';

import { Pages } from '../../../../src/content/pages.ts';
import { type Diagnostic, formatDiagnostic } from '../../../../src/content/diagnostic.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'links-'));
  for (const file of [
    'articles/a/en.md',
    'articles/a/ko.md',
    'articles/b/en.md',
    'articles/b/ko.md',
    'about/en.md',
    'site.yaml',
  ]) {
    mkdirSync(dirname(join(root, 'content', file)), { recursive: true });
    writeFileSync(join(root, 'content', file), '');
  }
});

function problems(text: string, path = 'content/articles/a/en.md', pages = new Pages()): string[] {
  writeFileSync(join(root, path), text);
  const edition = readEdition(root, path, 'en');
  if (!edition) throw new Error('no frontmatter');
  const found: string[] = [];
  const report = (diagnostic: Diagnostic): void => void found.push(formatDiagnostic(diagnostic));
  linkDead(root, edition, pages, report);
  pages.check();
  return found;
}

it.each([
  '../b/en.md',
  '../b/en.md#raid',
  '#h-x',
  'en.md',
  '../../about/en.md',
  'https://x.example/y.md',
  'mailto:a@b.example',
])('follows %s', (href) => {
  expect(problems(`---\nsummary: See [it](${href}).\n---\n\n[it](${href})\n`)).toEqual([]);
});

it('points at the link in the prose, at the start of a short text, and at a definition', () => {
  expect(
    problems('---\nsummary: See [it](../c/en.md).\n---\n\nText [it](../d/en.md), [more][m].\n\n[m]: ../e/en.md\n'),
  ).toEqual([
    'content/articles/a/en.md:2:10  error  "../c/en.md" leads to content/articles/c/en.md, which does not exist',
    'content/articles/a/en.md:5:6  error  "../d/en.md" leads to content/articles/d/en.md, which does not exist',
    'content/articles/a/en.md:7:1  error  "../e/en.md" leads to content/articles/e/en.md, which does not exist',
  ]);
});

it.each([
  '../b/',
  '../b/photo.jpg',
  '../../site.yaml',
  '../../../../etc/passwd',
  '../b.html',
  '../b/en.md?x',
  'sources.yaml',
])('knows that %s becomes no page', (href) => {
  expect(problems(`---\ntitle: x\n---\n\n[it](${href})\n`)[0]).toContain(`"${href}" leads to no page; link to`);
});

it('warns where a translation sends its readers to another language than it could', () => {
  const text = '---\ntitle: x\n---\n\n[it](../b/en.md#raid) [about](../../about/en.md)\n';
  expect(problems(text, 'content/articles/a/ko.md')).toEqual([
    'content/articles/a/ko.md:5:1  warning  "../b/en.md#raid" leads to another language; "../b/ko.md#raid" exists as well',
  ]);
});

it('says nothing of a link from one edition to the other', () => {
  expect(problems('---\ntitle: x\n---\n\n[it](ko.md)\n')).toEqual([]);
});

it.each([
  ['https://example.org/news', 'https://example.org/news/articles/c.html', 'content/articles/c/en.md'],
  ['https://example.org/news/', 'HTTP://Example.org/news/ko/articles/c.html#raid', 'content/articles/c/ko.md'],
  ['https://example.org', 'https://example.org/articles/c/raid.html', 'content/articles/c/en.md'],
  ['https://example.org', 'https://example.org/ko/about.html', 'content/about/ko.md'],
])('on the site %s follows %s', (url, href, file) => {
  const site = { url, languages: ['en', 'ko'] };
  expect(problems(`---\n---\n\n[it](${href})\n`, undefined, new Pages(site))).toEqual([
    `content/articles/a/en.md:4:1  error  "${href}" leads to ${file}, which does not exist`,
  ]);
});

it.each([
  'https://example.org/articles/c.html',
  'https://example.org/news/index.html',
  'https://example.org/news/articles/a.html#raid',
  'https://example.org/news/articles/a/embed.html',
  'https://example.org/news/articles/old.html#raid',
  'https://example.org/news/ko/about/x.html',
])('on a site below a path lets %s stand', (href) => {
  const pages = new Pages({ url: 'https://example.org/news', languages: ['en', 'ko'] });
  pages.moved = new Set(['articles/old.html']);
  pages.keep({ kind: 'article', slug: 'a', lang: 'en' }, new Set(['raid']));
  expect(problems(`---\n---\n\n[it](${href})\n`, undefined, pages)).toEqual([]);
});
