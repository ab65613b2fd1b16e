import fc from 'fast-check';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { describe, expect, it } from 'vitest';
import { readFragment } from '../../../src/text/fragment.ts';
import { parseMarkdown } from '../../../src/text/pipeline.ts';
import { type RichText, mapText, nodesIn, plainText } from '../../../src/text/rich-text.ts';
import { htmlOf, renderProse } from './render-prose.ts';

/** What the ecosystem's own writer makes of the same markdown. */
function elsewhere(tree: Root): string {
  return toHtml(toHast(tree));
}

describe('a text', () => {
  it.each([
    '# A *b*\n\n1. one\n2. two\n   - [x] done\n   - [ ] not yet\n\n> said\n\n---\n\na\\\nb',
    '3. three\n\n```js meta\nif (a < b && "c") {}\n```\n\n    code',
    '[a & b](https://example.org/?a=1&b="2" "x \\"y\\" <z>") ~~gone~~ **`<b>`** www.example.org a@b.example',
  ])('is written as every other program writes it: %j', (markdown) => {
    // Ours can be scrolled by keyboard.
    const written = renderProse(markdown.replace('# ', '')).html.replaceAll('<pre tabindex="0">', '<pre>');
    expect(written).toBe(elsewhere(parseMarkdown(markdown.replace('# ', ''))));
  });

  it('is escaped, whatever it holds', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'<>&"\'`=/ \nab'), maxLength: 30 });
    fc.assert(
      fc.property(signs, signs, (words, address) => {
        const text: RichText = [{ type: 'link', to: address, title: words, children: [words] }];
        const properties = { href: address, title: words };
        const link: Element = { type: 'element', tagName: 'a', properties, children: [{ type: 'text', value: words }] };
        expect(toHtml(readFragment(htmlOf(text)))).toBe(toHtml(link));
      }),
      { numRuns: 200 },
    );
  });
});

describe('a tree', () => {
  const text = renderProse('A *term[^b]*[^a] and [x](https://example.org).').prose.text;

  it('is read in order, and leaves what nobody changes as it is', () => {
    expect(nodesIn(text, 'citation').map(({ source }) => source)).toEqual(['b', 'a']);
    expect(mapText(text, (node) => node)).toBe(text);
    const seen: string[] = [];
    mapText(text, (node) => (seen.push(node.type), node));
    expect(seen).toEqual(['element', 'element', 'citation', 'citation', 'link']);
  });

  it('has words without what the page says of them', () => {
    expect(plainText([{ type: 'untranslated', lang: 'en', block: false, children: text }])).toBe('A term and x.');
  });
});
