import { isKorean } from '../i18n/language.ts';

/**
 * Joins what no line's end may tear apart in Korean: a bracket and the word that it belongs to, a surname of one syllable
 * and the title behind it, a number and its unit, a month and its day, a code at its hyphen as in H-1B. Particles are
 * bound to all of these without a space, and `word-break: keep-all` sees only Hangul beside Hangul.
 *
 * @param lang the language of the text (BCP 47); any other stays as it is
 * @returns the text with U+2060 WORD JOINER, which has no width, and U+00A0 NO-BREAK SPACE
 */
export function keptTogether(text: string, lang: string): string {
  if (!isKorean(lang)) return text;
  return text
    .replace(/(?<=[)\]’”」])(?=\p{sc=Hang})|(?<=\p{sc=Hang})(?=\()/gu, '\u2060')
    .replace(/(?<![\p{L}\p{N}])(\p{Lu}{1,2}-)(?=[\p{Lu}\d])/gu, '$1\u2060')
    .replace(/(?<!\p{L})(\p{sc=Hang}) (?=차관|장관|대통령)/gu, '$1\u00A0')
    .replace(/(?<=\d[월시만억조]) (?=\d+[일분]|달러|개|명)/gu, '\u00A0');
}

/** Takes out of Korean what `keptTogether` put in, where no line is known to end. */
export function setApart(text: string, lang: string): string {
  return isKorean(lang) ? text.replaceAll('\u2060', '').replaceAll('\u00A0', ' ') : text;
}
