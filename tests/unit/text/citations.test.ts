import type { FootnoteReference, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { citedId, cites } from '../../../src/text/citations.ts';
import { nodesOf } from '../../../src/text/nodes.ts';
import { parseMarkdown } from '../../../src/text/pipeline.ts';
import { citedIn, mapText } from '../../../src/text/rich-text.ts';
import { htmlOf, renderProse } from './render-prose.ts';

function references(tree: Root): FootnoteReference[] {
  return nodesOf(tree, 'footnoteReference');
}

describe('the inside of the GFM footnote extension that the citations lean on', () => {
  it('by itself leaves a label without a definition as text', () => {
    expect(references(unified().use(remarkParse).use(remarkGfm).parse('A fact.[^a]'))).toEqual([]);
  });

  it('takes every label as defined, where it stands', () => {
    const text = 'A fact.[^a] Another.[^nowhere]';
    const found = references(parseMarkdown(text));
    expect(found.map(citedId)).toEqual(['a', 'nowhere']);
    expect(found.map(({ position }) => text.slice(position?.start.offset, position?.end.offset))).toEqual([
      '[^a]',
      '[^nowhere]',
    ]);
  });

  it('keeps nothing from one text to the next', () => {
    parseMarkdown('A fact.[^a]');
    expect(references(parseMarkdown('No fact.'))).toEqual([]);
  });
});

describe('citations in prose', () => {
  it.each([
    ['an id that no source has arrives too', 'Fact.[^nowhere]', ['nowhere']],
    ['one stands behind an exclamation too', 'Stop![^a]', ['a']],
    ['adjacent ones stay apart and in order', 'Fact.[^b][^a][^b]', ['b', 'a', 'b']],
    ['the case of an id is kept', 'Fact.[^KBS-1]', ['KBS-1']],
    ['a Hangul label', '사실이다.[^출처-1]', ['출처-1']],
    ['before a particle', '조지아[^b]에서', ['b']],
    ['in a table', '| a | b |\n| --- | --- |\n| x[^t] | y[^u][^v] |', ['t', 'u', 'v']],
    ['in a list', '- one[^a]\n- two[^b]', ['a', 'b']],
    ['in emphasis and strikethrough', '*one[^a]* ~~two[^b]~~', ['a', 'b']],
    ['before a colon that opens no definition', 'Fact [^c]: more', ['c']],
    ['before brackets', '[^a][x](https://example.org)', ['a']],
    ['after a fence', '```\n[^in]\n```\n\nFact.[^out]', ['out']],
    ['a code span stays text', 'Write `[^id]` there.', []],
    ['a fence stays text', '```\n[^id]\n```', []],
    ['an open fence stays text', '```\n[^id]', []],
    ['an escaped one stays text', 'Write \\[^id] there.', []],
    ['no label at all', 'Fact.[^] [^ a]', []],
  ])('%s', async (_, markdown, ids) => {
    const { prose } = await renderProse(markdown);
    expect(citedIn(prose.text)).toEqual(ids);
  });

  it('leave no footnote section, and no id of their own', async () => {
    const { html, body } = await renderProse('One.[^a]\n\nTwo.[^b]');
    expect(body.querySelectorAll('section, a, [id]')).toHaveLength(0);
    expect(html).not.toContain('user-content');
  });

  it('a code span shows what was written', async () => {
    const { body } = await renderProse('Write `[^id]` there.');
    expect(body.querySelector('code')?.textContent).toBe('[^id]');
  });
});

describe('a citation in a text', () => {
  it('stands at its word, whatever space was typed between', () => {
    const { prose } = renderProse('One [^a], two[^b].\n[^c]');
    const shown = mapText(prose.text, (node) => (node.type === 'citation' ? `(${node.source})` : node));
    expect(htmlOf(shown)).toBe('<p>One(a), two(b).(c)</p>');
  });

  it('is not shown where nobody numbered it', () => {
    expect(renderProse('One [^a], two[^b].').html).toBe('<p>One, two.</p>');
  });

  it('has its id as it was written, whatever it holds', () => {
    expect(citedIn(renderProse('x[^a"b&c<d>e]').prose.text)).toEqual(['a"b&c<d>e']);
  });
});

it.each([
  ['Fact.[^a]', true],
  ['- one\n- *two[^a]*', true],
  ['No `[^a]` here.', false],
])('whether %j cites: %s', (markdown, expected) => {
  expect(cites(parseMarkdown(markdown))).toBe(expected);
});
