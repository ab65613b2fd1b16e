import { describe, expect, it } from 'vitest';
import { brokenLinks, type LinkedPage, type LinkedSite } from '../../../src/publish/page-links.ts';

function page(file: string, links: string[] = [], ids: string[] = []): LinkedPage {
  return { file, links: new Set(links), ids: new Set(ids) };
}

function check(from: LinkedPage, base = 'https://example.org/news/'): string[] {
  const others = [page('index.html'), page('articles/b.html', [], ['raid', 'h-무슨-일'])];
  const pages = new Map([from, ...others].map((each) => [each.file, each]));
  const site: LinkedSite = { files: new Set([...pages.keys(), 'rss.xml', 'ko/index.html']), pages, base };
  return brokenLinks(from, site).map(({ message }) => message);
}

describe('brokenLinks', () => {
  it('lets links stand that hold wherever the folder is put', () => {
    const links = [
      'b.html',
      'b.html#raid',
      'b.html#raid:~:text=two%20words',
      '../index.html',
      '#own',
      '../rss.xml',
      'b.html#h-%EB%AC%B4%EC%8A%A8-%EC%9D%BC',
    ];
    const outside = ['https://other.example/x?y#z', 'http://other.example/', 'mailto:a@b.example'];
    expect(check(page('articles/a.html', [...links, ...outside, 'b.html#h-무슨-일'], ['own']))).toEqual([]);
  });

  it.each([
    ['c.html', 'leads to articles/c.html, which does not exist'],
    ['b.html#gone', 'leads to articles/b.html, which has no anchor "gone"'],
    ['#gone', 'leads to articles/a.html, which has no anchor "gone"'],
    ['../', 'names a folder'],
    ['../ko', 'names a folder'],
    ['../../outside.html', 'leaves the site'],
    ['../../news/index.html', 'leaves the site'],
    ['..%2F..%2Foutside.html', 'does not exist'],
    ['%2e%2e/%2E%2E/outside.html', 'leaves the site'],
    ['..\\..\\outside.html', 'leaves the site'],
    ['b/../../../news/index.html', 'leaves the site'],
    ['/index.html', 'leaves the site'],
    ['//evil.example/x', 'leaves the site'],
    ['\\\\evil.example', 'leaves the site'],
    ['b.html?x=1', 'has a query'],
    ['', 'names a folder'],
    ['.', 'names a folder'],
    ['site:articles/b.html', 'is of a kind that no page may hold'],
    ['javascript:alert(1)', 'is of a kind that no page may hold'],
    ['https://example.org/news/articles/b.html', 'is absolute'],
  ])('finds %j', (href, message) => {
    expect(check(page('articles/a.html', [href]))[0]).toContain(message);
  });

  it('sees a link that climbs out of a site without a path', () => {
    expect(check(page('a.html', ['../index.html']), 'https://example.org/')).toEqual(['leaves the site']);
  });

  it('wants absolute links in 404.html, to files that exist', () => {
    expect(check(page('404.html', ['https://example.org/news/index.html', '#own'], ['own']))).toEqual([]);
    expect(check(page('404.html', ['index.html']))[0]).toContain('is relative');
    expect(check(page('404.html', ['https://example.org/news/x.html']))[0]).toContain('does not exist');
  });
});
