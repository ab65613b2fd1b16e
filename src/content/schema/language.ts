import { z } from 'zod';
import { breaks } from '../rule-book.ts';
import { IN_YAML } from './in-yaml.ts';

/** A language tag (BCP 47) in its canonical form. */
export const language = z
  .string()
  .refine(isLanguage, {
    ...breaks('language'),
    error: ({ input }) => `"${input}" is no language tag; write one such as en, ko or pt-BR`,
  })
  .meta(IN_YAML.language);

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value)[0] === value;
  } catch {
    return false;
  }
}
