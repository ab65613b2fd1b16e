import type { Words } from './words.ts';

/** The name of a language in the words of another: `Korean` for `ko` in English. */
export function languageName(language: string, { locale }: Pick<Words, 'locale'>): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language;
}
