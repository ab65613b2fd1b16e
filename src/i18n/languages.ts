import * as spoken from './spoken.ts';
import type { Words } from './words.ts';

/** The languages that the interface speaks. */
const languages: Readonly<Record<string, Words>> = { ...spoken };

/** The tags (BCP 47) of the languages that the interface speaks. */
export const interfaceLanguages: readonly string[] = Object.keys(languages);

/**
 * The interface words of a language.
 *
 * @param lang a language tag (BCP 47) of `content/site.yaml`
 * @throws {RangeError} when nobody has written them
 */
export function wordsFor(lang: string): Words {
  const words = Object.hasOwn(languages, lang) ? languages[lang] : undefined;
  if (!words)
    throw new RangeError(
      `no interface words for "${lang}"; write src/i18n/${lang}.ts and list it in src/i18n/spoken.ts`,
    );
  return words;
}
