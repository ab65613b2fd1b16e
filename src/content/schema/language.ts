import { z } from 'zod';
import { breaks } from '../rule-book.ts';

/** A language tag (BCP 47) in its canonical form. */
export const language = z.string().refine(isLanguage, {
  ...breaks('language'),
  error: ({ input }) => `"${input}" is no language tag; write one such as en, ko or pt-BR`,
});

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value)[0] === value;
  } catch {
    return false;
  }
}
