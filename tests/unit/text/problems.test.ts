import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/text/pipeline.ts';
import { linkAddressProblem } from '../../../src/text/link-address.ts';
import { textProblems } from '../../../src/text/problems.ts';

const problemsIn = (markdown: string) => textProblems(parseMarkdown(markdown), markdown);

describe('a link', () => {
  it.each([
    'https://example.org/a?b=c:d#e',
    'HTTP://EXAMPLE.ORG',
    'mailto:desk@example.org',
    'mailto:desk%40example.org',
    'mailto:?to=desk@example.org',
    'https://example.org./a',
    'other.html',
    '../about.html#h-how',
    './a:b',
    'a/b:c',
    '#takeoff',
    '?q=1',
  ])('%s may stand on a page', (url) => {
    expect(linkAddressProblem(url)).toBeUndefined();
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:x',
    'file:///etc/passwd',
    'ftp://example.org',
    'mailto://:',
    'tel:1',
    'https:example.org',
    '//example.org',
    '',
    '#',
    'mailto:',
    'MAILTO:?subject=x',
    'mailto:desk',
    'mailto:@example.org',
    'https://',
    'http://?',
    'https://.',
    'https://example..org/a',
    'https://https://example.org/a',
    '/about.html',
  ])('%j may not', (url) => {
    expect(linkAddressProblem(url)).toBeDefined();
  });
});

describe('what no text may hold', () => {
  it.each([
    ['raw HTML', 'a <b>tag</b>', '<b>'],
    ['a comment', 'text\n\n<!-- note -->', '<!--'],
    ['a picture', 'a ![alt](p.png)', '!['],
    ['a picture by reference', 'a ![alt][p]\n\n[p]: p.png', '!['],
    ['a definition of a source', 'text\n\n[^a]: a source', '[^a]:'],
    ['an unsafe link', 'an [x](data:text/html,x)', '[x]'],
    ['an unsafe link by reference', 'an [x][y]\n\n[y]: javascript:x', '[y]: '],
    ['an unsafe autolink', 'an <javascript:x>', '<java'],
    ['a citation in a link', 'an [x[^a]](https://example.org)', '[x['],
    ['a citation in a heading', 'text\n\n## Talks[^a]', '##'],
    ['a citation with a space', 'text[^a] [^a b]', '[^a b]'],
    ['a citation that is not closed', 'text[^a] [^b', '[^b'],
    ['a reference that turns text around', 'text `&#x202e;` &#x202e;txet', '&#x202e;txet'],
    ['such a reference in decimal', 'text &#8238;', '&#8238;'],
    ['a reference to a lone NUL', 'text &#0;', '&#0;'],
    ['a reference to half a character', 'text &#xd800;', '&#xd800;'],
    ['a reference past the last character', 'text &#x110000;', '&#x110000;'],
    ['a reference to what an old encoding had', 'text &#146;', '&#146;'],
    ['a reference beside a mail address', 'to a@example.org &#x2066;', '&#x2066;'],
    ['a reference in the title of a link', '[a](https://example.org "&#x202e;")', '&#x202e;'],
    ['a reference behind a fence', 'text\n\n```a&#x202e;\nb\n```', '&#x202e;'],
  ])('%s is found where it stands', (_, markdown, at) => {
    const [problem] = problemsIn(markdown);
    expect(problem?.offset).toBe(markdown.indexOf(at));
    expect(problem?.message).not.toBe('');
  });

  it('everything wrong is found at once, in order', () => {
    const problems = problemsIn('<b>x</b>\n\n## T[^a]\n\n![p](p.png)');
    expect(problems.length).toBeGreaterThanOrEqual(3);
    expect(problems.map(({ offset }) => offset)).toEqual(
      problems.map(({ offset }) => offset).toSorted((a, b) => a - b),
    );
  });

  it('an honest text has none', () => {
    const markdown =
      '## 무슨 일?\n\nA *fact*.[^a] [Link](https://example.org), <https://example.org>, `<b>`, 1 \\< 2, `[^a b]`, \\[^a b], &#8212;, &#x200d;, &#x200e;, &shy;, a@example.org \\[^a b] [^a].';
    expect(problemsIn(markdown)).toEqual([]);
  });
});
