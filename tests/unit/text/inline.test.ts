import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readInline } from '../../../src/text/inline.ts';
import { citedIn, plainText, type RichText } from '../../../src/text/rich-text.ts';
import { htmlOf } from './render-prose.ts';

function read(written: string): { text: RichText; html: string; problems: string[] } {
  const problems: string[] = [];
  const text = readInline(written, (_kind, problem) => problems.push(problem));
  return { text, html: htmlOf(text), problems };
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
  ])('%j reads %j', (written, words) => {
    const { text, html, problems } = read(written);
    expect(problems).toEqual([]);
    expect(plainText(text)).toBe(words);
    expect(new JSDOM(html).window.document.body.textContent?.replace(/\s+/g, ' ')).toBe(words);
  });

  it('cites, and its plain text does not show it', () => {
    const { text } = read('A fact [^a][^b], and more[^c].');
    expect(citedIn(text)).toEqual(['a', 'b', 'c']);
    expect(plainText(text)).toBe('A fact, and more.');
  });

  it('has no block around it', () => {
    expect(new JSDOM(read('text').html).window.document.body.children).toHaveLength(0);
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
    const { problems } = read(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(named);
  });

  it.each(['# heading', 'one\n\ntwo', '<div>x</div>'])('%j leaves nothing behind that a page could show', (text) => {
    expect(read(text).html).toBe('');
  });

  it('says the same problem once', () => {
    expect(read('<b>one</b> <i>two</i>').problems).toHaveLength(1);
  });
});
