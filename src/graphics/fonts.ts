import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { create } from 'fontkit';

/**
 * The fonts of the pictures: Noto Serif and Noto Sans (SIL Open Font License) from npm packages, so that every machine
 * draws with the same ones. The packages hold each font in pieces; a picture takes those that its words need.
 */
const PACKAGES = {
  serif: { west: 'noto-serif', kr: 'noto-serif-kr', jp: 'noto-serif-jp', sc: 'noto-serif-sc' },
  sans: { west: 'noto-sans', kr: 'noto-sans-kr', jp: 'noto-sans-jp', sc: 'noto-sans-sc' },
} as const;

export type Family = keyof typeof PACKAGES;

export const FAMILIES = Object.keys(PACKAGES) as readonly Family[];

// One text is set from as few fonts as can be: a word of letters from two of them looks like a mistake.
const STACKS = [['kr'], ['west'], ['west', 'kr'], ['west', 'jp'], ['west', 'sc'], ['west', 'kr', 'jp', 'sc']] as const;

/** The packages that the fonts come from. */
export const FONT_PACKAGES: readonly string[] = Object.values(PACKAGES).flatMap(Object.values).map(packageName);

/** Characters that are not drawn by themselves, so that no font needs to have them. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The fonts that a text is set in, the first choice first; `undefined` where none has one of its characters: a picture
 * without words says more than boxes.
 */
export function stackFor(family: Family, text: string): readonly string[] | undefined {
  const points = pointsIn(text);
  return STACKS.map((stack) => stack.map((script) => PACKAGES[family][script])).find((fonts) =>
    points.every((point) => fonts.some((font) => pieceFor(font, point))),
  );
}

/** A piece of a font. */
interface FontPiece {
  readonly font: string;
  readonly file: string;
  /** The code points that its package asks it for. Not every piece has all of them. */
  readonly asked: readonly number[];
  /** Those of them that it has; absent until somebody wants to know. */
  has?: ReadonlySet<number>;
}

/** The pieces of the fonts of a text that hold its characters. */
export function piecesFor(family: Family, text: string): FontPiece[] {
  const points = pointsIn(text);
  const pieces = (stackFor(family, text) ?? []).flatMap((font) => points.map((point) => pieceFor(font, point)));
  return [...new Set(pieces)].filter((piece) => piece !== undefined);
}

/**
 * The code points that a piece draws, as ranges from first to last. The pieces overlap: Latin letters stand in their
 * own piece and, scattered, in some that hold Hangul. Each draws only what no earlier one has, so that the order in
 * which a renderer gets them changes nothing, and a word is set from one piece, with its kerning.
 */
export function rangesOf(piece: FontPiece): [first: number, last: number][] {
  const ranges: [number, number][] = [];
  for (const point of piece.asked) {
    if (pieceFor(piece.font, point) !== piece) continue;
    const end = ranges.at(-1);
    if (end?.[1] === point - 1) end[1] = point;
    else ranges.push([point, point]);
  }
  return ranges;
}

/** The piece of a font that draws a code point. */
function pieceFor(font: string, point: number): FontPiece | undefined {
  const asked = fonts.get(font) ?? readFont(font);
  fonts.set(font, asked);
  return asked.get(point)?.find((piece) => (piece.has ??= new Set(charactersOf(piece))).has(point));
}

function charactersOf({ file }: FontPiece): readonly number[] {
  const font = create(readFileSync(file));
  return 'characterSet' in font ? font.characterSet : [];
}

const require = createRequire(import.meta.url);
/** By font, the pieces that are asked for each code point. */
const fonts = new Map<string, ReadonlyMap<number, readonly FontPiece[]>>();

function readFont(font: string): Map<number, FontPiece[]> {
  const folder = dirname(require.resolve(`${packageName(font)}/package.json`));
  const written = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  const askedFor = new Map<number, FontPiece[]>();
  // As in CSS, the later piece draws a character that two of them have.
  for (const [part, ranges] of Object.entries(written).toReversed()) {
    const file = join(folder, 'files', `${font}-${part.replace(/[[\]]/g, '')}-wght-normal.woff2`);
    const piece = { font, file, asked: ranges.split(',').flatMap(pointsOf) };
    for (const point of piece.asked) {
      const others = askedFor.get(point);
      if (others) others.push(piece);
      else askedFor.set(point, [piece]);
    }
  }
  return askedFor;
}

// As in CSS: U+AC00-AC7F, or U+20 alone.
function pointsOf(range: string): number[] {
  const [first = 0, last = first] = range
    .trim()
    .replace('U+', '')
    .split('-')
    .map((point) => Number.parseInt(point, 16));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function packageName(font: string): string {
  return `@fontsource-variable/${font}`;
}

function pointsIn(text: string): number[] {
  return Array.from(text.replace(UNSEEN, ''), (character) => character.codePointAt(0) as number);
}
