import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/text/pipeline.ts';
import { textProblems } from '../../../src/text/problems.ts';
import { citedIn, plainText } from '../../../src/text/rich-text.ts';
import { renderProse } from '../text/render-prose.ts';

const problemsOf = (markdown: string) => textProblems(parseMarkdown(markdown), markdown);

/** The prose as a page shows it, without the breaks between blocks. */
function render(markdown: string): string {
  return renderProse(markdown).html.replace(/\n/g, '');
}

/** A table without the region that lets it scroll. */
function renderTable(markdown: string): string {
  return render(markdown).replace(/<div class="table" data-table="" tabindex="0">(<table>.*?<\/table>)<\/div>/g, '$1');
}

// Each case is one thing that the specification of GitHub Flavored Markdown (0.29) shows, by the number of its example.
describe('tables', () => {
  const head = '<thead><tr><th>a</th><th>b</th></tr></thead>';
  it.each([
    [
      '198: head and body',
      '| a | b |\n| --- | --- |\n| c | d |',
      `<table>${head}<tbody><tr><td>c</td><td>d</td></tr></tbody></table>`,
    ],
    ['205: a head alone', '| a | b |\n| --- | --- |', `<table>${head}</table>`],
    [
      '199: no bars at the ends',
      'a | b\n--- | ---\nc | d',
      `<table>${head}<tbody><tr><td>c</td><td>d</td></tr></tbody></table>`,
    ],
    [
      '199: columns aligned, by class where GitHub uses an obsolete attribute',
      '| a | b |\n| :-: | ---: |\n| c | d |',
      '<table><thead><tr><th class="align-center">a</th><th class="align-right">b</th></tr></thead><tbody><tr><td class="align-center">c</td><td class="align-right">d</td></tr></tbody></table>',
    ],
    [
      '200: a bar in a cell, escaped',
      '| a |\n| - |\n| `\\|` **\\|** |',
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><code>|</code> <strong>|</strong></td></tr></tbody></table>',
    ],
    [
      '201: the end at another block',
      '| a | b |\n| - | - |\n| c | d |\n> e',
      `<table>${head}<tbody><tr><td>c</td><td>d</td></tr></tbody></table><blockquote><p>e</p></blockquote>`,
    ],
    [
      '202: a line without bars as a row of its own',
      '| a | b |\n| - | - |\ne',
      `<table>${head}<tbody><tr><td>e</td><td></td></tr></tbody></table>`,
    ],
    ['202: the end at an empty line', '| a | b |\n| - | - |\n\ne', `<table>${head}</table><p>e</p>`],
    [
      '204: cells too few and too many',
      '| a | b |\n| - | - |\n| c |\n| c | d | e |',
      `<table>${head}<tbody><tr><td>c</td><td></td></tr><tr><td>c</td><td>d</td></tr></tbody></table>`,
    ],
  ])('%s', (_name, markdown, html) => {
    expect(renderTable(markdown)).toBe(html);
  });

  it('203: no table when the second line has other columns than the first', () => {
    expect(render('| a | b |\n| --- |\n| c |')).toBe('<p>| a | b || --- || c |</p>');
  });
});

describe('strikethrough', () => {
  it.each([
    ['491: two tildes; one is a letter here', '~~a~~ b, ~c~ d', '<p><del>a</del> b, ~c~ d</p>'],
    ['492: not across paragraphs', 'a ~~b\n\nc~~', '<p>a ~~b</p><p>c~~</p>'],
    ['493: not with three', 'a ~~~b~~~', '<p>a ~~~b~~~</p>'],
  ])('%s', (_name, markdown, html) => {
    expect(render(markdown)).toBe(html);
  });
});

describe('task lists', () => {
  const box = (checked: string, text: string) =>
    `<li class="task-list-item"><input type="checkbox"${checked} disabled> ${text}</li>`;
  it('279: boxes, ticked and not', () => {
    expect(render('- [ ] a\n- [x] b')).toBe(
      `<ul class="contains-task-list">${box('', 'a')}${box(' checked', 'b')}</ul>`,
    );
  });

  it('280: boxes in a list in a list', () => {
    const html = render('- [x] a\n  - [ ] b\n  - [x] c\n- [ ] d');
    expect(html.match(/<input type="checkbox"(?: checked)? disabled>/g)).toHaveLength(4);
    expect(html.match(/ checked/g)).toHaveLength(2);
    expect(html.match(/<ul/g)).toHaveLength(2);
  });

  it('no box outside a list', () => {
    expect(render('[ ] a')).toBe('<p>[ ] a</p>');
  });
});

describe('autolinks', () => {
  const link = (text: string, scheme = '') => `<a href="${scheme}${text}">${text}</a>`;
  const www = (text: string) => link(text, 'http://');
  const mail = (text: string) => link(text, 'mailto:');
  it.each([
    ['621: www', 'www.example.org', `<p>${www('www.example.org')}</p>`],
    [
      '622: a path and words behind it',
      'See www.example.org/help for more.',
      `<p>See ${www('www.example.org/help')} for more.</p>`,
    ],
    [
      '623: a full stop that ends the sentence, and one within',
      'See www.example.org.\n\nSee www.example.org/a.b.',
      `<p>See ${www('www.example.org')}.</p><p>See ${www('www.example.org/a.b')}.</p>`,
    ],
    [
      '624: brackets within it, around it, and one too many',
      'www.example.org/q=a+(b)\n\nwww.example.org/q=a+(b)))\n\n(www.example.org/q=a+(b))\n\n(www.example.org/q=a+(b)',
      [
        `<p>${www('www.example.org/q=a+(b)')}</p>`,
        `<p>${www('www.example.org/q=a+(b)')}))</p>`,
        `<p>(${www('www.example.org/q=a+(b)')})</p>`,
        `<p>(${www('www.example.org/q=a+(b)')}</p>`,
      ].join(''),
    ],
    ['625: brackets that do not end it', 'www.example.org/q=(a))+ok', `<p>${www('www.example.org/q=(a))+ok')}</p>`],
    [
      '626: what looks like an entity, within it and at its end',
      'www.example.org/a?q=b&hl=en\n\nwww.example.org/a?q=b&hl;',
      `<p><a href="http://www.example.org/a?q=b&#x26;hl=en">www.example.org/a?q=b&#x26;hl=en</a></p><p>${www('www.example.org/a?q=b')}&#x26;hl;</p>`,
    ],
    ['627: an end at "<"', 'www.example.org/he<lp', `<p>${www('www.example.org/he')}&#x3C;lp</p>`],
    [
      '628: http and https, in brackets as well',
      'http://example.org\n\n(See https://example.org/q=a+(b))',
      `<p>${link('http://example.org')}</p><p>(See ${link('https://example.org/q=a+(b)')})</p>`,
    ],
    ['629: a mail address', 'a@b.org', `<p>${mail('a@b.org')}</p>`],
    [
      '630: a plus before the @, and none behind it',
      'a@mail+x.org is none, a+x@mail.org is one.',
      `<p>a@mail+x.org is none, ${mail('a+x@mail.org')} is one.</p>`,
    ],
    [
      '631: a full stop, a hyphen or an underscore at its end',
      'a.b-c_d@a.b\n\na.b-c_d@a.b.\n\na.b-c_d@a.b-\n\na.b-c_d@a.b_',
      `<p>${mail('a.b-c_d@a.b')}</p><p>${mail('a.b-c_d@a.b')}.</p><p>a.b-c_d@a.b-</p><p>a.b-c_d@a.b_</p>`,
    ],
    ['in pointed brackets', '<https://example.org/a>', `<p>${link('https://example.org/a')}</p>`],
  ])('%s', (_name, markdown, html) => {
    expect(render(markdown)).toBe(html);
  });
});

// The one departure: a footnote is a citation, and what it says stands in sources.yaml. So GitHub's syntax
// for the reference holds, and the definition below the text is refused.
describe('footnotes', () => {
  it.each([
    ['a reference', 'a[^b]', ['b'], 'a'],
    ['a reference twice', 'a[^b] c[^b]', ['b', 'b'], 'a c'],
    ['none in code', '`[^b]`', [], '[^b]'],
    ['none that is escaped', '\\[^b]', [], '[^b]'],
    ['none with a space', '[^b c]', [], '[^b c]'],
    ['none without a name', '[^]', [], '[^]'],
  ])('%s', (_name, markdown, cited, words) => {
    const { text } = renderProse(markdown).prose;
    expect(citedIn(text)).toEqual(cited);
    expect(plainText(text)).toBe(words);
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
