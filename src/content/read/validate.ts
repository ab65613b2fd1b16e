import type { z } from 'zod';
import { didYouMean, nearest, type Report } from '../diagnostic.ts';
import type { RuleName } from '../rule-book.ts';
import { type Path, valueOf } from '../model/walk.ts';
import { diagnosticAt } from './read-file.ts';
import { codePoint } from '../../text/hidden.ts';
import { formatPath, type PlacedYaml, UNREAD } from './yaml.ts';
import { itemsWritten } from './yaml-access.ts';

/**
 * Validates a YAML value and reports everything that the schema refuses, each where it stands and once:
 * a misspelt key is not also reported as missing.
 *
 * @param counterpart where another file has the same, for one that follows another
 * @param better what to say instead to somebody who knows more of the file than a schema does
 * @returns what the schema makes of the value, or `undefined` when it refuses any of it
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  yaml: PlacedYaml,
  report: Report,
  counterpart: Counterpart = () => undefined,
  better: (path: Path, rule: RuleName) => string | undefined = () => undefined,
): z.output<Schema> | undefined {
  // What cannot be read as YAML was reported; its schema would only add that everything is missing.
  if (yaml.value === undefined) return undefined;
  const result = schema.safeParse(yaml.value, { error: keysKnown });
  if (result.success) return result.data;
  const found = result.error.issues.flatMap((issue) => describe(issue, yaml, counterpart));
  const meant = new Set(found.flatMap(({ meant }) => meant ?? []));
  for (const { path, offset, message, rule } of found) {
    if (rule === 'key-missing' && meant.has(formatPath(path))) continue;
    const there = rule === 'value-empty' ? counterpart(path) : undefined;
    const said = better(path, rule) ?? message;
    const whole = there?.same ? `${said}; the original edition has it at ${there.place}` : said;
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

/** Of an unknown key, instead of a sentence, the keys that its group has: the schema of that is known here alone. */
function keysKnown({ code, inst }: z.core.$ZodRawIssue): string | undefined {
  return code === 'unrecognized_keys' ? Object.keys((inst as z.ZodObject).shape).join(', ') : undefined;
}

function describe(issue: Issue, yaml: PlacedYaml, counterpart: Counterpart): Described[] {
  const { path } = issue;
  const value = path.reduce(valueOf, yaml.value);
  // What could not be read was reported when it was.
  if (value === UNREAD) return [];
  const at = (message: string, rule: RuleName): Described[] => [{ path, offset: yaml.placeOf(path), message, rule }];
  if (value === undefined) return at('is missing', 'key-missing');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, issue.message, path, yaml, counterpart));
    case 'invalid_key':
      return [{ path, offset: yaml.keyPlaceOf(path), ...ownIssue(issue.issues[0], 'cannot be a key', 'id-form') }];
    case 'invalid_value':
      if (value === '') return at(`is empty; write one of ${issue.values.join(', ')}`, 'value-empty');
      return at(wrongWord(value, issue.values.map(String)), 'set-word');
    case 'invalid_type':
      // Of a file that is a list, its schema says how to begin.
      if (value === '' && path.length === 0 && issue.expected === 'array')
        return [{ path, offset: 0, message: issue.message, rule: 'value-empty' }];
      if (value === '' && yaml.placeOf(path) !== yaml.placeOf([]))
        return at(`is empty; ${WANTED[issue.expected] ?? 'write a value'}`, 'value-empty');
      if (issue.expected === 'array' && typeof value === 'string')
        return at(
          `must be a list; write [${itemsWritten(value).join(', ')}], or each item on a line of its own that starts with "- "`,
          'value-kind',
        );
      return at(`must be ${KINDS[issue.expected] ?? issue.expected}`, 'value-kind');
    case 'invalid_union':
      return inMeantSide(issue, yaml, counterpart) ?? at(issue.message, 'value-kind');
    case 'too_small':
    case 'too_big':
      return at(
        issue.message.startsWith('Too ') ? 'must be a list of two numbers, as in [32.154, -81.456]' : issue.message,
        'list-length',
      );
    default: {
      const { message, rule } = ownIssue(issue, issue.message);
      return value === '' ? at(message.replace(/^""[^;]*/, 'is empty'), 'value-empty') : at(message, rule);
    }
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

function unknownKey(key: string, known: string, path: Path, yaml: PlacedYaml, there: Counterpart): Described {
  const original = there([...path, key]);
  const near = original?.same ? undefined : nearest(key, known.split(', '));
  const where = path.length ? `${formatPath(path)} has ` : '';
  const hidden = /\p{Cf}/u.exec(key)?.[0];
  const hint = hidden
    ? `; an invisible character (${codePoint(hidden)}) stands in it, take it out`
    : near === undefined
      ? knownKeys(known, original)
      : `; did you mean "${near}"?`;
  return {
    path: [],
    offset: yaml.keyPlaceOf([...path, key]),
    message: `${where}an unknown key "${key}"${hint}`,
    rule: 'key-unknown',
    ...(near !== undefined && { meant: formatPath([...path, near]) }),
  };
}

function knownKeys(known: string, there: ReturnType<Counterpart>): string {
  if (there?.same) return `; take it out: this fact stands in the original edition, at ${there.place}`;
  const facts = there ? `, and facts stand in the original edition, at ${there.place}` : '';
  return `; the keys here are ${known}${facts}`;
}

function wrongWord(value: unknown, words: readonly string[]): string {
  if (typeof value !== 'string') return `must be one of ${words.join(', ')}`;
  const choice = words.length === 1 ? `can only be ${words[0]}` : `is none of ${words.join(', ')}`;
  return `"${value}" ${choice}${didYouMean(value, words)}`;
}

// Of a union's sides, the one is meant that takes a value of the kind that was written.
function inMeantSide(
  { errors, path }: Issue & { code: 'invalid_union' },
  ...rest: [PlacedYaml, Counterpart]
): Described[] | undefined {
  const isOtherKind = (inner: Issue): boolean => inner.code === 'invalid_type' && inner.path.length === 0;
  const meant = errors.find((side) => !side.some(isOtherKind));
  return meant?.flatMap((inner) => describe({ ...inner, path: [...path, ...inner.path] }, ...rest));
}

/** What a refinement of ours says, or else what is given. */
function ownIssue(issue: Issue | undefined, message = '', rule: RuleName = 'value-kind') {
  if (issue?.code !== 'custom') return { message, rule };
  return { message: issue.message, rule: (issue.params?.['rule'] ?? 'value-kind') as RuleName };
}
