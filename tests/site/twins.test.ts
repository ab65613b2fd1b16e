import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { base, DIST, editions, filesOf, library, pageAt, pages } from './built-site.ts';

/** Every page of the site in its other languages: what exists, what leads there, and what leads back. */

const [first = '', ...others] = library.site.languages;

function languageOf(file: string): string {
  return others.find((lang) => file.startsWith(`${lang}/`)) ?? first;
}

/** The file of a page in another language, whether it exists or not. */
function twinOf(file: string, lang: string): string {
  const own = languageOf(file);
  const bare = own === first ? file : file.slice(own.length + 1);
  return lang === first ? bare : `${lang}/${bare}`;
}

/** The languages that a page has to exist in: those of its article, or all of the site. */
function languagesOf(file: string): readonly string[] {
  const slug = /(?:^|\/)articles\/([^/]+?)(?:\.html|\/)/.exec(file)?.[1];
  if (slug === undefined) return library.site.languages;
  return editions.filter(({ article }) => article.slug === slug).map(({ edition }) => edition.lang);
}

function switchesOf(file: string): { lang: string; file: string; words: string }[] {
  return [...pageAt(file).querySelectorAll('body a[hreflang]')].map((link) => ({
    lang: link.getAttribute('hreflang') ?? '',
    file: decodeURIComponent(new URL(link.getAttribute('href') ?? '', base + file).href.slice(base.length)),
    words: `${link.getAttribute('lang')}: ${link.textContent?.trim()}`,
  }));
}

const twins = pages.filter((file) => file !== '404.html');
const switching = twins.filter((file) => !file.endsWith('/embed.html'));
/** The pages that search engines list: each is its own canonical page. */
const listed = twins.filter((file) => !/(?:^|\/)articles\/[^/]+\//.test(file));

describe('the pages of the site', () => {
  it('are of every kind, in every language', () => {
    expect(others.length).toBeGreaterThan(0);
    for (const lang of library.site.languages) {
      const own = twins.filter((file) => languageOf(file) === lang).map((file) => twinOf(file, first));
      const kinds = [
        'index.html',
        'about.html',
        'articles/georgia-detention.html',
        'articles/georgia-detention/embed.html',
      ];
      expect(own).toEqual(expect.arrayContaining(kinds));
      expect(own.filter((file) => /^articles\/georgia-detention\/(?!embed)/.test(file)).length).toBeGreaterThan(10);
    }
  });

  it.each(twins)('%s has its twins, each in its own language', (file) => {
    for (const lang of languagesOf(file)) {
      expect(pages).toContain(twinOf(file, lang));
      expect(pageAt(twinOf(file, lang)).documentElement.lang).toBe(lang);
    }
  });

  it.each(switching)('%s switches to its twins, and they switch back', (file) => {
    const elsewhere = languagesOf(file).filter((lang) => lang !== languageOf(file));
    const switches = switchesOf(file);
    expect(switches.map(({ lang }) => lang)).toEqual(elsewhere);
    for (const { lang, file: there, words } of switches) {
      expect(there).toBe(twinOf(file, lang));
      expect(words).toMatch(new RegExp(`^${lang}: .`));
      expect(switchesOf(there).map((back) => back.file)).toContain(file);
    }
  });

  it('the page for what is not there leads home in every other language', () => {
    expect(switchesOf('404.html').map(({ file }) => file)).toEqual(others.map((lang) => `${lang}/index.html`));
  });
});

const alternates = new Map(
  listed.map((file) => [
    file,
    [...pageAt(file).head.querySelectorAll('link[rel=alternate][hreflang]')].map(
      (link) => [link.getAttribute('hreflang'), link.getAttribute('href')] as const,
    ),
  ]),
);

/** All languages of a page, its own among them, and the one for everybody else. */
function expectedAlternates(file: string): [string, string][] {
  const all = languagesOf(file).map((lang): [string, string] => [lang, base + twinOf(file, lang)]);
  return [...all, ['x-default', base + twinOf(file, first)]];
}

describe('what search engines are told', () => {
  it.each(listed)('by the head of %s: all its languages, the same on each twin', (file) => {
    expect(alternates.get(file)).toEqual(expectedAlternates(file));
    for (const lang of languagesOf(file)) expect(alternates.get(twinOf(file, lang))).toEqual(alternates.get(file));
  });

  it('by a moment and an embedded timeline: nothing, since their article stands for them', () => {
    for (const file of twins.filter((page) => !listed.includes(page)))
      expect(pageAt(file).head.querySelectorAll('link[hreflang]'), file).toHaveLength(0);
  });

  const entries = filesOf(DIST)
    .filter((file) => /^sitemap-\d+\.xml$/.test(file))
    .map((file) => new JSDOM(readFileSync(join(DIST, file), 'utf8'), { contentType: 'text/xml' }).window.document)
    .flatMap((map) => [...map.querySelectorAll('url')]);

  // The sitemap holds what is read; a search is for those who are here.
  it.each(listed.filter((file) => !file.endsWith('find.html')))('by the sitemap of %s: the same', (file) => {
    const entry = entries.find((url) => url.querySelector('loc')?.textContent === base + file);
    const links = [...(entry?.getElementsByTagNameNS('http://www.w3.org/1999/xhtml', 'link') ?? [])];
    expect(links.map((link) => link.getAttribute('rel'))).toEqual(links.map(() => 'alternate'));
    expect(links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')])).toEqual(
      expectedAlternates(file),
    );
  });
});
