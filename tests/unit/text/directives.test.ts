import { describe, expect, it } from 'vitest';
import { nodesIn, splitAtDirectives } from '../../../src/text/rich-text.ts';
import { renderProse } from './render-prose.ts';

const directivesIn = (markdown: string) => nodesIn(renderProse(markdown).prose.text, 'directive');

describe('a directive', () => {
  it.each([
    ['::timeline', { name: 'timeline' }],
    ['::event{#opening}', { name: 'event', id: 'opening' }],
    ['Before.\n::map\nAfter.', { name: 'map' }],
  ])('is what stands alone on its line: %j', (markdown, directive) => {
    expect(directivesIn(markdown)).toEqual([{ type: 'directive', ...directive }]);
  });

  it.each([
    'It began at 9:00 and ended at 17:30.',
    '출처:연합뉴스',
    'a:b and :c and :d[e]{f}',
    ':timeline',
    ':::',
    ':::timeline\n:::',
    'Words before ::timeline',
    '::',
    ':: timeline',
    '`::timeline`',
    '\\::timeline',
  ])('is not in %j, which is shown as it stands', (markdown) => {
    expect(directivesIn(markdown)).toEqual([]);
    expect(renderProse(markdown).body.textContent).toBe(markdown.replace(/^\\|`/g, ''));
  });

  it('parts the prose, and a stretch that is not translated', () => {
    const { text } = renderProse('One.\n\n::map\n\nTwo.').prose;
    const names = (pieces: ReturnType<typeof splitAtDirectives>) =>
      pieces.map((piece) => ('type' in piece ? piece.name : 'prose'));
    expect(names(splitAtDirectives(text))).toEqual(['prose', 'map', 'prose']);
    const marked = [{ type: 'untranslated', lang: 'en', block: true, children: text }] as const;
    expect(names(splitAtDirectives(['x', ...marked, 'y']))).toEqual(['prose', 'map', 'prose']);
  });
});
