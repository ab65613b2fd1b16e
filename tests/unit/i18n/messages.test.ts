import { describe, expect, it } from 'vitest';
import { directionOf, languageAttributes } from '../../../src/i18n/language.ts';
import { en } from '../../../src/i18n/locales/en.ts';
import { interfaceLanguages, messagesFor, type Messages } from '../../../src/i18n/messages.ts';
import { gapBetween } from '../../../src/dates/interval.ts';
import { parseEdtf } from '../../../src/dates/edtf.ts';
import { spanInWords } from '../../../src/dates/format.ts';

/** The messages of a language that are texts, by their paths. */
function texts(words: object, path = ''): [path: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object'
      ? texts(value as object, `${path}${key}.`)
      : [[path + key, String(value)] as [string, string]],
  );
}

// `npm run types` proves these: a language lacks no word, and has none that nobody asks for.
const { keep: _keep, ...others } = en;
const { save: _save, ...none } = en.keep;
// @ts-expect-error -- a part is missing
export const withoutPart: Messages = others;
// @ts-expect-error -- a word is missing
export const withoutWord: Messages = { ...en, keep: none };
// @ts-expect-error -- there is no such word
export const withMore: Messages = { ...en, keep: { save: '', sell: '' } };

describe('the words of the interface', () => {
  it.each(interfaceLanguages)('in %s have the places for values that English has, and no empty text', (lang) => {
    const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted();
    const english = new Map(texts(en));
    for (const [path, text] of texts(messagesFor(lang))) {
      expect(text.trim(), path).not.toBe('');
      expect(places(text), path).toEqual(places(english.get(path) ?? ''));
    }
  });

  it('are refused in a language that nobody has written them in', () => {
    expect(() => messagesFor('tlh')).toThrow(/write src\/i18n\/locales\/tlh\.ts and list it in index\.ts/);
    expect(() => messagesFor('toString')).toThrow(RangeError);
  });
});

describe('the direction of a language', () => {
  it.each([
    ['en', 'ltr'],
    ['ko-KR', 'ltr'],
    ['he', 'rtl'],
    ['ar-EG', 'rtl'],
    ['fa', 'rtl'],
    ['az', 'ltr'],
    ['az-Arab', 'rtl'],
  ])('%s is %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });

  it('is said where it is not that of the text around', () => {
    expect(languageAttributes('ko')).toEqual({ lang: 'ko' });
    expect(languageAttributes('he')).toEqual({ lang: 'he', dir: 'rtl' });
    expect(languageAttributes('he', 'fa')).toEqual({ lang: 'he' });
    expect(languageAttributes('en', 'fa')).toEqual({ lang: 'en', dir: 'ltr' });
  });
});

it('a length of time has the digits that the dates have', () => {
  const gap = gapBetween(parseEdtf('2025-09-04'), parseEdtf('2025-09-12'));
  if (!gap) throw new Error('there is a gap');
  expect(spanInWords(gap, { locale: 'fa-IR' })).toMatch(/^\D*8\D*$/);
});
