import { z } from 'zod';

const FORM = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Addresses of an article's folder that are taken: no event can have them. */
const TAKEN = new Set(['embed', 'card', 'timeline']);

/** An id: what other parts of the file, and links, name a thing by. */
export const id = z.string().refine((value) => FORM.test(value), {
  error: ({ input }) => `"${input}" cannot be an id; use a-z, 0-9 and single hyphens, as in "first-count"`,
});

/** An event's id: the address of its moment, so it never changes. */
export const eventId = id.refine((value) => !TAKEN.has(value), {
  error: ({ input }) => `"${input}" is the address of another page; choose another id`,
});

/** Whether a folder's name can be an article's slug. */
export function isSlug(value: string): boolean {
  return FORM.test(value);
}
