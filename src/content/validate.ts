import type { z } from 'zod';
import type { Diagnostic } from './diagnostic.ts';
import { diagnosticAt } from './source-file.ts';
import { didYouMean } from './suggest.ts';
import { formatPath, type Path, type PlacedYaml } from './yaml.ts';

/**
 * Validates a YAML value and reports everything that the schema refuses, each where it stands.
 *
 * @returns what the schema makes of the value, or `undefined` when it refuses any of it
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  yaml: PlacedYaml,
  report: (diagnostic: Diagnostic) => void,
): z.output<Schema> | undefined {
  const result = schema.safeParse(yaml.value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    for (const { path, offset, message } of describe(issue, schema, yaml))
      report(diagnosticAt(yaml.file, offset, withPath(path, message)));
  }
  return undefined;
}

/** Puts a path before a message: `title is missing`, `title: "x" is not …`. */
export function withPath(path: Path, message: string): string {
  if (path.length === 0) return message;
  return `${formatPath(path)}${/^(?:is|has|cites|shows|must) /.test(message) ? '' : ':'} ${message}`;
}

interface Described {
  path: Path;
  offset: number;
  message: string;
}

type Issue = z.core.$ZodIssue;

function describe(issue: Issue, schema: z.ZodType, yaml: PlacedYaml): Described[] {
  const { path } = issue;
  const value = valueAt(yaml.value, path);
  const at = (message: string): Described[] => [{ path, offset: yaml.placeOf(path), message }];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const known = knownKeys(schemaAt(schema, path));
        const where = path.length ? `${formatPath(path)} has ` : '';
        const message = `${where}an unknown key "${key}"${didYouMean(key, known) || `; the keys here are ${known.join(', ')}`}`;
        return { path: [], offset: yaml.keyPlaceOf([...path, key]), message };
      });
    case 'invalid_key':
      return [{ path, offset: yaml.keyPlaceOf(path), message: issue.issues[0]?.message ?? 'this cannot be a key' }];
    case 'invalid_value':
      if (value === undefined) return at('is missing');
      return at(
        `"${String(value)}" is none of ${issue.values.join(', ')}${didYouMean(String(value), issue.values.map(String))}`,
      );
    case 'invalid_type':
      return at(value === undefined ? 'is missing' : (EXPECTED[issue.expected] ?? `must be a ${issue.expected}`));
    case 'invalid_union':
      return at(value === undefined ? 'is missing' : 'must be a text, or a text for each language');
    case 'too_small':
    case 'too_big':
      return at(issue.origin === 'array' && isDefaultMessage(issue) ? 'has the wrong number of items' : issue.message);
    default:
      return at(issue.message);
  }
}

const EXPECTED: Record<string, string> = {
  string: 'must be a text; put it on this line, in quotes if it holds ": " or " #"',
  array: 'must be a list; write each item on a line of its own that starts with "- "',
  tuple: 'must be a list of two numbers, as in [32.154, -81.456]',
  object: 'must be a group of "key: value" lines',
  record: 'must be a group of "key: value" lines',
};

function isDefaultMessage({ message }: Issue): boolean {
  return message.startsWith('Too ');
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

function knownKeys(schema: z.ZodType | undefined): string[] {
  return Object.keys((schema?.def as unknown as Definition | undefined)?.shape ?? {});
}
