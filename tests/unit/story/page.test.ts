import { describe, expect, it } from 'vitest';
import { readInline } from '../../../src/text/inline.ts';
import { pageAt } from '../../../src/story/page.ts';
import { type PageRef, resolveContentLinks } from '../../../src/story/urls.ts';
import { smallSite } from '../components/render.ts';

const context = { ...smallSite('en'), urls: { base: 'https://example.org/news/', firstLanguage: 'en' } };
const article = (slug: string, lang = 'en'): PageRef => ({ kind: 'article', lang, slug });

/** A text of a content file as HTML of a page. */
function shown(markdown: string, page: PageRef, from = 'content/articles/a/en.md'): string {
  const text = resolveContentLinks(
    readInline(markdown, () => {}),
    from,
    context.urls,
  );
  return pageAt(page, context).html(text);
}

describe('a link between content files', () => {
  it.each([
    ['../b/en.md', 'articles/b.html'],
    ['../b/ko.md#raid', 'ko/articles/b.html#raid'],
    ['#h-flight', 'articles/a.html#h-flight'],
    ['en.md#raid', 'articles/a.html#raid'],
    ['../../about/en.md', 'about.html'],
    ['../../about/ko.md#h-contact', 'ko/about.html#h-contact'],
  ])('%s leads to its page', (href, file) => {
    expect(shown(`see [it](${href})`, { kind: 'home', lang: 'en' })).toBe(`see <a href="${file}">it</a>`);
  });

  it('may be a reference, and keeps its title', () => {
    expect(shown('[it](../b/en.md "the \\"b\\" > story")', article('a'))).toBe(
      '<a href="b.html" title="the &#x22;b&#x22; > story">it</a>',
    );
  });

  it.each(['https://other.example/en.md?a=1', 'mailto:a@b.example', '../b/photo.jpg'])('%s is left alone', (href) => {
    expect(shown(`[it](${href})`, article('a'))).toBe(`<a href="${href}">it</a>`);
  });

  it.each<[PageRef, string]>([
    [article('a'), 'b.html#raid'],
    [article('b'), '#raid'],
    [{ kind: 'moment', lang: 'en', slug: 'b', event: 'raid' }, '../b.html#raid'],
    [{ kind: 'home', lang: 'en' }, 'articles/b.html#raid'],
    [article('b', 'ko'), '../../articles/b.html#raid'],
  ])('leads there from %j', (page, href) => {
    expect(shown('[it](../b/en.md#raid)', page)).toBe(`<a href="${href}">it</a>`);
  });
});

describe('an address of the site itself', () => {
  it.each([
    ['https://example.org/news/articles/b.html#raid', 'b.html#raid'],
    ['https://example.org/news/articles/a.html#raid', '#raid'],
    ['https://example.org/news/', '../index.html'],
    ['https://example.org/news', '../index.html'],
    ['HTTPS://EXAMPLE.ORG:443/news/about.html', '../about.html'],
    ['https://example.org/x/../news/about.html#h-a', '../about.html#h-a'],
    ['https://example.org/newspaper', 'https://example.org/newspaper'],
  ])('%s is relative in a text and as a source', (address, href) => {
    expect(shown(`[it](${address})`, article('a'))).toBe(`<a href="${href}">it</a>`);
    expect(pageAt(article('a'), context).href(address)).toBe(href);
  });

  it('is whole on the page that is served at any depth', () => {
    const { link, href } = pageAt({ kind: 'not-found' }, context);
    expect(link({ kind: 'home', lang: 'ko' })).toBe('https://example.org/news/ko/index.html');
    expect(href('https://example.org/news/about.html')).toBe('https://example.org/news/about.html');
  });
});

it('what only looks like a link is text', () => {
  expect(shown('`<a href="x">` and href="../b/en.md"', article('a'))).toBe(
    '<code>&#x3C;a href="x"></code> and href="../b/en.md"',
  );
});
