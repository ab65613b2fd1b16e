import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { citedIn } from '../../../src/text/citations.ts';
import { renderInline } from '../../../src/text/inline.ts';
import { plainText } from '../../../src/text/rich-text.ts';

function render(text: string): { html: string; problems: string[] } {
  const problems: string[] = [];
  const html = renderInline(text, (_kind, problem) => problems.push(problem));
  return { html, problems };
}

describe('a short text', () => {
  it.each([
    ['plain words', 'plain words'],
    ['with *stress*, **weight**, `code` and ~~a slip~~', 'with stress, weight, code and a slip'],
    ['a [link](https://example.org "a > b") in it', 'a link in it'],
    ['1 < 2 & 3 > 2, "so" \'it\' is', '1 < 2 & 3 > 2, "so" \'it\' is'],
    ['&copy; &#x41; \\*not stress\\*', '© A *not stress*'],
    ['on two\nlines', 'on two lines'],
    ['한국어와 漢字', '한국어와 漢字'],
  ])('%j reads %j', (text, read) => {
    const { html, problems } = render(text);
    expect(problems).toEqual([]);
    expect(plainText(html)).toBe(read);
    expect(new JSDOM(html).window.document.body.textContent?.replace(/\s+/g, ' ')).toBe(read);
  });

  it('cites, and its plain text does not show it', () => {
    const { html } = render('A fact [^a][^b], and more[^c].');
    expect(citedIn(html)).toEqual(['a', 'b', 'c']);
    expect(plainText(html)).toBe('A fact, and more.');
  });

  it('has no block around it', () => {
    expect(new JSDOM(render('text').html).window.document.body.children).toHaveLength(0);
  });

  it.each([
    ['# heading', 'heading'],
    ['- item', 'list'],
    ['1. item', 'list'],
    ['> words', 'quotation'],
    ['    code', 'code'],
    ['---', 'rule'],
    ['<div>x</div>', 'raw HTML'],
    ['one\n\ntwo', 'one paragraph'],
    ['a <b>tag</b>', 'raw HTML'],
    ['![alt](picture.png)', 'pictures'],
    ['[x](javascript:alert(1))', 'no link'],
    ['[x[^a]](https://example.org)', 'inside a link'],
  ])('%j is refused, in words that name it', (text, named) => {
    const { problems } = render(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(named);
  });

  it.each(['# heading', 'one\n\ntwo', '<div>x</div>'])('%j leaves nothing behind that a page could show', (text) => {
    expect(render(text).html).toBe('');
  });

  it('says the same problem once', () => {
    expect(render('<b>one</b> <i>two</i>').problems).toHaveLength(1);
  });
});
