import { fieldAt } from '../model/walk.ts';
import type { Fields } from '../model/fields.ts';
import type { Path, PlacedYaml } from '../read/yaml.ts';

/**
 * The path at which an original has what a translation says at its own: the entries of its lists go by id
 * in a translation.
 *
 * @param path a path into a translation's frontmatter
 * @returns the path in the original, as far as that has it: shorter where a part is not there
 */
export function originalPath(fields: Fields, path: Path, { value }: PlacedYaml): Path {
  const found: PropertyKey[] = [];
  let here: unknown = value;
  for (const part of path) {
    const key = Array.isArray(here) && typeof part === 'string' ? here.findIndex((item) => idOf(item) === part) : part;
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return found;
    found.push(key);
    here = (here as Record<PropertyKey, unknown>)[key];
  }
  // Of the entry of a log the translation has the note alone.
  const log = found.length > 1 ? fieldAt(fields, found.slice(0, -1))?.holds : undefined;
  return log?.kind === 'log' ? [...found, log.note] : found;
}

/** Whether an original has all of a translation's path. */
export function hasPath(fields: Fields, path: Path, original: PlacedYaml): boolean {
  return originalPath(fields, path, original).length >= path.length;
}

function idOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
}
