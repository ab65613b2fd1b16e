/** In which direction a language is written. */
type Direction = 'ltr' | 'rtl';

const known = new Map<string, Direction>();

/** In which direction a language (BCP 47) is written: by its script, as the Unicode CLDR has it. */
export function directionOf(language: string): Direction {
  let direction = known.get(language);
  if (!direction) {
    direction = new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
    known.set(language, direction);
  }
  return direction;
}

/**
 * What an element says of the language of its text: the language, and the direction where it is not that
 * of the text around it. Nothing where the language is not known.
 *
 * @param around the language around it (BCP 47); a document has English direction around it
 */
export function languageAttributes(language: string | undefined, around = 'en'): { lang?: string; dir?: Direction } {
  if (language === undefined) return {};
  const dir = directionOf(language);
  return { lang: language, ...(dir !== directionOf(around) && { dir }) };
}

const RIGHT_TO_LEFT = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}]/u;

/** Whether some words are written in the other direction than a language (BCP 47). */
export function runsAgainst(words: string, language: string): boolean {
  return RIGHT_TO_LEFT.test(words) === (directionOf(language) === 'ltr');
}

/** Whether readers of one language read the other: `en` and `en-GB`. */
export function isSameLanguage(one: string, other: string): boolean {
  return new Intl.Locale(one).language === new Intl.Locale(other).language;
}

/** Whether a language (BCP 47) is Korean, wherever it is written: `ko` and `ko-KR`, and not `kok`. */
export function isKorean(language: string): boolean {
  return /^ko(?:-|$)/i.test(language);
}

/** The name of a language in the words of a locale: `Korean` for `ko` in English. */
export function languageName(language: string, { locale }: { locale: string }): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
}
