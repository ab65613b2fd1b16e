import type { Words } from '../i18n/words.ts';
import type { Gap } from './gap.ts';
import type { DatePart } from './words.ts';

/** A length of time in words: `4 days`. The plural is the language's own (CLDR, through `Intl`). */
export function spanInWords({ count, unit }: Gap, { locale }: Pick<Words, 'locale'>): string {
  return new Intl.NumberFormat(locale, { numberingSystem: 'latn', style: 'unit', unit, unitDisplay: 'long' }).format(
    count,
  );
}

/** The pieces of a date in words as one text. */
export function textOf(parts: readonly DatePart[]): string {
  return parts.map(({ text }) => text).join('');
}
