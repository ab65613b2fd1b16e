import { describe, expect, it } from 'vitest';
import { pageOf } from '../../src/content/content-link.ts';
import { editions, library, pageAt } from './built-site.ts';

const anchorsOf = (path: string) => library.pages.anchorsOf(pageOf(path) as NonNullable<ReturnType<typeof pageOf>>);

describe('the anchors that a link may name', () => {
  it.each(editions.map(({ edition, file }) => [edition.path, file]))('%s: each stands on its page', (path, file) => {
    const known = anchorsOf(path);
    expect(known?.size).toBeGreaterThan(50);
    const page = pageAt(file);
    expect([...(known ?? [])].filter((anchor) => !page.getElementById(anchor))).toEqual([]);
  });

  it.each(editions.map(({ edition, file }) => [edition.path, file]))(
    '%s: they are all that its page has, but those that number citations, set filters and put sources away',
    (path, file) => {
      const others = [...pageAt(file).querySelectorAll('main [id], main')].filter(
        ({ id }) => !anchorsOf(path)?.has(id),
      );
      expect(others.map(({ id }) => id).filter((id) => !/^(?:cite|use|filter|source)_/.test(id))).toEqual([]);
    },
  );

  it.each(library.about.map(({ path, lang }) => [path, lang]))('%s: each stands on its page', (path, lang) => {
    const page = pageAt(lang === library.site.languages[0] ? 'about.html' : `${lang}/about.html`);
    expect([...(anchorsOf(path) ?? [])].filter((anchor) => !page.getElementById(anchor))).toEqual([]);
  });
});
