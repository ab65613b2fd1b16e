import type { en } from './locales/en.ts';
import * as locales from './locales/index.ts';

/**
 * Every message of the interface in one language, as English has them: one that is missing, or one more, does not
 * compile. `{…}` marks where a value goes.
 */
export type Messages = typeof en;

const messages: Readonly<Record<string, Messages>> = { ...locales };

/** The tags (BCP 47) of the languages that the interface speaks. */
export const interfaceLanguages: readonly string[] = Object.keys(messages);

/**
 * The messages of a language.
 *
 * @param lang a language tag (BCP 47) of `content/site.yaml`
 * @throws {RangeError} when nobody has written them
 */
export function messagesFor(lang: string): Messages {
  const found = Object.hasOwn(messages, lang) ? messages[lang] : undefined;
  if (found) return found;
  throw new RangeError(
    `no messages for "${lang}"; write src/i18n/locales/${lang}.ts and list it in index.ts beside it`,
  );
}

/** A number as a language writes it: `20,124`. */
export function numberInWords(value: number, { locale }: Pick<Messages, 'locale'>): string {
  return new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).format(value);
}

/** Puts values in the `{…}` places of a message. */
export function fill(message: string, values: Readonly<Record<string, string>>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Several things in a row: `one, two and three`. */
export function listInWords(things: readonly string[], { locale }: Pick<Messages, 'locale'>): string {
  return new Intl.ListFormat(locale).format(things);
}
