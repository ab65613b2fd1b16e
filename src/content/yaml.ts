import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type Node, parseDocument, type Scalar } from 'yaml';
import type { Diagnostic } from './diagnostic.ts';
import { diagnosticAt, type SourceFile } from './source-file.ts';

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
export function readYaml(
  file: SourceFile,
  start: number,
  end: number,
  report: (diagnostic: Diagnostic) => void,
): PlacedYaml {
  const source = file.text.slice(start, end);
  const values = new Map<string, number>();
  const keys = new Map<string, number>();
  const problem = (offset: number, message: string): void => report(diagnosticAt(file, start + offset, message));

  const document = parse(source);
  const syntaxError = document.errors[0];
  // One slip gives the parser up to ten errors; the first is where the editor has to look.
  if (syntaxError) problem(syntaxErrorPlace(source, document, syntaxError.pos[0]), describe(source, syntaxError));
  const value = syntaxError ? undefined : convert(document.contents, [], 0);

  function convert(node: Node | null, path: Path, depth: number): unknown {
    const offset = node?.range?.[0] ?? 0;
    values.set(keyOf(path), start + offset);
    if (depth > DEEPEST) {
      problem(offset, `this is nested more than ${DEEPEST} levels deep`);
      return undefined;
    }
    if (isAlias(node)) {
      problem(offset, `"*${node.source}" is an alias; write the text out where it is needed`);
      return undefined;
    }
    if (node?.tag) problem(offset, `"${node.tag}" is a tag; leave it out, every value is read as text`);
    if (node && 'anchor' in node && node.anchor) problem(offset, `"&${node.anchor}" is an anchor; leave it out`);
    if (isMap(node)) return convertMap(node.items, path, depth);
    if (isSeq(node)) return node.items.map((item, index) => convert(item as Node | null, [...path, index], depth + 1));
    if (isScalar(node)) {
      reportCutShort(node);
      return typeof node.value === 'string' ? node.value : '';
    }
    return '';
  }

  function convertMap(pairs: readonly { key: unknown; value: unknown }[], path: Path, depth: number): unknown {
    const result: Record<string, unknown> = {};
    for (const { key, value } of pairs) {
      const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
      if (!isScalar(key) || typeof key.value !== 'string') {
        problem(offset, 'a key must be plain text');
        continue;
      }
      const child = [...path, key.value];
      if (Object.hasOwn(result, key.value)) {
        problem(offset, `"${key.value}" is given twice; keep one`);
        continue;
      }
      keys.set(keyOf(child), start + offset);
      const converted = convert(value as Node | null, child, depth + 1);
      if (value === null) values.set(keyOf(child), start + offset);
      // Plain assignment to "__proto__" would be lost, and the key reported as missing.
      Object.defineProperty(result, key.value, { value: converted, enumerable: true, writable: true, configurable: true });
    }
    return result;
  }

  function reportCutShort(node: Scalar): void {
    const [from, to] = node.range as [number, number, number];
    if (node.type === 'PLAIN' && to > from && /^[ \t]+#/.test(source.slice(to)))
      problem(from, 'this text is cut short at " #"; put the whole text in quotes, or the comment on a line of its own');
  }

  const nearest = (table: Map<string, number>, path: Path): number | undefined => table.get(keyOf(path));
  const placeOf = (path: Path): number => {
    for (let length = path.length; length >= 0; length--) {
      const place = nearest(values, path.slice(0, length));
      if (place !== undefined) return place;
    }
    return start;
  };
  return { file, value, placeOf, keyPlaceOf: (path) => nearest(keys, path) ?? placeOf(path) };
}

/** Writes a path as the diagnostics print it: `timeline[3].date`. */
export function formatPath(path: Path): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index ? '.' : ''}${String(part)}`)).join('');
}

function parse(source: string): Document.Parsed {
  return parseDocument(source, {
    schema: 'failsafe',
    prettyErrors: false,
    // The parser's own check is quadratic in the number of keys.
    uniqueKeys: false,
    logLevel: 'silent',
  });
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

function syntaxErrorPlace(source: string, document: Document.Parsed, offset: number): number {
  // An unclosed quote is reported where the file ends; the editor has to look where it opens.
  const missesQuote = document.errors[0]?.message.startsWith('Missing closing');
  return missesQuote ? (lastScalarStart(document.contents) ?? offset) : Math.min(offset, source.length);
}

function lastScalarStart(node: unknown): number | undefined {
  if (isMap(node)) {
    const last = node.items.at(-1);
    return lastScalarStart(last?.value) ?? lastScalarStart(last?.key);
  }
  if (isSeq(node)) return lastScalarStart(node.items.at(-1));
  return isScalar(node) ? node.range?.[0] : undefined;
}

function describe(source: string, error: { code: string; message: string; pos: [number, number] }): string {
  const message = (error.message.split('\n')[0] ?? '').replace(/\.$/, '');
  if (error.code === 'MISSING_CHAR' && message.startsWith('Missing closing'))
    return 'the quote that opens here is never closed; close it at the end of the text';
  if (error.code === 'TAB_AS_INDENT') return 'a tab indents this line; YAML wants spaces';
  const line = source.slice(source.lastIndexOf('\n', error.pos[0] - 1) + 1).split('\n')[0] ?? '';
  if (/:\s+\[\^|^\s*-\s+\[\^/.test(line)) return 'a text that starts with [^ must be in quotes: "[^source] …"';
  return `this is not valid YAML (${message}); a text that holds ": " or " #", or starts with a sign, must be in quotes`;
}
