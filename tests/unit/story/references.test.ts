import { describe, expect, it } from 'vitest';
import { renderInline } from '../../../src/text/inline.ts';
import { absoluteReferences, linkTexts, placeReferences } from '../../../src/story/references.ts';

const book = { base: 'https://example.org/news/', firstLanguage: 'en' };

function rendered(markdown: string, from = 'content/articles/a/en.md'): string {
  return linkTexts(
    renderInline(markdown, () => {}),
    from,
    book,
  );
}

describe('links between content files', () => {
  it.each([
    ['../b/en.md', 'articles/b.html'],
    ['../b/ko.md#raid', 'ko/articles/b.html#raid'],
    ['#h-flight', 'articles/a.html#h-flight'],
    ['en.md#raid', 'articles/a.html#raid'],
    ['../../about/en.md', 'about.html'],
    ['../../about/ko.md#h-contact', 'ko/about.html#h-contact'],
  ])('name the file that %s leads to', (href, file) => {
    expect(rendered(`see [it](${href})`)).toContain(`href="site:${file}"`);
  });

  it('follow reference links and links with a title', () => {
    expect(rendered('[it](../b/en.md "the \\"b\\" > story")')).toContain('href="site:articles/b.html" title=');
  });

  it.each(['https://other.example/en.md', 'mailto:a@b.example', '../b/photo.jpg'])('leave %s alone', (href) => {
    expect(rendered(`[it](${href})`)).toContain(`href="${href}"`);
  });

  it('are found at any depth of a story, and a story without them is not copied', () => {
    const facts = { numbers: [{ note: '<a href="#raid">x</a>' }], date: { year: 2025 } };
    const linked = linkTexts(facts, 'content/articles/a/ko.md', book);
    expect(linked).toEqual({
      numbers: [{ note: '<a href="site:ko/articles/a.html#raid">x</a>' }],
      date: { year: 2025 },
    });
    expect(linked.date).toBe(facts.date);
    expect(linkTexts(facts.date, 'content/articles/a/ko.md', book)).toBe(facts.date);
  });
});

describe('references', () => {
  it.each([
    ['articles/a.html', 'b.html#raid'],
    ['articles/b.html', '#raid'],
    ['articles/b/raid.html', '../b.html#raid'],
    ['index.html', 'articles/b.html#raid'],
    ['ko/articles/b.html', '../../articles/b.html#raid'],
  ])('become the link of %s', (page, href) => {
    expect(placeReferences(rendered('[it](../b/en.md#raid)'), page)).toBe(`<a href="${href}">it</a>`);
  });

  it('become absolute where a text is read away from the site', () => {
    expect(absoluteReferences(rendered('[it](../b/ko.md#raid)'), book)).toBe(
      '<a href="https://example.org/news/ko/articles/b.html#raid">it</a>',
    );
  });

  it('are not seen in what only looks like one', () => {
    const html = rendered('`<a href="site:x">` and <span> href="site:y"');
    expect(placeReferences(html, 'index.html')).toBe(html);
  });
});
