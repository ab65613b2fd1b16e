import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
} from 'yaml';
import { hiddenIn } from '../../text/hidden.ts';
import type { Report } from '../diagnostic.ts';
import type { Path } from '../model/walk.ts';
import type { RuleName } from '../rule-book.ts';
import { MOST } from './limits.ts';
import { diagnosticAt, readFile, type SourceFile, unfitCharacter } from './read-file.ts';
import { oddSpaces, slipOf } from './yaml-errors.ts';

/** A YAML value whose scalars are all text, and where each of its parts stands. */
export interface PlacedYaml {
  readonly file: SourceFile;
  /** Objects, arrays and strings; `undefined` when the text could not be read. */
  readonly value: unknown;
  /** Whether all of it could be read: of what could not, nothing can be concluded. */
  readonly isWhole: boolean;
  /** Offset of the value at a path, or of the nearest part above it that exists. */
  placeOf(path: Path): number;
  /** Offset of the key at a path, or of the value where it is a list item. */
  keyPlaceOf(path: Path): number;
}

/** Where a value and its key start, as far as it has one, and where its parts do. */
interface Place {
  value: number;
  readonly key?: number;
  readonly parts: Map<PropertyKey, Place>;
}

/** How many characters of one file are parsed in all, once for each slip; more slips are told in the next round. */
const MOST_PARSED = 500_000;

/**
 * Reads YAML and keeps every scalar as the text that was written: `2025-02-30` stays a mistake to
 * report, and an offset is not lost. Anchors, aliases, tags and comments that cut a text short are
 * refused, since they change a text without a trace in it.
 *
 * @param report takes each problem; after one the value may be partial
 * @param start where the YAML starts in the file's text; `end`, where it ends
 */
export function readYaml(file: SourceFile, report: Report, start = 0, end = file.text.length): PlacedYaml {
  const source = file.text.slice(start, end);
  const most = MOST.yaml;
  const problem = (offset: number, message: string, rule: RuleName): void =>
    report(diagnosticAt(file, start + offset, message, rule));
  const root: Place = { value: start, parts: new Map() };
  let isWhole = true;
  /** What was put in the place of a slip. */
  const filled: (readonly [from: number, to: number])[] = [];
  const unread = (): typeof UNREAD => ((isWhole = false), UNREAD);

  function read(): unknown {
    if (source.length > most.characters) {
      const message = `there are ${source.length} characters of YAML here; at most ${most.characters} are read`;
      return problem(0, message, 'file-size');
    }
    let text: string | undefined = source;
    for (const { offset, message, rule, mended } of oddSpaces(source)) {
      problem(offset, message, rule);
      text = mended && text && text.slice(0, offset) + mended + text.slice(offset + mended.length);
    }
    // One slip gives the parser up to ten errors; the first in the text is where the editor has to look. With something
    // in its place the next one shows.
    for (let left = MOST_PARSED; text !== undefined && left > 0; left -= source.length) {
      const document = parse(text);
      const deep = document && partBelow(document.contents, most.depth);
      // Each level may hold a slip of its own, and costs the parser more than the last.
      if (!document || deep)
        return problem(deep?.range?.[0] ?? 0, `this is nested more than ${most.depth} levels deep`, 'yaml-depth');
      const [syntaxError] = document.errors.toSorted((a, b) => a.pos[0] - b.pos[0]);
      if (!syntaxError) return convert(document.contents, root);
      const slip = slipOf(text, syntaxError, lastScalarStart(document.contents));
      // What was put there does not help: the slip is another one, and was told as well as it can be.
      if (filled.some(([from, to]) => slip.offset >= from && slip.offset < to)) return undefined;
      problem(slip.offset, slip.message, slip.rule);
      if (slip.unread) filled.push(slip.unread);
      text = slip.mended;
    }
    return undefined;
  }

  function convert(node: Node | null, place: Place): unknown {
    const offset = node?.range?.[0] ?? 0;
    // A key without a value is mended at the key.
    place.value = (isEmpty(node) ? place.key : undefined) ?? start + offset;
    if (isAlias(node)) {
      const advice = 'write the text out where it is needed, in quotes if it starts with "*"';
      problem(offset, `"*${node.source}" is an alias; ${advice}`, 'yaml-sharing');
      return unread();
    }
    if (node?.tag) {
      const advice = 'leave it out, every value is read as text';
      problem(tokenStart(offset, '!'), `"${node.tag}" is a tag; ${advice}`, 'yaml-sharing');
    }
    if (node && 'anchor' in node && node.anchor)
      problem(tokenStart(offset, '&'), `"&${node.anchor}" is an anchor; leave it out`, 'yaml-sharing');
    if (!isMap(node) && !isSeq(node)) {
      if (filled.some(([from, to]) => offset >= from && offset <= to)) return unread();
      return isScalar(node) ? convertScalar(node) : '';
    }
    if (node.items.length > most.items)
      problem(offset, `this holds ${node.items.length} items; at most ${most.items} are read`, 'yaml-depth');
    return isMap(node)
      ? convertMap(node.items.slice(0, most.items), place)
      : node.items.slice(0, most.items).map((item, index) => convert(item as Node | null, within(place, index)));
  }

  function convertMap(pairs: readonly { key: unknown; value: unknown }[], place: Place): unknown {
    const entries = new Map<string, unknown>();
    for (const { key, value } of pairs) {
      const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
      if (!isScalar(key) || typeof key.value !== 'string' || key.value === '')
        problem(offset, 'a key must be plain text; write "key: value"', 'yaml-syntax');
      else if (entries.has(key.value)) problem(offset, `"${key.value}" is given twice; keep one`, 'yaml-duplicate');
      else entries.set(key.value, convert(value as Node | null, within(place, key.value, start + offset)));
    }
    // Assigned to an object, "__proto__" would be lost, and the key reported as missing.
    return Object.fromEntries(entries);
  }

  function convertScalar(node: Scalar): string | typeof UNREAD {
    const [from, to] = node.range as [number, number, number];
    const text = typeof node.value === 'string' ? node.value : '';
    const unfit = unfitCharacter(text);
    // What stands in the file as it is was reported when the file was read.
    if (unfit && hiddenIn(source.slice(from, to)).length === 0) problem(from, unfit.message, unfit.rule);
    const cutShort = node.type === 'PLAIN' && to > from && /^[ \t]+#/.test(source.slice(to, to + 200));
    if (cutShort) {
      const advice = 'put the whole text in quotes, or the comment on a line of its own';
      problem(from, `this text is cut short at " #"; ${advice}`, 'yaml-comment');
    }
    return unfit || cutShort ? unread() : text;
  }

  // An anchor or a tag stands before the value that it belongs to.
  function tokenStart(offset: number, sign: string): number {
    let at = source.lastIndexOf(sign, offset);
    while (source[at - 1] === sign) at--;
    return at === -1 ? offset : at;
  }

  const find = (path: Path): Place => {
    let place = root;
    for (const part of path) {
      const next = place.parts.get(part);
      if (!next) return { value: place.value, parts: new Map() };
      place = next;
    }
    return place;
  };
  const value = read();
  return {
    file,
    value,
    isWhole: isWhole && value !== undefined,
    placeOf: (path) => find(path).value,
    keyPlaceOf: (path) => find(path).key ?? find(path).value,
  };
}

/** Reads a file of YAML. */
export function readYamlFile(root: string, path: string, report: Report = () => {}): PlacedYaml | undefined {
  const file = readFile(root, path, report);
  return file && readYaml(file, report);
}

/** Stands for a value that was reported already, so that no schema complains of it again. */
export const UNREAD = Symbol('unread');

/** Writes a path as the diagnostics print it: `timeline[3].date`. */
export function formatPath(path: Path): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index ? '.' : ''}${String(part)}`))
    .join('');
}

function within({ parts }: Place, part: PropertyKey, key?: number): Place {
  const place: Place = { value: 0, parts: new Map(), ...(key !== undefined && { key }) };
  parts.set(part, place);
  return place;
}

/** The parser calls itself for each level; out of stack on thousands of them, it throws that or calls it a slip. */
const TOO_DEEP = 'Maximum call stack size exceeded';

function parse(source: string): Document.Parsed | undefined {
  // The parser makes an error of each slip, and nobody reads where in the parser: that costs more than all else.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const document = parseDocument(source, {
      schema: 'failsafe',
      prettyErrors: false,
      // The parser's own check is quadratic in the number of keys.
      uniqueKeys: false,
      // With "silent" the parser would drop a second document without a word.
      logLevel: 'error',
    });
    return document.errors.some(({ message }) => message.startsWith(TOO_DEEP)) ? undefined : document;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The first part that lies below more than so many levels of lists and groups. */
function partBelow(node: unknown, levels: number): Node | undefined {
  if (isPair(node)) return partBelow(node.value, levels) ?? partBelow(node.key, levels);
  if (levels < 0) return isNode(node) ? node : undefined;
  for (const item of isCollection(node) ? node.items : []) {
    const found = partBelow(item, levels - 1);
    if (found) return found;
  }
  return undefined;
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
