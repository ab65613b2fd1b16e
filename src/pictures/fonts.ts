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
  const points = [...new Set(text)].map((character) => character.codePointAt(0) as number);
  return allPieces(family).filter(({ ranges }) =>
    points.some((point) => ranges.some(([first, last]) => first <= point && point <= last)),
  );
}

const known = new Map<Family, FontPiece[]>();

function allPieces(family: Family): FontPiece[] {
  let pieces = known.get(family);
  if (!pieces) known.set(family, (pieces = readPieces(family)));
  return pieces;
}

function readPieces(family: Family): FontPiece[] {
  const name = PACKAGES[family];
  const folder = dirname(require.resolve(`${name}/package.json`));
  const { id } = readJson(`${name}/metadata.json`) as { id: string };
  return Object.entries(readJson(`${name}/unicode.json`) as Record<string, string>).map(([piece, ranges]) => ({
    family,
    file: join(folder, 'files', `${id}-${piece.replace(/[[\]]/g, '')}-wght-normal.woff2`),
    ranges: ranges.split(',').map(rangeOf),
  }));
}

// As in CSS: U+AC00-AC7F, or U+20 alone.
function rangeOf(written: string): [number, number] {
  const [first = '', last = first] = written.trim().replace('U+', '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(require.resolve(path), 'utf8'));
}
