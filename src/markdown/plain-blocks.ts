import type {
  Blockquote,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
  TableRow,
} from 'mdast';
import { isPlain } from './plain-words.ts';

/** Some lines of a text, none of them empty. */
export interface Block {
  /** The number of lines above. */
  readonly first: number;
  /** Where they start in the text. */
  readonly offset: number;
  readonly lines: readonly string[];
}

/**
 * The node of a block that means the same wherever it stands between empty lines: a paragraph, a heading, a
 * table or a desk note of plain words.
 *
 * @returns `undefined` where it takes a parser to know
 */
export function plainBlock(block: Block): RootContent | undefined {
  const [first = ''] = block.lines;
  if (first.startsWith('#')) return plainHeading(block);
  if (first.startsWith('|')) return plainTable(block);
  return first === NOTE ? plainNote(block) : plainParagraph(block);
}

/**
 * The node of a list with a line of plain words for each item.
 *
 * @param before whether what stands before it is none of its items, or nothing
 * @param after the first line of what stands behind it
 */
export function plainList(block: Block, before: boolean, after = ''): List | undefined {
  const { first, offset, lines } = block;
  const [, marker] = ITEM.exec(lines[0] ?? '') ?? [];
  if (marker === undefined || !before || /^ /.test(after) || ANY_ITEM.test(after)) return undefined;
  const items: ListItem[] = [];
  let at = offset;
  for (const [index, line] of lines.entries()) {
    const [prefix = '', own] = ITEM.exec(line) ?? [];
    if (own?.at(-1) !== marker.at(-1) || !isPlainButForCitations(line.slice(prefix.length))) return undefined;
    const paragraph = paragraphOf(line, prefix.length, placeOn(first + index + 1, at));
    const position = placeOn(first + index + 1, at)(0, line.length);
    items.push({ type: 'listItem', spread: false, checked: null, children: [paragraph], position });
    at += line.length + 1;
  }
  const start = marker.length > 1 ? Number(marker.slice(0, -1)) : null;
  return { type: 'list', ordered: start !== null, start, spread: false, children: items, position: placeOf(block) };
}

const ITEM = /^([-*+]|\d{1,9}[.)]) /;
const ANY_ITEM = /^(?:[-*+]|\d{1,9}[.)])(?: |$)/;

function plainHeading({ first, offset, lines }: Block): Heading | undefined {
  const [line = ''] = lines;
  const [, signs = '', words = ''] = /^(#{1,6}) (.*)$/.exec(line) ?? [];
  if (lines.length > 1 || !isPlain(words)) return undefined;
  const depth = signs.length as Heading['depth'];
  const place = placeOn(first + 1, offset);
  const children = [{ type: 'text', value: words, position: place(depth + 1, line.length) } as const];
  return { type: 'heading', depth, children, position: place(0, line.length) };
}

function plainParagraph({ first, offset, lines }: Block): Paragraph | undefined {
  if (!lines.every(isPlainButForCitations)) return undefined;
  return paragraphOf(lines.join('\n'), 0, placeIn(lines, first + 1, offset));
}

const NOTE = '> [!NOTE]';
const QUOTED = '> ';

function plainNote(block: Block): Blockquote | undefined {
  const { first, offset, lines } = block;
  const words = lines.map((line) => line.slice(QUOTED.length));
  const plain = words.every((line, index) => index === 0 || isPlainButForCitations(line));
  if (!plain || !lines.every((line) => line.startsWith(QUOTED))) return undefined;
  const paragraph = paragraphOf(words.join('\n'), 0, placeIn(words, first + 1, offset, QUOTED.length));
  return { type: 'blockquote', children: [paragraph], position: placeOf(block) };
}

function plainTable(block: Block): Table | undefined {
  const { first, offset, lines } = block;
  const [, delimiters = ''] = lines;
  if (!/^\|(?: *:?-+:? *\|)+$/.test(delimiters)) return undefined;
  const align = cellsOf(delimiters).map(alignment);
  const rows: TableRow[] = [];
  let at = offset;
  for (const [index, line] of lines.entries()) {
    const row = index === 1 ? undefined : plainRow(line, placeOn(first + index + 1, at));
    if (index !== 1 && !row) return undefined;
    if (row) rows.push(row);
    at += line.length + 1;
  }
  // A head of another length makes it no table.
  if (rows[0]?.children.length !== align.length) return undefined;
  return { type: 'table', align, children: rows, position: placeOf(block) };
}

function plainRow(line: string, place: Place): TableRow | undefined {
  if (!/^\|.*\|$/.test(line)) return undefined;
  const row: TableRow = { type: 'tableRow', children: [], position: place(0, line.length) };
  const cells = cellsOf(line);
  let from = 0;
  for (const [index, cell] of cells.entries()) {
    const words = cell.replace(/^ +| +$/g, '');
    if (words !== '' && !isPlainButForCitations(words)) return undefined;
    const start = from + 1 + cell.indexOf(words);
    const end = from + 1 + cell.length;
    const children = words === '' ? [] : phrasing(line.slice(start, start + words.length), start, place);
    // A cell starts at its pipe, and the last one takes the pipe behind it.
    const position = place(from, index === cells.length - 1 ? line.length : end);
    row.children.push({ type: 'tableCell', children, position });
    from = end;
  }
  return row;
}

function cellsOf(row: string): string[] {
  return row.slice(1, -1).split('|');
}

function alignment(delimiter: string): 'left' | 'right' | 'center' | null {
  const [left, right] = [/^ *:/.test(delimiter), /: *$/.test(delimiter)];
  if (left) return right ? 'center' : 'left';
  return right ? 'right' : null;
}

const CITATION = /\[\^([a-z0-9-]+)\]/g;

function isPlainButForCitations(line: string): boolean {
  return !line.startsWith('[') && isPlain(line.replaceAll(CITATION, ''));
}

/** A paragraph that starts somewhere in a text and goes on to its end. */
function paragraphOf(text: string, start: number, place: Place): Paragraph {
  return {
    type: 'paragraph',
    children: phrasing(text.slice(start), start, place),
    position: place(start, text.length),
  };
}

/** Words and citations, which start somewhere in a text. */
function phrasing(words: string, start: number, place: Place): PhrasingContent[] {
  const children: PhrasingContent[] = [];
  let from = 0;
  const takeWords = (to: number): void => {
    if (to > from)
      children.push({ type: 'text', value: words.slice(from, to), position: place(start + from, start + to) });
  };
  for (const { 0: marker, 1: id = '', index } of words.matchAll(CITATION)) {
    takeWords(index);
    from = index + marker.length;
    const position = place(start + index, start + from);
    children.push({ type: 'footnoteReference', identifier: id, label: id, position });
  }
  takeWords(words.length);
  return children;
}

type Position = NonNullable<Paragraph['position']>;
type Place = (start: number, end: number) => Position;

function placeOf({ first, offset, lines }: Block): Position {
  return placeIn(lines, first + 1, offset)(0, lines.join('\n').length);
}

/** Positions on one line. */
function placeOn(line: number, offset: number): Place {
  const point = (at: number) => ({ line, column: at + 1, offset: offset + at });
  return (start, end) => ({ start: point(start), end: point(end) });
}

/** Positions in some lines, of which each stands behind some signs. */
function placeIn(lines: readonly string[], line: number, offset: number, signs = 0): Place {
  if (lines.length === 1 && signs === 0) return placeOn(line, offset);
  const point = (at: number) => {
    let [above, start] = [0, 0];
    while (start + (lines[above] as string).length < at) start += (lines[above++] as string).length + 1;
    return { line: line + above, column: signs + at - start + 1, offset: offset + at + (above + 1) * signs };
  };
  return (start, end) => ({ start: point(start), end: point(end) });
}
