import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { remarkCitations } from '../../../src/markdown/citations.ts';
import { parseMarkdown } from '../../../src/markdown/pipeline.ts';

// The parser alone, without the way around it.
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCitations).freeze();

const BLOCKS = [
  'Words, and more words.[^a]',
  '"Words" said (3.5 km).[^a][^b-c] Then: 20% – 한글!',
  '한글 문장이다.[^a] 둘째 문장.',
  'Line one,\nline two.[^a]\nLine three.',
  '## A heading',
  '### Heading, 2',
  '# One',
  '#No heading',
  '## ',
  '## Trailing ##',
  '- item one\n- item two[^a]',
  '- item\n\n  goes on',
  '1. one\n2. two',
  '2. two',
  '1980. It was',
  '  indented',
  '    code, or a part of an item',
  '     code\n      \n    and its end\n      ',
  '> a quotation[^a]\nlazy line',
  '> [!NOTE]\n> A note',
  '> [!NOTE]\n> A note[^a]\n> of two lines.',
  '> [!NOTE]\nlazy',
  '> [!NOTE]\n> - item',
  '> [!NOTE]',
  '| a | b |\n| - | -: |\n| c | d[^a] |',
  '|a|b c|\n|:-:|:---|\n|  | e |\n| f |\n| g | h | i |',
  '| a |\n| - | - |\n| b |',
  '| a |\n| - |\n| *b* |',
  '| a |\n| - |\nb',
  '| a |\n| - |\n| b | ',
  '| a |',
  'a | b\n- | -\nc | d',
  '- a [^a]\n- b.[^a] c',
  '- a\n* b',
  '3) a\n4) b\n1) c',
  '1. a\n- b',
  '- a\n- *b*',
  '-  a',
  '- [ ] a',
  'a\n--',
  'a\n==',
  'Words\n- and an item',
  'Words\n2. no item',
  '---',
  '- - -',
  '* star',
  '+ plus',
  '[a link](https://example.org "title").[^a]',
  '[text] and [^a b] and [^a',
  'a[^a](b)',
  'a!\n[^a]',
  'Stop![^a]',
  '![^a]',
  '[^a] first',
  'www.example.org and a@example.org',
  'see http://example.org.[^a]',
  '*em* **strong** ~~gone~~ `code`',
  'two spaces at the end  \nbreak',
  'one space at the end ',
  'a & b &amp; c',
  'back\\slash',
  '```\nfence\n\n## no heading\n```',
  '~~~\nopen',
  '<!-- comment\n\n## no heading -->',
  '[a]: https://example.org',
  '[a] refers',
  '\ttab',
  '',
  ' ',
];

describe('prose', () => {
  const join = fc.constantFrom('\n\n', '\n', '\n\n\n', '\n  \n');

  it('is parsed as the parser alone does it, to the last position', () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...BLOCKS), join), { maxLength: 7 }), (parts) => {
        const text = parts.flat().join('');
        if (!/```|~~~|<|\]:|\t/.test(text)) plain++;
        expect(parseMarkdown(text)).toEqual(parser.parse(text));
      }),
      { numRuns: 15_000 },
    );
    expect(plain).toBeGreaterThan(300);
  });

  it('is so too when its signs are anywhere', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        ...'ab A1.,:;?()\'"’–—…·/%$€+-=~*_[]<>&!#@|`\\é가\n\n\u00a0',
        '[^a]',
        '\n\n',
        '1. ',
        'www.',
        '- ',
        '## ',
        '\n- ',
        '\n| a |\n| - |\n',
        ' |\n| ',
      ),
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, (markdown) => {
        expect(parseMarkdown(markdown)).toEqual(parser.parse(markdown));
      }),
      { numRuns: 30_000 },
    );
  });
});
