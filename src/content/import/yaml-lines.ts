import { stringify } from 'yaml';
import { isId } from '../model/scalars.ts';

/** Lines of YAML for an editor to go on with: what is empty is left empty. */

/** A text as comments, a line of it on each. */
export function comment(text: string): string[] {
  return text.split(/\r\n?|\n/).map((line) => `# ${line}`.trimEnd());
}

/**
 * An entry of a list.
 *
 * @param notes comments above it
 * @param opening what stands before its first key; its other keys are indented as far
 */
export function entry(
  notes: readonly string[],
  keys: Readonly<Record<string, string | readonly string[]>>,
  opening = '- ',
): string[] {
  const lines = Object.entries(keys).map(([key, value]) => {
    const text = typeof value === 'string' ? value && scalar(value) : `[${value.join(', ')}]`;
    return `${key}: ${text}`.trimEnd();
  });
  const inset = ' '.repeat(opening.length);
  return [...notes.flatMap(comment), ...lines.map((line, index) => (index === 0 ? opening : inset) + line)];
}

/** A list below its key; nothing where it has no entries. */
export function list(key: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`${key}:`, ...lines.map((line) => `  ${line}`.trimEnd())] : [];
}

/** A text on one line, in quotes where it takes them. */
function scalar(text: string): string {
  return stringify(text, { schema: 'failsafe', lineWidth: 0, blockQuote: false }).trimEnd();
}

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

/** Makes ids from words, each once. */
export class Ids {
  private readonly given = new Set<string>();
  private readonly noun: string;
  private readonly isFree: (id: string) => boolean;

  /**
   * @param noun what the ids are of, for those whose words have no letters for one
   * @param isFree whether an id can be given at all
   */
  constructor(noun: string, isFree: (id: string) => boolean = isId) {
    this.noun = noun;
    this.isFree = isFree;
  }

  /** What words become, whether they are given or not. */
  like(words: string, otherwise = ''): string {
    const slug = slugOf(words) || [this.noun, slugOf(otherwise)].filter(Boolean).join('-');
    return this.isFree(slug) ? slug : `${this.noun}-${slug}`;
  }

  /**
   * The next id.
   *
   * @param otherwise what tells it apart where its words cannot: a date
   */
  next(words: string, otherwise = ''): string {
    const id = this.like(words, otherwise);
    let free = id;
    for (let count = 2; this.given.has(free); count++) free = `${id}-${count}`;
    this.given.add(free);
    return free;
  }
}
