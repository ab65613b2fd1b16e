import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { expect, it } from 'vitest';
import { type Card, cardTexts, cardTree } from '../../../src/graphics/card.ts';
import { piecesFor, rangesOf, stackFor } from '../../../src/graphics/fonts.ts';

/** A name of each language, as its people write it. */
const DRAWN: Record<string, string> = {
  Vietnamese: 'Nguyễn Thị Đặng',
  Hungarian: 'Őrhegyi Győző',
  Czech: 'Jiří Dvořák',
  Polish: 'Łódź, Wałęsa',
  Turkish: 'İstanbul, Ağrı',
  Romanian: 'Șerban Țîru',
  Icelandic: 'Þórður Æsa',
  Latvian: 'Ķekava, Ģirts',
  Croatian: 'Đurđa Žižek',
  Maltese: 'Ħamrun, Żejtun',
  Welsh: 'Tŵr y Felin',
  Azerbaijani: 'Əliyev',
  Hausa: 'Ɗan Ƙasa, ɓera',
  Yoruba: 'Ọláńrewájú Ẹ̀gbá',
  Hawaiian: 'Kaʻahumanu, Hāna',
  German: 'STRAẞE, Größe',
  Greek: 'Ελευθέριος',
  'ancient Greek': 'Ἀριστοτέλης ἀρχή',
  Russian: 'Ёлкин, Щукин',
  Ukrainian: 'Їжак Ґанок',
  Serbian: 'Ђорђе Љубица',
  Kazakh: 'Қазақстан Әлия',
  Korean: '뷁, 홍길동(洪吉童)',
  Japanese: '髙橋 渡邉 あきら ジョン',
  'simplified Chinese': '邓小平 发 龘',
  'traditional Chinese': '臺灣 習近平',
};
const LEFT_OUT: Record<string, string> = {
  Arabic: 'محمد',
  Hebrew: 'דוד',
  Hindi: 'नरेन्द्र',
  Thai: 'สมชาย',
  Georgian: 'თბილისი',
  Armenian: 'Երևան',
  Tamil: 'மதுரை',
  emoji: 'Ship 🚢',
  'a sign that no font has': 'Next ⏩',
};

const card = (title: string): Card => ({
  ...{ lang: 'en', siteName: title, title, over: title, under: title, status: title, marks: [] },
});

it.each(Object.entries(DRAWN))('a name in %s is drawn, each letter by a font that has it', (_language, name) => {
  const written = name.normalize('NFC');
  expect(JSON.stringify(cardTree(card(written)))).toContain(written);
  for (const [family, text] of cardTexts(card(written))) {
    const drawn = new Set(piecesFor(family, text).flatMap((piece) => drawnBy(piece)));
    expect([...text].filter((character) => !drawn.has(character.codePointAt(0) as number))).toEqual([]);
  }
});

it.each(Object.entries(LEFT_OUT))('a picture does without words in %s', (_language, name) => {
  expect(JSON.stringify(cardTree(card(name)))).not.toContain(name);
});

it('a word is set from one font, even where another font has most of its letters', () => {
  for (const name of ['Dvořák', 'Őrhegyi', 'Қазақстан']) expect(stackFor('serif', name), name).toHaveLength(1);
});

const known = new Map<string, readonly number[]>();

/** What a piece is handed over for, as far as its font has it. */
function drawnBy(piece: ReturnType<typeof piecesFor>[number]): readonly number[] {
  const before = known.get(piece.file);
  if (before) return before;
  const font = create(readFileSync(piece.file));
  const ranges = rangesOf(piece);
  const drawn = ('characterSet' in font ? font.characterSet : []).filter((point) =>
    ranges.some(([first, last]) => first <= point && point <= last),
  );
  known.set(piece.file, drawn);
  return drawn;
}
