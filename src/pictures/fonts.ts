import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * The fonts of the pictures: Noto Serif and Noto Sans with Hangul and Hanja (SIL Open Font License),
 * from npm packages, so that every machine draws with the same ones. The packages hold each font in some
 * 120 pieces; a picture takes those that its words need.
 */
const PACKAGES = {
  serif: '@fontsource-variable/noto-serif-kr',
  sans: '@fontsource-variable/noto-sans-kr',
} as const;

/** The packages that the fonts come from. */
export const FONT_PACKAGES: readonly string[] = Object.values(PACKAGES);

/** The names under which the renderer knows them. */
export type Family = keyof typeof PACKAGES;

/** The families in the order in which the renderer gets them, which decides where it looks first. */
export const FAMILIES: readonly Family[] = ['serif', 'sans'];

/** A piece of a font: the file, and the characters that it draws. */
export interface FontPiece {
  readonly family: Family;
  readonly file: string;
  /** Code points, first and last of each range. */
  readonly ranges: readonly (readonly [number, number])[];
}

const require = createRequire(import.meta.url);

/** The pieces of a font that hold the characters of some text. */
export function piecesFor(family: Family, text: string): FontPiece[] {
  let pieces = known.get(family);
  if (!pieces) known.set(family, (pieces = new Pieces(readPieces(family))));
  return pieces.holding(text);
}

const known = new Map<Family, Pieces>();

/** The pieces of a font, and which of them draws a character: thousands of pictures ask for the same few. */
class Pieces {
  private readonly all: readonly FontPiece[];
  private readonly found = new Map<string, FontPiece | undefined>();

  constructor(all: readonly FontPiece[]) {
    this.all = all;
  }

  /** Those that hold the characters of a text, in their own order. */
  holding(text: string): FontPiece[] {
    const needed = new Set<FontPiece | undefined>();
    for (const character of text) needed.add(this.drawing(character));
    return this.all.filter((piece) => needed.has(piece));
  }

  private drawing(character: string): FontPiece | undefined {
    if (this.found.has(character)) return this.found.get(character);
    const point = character.codePointAt(0) as number;
    const piece = this.all.find(({ ranges }) => ranges.some(([first, last]) => first <= point && point <= last));
    this.found.set(character, piece);
    return piece;
  }
}

/**
 * The pieces overlap: Latin letters stand in their own piece and, scattered, in some that hold Hangul. As in
 * CSS, the later piece draws a character that two of them have. Each keeps only what it draws, so that the
 * order in which a renderer gets them changes nothing, and a word is set from one piece, with its kerning.
 */
function readPieces(family: Family): FontPiece[] {
  const name = PACKAGES[family];
  const folder = dirname(require.resolve(`${name}/package.json`));
  const { id } = readJson(`${name}/metadata.json`) as { id: string };
  const taken = new Set<number>();
  return Object.entries(readJson(`${name}/unicode.json`) as Record<string, string>)
    .toReversed()
    .map(([piece, ranges]) => ({
      family,
      file: join(folder, 'files', `${id}-${piece.replace(/[[\]]/g, '')}-wght-normal.woff2`),
      ranges: take(ranges.split(',').map(rangeOf), taken),
    }));
}

/** What is left of ranges without the characters that are taken, which then are. */
function take(ranges: readonly [number, number][], taken: Set<number>): [number, number][] {
  const left: [number, number][] = [];
  for (const [first, last] of ranges)
    for (let point = first; point <= last; point++) {
      if (taken.has(point)) continue;
      taken.add(point);
      const end = left.at(-1);
      if (end?.[1] === point - 1) end[1] = point;
      else left.push([point, point]);
    }
  return left;
}

// As in CSS: U+AC00-AC7F, or U+20 alone.
function rangeOf(written: string): [number, number] {
  const [first = '', last = first] = written.trim().replace('U+', '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(require.resolve(path), 'utf8'));
}
