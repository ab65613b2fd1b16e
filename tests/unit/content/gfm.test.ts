import { unified } from '@astrojs/markdown-remark';
import { describe, expect, it } from 'vitest';
import { parseMarkdown, proseOptions } from '../../../src/markdown/pipeline.ts';
import { textProblems } from '../../../src/markdown/problems.ts';

const problemsOf = (markdown: string) => textProblems(parseMarkdown(markdown), markdown);

const renderer = unified(proseOptions).createRenderer({ syntaxHighlight: false });

/** The prose as a page shows it, without the breaks between blocks. */
async function render(markdown: string): Promise<string> {
  const { code } = await (await renderer).render(markdown, { frontmatter: {} });
  return code.replace(/\n/g, '');
}

/** A table without the region that lets it scroll. */
async function renderTable(markdown: string): Promise<string> {
  return (await render(markdown)).replace(
    /<div class="table" data-table="" tabindex="0">(<table>.*?<\/table>)<\/div>/g,
    '$1',
  );
}

// Each case is one thing that the specification of GitHub Flavored Markdown shows by an example.
describe('tables', () => {
  const head = '<thead><tr><th>a</th><th>b</th></tr></thead>';
  it.each([
    [
      'head and body',
      '| a | b |\n| --- | --- |\n| c | d |',
      `<table>${head}<tbody><tr><td>c</td><td>d</td></tr></tbody></table>`,
    ],
    ['a head alone', '| a | b |\n| --- | --- |', `<table>${head}</table>`],
    [
      'no bars at the ends',
      'a | b\n--- | ---\nc | d',
      `<table>${head}<tbody><tr><td>c</td><td>d</td></tr></tbody></table>`,
    ],
    [
      'columns aligned, by class where GitHub uses an obsolete attribute',
      '| a | b |\n| :-: | ---: |\n| c | d |',
      '<table><thead><tr><th class="align-center">a</th><th class="align-right">b</th></tr></thead><tbody><tr><td class="align-center">c</td><td class="align-right">d</td></tr></tbody></table>',
    ],
    [
      'a bar in a cell, escaped',
      '| a |\n| - |\n| `\\|` **\\|** |',
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><code>|</code> <strong>|</strong></td></tr></tbody></table>',
    ],
    [
      'the end at another block',
      '| a | b |\n| - | - |\n| c | d |\n> e',
      `<table>${head}<tbody><tr><td>c</td><td>d</td></tr></tbody></table><blockquote><p>e</p></blockquote>`,
    ],
    [
      'a line without bars as a row of its own',
      '| a | b |\n| - | - |\ne',
      `<table>${head}<tbody><tr><td>e</td><td></td></tr></tbody></table>`,
    ],
    ['the end at an empty line', '| a | b |\n| - | - |\n\ne', `<table>${head}</table><p>e</p>`],
    [
      'cells too few and too many',
      '| a | b |\n| - | - |\n| c |\n| c | d | e |',
      `<table>${head}<tbody><tr><td>c</td><td></td></tr><tr><td>c</td><td>d</td></tr></tbody></table>`,
    ],
  ])('%s', async (_name, markdown, html) => {
    expect(await renderTable(markdown)).toBe(html);
  });

  it('no table when the second line has other columns than the first', async () => {
    expect(await render('| a | b |\n| --- |\n| c |')).toBe('<p>| a | b || --- || c |</p>');
  });
});

describe('strikethrough', () => {
  it.each([
    ['two tildes', '~~a~~ b', '<p><del>a</del> b</p>'],
    ['one tilde', '~a~ b', '<p><del>a</del> b</p>'],
    ['not across paragraphs', 'a ~~b\n\nc~~', '<p>a ~~b</p><p>c~~</p>'],
    ['not with three', 'a ~~~b~~~', '<p>a ~~~b~~~</p>'],
  ])('%s', async (_name, markdown, html) => {
    expect(await render(markdown)).toBe(html);
  });
});

describe('task lists', () => {
  const box = (checked: string, text: string) =>
    `<li class="task-list-item"><input type="checkbox"${checked} disabled> ${text}</li>`;
  it('boxes, ticked and not', async () => {
    expect(await render('- [ ] a\n- [x] b')).toBe(
      `<ul class="contains-task-list">${box('', 'a')}${box(' checked', 'b')}</ul>`,
    );
  });

  it('boxes in a list in a list', async () => {
    const html = await render('- [x] a\n  - [ ] b\n  - [x] c\n- [ ] d');
    expect(html.match(/<input type="checkbox"(?: checked)? disabled>/g)).toHaveLength(4);
    expect(html.match(/ checked/g)).toHaveLength(2);
    expect(html.match(/<ul/g)).toHaveLength(2);
  });

  it('no box outside a list', async () => {
    expect(await render('[ ] a')).toBe('<p>[ ] a</p>');
  });
});

describe('autolinks', () => {
  const link = (href: string, text = href) => `<a href="${href}">${text}</a>`;
  it.each([
    ['www', 'www.example.org', `<p>${link('http://www.example.org', 'www.example.org')}</p>`],
    [
      'a path and words behind it',
      'See www.example.org/help for more.',
      `<p>See ${link('http://www.example.org/help', 'www.example.org/help')} for more.</p>`,
    ],
    [
      'a full stop that ends the sentence',
      'See www.example.org.',
      `<p>See ${link('http://www.example.org', 'www.example.org')}.</p>`,
    ],
    [
      'brackets around it',
      '(see www.example.org/a_(b))',
      `<p>(see ${link('http://www.example.org/a_(b)', 'www.example.org/a_(b)')})</p>`,
    ],
    [
      'an entity at its end',
      'www.example.org/a?b=c&amp;',
      `<p>${link('http://www.example.org/a?b=c', 'www.example.org/a?b=c')}&#x26;</p>`,
    ],
    [
      'an end at "<"',
      'www.example.org/he<lp',
      `<p>${link('http://www.example.org/he', 'www.example.org/he')}&#x3C;lp</p>`,
    ],
    [
      'http and https',
      'http://example.org and https://example.org/a',
      `<p>${link('http://example.org')} and ${link('https://example.org/a')}</p>`,
    ],
    ['a mail address', 'a.b-c_d@example.org', `<p>${link('mailto:a.b-c_d@example.org', 'a.b-c_d@example.org')}</p>`],
    [
      'a mail address with a plus',
      'hello+x@mail.example',
      `<p>${link('mailto:hello+x@mail.example', 'hello+x@mail.example')}</p>`,
    ],
    ['in pointed brackets', '<https://example.org/a>', `<p>${link('https://example.org/a')}</p>`],
  ])('%s', async (_name, markdown, html) => {
    expect(await render(markdown)).toBe(html);
  });

  it('no mail address that ends in a hyphen or an underscore', async () => {
    expect(await render('a@example.org- b@example.org_')).toBe('<p>a@example.org- b@example.org_</p>');
  });
});

// The one departure: a footnote is a citation, and what it says stands in sources.yaml. So GitHub's syntax
// for the reference holds, and the definition below the text is refused.
describe('footnotes', () => {
  it.each([
    ['a reference', 'a[^b]', '<p>a<sup data-cite="b"></sup></p>'],
    ['a reference twice', 'a[^b] c[^b]', '<p>a<sup data-cite="b"></sup> c<sup data-cite="b"></sup></p>'],
    ['none in code', '`[^b]`', '<p><code>[^b]</code></p>'],
    ['none that is escaped', '\\[^b]', '<p>[^b]</p>'],
    ['none with a space', '[^b c]', '<p>[^b c]</p>'],
    ['none without a name', '[^]', '<p>[^]</p>'],
  ])('%s', async (_name, markdown, html) => {
    expect(await render(markdown)).toBe(html);
  });

  it('refuses a definition', () => {
    expect(problemsOf('a[^b]\n\n[^b]: c').map(({ kind }) => kind)).toEqual(['footnote-definition']);
  });
});

describe('raw HTML', () => {
  it.each(['<b>a</b>', '<!-- a -->', 'a <br> b', '<div>\n\na\n\n</div>', '<?a?>', '<title>a</title>'])(
    'is refused: %j',
    (markdown) => {
      const kinds = problemsOf(markdown).map(({ kind }) => kind);
      expect(new Set(kinds)).toEqual(new Set(['raw-html']));
    },
  );
});
