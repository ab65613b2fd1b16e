import { z } from 'zod';
import { breaks } from '../rule-book.ts';

/** An absolute address on the web. */
export const webAddress = z.string().refine(isWebAddress, {
  ...breaks('web-address'),
  error: ({ input }) => `"${input}" is no web address; write it whole, as in https://example.org/page`,
});

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(value) && !/\s/.test(value) && URL.canParse(value);
}
