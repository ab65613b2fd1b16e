/**
 * The scripts that the fonts of the pictures hold, with the signs that all scripts share. For another one
 * its Noto Serif and Noto Sans belong into `fonts.ts`.
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
