import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { base, DIST, library, pageAt, pages } from './built-site.ts';
import { wordsOf } from '../words-of.ts';

describe.each(pages)('%s', (page) => {
  const document = pageAt(page);
  const links = [...document.querySelectorAll('a')];

  it('has links that lead somewhere', () => {
    expect(links.length).toBeGreaterThan(0);
    const broken = links.flatMap((link) => {
      const href = link.getAttribute('href') ?? '';
      return leadsSomewhere(page, href) ? [] : href;
    });
    expect(broken).toEqual([]);
  });

  it('links to its own site by relative addresses with the whole name of a file', () => {
    // 404.html is served at any depth, so its links have to be absolute.
    if (page === '404.html') return;
    const own = links
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => !/^(?:https?|mailto):/.test(href));
    expect(own.filter((href) => href.startsWith('/') || !/^(?:[^?#]+\.[a-z]+)?(?:#.+)?$/.test(href))).toEqual([]);
    expect(links.filter((link) => link.href.startsWith(base))).toEqual([]);
  });

  it('has every id once', () => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('asks for nothing else: styles and icon stand in it', () => {
    const loading = [
      ...document.querySelectorAll(
        'link, script, img, iframe, object, embed, video, audio, source, track, use, image, input[type=image]',
      ),
    ];
    const asked = loading.flatMap((element) => {
      if (element.tagName === 'LINK' && !LOADING_LINKS.test(element.getAttribute('rel') ?? '')) return [];
      return ['src', 'srcset', 'href', 'xlink:href', 'data', 'poster'].flatMap(
        (name) => element.getAttribute(name) ?? [],
      );
    });
    expect(asked.filter((address) => !/^(?:data:|#)/.test(address))).toEqual([]);
    const styles = [...document.querySelectorAll('style')].map(({ textContent }) => textContent).join('');
    expect(styles.length).toBeGreaterThan(1000);
    expect(styles).not.toMatch(/@import|url\((?!["']?(?:data:|#))/);
    expect(document.querySelector('link[rel~=icon]')?.getAttribute('href')).toMatch(/^data:image\//);
  });

  it('says in its foot what its words may be used for', () => {
    const licence = document.querySelector('footer a[rel~=license]');
    expect(licence?.getAttribute('href')).toBe(library.site.licence.url);
    expect(wordsOf(licence)).toBe(library.site.licence.name);
  });

  it('has no space before a comma or a full stop', () => {
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const unread of body.querySelectorAll('script, style, code, pre')) unread.remove();
    expect(wordsOf(body).match(/.{20} [,.](?!\d).{10}/g)).toBeNull();
  });
});

it('nothing ever points at localhost', () => {
  for (const page of pages) expect(readFileSync(join(DIST, page), 'utf8'), page).not.toMatch(/localhost|127\.0\.0\.1/);
});

const LOADING_LINKS =
  /\b(?:stylesheet|icon|preload|modulepreload|prefetch|manifest|apple-touch-icon|dns-prefetch|preconnect)\b/;

function leadsSomewhere(page: string, href: string): boolean {
  const address = new URL(href, base + page);
  // Without a receiver a mail starts with its text, and the reader chooses whom to send it to (RFC 6068).
  if (address.protocol === 'mailto:') return address.pathname.includes('@') || address.searchParams.has('body');
  if (!address.href.startsWith(base)) return /^https?:$/.test(address.protocol);
  const file = decodeURIComponent(address.pathname.slice(new URL(base).pathname.length));
  if (!isFile(file)) return false;
  const fragment = decodeURIComponent(address.hash.slice(1));
  return fragment === ''
    ? !href.includes('#')
    : file.endsWith('.html') && pageAt(file).getElementById(fragment) !== null;
}

function isFile(file: string): boolean {
  return statSync(join(DIST, file), { throwIfNoEntry: false })?.isFile() ?? false;
}
