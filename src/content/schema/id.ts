import { z } from 'zod';
import { breaks } from '../rule-book.ts';
import { IN_YAML } from './in-yaml.ts';

const FORM = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** File systems take names of at most 255 bytes. */
const LONGEST = 100;

/** Addresses of an article's folder that are taken: no event can have them. */
const TAKEN = new Set(['embed', 'card', 'timeline']);

/** An id: what other parts of the file, and links, name a thing by. */
export const id = z
  .string()
  .refine(isId, {
    ...breaks('id-form'),
    error: ({ input }) =>
      `"${input}" cannot be an id; use a-z, 0-9 and single hyphens, as in "first-count"${input === 'constructor' ? '; this one word is taken' : ''}`,
  })
  .meta(IN_YAML.id);

/** An event's id: the address of its moment, so it never changes. */
export const eventId = id.refine((value) => !TAKEN.has(value), {
  ...breaks('id-taken'),
  error: ({ input }) => `"${input}" is the address of another page; choose another id`,
});

/** Whether a text can be an id, or a folder's name an article's slug. */
export function isId(value: string): boolean {
  // Every object has a "constructor", so a look-up by that name would always find something.
  return FORM.test(value) && value.length <= LONGEST && value !== 'constructor';
}
