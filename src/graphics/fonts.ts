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

/**
 * The scripts that they hold, with the signs that all scripts share. For another one its Noto Serif and Noto Sans
 * belong above.
 */
export const DRAWN_SCRIPTS = ['Latin', 'Greek', 'Cyrillic', 'Hangul', 'Han', 'Hiragana', 'Katakana'] as const;

const DRAWN = new RegExp(
  `^[${[...DRAWN_SCRIPTS, 'Common', 'Inherited'].map((script) => `\\p{Script=${script}}`).join('')}]*$`,
  'u',
);

/** A text of a picture; none where the fonts lack its letters, since a picture without words says more than boxes. */
export function drawableText(text: string): string {
  return DRAWN.test(text) ? text : '';
}

/** A piece of a font: the file, and the characters that it draws. */
interface FontPiece {
  readonly file: string;
  /** Code points, first and last of each range. */
  readonly ranges: readonly (readonly [number, number])[];
}

const require = createRequire(import.meta.url);
const fonts = new Map<Family, ReturnType<typeof readFont>>();

/** The pieces of a font that hold the characters of some text, in their own order. */
export function piecesFor(family: Family, text: string): FontPiece[] {
  const { pieces, pieceOf } = fonts.get(family) ?? readFont(family);
  const needed = new Set([...text].map((character) => pieceOf.get(character.codePointAt(0) as number)));
  return pieces.filter((piece) => needed.has(piece));
}

/**
 * The pieces overlap: Latin letters stand in their own piece and, scattered, in some that hold Hangul. As in
 * CSS, the later piece draws a character that two of them have. Each keeps only what it draws, so that the
 * order in which a renderer gets them changes nothing, and a word is set from one piece, with its kerning.
 */
function readFont(family: Family) {
  const name = PACKAGES[family];
  const folder = dirname(require.resolve(`${name}/package.json`));
  const { id } = readJson(`${name}/metadata.json`) as { id: string };
  // The piece that draws a code point.
  const pieceOf = new Map<number, FontPiece>();
  const pieces = Object.entries(readJson(`${name}/unicode.json`) as Record<string, string>)
    .toReversed()
    .map(([part, written]) => {
      const ranges: [number, number][] = [];
      const piece = { file: join(folder, 'files', `${id}-${part.replace(/[[\]]/g, '')}-wght-normal.woff2`), ranges };
      for (const [first, last] of written.split(',').map(rangeOf))
        for (let point = first; point <= last; point++) {
          if (pieceOf.has(point)) continue;
          pieceOf.set(point, piece);
          const end = ranges.at(-1);
          if (end?.[1] === point - 1) end[1] = point;
          else ranges.push([point, point]);
        }
      return piece;
    });
  const font = { pieces, pieceOf };
  fonts.set(family, font);
  return font;
}

// As in CSS: U+AC00-AC7F, or U+20 alone.
function rangeOf(written: string): [number, number] {
  const [first = '', last = first] = written.trim().replace('U+', '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(require.resolve(path), 'utf8'));
}
