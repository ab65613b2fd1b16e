import { expect, test } from 'vitest';
import { citeStory, embedSnippet } from '../../../src/share/reuse.ts';
import { hostile } from './hostile.ts';
import { parseHTML } from './parse-html.ts';

const { story, context } = hostile();

test('a title’s commands are text in BibTeX, and its braces balance', () => {
  const { bibtex } = citeStory({ ...story, titleText: 'A 100% \\write18{rm} {open & $x_1^2$ #~' }, context);
  expect(bibtex).toContain(
    '{{A 100\\% \\textbackslash{}write18\\textbraceleft{}rm\\textbraceright{} \\textbraceleft{}open \\& \\$x\\_1\\textasciicircum{}2\\$ \\#\\textasciitilde{}}}',
  );
});

test('the plain citation names author, title, dates and address', () => {
  const { plain } = citeStory(story, context);
  expect(plain).toContain(context.site.name);
  expect(plain).toContain(story.titleText);
  expect(plain).toContain('1 January 2026');
  expect(plain).toContain('https://example.org/news/articles/hostile.html');
});

test('the snippet is one frame, whatever the title holds', () => {
  const found = parseHTML(embedSnippet(story, context)).filter(({ tag }) => !['html', 'head', 'body'].includes(tag));
  expect(found.map(({ tag }) => tag)).toEqual(['iframe']);
  expect(found[0]?.attributes['src']).toBe('https://example.org/news/articles/hostile/embed.html');
  expect(found[0]?.attributes['title']).toContain(story.titleText);
  // Browsers draw a bevelled edge around a frame.
  expect(found[0]?.attributes['style']).toBe('border: 0');
});

test('authors are people to BibTeX, and one whose name it would take apart is not', () => {
  const authors = [
    { id: 'mira', name: 'Mira Lund' },
    { id: 'two', name: 'Lind and Sons, Lune' },
  ];
  const { plain, bibtex } = citeStory({ ...story, authors }, context);
  expect(plain).toMatch(/^Mira Lund and Lind and Sons, Lune/);
  expect(bibtex).toContain('author = {Mira Lund and {Lind and Sons, Lune}}');
});
