import type { Field, Fields, Text } from './fields.ts';

/** A path into YAML or into what a schema makes of it. */
export type Path = readonly PropertyKey[];

/** What stands at a key of a group, a list or anything else; `undefined` where there is no such thing. */
export function valueOf(value: unknown, key: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<PropertyKey, unknown>)[key];
}

/**
 * The field that holds what stands at a path.
 *
 * @param path into the frontmatter of either edition: entries are named by number or by id
 */
export function fieldAt(fields: Fields, path: Path): Field | undefined {
  const [key, entry, ...rest] = path;
  const field = valueOf(fields, String(key)) as Field | undefined;
  if (!field || entry === undefined || !('fields' in field.holds)) return field;
  const { holds } = field;
  if (holds.kind === 'group') return fieldAt(holds.fields, [entry, ...rest]);
  if (rest.length > 0) return fieldAt(holds.fields, rest);
  // Of an entry of a log a translation may have the note alone.
  return holds.kind === 'log' ? fieldAt(holds.fields, [holds.note]) : field;
}

/** The keys of the entries of a part. */
export function keysOf(fields: Fields, part: string): string[] {
  const holds = fields[part]?.holds;
  return holds && 'fields' in holds ? Object.keys(holds.fields) : [];
}

/** Makes the new text of the old one, and of what the translation has in its place. */
type Write = (text: Text, said: Text | undefined) => Text;

/**
 * Writes every text of an article anew, and leaves its facts as they are.
 *
 * @param fields the list of parts, or the fields of the entry that `data` is
 * @param data valid after the original's schema
 * @param said what the translation has in its place, valid after its schema
 */
export function mapTexts<Data extends object>(fields: Fields, data: Data, write: Write, said?: unknown): Data {
  const result = Object.entries(data).map(([key, value]) => {
    const field = value === undefined ? undefined : fields[key];
    return [key, field ? mapField(field, value, write, valueOf(said, key)) : value];
  });
  // What an edition says of words in another language the original need not have.
  const own = Object.entries(fields).flatMap(([key, { holds }]) => {
    const text = holds.kind === 'words' && holds.translates ? (valueOf(said, key) as Text | undefined) : undefined;
    return text && valueOf(data, key) === undefined ? [[key, write(text, text)]] : [];
  });
  return Object.fromEntries([...result, ...own]) as Data;
}

function mapField({ holds }: Field, value: unknown, write: Write, said: unknown): unknown {
  switch (holds.kind) {
    case 'words':
      return write(value as Text, said as Text | undefined);
    case 'texts':
      return (value as Text[]).map((text, index) => write(text, valueOf(said, index) as Text | undefined));
    case 'group':
      return mapTexts(holds.fields, value as object, write, said);
    case 'list':
    case 'log':
      return (value as { id?: string }[]).map((entry, index) => {
        const same = holds.kind === 'log' ? logEntry(valueOf(said, index), holds.note) : valueOf(said, entry.id ?? '');
        return mapTexts(holds.fields, entry, write, same);
      });
    case 'map': {
      const entries = Object.entries(value as Record<string, object>);
      return Object.fromEntries(
        entries.map(([id, entry]) => [id, mapTexts(holds.fields, entry, write, valueOf(said, id))]),
      );
    }
    default:
      return value;
  }
}

/** What a translation says of an entry of a log as a group of keys, where it is the note alone as well. */
export function logEntry(said: unknown, note: string): unknown {
  return typeof said === 'object' && !Array.isArray(said) ? said : { [note]: said };
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
    const isId = Array.isArray(here) && typeof part === 'string';
    const key = isId ? (here as unknown[]).findIndex((item) => valueOf(item, 'id') === part) : part;
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return found;
    found.push(key);
    here = valueOf(here, key);
  }
  // Of the entry of a log the translation may have the note alone.
  const log = found.length > 1 ? fieldAt(fields, found.slice(0, -1))?.holds : undefined;
  return log?.kind === 'log' ? [...found, log.note] : found;
}
