import type { Field, Fields, Text } from './fields.ts';

/** A path into YAML or into what a schema makes of it. */
type Path = readonly PropertyKey[];

/**
 * The field that holds what stands at a path.
 *
 * @param path into the frontmatter of either edition: entries are named by number or by id
 */
export function fieldAt(fields: Fields, path: Path): Field | undefined {
  const [key, entry, ...rest] = path;
  const field = fieldOf(fields, String(key));
  if (!field || entry === undefined) return field;
  const { holds } = field;
  switch (holds.kind) {
    case 'group':
      return fieldAt(holds.fields, [entry, ...rest]);
    case 'list':
    case 'map':
      return rest.length === 0 ? field : fieldAt(holds.fields, rest);
    case 'log':
      // Of an entry a translation has the note alone.
      return fieldAt(holds.fields, rest.length === 0 ? [holds.note] : rest);
    default:
      return field;
  }
}

/** The fields of the entries of a part; none where it has no entries. */
export function fieldsOf(fields: Fields, key: string): Fields {
  const holds = fieldOf(fields, key)?.holds;
  return holds && 'fields' in holds ? holds.fields : {};
}

/**
 * Writes every text of an article anew, and leaves its facts as they are.
 *
 * @param fields the list of parts, or the fields of the entry that `data` is
 * @param data valid after the original's schema
 * @param write makes the new text of the old one, and of the translation's where that has it
 * @param said what the translation has in its place, valid after its schema
 */
export function mapTexts<Data extends object>(
  fields: Fields,
  data: Data,
  write: (text: Text, said: Text | undefined) => Text,
  said?: object,
): Data {
  const result = { ...data } as Record<string, unknown>;
  for (const [key, field] of Object.entries(fields))
    if (result[key] !== undefined) result[key] = mapField(field, result[key], write, valueOf(said, key));
  return result as Data;
}

function mapField(
  { holds }: Field,
  value: unknown,
  write: (text: Text, said: Text | undefined) => Text,
  said: unknown,
): unknown {
  switch (holds.kind) {
    case 'words':
      return write(value as Text, said as Text | undefined);
    case 'texts':
      return (value as Text[]).map((text, index) => write(text, valueOf(said, index) as Text | undefined));
    case 'group':
      return mapTexts(holds.fields, value as object, write, said as object | undefined);
    case 'list':
      return (value as { id?: string }[]).map((entry) =>
        mapTexts(holds.fields, entry, write, valueOf(said, entry.id ?? '') as object | undefined),
      );
    case 'map':
      return Object.fromEntries(
        Object.entries(value as Record<string, object>).map(([id, entry]) => [
          id,
          mapTexts(holds.fields, entry, write, valueOf(said, id) as object | undefined),
        ]),
      );
    case 'log':
      return (value as object[]).map((entry, index) =>
        mapTexts(holds.fields, entry, write, { [holds.note]: valueOf(said, index) }),
      );
    default:
      return value;
  }
}

function fieldOf(fields: Fields, key: string): Field | undefined {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function valueOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}

/**
 * The path at which an original has what a translation says at its own: the entries of its lists go by id
 * in a translation.
 *
 * @param path a path into a translation's frontmatter
 * @param original the original's frontmatter
 * @returns the path in the original, as far as that has it: shorter where a part is not there
 */
export function originalPath(fields: Fields, path: Path, original: unknown): Path {
  const found: PropertyKey[] = [];
  let here = original;
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
export function hasPath(fields: Fields, path: Path, original: unknown): boolean {
  return originalPath(fields, path, original).length >= path.length;
}

function idOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
}
