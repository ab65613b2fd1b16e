import { expect, it } from 'vitest';
import { type Card, cardTree } from '../../../src/graphics/card.ts';
import { type DRAWN_SCRIPTS, drawableText, FAMILIES, piecesFor } from '../../../src/graphics/fonts.ts';

const LETTERS: Record<(typeof DRAWN_SCRIPTS)[number], string> = {
  Latin: 'é',
  Greek: 'ω',
  Cyrillic: 'я',
  Hangul: '가',
  Han: '漢',
  Hiragana: 'あ',
  Katakana: 'ア',
};

it.each(Object.entries(LETTERS))('the fonts hold %s, and it is drawn', (_script, letter) => {
  for (const family of FAMILIES) expect(piecesFor(family, letter)).toHaveLength(1);
  expect(drawableText(`${letter}, “1–2” · €`)).not.toBe('');
});

it.each(['א', 'ا', 'ไ', 'क'])('no font holds %s, and a text with it is left out', (letter) => {
  for (const family of FAMILIES) expect(piecesFor(family, letter)).toEqual([]);
  expect(drawableText(`1 ${letter}`)).toBe('');
  const card: Card = {
    lang: 'he',
    siteName: letter,
    title: letter,
    over: letter,
    under: letter,
    status: letter,
    marks: [],
  };
  expect(JSON.stringify(cardTree(card))).not.toContain(letter);
});
