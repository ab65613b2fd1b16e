import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLSeq,
} from 'yaml';
import { hiddenIn } from '../../text/hidden.ts';
import type { Report } from '../diagnostic.ts';
import type { RuleName } from '../rule-book.ts';
import { diagnosticAt, type SourceFile, unfitCharacter } from './source-file.ts';
import { slipOf } from './yaml-errors.ts';

/** A path into a YAML value, as Zod reports it. */
export type Path = readonly PropertyKey[];

/** A YAML value whose scalars are all text, and where each of its parts stands. */
export interface PlacedYaml {
  readonly file: SourceFile;
  /** Objects, arrays and strings; `undefined` when the text could not be read. */
  readonly value: unknown;
  /** Offset of the value at a path, or of the nearest part above it that exists. */
  placeOf(path: Path): number;
  /** Offset of the key at a path, or of the value where it is a list item. */
  keyPlaceOf(path: Path): number;
}

const DEEPEST = 40;
/** The longest path at which a schema wants a text. */
const SHALLOW = 3;
const MOST_ITEMS = 2_000;
const LONGEST = 150_000;

/**
 * Reads YAML and keeps every scalar as the text that was written: `2025-02-30` stays a mistake to
 * report, and an offset is not lost. Anchors, aliases, tags and comments that cut a text short are
 * refused, since they change a text without a trace in it.
 *
 * @param file the file that holds the YAML
 * @param start where the YAML starts in the file's text
 * @param end where it ends
 * @param report takes each problem; after one the value may be partial
 */
export function readYaml(file: SourceFile, start: number, end: number, report: Report): PlacedYaml {
  const source = file.text.slice(start, end);
  const values = new Map<string, number>();
  const keys = new Map<string, number>();
  const problem = (offset: number, message: string, rule: RuleName): void =>
    report(diagnosticAt(file, start + offset, message, rule));

  let tooDeep = false;

  const document = source.length > LONGEST ? undefined : parse(source);
  if (source.length > LONGEST)
    problem(0, `there are ${source.length} characters of YAML here; at most ${LONGEST} are read`, 'file-size');
  else if (!document) problem(0, `lists or groups are nested more than ${DEEPEST} levels deep here`, 'yaml-depth');
  // One slip gives the parser up to ten errors; the first in the text is where the editor has to look.
  const syntaxError = document?.errors.toSorted((a, b) => a.pos[0] - b.pos[0])[0];
  if (document && syntaxError) {
    const slip = slipOf(source, syntaxError, lastScalarStart(document.contents));
    problem(slip.offset, slip.message, slip.rule);
  }
  const value = !document || syntaxError ? undefined : convert(document.contents, [], 0);

  function convert(node: Node | null, path: Path, depth: number): unknown {
    const offset = node?.range?.[0] ?? 0;
    values.set(keyOf(path), start + offset);
    if (depth > DEEPEST) {
      problem(offset, `this is nested more than ${DEEPEST} levels deep`, 'yaml-depth');
      tooDeep = true;
      return UNREAD;
    }
    if (isAlias(node)) {
      problem(
        offset,
        `"*${node.source}" is an alias; write the text out where it is needed, in quotes if it starts with "*"`,
        'yaml-sharing',
      );
      return UNREAD;
    }
    if (node?.tag)
      problem(
        tokenStart(offset, '!'),
        `"${node.tag}" is a tag; leave it out, every value is read as text`,
        'yaml-sharing',
      );
    if (node && 'anchor' in node && node.anchor)
      problem(tokenStart(offset, '&'), `"&${node.anchor}" is an anchor; leave it out`, 'yaml-sharing');
    if (isMap(node) || isSeq(node)) {
      const converted = isMap(node) ? convertMap(few(node.items, offset), path, depth) : convertList(node, path, depth);
      if (!tooDeep) return converted;
      // What holds it can only have the wrong kind, and the editor knows by now.
      if (path.length <= SHALLOW) tooDeep = false;
      return UNREAD;
    }
    return isScalar(node) ? convertScalar(node) : '';
  }

  function convertList(list: YAMLSeq, path: Path, depth: number): unknown[] {
    const items = few(list.items, list.range?.[0] ?? 0);
    return items.map((item, index) => convert(item as Node | null, [...path, index], depth + 1));
  }

  function convertMap(pairs: readonly { key: unknown; value: unknown }[], path: Path, depth: number): unknown {
    const result: Record<string, unknown> = {};
    for (const { key, value } of pairs) {
      const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
      if (!isScalar(key) || typeof key.value !== 'string' || key.value === '') {
        problem(offset, 'a key must be plain text; write "key: value"', 'yaml-syntax');
        continue;
      }
      const child = [...path, key.value];
      if (Object.hasOwn(result, key.value)) {
        problem(offset, `"${key.value}" is given twice; keep one`, 'yaml-duplicate');
        continue;
      }
      keys.set(keyOf(child), start + offset);
      const converted = convert(value as Node | null, child, depth + 1);
      // A key without a value is mended at the key.
      if (isEmpty(value)) values.set(keyOf(child), start + offset);
      // Plain assignment to "__proto__" would be lost, and the key reported as missing.
      Object.defineProperty(result, key.value, {
        value: converted,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    return result;
  }

  function convertScalar(node: Scalar): string | typeof UNREAD {
    const [from, to] = node.range as [number, number, number];
    const text = typeof node.value === 'string' ? node.value : '';
    const unfit = unfitCharacter(text);
    // What stands in the file as it is was reported when the file was read.
    if (unfit && hiddenIn(source.slice(from, to)).length === 0) problem(from, unfit.message, unfit.rule);
    const cutShort = node.type === 'PLAIN' && to > from && /^[ \t]+#/.test(source.slice(to, to + 200));
    if (cutShort)
      problem(
        from,
        'this text is cut short at " #"; put the whole text in quotes, or the comment on a line of its own',
        'yaml-comment',
      );
    return unfit || cutShort ? UNREAD : text;
  }

  function few<Item>(items: readonly Item[], offset: number): readonly Item[] {
    if (items.length <= MOST_ITEMS) return items;
    problem(offset, `this holds ${items.length} items; at most ${MOST_ITEMS} are read`, 'yaml-depth');
    return items.slice(0, MOST_ITEMS);
  }

  // An anchor or a tag stands before the value that it belongs to.
  function tokenStart(offset: number, sign: string): number {
    let at = source.lastIndexOf(sign, offset);
    while (source[at - 1] === sign) at--;
    return at === -1 ? offset : at;
  }

  const placeOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length--) {
      const place = values.get(keyOf(path.slice(0, length)));
      if (place !== undefined) return place;
    }
    return start;
  };
  return { file, value, placeOf, keyPlaceOf: (path) => keys.get(keyOf(path)) ?? placeOf(path) };
}

/** Stands for a value that was reported already, so that no schema complains of it again. */
export const UNREAD = Symbol('unread');

/** Writes a path as the diagnostics print it: `timeline[3].date`. */
export function formatPath(path: Path): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index ? '.' : ''}${String(part)}`))
    .join('');
}

function parse(source: string): Document.Parsed | undefined {
  try {
    return parseDocument(source, {
      schema: 'failsafe',
      prettyErrors: false,
      // The parser's own check is quadratic in the number of keys.
      uniqueKeys: false,
      // With "silent" the parser would drop a second document without a word.
      logLevel: 'error',
    });
  } catch (error) {
    // The parser calls itself for each level and runs out of stack on thousands of them.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.range?.[0] === node.range?.[1]);
}

function lastScalarStart(node: unknown): number | undefined {
  if (isMap(node)) {
    const last = node.items.at(-1);
    return lastScalarStart(last?.value) ?? lastScalarStart(last?.key);
  }
  if (isSeq(node)) return lastScalarStart(node.items.at(-1));
  return isScalar(node) ? node.range?.[0] : undefined;
}
