import type { Path, PlacedYaml } from '../yaml.ts';

/**
 * The path at which an original has what a translation says at its own: the items of its lists go by id
 * in a translation.
 *
 * @param path a path into a translation's frontmatter
 * @returns the path in the original, as far as that has it: shorter where a part is not there
 */
export function originalPath(path: Path, { value }: PlacedYaml): Path {
  const found: PropertyKey[] = [];
  let here: unknown = value;
  for (const part of path) {
    const key = Array.isArray(here) && typeof part === 'string' ? here.findIndex((item) => idOf(item) === part) : part;
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return found;
    found.push(key);
    here = (here as Record<PropertyKey, unknown>)[key];
  }
  // Of an update the translation has the note alone.
  return found.length === 2 && found[0] === 'updates' ? [...found, 'note'] : found;
}

/** Whether an original has all of a translation's path. */
export function hasPath(path: Path, original: PlacedYaml): boolean {
  return originalPath(path, original).length >= path.length;
}

function idOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
}
