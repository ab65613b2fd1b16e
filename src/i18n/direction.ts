/** In which direction a language is written. */
export type Direction = 'ltr' | 'rtl';

/**
 * In which direction a language is written: by its script, as the Unicode CLDR has it.
 *
 * @param language a language tag (BCP 47)
 */
export function directionOf(language: string): Direction {
  let direction = known.get(language);
  if (!direction) {
    direction = new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
    known.set(language, direction);
  }
  return direction;
}

const known = new Map<string, Direction>();

/**
 * What an element says of the language of its text: the language, and the direction where it is not that
 * of the text around it.
 *
 * @param around the language around it (BCP 47); a document has English direction around it
 */
export function languageAttributes(language: string, around = 'en'): { lang: string; dir?: Direction } {
  const dir = directionOf(language);
  return { lang: language, ...(dir !== directionOf(around) && { dir }) };
}
