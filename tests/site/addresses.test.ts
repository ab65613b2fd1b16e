import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/content/diagnostic.ts';
import { readLibrary } from '../../src/content/library.ts';
import { formatEdtf } from '../../src/dates/edtf.ts';
import { newestUpdate } from '../../src/story/localise.ts';
import { base, DIST, editions, library, pageAt, pages } from './built-site.ts';
import { PROJECT } from '../fixtures/project.ts';
import { wordsOf } from '../words-of.ts';

const [firstLanguage, ...otherLanguages] = library.site.languages;
const folders = ['', ...otherLanguages.map((lang) => `${lang}/`)];
const homes = folders.map((folder) => `${folder}index.html`);
const abouts = folders.map((folder) => `${folder}about.html`);
const finds = folders.map((folder) => `${folder}find.html`);
const articles = editions.map(({ file }) => file);

describe('the addresses of the site', () => {
  it.each([...homes, ...abouts, ...finds, ...articles, '404.html', 'robots.txt', 'sitemap-index.xml'])(
    '%s is there',
    (file) => {
      expect(existsSync(join(DIST, file))).toBe(true);
    },
  );

  it('the first story has an edition in every language of the site', () => {
    expect(articles).toEqual(
      expect.arrayContaining(folders.map((folder) => `${folder}articles/georgia-detention.html`)),
    );
  });

  it.each(folders)('pages under "%s" say their language', (folder) => {
    const lang = folder.replace('/', '') || firstLanguage;
    for (const page of [`${folder}index.html`, `${folder}about.html`])
      expect(pageAt(page).documentElement.lang).toBe(lang);
    for (const { edition, file } of editions.filter((known) => known.file.startsWith(`${folder}articles/`)))
      expect(pageAt(file).documentElement.lang).toBe(edition.lang);
  });

  it.each(homes)('%s lists every story in its language', (home) => {
    const lang = pageAt(home).documentElement.lang;
    const links = [...pageAt(home).querySelectorAll('main a')].map(
      (link) => new URL(link.getAttribute('href') ?? '', base + home).href,
    );
    for (const { file } of editions.filter(({ edition }) => edition.lang === lang))
      expect(links).toContain(base + file);
  });

  it('every page has one main heading, and in its language a title of its own', () => {
    const seen = new Set<string>();
    for (const page of [...homes, ...abouts, ...articles, '404.html']) {
      const { title, documentElement } = pageAt(page);
      expect(title.trim(), page).not.toBe('');
      expect(seen, page).not.toContain(`${documentElement.lang}: ${title}`);
      seen.add(`${documentElement.lang}: ${title}`);
      expect(pageAt(page).querySelectorAll('h1'), page).toHaveLength(1);
    }
  });
});

describe('what crawlers read', () => {
  const xml = (file: string): Document =>
    new JSDOM(readFileSync(join(DIST, file), 'utf8'), { contentType: 'text/xml' }).window.document;

  it('robots.txt lets everybody in and names the sitemap', () => {
    const robots = readFileSync(join(DIST, 'robots.txt'), 'utf8');
    expect(robots).toMatch(/^User-agent: \*$/m);
    expect(robots).not.toMatch(/^Disallow: ./m);
    expect(robots).toContain(`Sitemap: ${base}sitemap-index.xml\n`);
  });

  const maps = [...xml('sitemap-index.xml').querySelectorAll('loc')].map(wordsOf);
  const entries = maps.flatMap((map) => {
    expect(map.startsWith(base)).toBe(true);
    return [...xml(map.slice(base.length)).querySelectorAll('url')].map((url) => ({
      file: wordsOf(url.querySelector('loc')).slice(base.length),
      lastmod: wordsOf(url.querySelector('lastmod')),
    }));
  });

  // https://www.sitemaps.org/protocol.html and its schemas, and what search engines add for other languages.
  it.each(['sitemap-index.xml', ...maps.map((map) => map.slice(base.length))])('%s keeps to the protocol', (file) => {
    const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
    // What is not well formed would throw here.
    const root = xml(file).documentElement;
    const [name, entry] = file === 'sitemap-index.xml' ? ['sitemapindex', 'sitemap'] : ['urlset', 'url'];
    expect([root.namespaceURI, root.localName]).toEqual([namespace, name]);
    expect(root.children.length).toBeGreaterThan(0);
    const seen = new Set<string>();
    for (const item of root.children) {
      expect([item.namespaceURI, item.localName]).toEqual([namespace, entry]);
      const [loc, lastmod, ...links] = item.children;
      expect([loc?.localName, lastmod?.localName]).toEqual(['loc', 'lastmod']);
      const address = loc?.textContent ?? '';
      expect(new URL(address).href).toBe(address);
      expect(address.startsWith(base) && address.length < 2048 && !seen.has(address), address).toBe(true);
      seen.add(address);
      // W3C Datetime: a day, or a minute with its zone.
      expect(lastmod?.textContent).toMatch(
        /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/,
      );
      for (const link of links) {
        expect([link.namespaceURI, link.localName]).toEqual(['http://www.w3.org/1999/xhtml', 'link']);
        expect(link.getAttribute('rel')).toBe('alternate');
        expect(link.getAttribute('hreflang')).toMatch(/^(?:x-default|[a-z]{2,3}(?:-[A-Za-z0-9]+)*)$/);
        expect(entries.map(({ file }) => base + file)).toContain(link.getAttribute('href'));
      }
    }
  });

  it('the sitemap holds home, articles and about in every language, and nothing else', () => {
    expect(entries.map(({ file }) => file).toSorted()).toEqual([...homes, ...abouts, ...articles].toSorted());
  });

  it('an article’s last change is its newest update', () => {
    for (const { article, file } of editions) {
      const date = formatEdtf(newestUpdate(article.original.data.updates));
      expect(entries.find((entry) => entry.file === file)?.lastmod.slice(0, date.length)).toBe(date);
    }
  });

  it('every page in it says when it last changed', () => {
    for (const { file, lastmod } of entries) expect(lastmod, file).toMatch(/^\d{4}-\d{2}-\d{2}/);
  });
});

describe('the addresses of redirects.yaml', () => {
  /** What is said of some lines of it, beside the content that the site was built from. */
  function saidOf(lines: readonly string[]): readonly Diagnostic[] {
    const root = mkdtempSync(join(tmpdir(), 'plain-record-'));
    cpSync(join(PROJECT, 'content'), join(root, 'content'), { recursive: true });
    writeFileSync(join(root, 'content/redirects.yaml'), `${lines.join('\n')}\n`);
    const { diagnostics } = readLibrary(root);
    rmSync(root, { recursive: true });
    return diagnostics.filter(({ file }) => file === 'content/redirects.yaml');
  }

  it('may lead to every page that was built, and stand at none', () => {
    expect(saidOf(pages.map((page, index) => `old-${index}.html: ${page}`))).toEqual([]);
    expect(saidOf(pages.map((page) => `${page}: index.html`)).map(({ line }) => line)).toEqual(
      pages.map((_, index) => index + 1),
    );
  });
});
