import { isId } from '../model/scalars.ts';

/** What an id is made of, from words: a-z, 0-9 and hyphens; nothing where they have no such letters. */
export function slugOf(words: string): string {
  const slug = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug.length <= LONGEST ? slug : slug.slice(0, slug.lastIndexOf('-', LONGEST) + 1 || LONGEST).replace(/-$/, '');
}

/** Longer ids make addresses that nobody can read out. */
const LONGEST = 50;

/**
 * Makes ids from words, each once; `otherwise` tells apart what has no words for one, as a date does.
 *
 * @param noun what the ids are of, for those whose words have no letters for one
 * @param isFree whether an id can be given at all
 */
export function idsFor(noun: string, isFree = isId): (words: string, otherwise?: string) => string {
  const given = new Set<string>();
  return (words, otherwise = '') => {
    const slug = slugOf(words) || [noun, slugOf(otherwise)].filter(Boolean).join('-');
    const id = isFree(slug) ? slug : `${noun}-${slug}`;
    let free = id;
    for (let count = 2; given.has(free); count++) free = `${id}-${count}`;
    given.add(free);
    return free;
  };
}
