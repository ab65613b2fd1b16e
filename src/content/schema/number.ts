import { z } from 'zod';
import { breaks } from '../rule-book.ts';
import { IN_YAML } from './in-yaml.ts';

/** A count of people or things: a whole number, written without separators. */
export const wholeNumber = z
  .string()
  .refine((value) => /^\d{1,12}$/.test(value), {
    ...breaks('number'),
    error: ({ input }) => `"${input}" is no whole number; write digits only, as in 475`,
  })
  .transform(Number)
  .meta(IN_YAML.wholeNumber);

/** Yes or no. */
export const flag = z
  .string()
  .refine((value) => value === 'true' || value === 'false', {
    ...breaks('set-word'),
    error: ({ input }) => `"${input}" is neither true nor false`,
  })
  .transform((value) => value === 'true')
  .meta(IN_YAML.flag);
