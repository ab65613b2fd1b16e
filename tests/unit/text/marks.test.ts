import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { readInline } from '../../../src/text/inline.ts';
import { parseMarkdown } from '../../../src/text/pipeline.ts';
import { textProblems } from '../../../src/text/problems.ts';
import { htmlOf } from './render-prose.ts';

const problemsOf = (markdown: string) => textProblems(parseMarkdown(markdown), markdown);

describe('emphasis beside letters that have no spaces around them', () => {
  it.each([
    ['**“다리”**는 열렸다', '<strong>“다리”</strong>는 열렸다'],
    ['이것은 **다리(룬 강)**입니다', '이것은 <strong>다리(룬 강)</strong>입니다'],
    ['*「橋」*は開いた', '<em>「橋」</em>は開いた'],
    ['~~“틀린”~~은 말', '<del>“틀린”</del>은 말'],
    ['**桥。**开了', '<strong>桥。</strong>开了'],
    ['3~4월과 5~6월', '3~4월과 5~6월'],
  ])('%s', (markdown, html) => {
    const problems: string[] = [];
    expect(htmlOf(readInline(markdown, (_, problem) => problems.push(problem)))).toBe(html);
    expect(problems).toEqual([]);
  });
});

describe('a mark that would be printed', () => {
  it.each([
    ['no plain space behind a heading’s mark', '##\u00a0What opened?\nIt was.', '##', 'a plain space'],
    ['no space behind a heading’s mark', '##What', '##', 'a plain space'],
    ['a heading’s mark within a paragraph', 'It was.\n    ## What', '## What', 'empty lines'],
    ['no plain space behind a hyphen', '- One\n\n-\u00a0Two', '-\u00a0Two', '"- "'],
    ['no space behind a hyphen', 'They are:\n\n-one\n-two', '-one', '"- "'],
    ['no plain space behind a number', '1.\u00a0One', '1.', '"1. "'],
    ['a bullet', '• A\n• B', '•', '"- "'],
    ['a dot of Korean', 'ㆍ 하나\nㆍ 둘', 'ㆍ', '"- "'],
    ['a hollow bullet', '○ 다리', '○', '"- "'],
    ['a space before an address', 'See [words] (https://town.example).', '] (', '[words](https://example.org/page)'],
    [
      'a wide bracket around an address',
      'See [words]（https://town.example）.',
      ']（',
      '[words](https://example.org/page)',
    ],
    ['an address with a space', 'See [words](https://town.example/a b).', '](', '[words](https://example.org/page)'],
    ['a label that is nowhere', 'See [words][ref].', '][', '[words](https://example.org/page)'],
    ['spaces within asterisks', '** Two towns ** fought', '**', '\\*\\*'],
    ['a lone asterisk', 'It costs 3* marks', '*', '\\*'],
    ['an open backquote', 'It`s', '`', '\\`'],
    ['three tildes', 'a ~~~b~~~', '~~~', '\\~'],
    ['an underscore at a word’s end', '_word', '_', '\\_'],
    ['another kind of note', '> [!WARNING]\n> It rusts.', '[!', '> [!NOTE]'],
    ['a note without a quotation', '[!NOTE]\nIt rusts.', '[!', '> [!NOTE]'],
    ['words behind the mark of a note', '> [!NOTE] It rusts.', '[!', '> [!NOTE]'],
    ['an address between signs that is none', 'See <https://town.example/a b>.', '<', 'holds no space'],
    ['a row without a table', '| a | b |\n| c | d |', '|', '| --- | --- |'],
    ['a backslash before a letter', 'It is \\here.', '\\', 'double it'],
    ['an attribute of another markdown', '## Talks {#x}', '{', 'other programs'],
    ['a box of another markdown', ':::note\nIt rusts.\n:::', ':::', 'other programs'],
    ['a box of a third one', '!!! note\nIt rusts.', '!!!', 'other programs'],
    ['a marker’s mark', 'It is ==long==.', '==', 'other programs'],
    ['a formula', '$$x^2$$ is it.', '$$', 'other programs'],
    ['a command of a template', '{{< map >}}', '{', 'other programs'],
    ['numbers in circles', '① 하나[^a]\n② 둘[^a]', '①', 'empty line'],
    ['dashes as bullets', '– One[^a]\n– Two[^a]', '–', 'empty line'],
    ['dots of Japanese as bullets', '・一[^a]\n・二', '・', 'empty line'],
    ['letters as numbers, in a note', '> [!NOTE]\n> 가. 하나\n> 나. 둘', '[!NOTE]', 'empty line'],
    ['numbers of another script', '١) واحد\n٢) اثنان', '١', 'empty line'],
    ['an unfinished reference', 'A&nbsp B', '&nbsp', '";"'],
  ])('%s', (_, markdown, at, advice) => {
    const [problem, ...others] = problemsOf(markdown);
    expect(problem?.kind).toBe('mark-left');
    expect(problem?.offset).toBe(markdown.indexOf(at));
    expect(problem?.message).toContain(advice);
    expect(others).toEqual([]);
  });

  it.each([
    'file_name and 한국_어, 3~4, 3.1운동, -5 degrees, #MeToo, [sic], [단독] (속보), A|B, 5 < 6 & 7 > 4, C:/x, 12.5%',
    '#MeToo was there. -5°C.',
    '-5 degrees\n3.1운동은\n+3%',
    '\\*, \\_a, \\`, \\~~, \\[!NOTE], &#42;, &lt;https://x',
    '> one\n> two\n>\n> - three\n>   four',
    '> [!NOTE]\n> One.',
    '> “It rusts.”\n> — A walker',
    'It was – she said\n– an old bridge\n(1) of three',
    'A :) or a::b, {x}, $5 and $6, a = b, Yahoo!!!',
    'https://town.example/_a_*b*c and <https://town.example/*>',
    '`* _ ]( ~~`',
  ])('is none of %j', (markdown) => {
    expect(problemsOf(markdown)).toEqual([]);
  });
});

describe('what would be lost or become something else', () => {
  it.each([
    ['list-start', '2025. 9. 4. 정부는 다리를 발표했다.[^town]', '\\.'],
    ['list-start', '9. 4. 정부는 발표했다.', '\\.'],
    ['list-start', '1986. A great year.\n\n1987. Another.', '\\.'],
    ['list-start', 'x\n\n15) 정부는', '\\)'],
    ['code-indented', 'It was.[^a]\n\n     It was closed.[^sca]', '```'],
    ['code-indented', '\tIt was **closed**.', 'spaces'],
    ['code-indented', '```\ncode\n\n## Next\n\nIt was.[^a]', 'never closed'],
    ['code-indented', '~~~~\ncode\n~~~', '~~~~'],
    ['text-lost', '[속보]: 다리\n\nIt was.', 'backslash'],
    ['text-lost', '| a |\n| - |\n| b | c |', '2 cells'],
    ['raw-html', '<!-- TODO -->', 'frontmatter'],
    ['link-address', '[x](https://town.example/no\u00a0tice)', 'U+00A0'],
    ['link-address', '[x](https://town.example/notice\u200b)', 'U+200B'],
    ['link-address', 'https://town.example/no\u00adtice', 'U+00AD'],
  ])('%s: %j', (kind, markdown, advice) => {
    const problems = problemsOf(markdown);
    expect(problems.map((problem) => problem.kind)).toEqual([kind]);
    expect(problems[0]?.message).toContain(advice);
  });

  it.each([
    '1. one\n2. two',
    '3. three\n4. four',
    '1. one\n\n> said\n\n2. two',
    '0. nought',
    '- a\n  1. b',
    '```\ncode\n```',
    '- ~~~\n  code\n  ~~~',
    '> ````\n> ```\n> ````',
    '[a]\n\n[a]: https://x.example',
  ])('is not %j', (markdown) => {
    expect(problemsOf(markdown)).toEqual([]);
  });
});

const BLOCKS: readonly string[] = ['root', 'blockquote', 'list', 'listItem', 'table', 'tableRow'];

/** The words that a page prints, each line of a block apart; code is shown as it was written. */
function printed(node: Nodes): string {
  if (node.type === 'inlineCode' || node.type === 'code') return 'x';
  if (node.type === 'link' && /^(?:https?:|www)/.test(node.children[0]?.type === 'text' ? node.children[0].value : ''))
    return 'x';
  if (node.type === 'tableCell') return `x${node.children.map(printed).join('')}x`;
  if ('value' in node) return node.value;
  if (node.type === 'break') return '\n';
  if (!('children' in node)) return '';
  return node.children.map(printed).join(BLOCKS.includes(node.type) ? '\n' : '');
}

const MARK = /[*`\\]|~~|__|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\]\(|^[ \t]*(?:#{2,}|#\s|>|[-+•]\s|\|)/mu;

it('what is printed holds no mark that the editor did not escape', () => {
  const parts = ['*', '**', '***', '_', '__', '~~', '`', '[', '](', '](https://x.example)', ')', '# ', '##', '- ', '-\u00a0', '• ', '> ', '1. ', '| ', '[!NOTE]', '한', '글', '은', 'a', '1', '“', '”', '.', '。', '(', ' ', '\n', '\n\n', '    ']; // prettier-ignore
  let clean = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 14 }), (chosen) => {
      const markdown = chosen.join('');
      if (problemsOf(markdown).length > 0) return;
      clean++;
      expect(printed(parseMarkdown(markdown)).replace('[!NOTE]', '')).not.toMatch(MARK);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 1_000) },
  );
  expect(clean).toBeGreaterThan(30);
});
