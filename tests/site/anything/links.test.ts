import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { readLibrary } from '../../../src/content/library.ts';
import { pageFacts } from '../../../src/publish/page-facts.ts';
import { brokenLinks, type LinkedPage } from '../../../src/publish/page-links.ts';
import { siteAddress } from '../../../src/publish/site-address.ts';
import { pageAt } from '../../../src/story/page.ts';
import { type PageRef, resolveContentLinks } from '../../../src/story/urls.ts';
import { readInline } from '../../../src/text/inline.ts';
import { build, copyProject } from '../../fixtures/project.ts';
import { smallSite } from '../../unit/components/render.ts';
import { filesOf } from '../built-site.ts';
import { runs, tell, TIMEOUT } from './runs.ts';

const HERE: PageRef = { kind: 'article', lang: 'en', slug: 'bridge' };
const CONTENT = join(import.meta.dirname, '../../fixtures/small/content');
const FILES = ['index.html', 'about.html', 'articles/bridge.html', 'ko/index.html', 'rss.xml'];
/** A path as an editor may write it who has never seen one encoded. */
const WRITTEN = 'https://news.example.net/한글/a b/';
const { base } = siteAddress('', WRITTEN);
const context = { ...smallSite('en'), urls: { base, firstLanguage: 'en' } };

let tries = 0;
afterAll(() => tell('links', tries));

const signs = fc.string({ unit: fc.constantFrom(...'abz.:/\\?#%@[]&=~ \t한é-_0'), maxLength: 8 });
const steps = fc.constantFrom(
  '..',
  '.',
  '',
  '%2e%2e',
  '.%2E',
  '..\\',
  '%2f',
  '%5c',
  'x',
  'articles',
  'bridge',
  ...FILES,
);
const path = fc.array(fc.oneof(steps, signs), { maxLength: 6 }).map((parts) => parts.join('/'));
const starts = fc.constantFrom(
  ...['', '/', '//', '\\', './', '../', '../../', '#', '?', 'mailto:', 'javascript:', 'data:,', 'file:///', 'site:'],
  ...['https://other.example/', 'http:', 'https:/', 'https:///', '../bridge/en.md', '../../about/en.md', 'en.md'],
  ...[
    base,
    base.slice(0, -1),
    base.toUpperCase(),
    WRITTEN.replace(' ', '%20'),
    decodeURI(base),
    'https://news.example.net',
  ],
  ...['HTTPS://NEWS.EXAMPLE.NET:443/', 'http://news.example.net/', 'https://me@news.example.net/', `${base}x/../`],
);
const address = fc
  .tuple(starts, fc.oneof(path, signs), fc.constantFrom('', '', '#content', '#', '#x', '?x'))
  .map((parts) => parts.join(''));

/** The page that shows a link; `undefined` where the checks refuse it. */
function shown(href: string): LinkedPage | undefined {
  const problems: string[] = [];
  const text = readInline(`[words](<${href}>)`, (_kind, problem) => problems.push(problem));
  if (problems.length > 0) return undefined;
  const { links } = pageFacts(
    pageAt(HERE, context).html(resolveContentLinks(text, 'content/articles/bridge/en.md', context.urls)),
  );
  return { file: 'articles/bridge.html', ids: new Set(['content']), links };
}

function passes(page: LinkedPage): boolean {
  const pages = new Map(FILES.map((file) => [file, { ...page, file }]));
  return brokenLinks(page, { files: new Set(FILES), pages, base }).length === 0;
}

/** Asks how browsers read an address whether one that a page holds leads out of its folder, or to its own site by name. */
function expectWithin(href: string, file: string): void {
  const local = new URL(href, `file:///somebody/their/folder/dist/${file}`);
  const served = new URL(href, base + file);
  expect(['https:', 'http:', 'mailto:', 'file:']).toContain(local.protocol);
  if (local.protocol === 'file:') {
    expect(local.href).toMatch(/^file:\/\/\/somebody\/their\/folder\/dist\//);
    expect(served.href.startsWith(base)).toBe(true);
  } else if (local.protocol !== 'mailto:') {
    expect(`${local.host}${local.pathname}/`.startsWith(new URL(base).host + new URL(base).pathname)).toBe(false);
    expect(local.username + local.password).toBe('');
  }
}

it(
  'no link that passes leads out of the site, and none to the site itself is absolute',
  () => {
    let passed = 0;
    fc.assert(
      fc.property(address, (href) => {
        tries++;
        const page = shown(href);
        if (!page || !passes(page)) return;
        passed++;
        for (const link of page.links) expectWithin(link, page.file);
      }),
      runs(1_000),
    );
    expect(passed).toBeGreaterThan(30);
  },
  TIMEOUT,
);

it(
  'and a build that holds a hundred of them publishes them so',
  async () => {
    const project = copyProject({ content: CONTENT });
    const file = join(project, 'content/articles/bridge/en.md');
    rmSync(join(project, 'content/articles/bridge/ko.md'));
    const good = readFileSync(file, 'utf8');
    const source = /^- id: (.*)$/m.exec(
      readFileSync(join(project, 'content/articles/bridge/sources.yaml'), 'utf8'),
    )?.[1];
    const withLinks = (links: readonly string[]): string =>
      `${good.trimEnd()}\n\n${links.map((link) => `[words](<${link}>)[^${source}]\n\n`).join('')}`;
    const likely = fc.sample(address, 2_000).filter((href) => {
      const page = shown(href);
      return page && passes(page);
    });
    const links = [...new Set(likely)].slice(0, 100);
    writeFileSync(file, withLinks(links));
    const lines = withLinks(links).split('\n');
    // The checks know which content files there are.
    const refused = readLibrary(project).diagnostics.flatMap(({ severity, line }) =>
      severity === 'error' ? (lines[line - 1] ?? '') : [],
    );
    const held = links.filter((link) => !refused.some((line) => line.startsWith(`[words](<${link}>)`)));
    writeFileSync(file, withLinks(held));
    await build(project, { SITE_URL: WRITTEN });
    expect(held.length).toBeGreaterThan(20);
    const dist = join(project, 'dist');
    for (const page of filesOf(dist).filter((name) => name.endsWith('.html') && name !== '404.html'))
      for (const link of pageFacts(readFileSync(join(dist, page), 'utf8')).links) expectWithin(link, page);
  },
  TIMEOUT,
);
