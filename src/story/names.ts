import type { Edition } from '../content/article.ts';
import type { Original } from '../content/model/article.ts';
import type { Person } from '../content/model/article.ts';
import type { Translation } from '../content/model/article.ts';
import { plainText, type RichText } from '../text/rich-text.ts';

/** A text in another language than the page's. */
export interface ForeignText {
  readonly text: RichText;
  /** Its language (BCP 47), where its script tells. */
  readonly lang?: string;
}

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
];

/**
 * The other name of a person: on the original's page the name in its own script, on a translation's the
 * one that the original writes.
 */
export function otherNameOf(
  person: Pick<Person, 'id' | 'name' | 'nativeName'>,
  original: Edition<Original>,
  translation: Edition<Translation> | undefined,
): ForeignText | undefined {
  if (translation) {
    // Without a translation the name is the original's already.
    if (!translation.data.people?.[person.id]) return undefined;
    const text = original.data.people?.find(({ id }) => id === person.id)?.name;
    return !text || plainText(text) === plainText(person.name) ? undefined : { text, lang: original.lang };
  }
  const { nativeName } = person;
  if (nativeName === undefined) return undefined;
  const lang = SCRIPTS.find(([script]) => script.test(nativeName))?.[1];
  return { text: [nativeName], ...(lang !== undefined && { lang }) };
}
