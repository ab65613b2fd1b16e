import type { z } from 'zod';
import type { Report } from '../diagnostic.ts';
import type { RuleName } from '../rule-book.ts';
import { diagnosticAt } from './source-file.ts';
import { nearest } from '../suggest.ts';
import { formatPath, type Path, type PlacedYaml, UNREAD } from './yaml.ts';

/**
 * Validates a YAML value and reports everything that the schema refuses, each where it stands and once:
 * a misspelt key is not also reported as missing.
 *
 * @param counterpart where another file has the same, for one that follows another
 * @returns what the schema makes of the value, or `undefined` when it refuses any of it
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  yaml: PlacedYaml,
  report: Report,
  counterpart: Counterpart = () => undefined,
): z.output<Schema> | undefined {
  const result = schema.safeParse(yaml.value);
  if (result.success) return result.data;
  const found = result.error.issues.flatMap((issue) => describe(issue, schema, yaml, counterpart));
  const meant = new Set(found.flatMap(({ meant }) => meant ?? []));
  for (const { path, offset, message, rule } of found) {
    if (rule === 'key-missing' && meant.has(formatPath(path))) continue;
    const there = rule === 'value-empty' ? counterpart(path) : undefined;
    const whole = there?.same ? `${message}; the original edition has it at ${there.place}` : message;
    report(diagnosticAt(yaml.file, offset, withPath(path, whole), rule));
  }
  return undefined;
}

/** Where the original of a translation has what stands at a path, or the part around it. */
export type Counterpart = (path: Path) => { readonly place: string; readonly same: boolean } | undefined;

/** Puts a path before a message: `title is missing`, `title: "x" is not …`. */
export function withPath(path: Path, message: string): string {
  if (path.length === 0) return message;
  return `${formatPath(path)}${/^(?:is|has|cites|shows|must) /.test(message) ? '' : ':'} ${message}`;
}

interface Described {
  path: Path;
  offset: number;
  message: string;
  rule: RuleName;
  /** The path of the key that a misspelt one stands for. */
  meant?: string;
}

type Issue = z.core.$ZodIssue;

function describe(issue: Issue, schema: z.ZodType, yaml: PlacedYaml, counterpart: Counterpart): Described[] {
  const { path } = issue;
  const value = valueAt(yaml.value, path);
  // What could not be read was reported when it was.
  if (value === UNREAD) return [];
  const at = (message: string, rule: RuleName): Described[] => [{ path, offset: yaml.placeOf(path), message, rule }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, schemaAt(schema, path), yaml, counterpart));
    case 'invalid_key':
      return [
        {
          path,
          offset: yaml.keyPlaceOf(path),
          ...(ownIssue(issue.issues[0]) ?? { message: 'cannot be a key', rule: 'id-form' }),
        },
      ];
    case 'invalid_value':
      if (value === undefined) return at('is missing', 'key-missing');
      return at(wrongWord(value, issue.values.map(String)), 'set-word');
    case 'invalid_type':
      if (value === undefined) return at('is missing', 'key-missing');
      if (value === '' && yaml.placeOf(path) !== yaml.placeOf([]))
        return at(`is empty; ${WANTED[issue.expected] ?? 'write a value'}`, 'value-empty');
      return at(`must be ${KINDS[issue.expected] ?? issue.expected}`, 'value-kind');
    case 'invalid_union':
      if (value === undefined) return at('is missing', 'key-missing');
      return (
        inLanguages(issue, path, yaml) ?? at('must be a text, or a group with a text for each language', 'value-kind')
      );
    case 'invalid_format':
      return at(issue.message, 'mail-address');
    case 'too_small':
    case 'too_big':
      return at(
        issue.message.startsWith('Too ') ? 'must be a list of two numbers, as in [32.154, -81.456]' : issue.message,
        'list-length',
      );
    default:
      return at(issue.message, ownIssue(issue)?.rule ?? 'value-kind');
  }
}

const KINDS: Record<string, string> = {
  string: 'a text; write it on one line behind the key, without "- " and without keys of its own',
  array: 'a list; write each item on a line of its own that starts with "- "',
  tuple: 'a list of two numbers, as in [32.154, -81.456]',
  object: 'a group of "key: value" lines',
  record: 'a group of "key: value" lines',
};

const WANTED: Record<string, string> = {
  array: 'write a list, each item on a line of its own that starts with "- "',
  tuple: 'write two numbers, as in [32.154, -81.456]',
  object: 'write "key: value" lines below it',
  record: 'write "key: value" lines below it',
};

function unknownKey(
  key: string,
  path: Path,
  schema: z.ZodType | undefined,
  yaml: PlacedYaml,
  counterpart: Counterpart,
): Described {
  const known = keysOf(schema);
  const near = nearest(key, known);
  const where = path.length ? `${formatPath(path)} has ` : '';
  const hint = near === undefined ? knownKeys(known, counterpart([...path, key])) : `; did you mean "${near}"?`;
  return {
    path: [],
    offset: yaml.keyPlaceOf([...path, key]),
    message: `${where}an unknown key "${key}"${hint}`,
    rule: 'key-unknown',
    ...(near !== undefined && { meant: formatPath([...path, near]) }),
  };
}

function knownKeys(known: readonly string[], there: ReturnType<Counterpart>): string {
  if (there?.same) return `; take it out: this fact stands in the original edition, at ${there.place}`;
  const facts = there ? `, and facts stand in the original edition, at ${there.place}` : '';
  return `; the keys here are ${known.join(', ')}${facts}`;
}

function wrongWord(value: unknown, words: readonly string[]): string {
  if (typeof value !== 'string') return `must be one of ${words.join(', ')}`;
  const near = nearest(value, words);
  const choice = words.length === 1 ? `can only be ${words[0]}` : `is none of ${words.join(', ')}`;
  return `"${value}" ${choice}${near === undefined ? '' : `; did you mean "${near}"?`}`;
}

// Of a union's two sides, the group of languages is meant when a group was written.
function inLanguages(issue: Issue & { code: 'invalid_union' }, path: Path, yaml: PlacedYaml): Described[] | undefined {
  const value = valueAt(yaml.value, path);
  const side = issue.errors[typeof value === 'string' ? 0 : 1];
  if (typeof value !== 'string' && (typeof value !== 'object' || Array.isArray(value))) return undefined;
  return side?.map((inner) => {
    const whole = [...path, ...inner.path];
    const said = inner.code === 'invalid_key' ? ownIssue(inner.issues[0]) : ownIssue(inner);
    const offset = inner.code === 'invalid_key' ? yaml.keyPlaceOf(whole) : yaml.placeOf(whole);
    return { path: whole, offset, ...(said ?? { message: `must be ${KINDS['string']}`, rule: 'value-kind' as const }) };
  });
}

function ownIssue(issue: Issue | undefined): { message: string; rule: RuleName } | undefined {
  if (issue?.code !== 'custom') return undefined;
  return { message: issue.message, rule: (issue.params?.['rule'] ?? 'value-kind') as RuleName };
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((current, part) => {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, part)) return undefined;
    return (current as Record<PropertyKey, unknown>)[part];
  }, value);
}

interface Definition {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  shape?: Record<string, z.ZodType>;
}

function schemaAt(schema: z.ZodType | undefined, path: Path): z.ZodType | undefined {
  if (!schema) return undefined;
  const definition = schema.def as unknown as Definition;
  const inner = definition.innerType ?? definition.in;
  if (inner) return schemaAt(inner, path);
  const [part, ...rest] = path;
  if (part === undefined) return schema;
  return schemaAt(definition.element ?? definition.valueType ?? definition.shape?.[String(part)], rest);
}

/** The keys that a schema of a group knows. */
function keysOf(schema: z.ZodType | undefined): string[] {
  return Object.keys((schema?.def as unknown as Definition | undefined)?.shape ?? {});
}
