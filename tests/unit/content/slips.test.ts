import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ARTICLE, BaseProject } from '../../fixtures/base-project.ts';

let project: BaseProject;
beforeEach(() => {
  project = new BaseProject();
});
afterEach(() => project.remove());

/** Changes passages of the original, each of which stands there once, and returns what is said then. */
function told(...edits: readonly (readonly [find: string, replacement: string])[]): string[] {
  let text = project.read(`${ARTICLE}/en.md`);
  for (const [find, replacement] of edits) {
    expect(text.split(find)).toHaveLength(2);
    text = text.replace(find, () => replacement);
  }
  project.write(`${ARTICLE}/en.md`, text);
  return project.check().map(({ line, message }) => `${line} ${message}`);
}

it('every slip that can be told is told at once, and nothing is said of what could not be read', () => {
  expect(
    told(
      ['means: The part of', 'means: LBA: the part of'],
      ['text: A plan was', 'text: Plan: a plan was'],
      ['title: The bridge is opened', 'title:The bridge is opened'],
      ['claim: It had rusted.', 'claim: "It had rusted.'],
      ['date: 2025-11-20', 'date: 2025-11-31'],
      ['It was closed in the end.', 'It was closed by the LBA.'],
    ),
  ).toEqual([
    expect.stringContaining('40 a text that holds ": " must be in quotes'),
    expect.stringContaining('47 a space is missing behind the colon'),
    expect.stringContaining('53 timeline[2].date: "2025-11-31" is not a date'),
    expect.stringContaining('94 a text that holds ": " must be in quotes'),
    expect.stringContaining('101 the quote that opens here is never closed'),
  ]);
});

it.each([
  ['no space behind a hyphen', '  - id: opening', '  -id: opening', 'a space is missing behind the hyphen'],
  ['a tab before a key', '    title: The bridge is opened', '\ttitle: The bridge is opened', 'a tab indents this line'],
  [
    'a tab before a last key',
    '    role: Engineer of the bridge',
    '\trole: Engineer of the bridge',
    'a tab indents this line',
  ],
])('%s hides nothing else', (_, find, replacement, says) => {
  const messages = told([find, replacement], ['date: 2025-11-20', 'date: 2025-11-31'], ['term: ', 'trem: ']);
  expect(messages).toHaveLength(3);
  for (const part of [says, '2025-11-31', 'did you mean "term"?']) expect(messages.join()).toContain(part);
});

it.each([
  ['total: 30', 'total: 3,000', ['as in 3000', 'add up to 30, not to 3000']],
  ['total: 30', 'total: thirty', ['"thirty" is no whole number']],
  ['count: 20', 'count: a score', ['"a score" is no whole number']],
  [
    'sources: [post-closing]\npeople:',
    'sources: post-closin\npeople:',
    ['write [post-closin]', 'mean "post-closing"?'],
  ],
  ['topics: [bridges]', 'topics: brigdes; rivers', ['write [brigdes, rivers]', '"brigdes" is not', '"rivers" is not']],
  ['authors: [mira-lund]', 'authors: mira-lund, mira-lund', ['write [mira-lund, mira-lund]', 'is named twice']],
])('%j as %j does not hide what else is wrong with it', (find, replacement, says) => {
  expect(told([find, replacement])).toEqual(says.map((part) => expect.stringContaining(part)));
});

it('a count in words does not hide that the others are too many', () => {
  const messages = told(['count: 10', 'count: ten'], ['total: 30', 'total: 19']);
  expect(messages).toEqual([
    expect.stringContaining('the other groups add up to 20, not to 19'),
    expect.stringContaining('"ten"'),
  ]);
});

it('what an origin is called that is in no list is looked up as well', () => {
  const file = `${ARTICLE}/sources.yaml`;
  project.write(file, project.read(file).replace('author: Bo Holm', 'author: Bo Holm\n  basedOn: post-closin'));
  expect(project.check().map(({ message }) => message)).toEqual([
    expect.stringContaining('must be a list'),
    expect.stringContaining('did you mean "post-closing"?'),
  ]);
});

it('where the list of pictures cannot be read, no picture is said to be without use', () => {
  project.write(`${ARTICLE}/view.png`, 'not read');
  expect(told(['timeline:\n', 'timeline: here\n'])).toHaveLength(1);
});

it.each([
  ['a part that is misspelt', '::maps'],
  ['a part with colons behind it', '::map::'],
])('%s in one edition is no fault of the other', (_, written) => {
  const ko = project.read(`${ARTICLE}/ko.md`);
  const placing = ['## What came after', '::map\n\n## What came after'] as const;
  project.write(`${ARTICLE}/ko.md`, ko.replace('## 그 뒤', '::map\n\n## 그 뒤'));
  expect(told([placing[0], placing[1].replace('::map', written)])).toHaveLength(1);
  project.write(`${ARTICLE}/ko.md`, ko.replace('## 그 뒤', `${written}\n\n## 그 뒤`));
  expect(told([written, '::map'])).toHaveLength(1);
});

describe('one slip has one line', () => {
  it.each([
    [
      'no space behind a hyphen',
      ['  - id: closing', '  -id: closing'],
      'a space is missing behind the hyphen; write "- id: …"',
    ],
    [
      'a no-break space before a key',
      ['    phase: after', '   \u00a0phase: after'],
      'a no-break space (U+00A0) stands here; write a plain space',
    ],
    [
      'a no-break space behind a colon',
      ['    phase: after', '    phase:\u00a0after'],
      'a no-break space (U+00A0) stands here',
    ],
    [
      'a no-break space before a colon',
      ['    phase: after', '    phase\u00a0: after'],
      'a no-break space (U+00A0) stands here',
    ],
    [
      'a no-break space behind a hyphen',
      ['  - id: closing', '  -\u00a0id: closing'],
      'a no-break space (U+00A0) stands here',
    ],
    ['a wide space', ['    phase: after', '    phase:\u3000after'], '(U+3000) stands here; write a plain space'],
    [
      'an invisible sign before a key',
      ['summary: A bridge', '\u200bsummary: A bridge'],
      'an invisible sign (U+200B) stands here; take it out',
    ],
    [
      'no colon',
      ['    place: bridge\n    phase: after', '    place bridge\n    phase: after'],
      'a colon is missing behind the key; write "place: …"',
    ],
    [
      'a second line without an indent',
      ['text: Barriers were put up on both banks.', 'text: Barriers were put up\nOn both banks.'],
      'this line goes on with the text above; begin it with spaces',
    ],
    ['curly quotes', ['title: The bridge is closed', 'title: “The bridge: closed”'], 'straight ones'],
    [
      'a list on one line without brackets',
      ['    dispute: why\n    sources: [post-closing]', '    dispute: why\n    sources: post-closing, gazette-opening'],
      'write [post-closing, gazette-opening]',
    ],
    [
      'a place by its name',
      ['    place: bridge\n    phase: after', '    place: Bridge\n    phase: after'],
      '"Bridge" is not the id of a place; did you mean "bridge"?',
    ],
    [
      'a citation in a list of sources',
      ['    dispute: why\n    sources: [post-closing]', '    dispute: why\n    sources: [^post-closing]'],
      'did you mean "post-closing"?',
    ],
    [
      'a picture',
      ['It was closed in the end.', 'It was ![](closed.jpg) closed in the end.'],
      'a page holds no pictures',
    ],
    [
      'a comment of HTML',
      ['It was closed in the end.', 'It was <!-- TODO --> closed in the end.'],
      'a note to colleagues goes into the frontmatter',
    ],
    [
      'a heading without a space',
      ['## What came after\n', '##What came after\n'],
      '"##" would be printed as it stands',
    ],
    [
      'an hour of one digit',
      ['date: 2024-06-01T11:00+02:00', 'date: 2024-06-01T9:00+02:00'],
      'write 2024-06-01T09:00+02:00',
    ],
    [
      'a time without its offset, at a known place',
      ['date: 2024-06-01T11:00+02:00', 'date: 2024-06-01T11:00'],
      'write 2024-06-01T11:00+02:00',
    ],
    [
      'a time alone, at a known place',
      ['date: 2024-06-01T11:00+02:00', 'date: 2024-06-01 9:05'],
      'write 2024-06-01T09:05+02:00',
    ],
    ['a day that may be two', ['date: 2025-11-20', 'date: 09/02/2025'], 'write 2025-02-09 or 2025-09-02'],
  ] as const)('%s', (_, edit, says) => {
    const messages = told(edit);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(says);
  });

  it('a file in a language that the site has not', () => {
    project.write(`${ARTICLE}/fr.md`, '---\n---\n');
    expect(project.check().map(({ message }) => message)).toEqual([
      expect.stringContaining('"fr" is not among the languages'),
    ]);
  });
});

it.each(['They met the ALP Guard and the EVER GIVEN, and SMIT came.', 'The FBI said that COVID had closed it.'])(
  'names in capitals need no explanation: %s',
  (words) => {
    expect(told(['It was closed in the end.', words])).toEqual([]);
  },
);
