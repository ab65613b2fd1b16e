import { describe, expect, it } from 'vitest';
import { keptTogether } from '../../../src/text/line-ends.ts';
import { ko } from '../../../src/i18n/locales/ko.ts';
import { htmlOf, renderProse } from './render-prose.ts';

/** With `~` for a no-break space and `+` for a word joiner. */
function shown(text: string): string {
  return keptTogether(text, 'ko-KR').replaceAll('\u00A0', '~').replaceAll('\u2060', '+');
}

describe('what no line’s end may tear', () => {
  it.each([
    ['다리(교량)를 건넜다', '다리+(교량)+를 건넜다'],
    ['‘다리’가', '‘다리’+가'],
    ['이 장관은 이 다리를', '이~장관은 이 다리를'],
    ['다리 장관', '다리 장관'],
    ['2026년 3월 4일 오후 2시 24분', '2026년 3월~4일 오후 2시~24분'],
    ['43억 달러', '43억~달러'],
    ['H-1B 비자, B-1/B-2, HL-GA, well-known', 'H-+1B 비자, B-+1/B-+2, HL-+GA, well-known'],
  ])('%s', (text, kept) => expect(shown(text)).toBe(kept));

  it('is Korean alone, wherever it is written', () => {
    const joined = ['ko', 'ko-KR', 'kok', 'en'].filter((lang) => keptTogether('43억 달러', lang) !== '43억 달러');
    expect(joined).toEqual(['ko', 'ko-KR']);
  });

  it('is joined in the Korean of a page, and left alone in code and in other languages', () => {
    const text = renderProse('다리(교량)를 `H-1B`').prose.text;
    expect(htmlOf(text, ko)).toBe('<p>다리\u2060(교량)\u2060를 <code>H-1B</code></p>');
    expect(htmlOf(text)).toBe('<p>다리(교량)를 <code>H-1B</code></p>');
  });
});
