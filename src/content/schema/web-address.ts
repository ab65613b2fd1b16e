import { z } from 'zod';
import { breaks } from '../rule-book.ts';
import { IN_YAML } from './in-yaml.ts';

/** An absolute address on the web. */
export const webAddress = z
  .string()
  .refine(isWebAddress, {
    ...breaks('web-address'),
    error: ({ input }) => `"${input}" is no web address; write it whole, as in https://example.org/page`,
  })
  .meta(IN_YAML.webAddress);

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(value) && !/\s/.test(value) && URL.canParse(value);
}
