/** Words a minute of quiet reading in English, and characters a minute in Korean. */
const WORDS_A_MINUTE = 230;
const CHARACTERS_A_MINUTE = 500;

const UNSPACED = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * How long the prose takes to read.
 *
 * @param text the prose without markup
 * @returns whole minutes, at least one; Hangul and other scripts are counted by character
 */
export function readingMinutes(text: string): number {
  const characters = text.match(UNSPACED)?.length ?? 0;
  const words = text.replace(UNSPACED, ' ').match(/\S+/g)?.length ?? 0;
  return Math.max(1, Math.round(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE));
}
