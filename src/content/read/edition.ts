import type { Root } from 'mdast';
import { textProblems } from '../../text/problems.ts';
import type { Report } from '../diagnostic.ts';
import { parseMarkdown } from '../../text/pipeline.ts';
import { diagnosticAt, type SourceFile } from './source-file.ts';
import { type PlacedYaml, readYaml } from './yaml.ts';

/** A markdown file with frontmatter: read, but perhaps not valid. */
export interface ParsedEdition {
  readonly lang: string;
  readonly file: SourceFile;
  readonly yaml: PlacedYaml;
  /** Where the prose starts in the file's text. */
  readonly proseStart: number;
  /** Without content when it could not be parsed, which was reported then. */
  readonly prose: Root;
  /** Whether it could be parsed. */
  readonly proseRead: boolean;
}

/**
 * Parses a markdown file with frontmatter.
 *
 * @param report takes what cannot be read, and what the prose holds that no page can show
 * @returns `undefined` where there is no frontmatter
 */
export function parseEdition(file: SourceFile, lang: string, report: Report): ParsedEdition | undefined {
  const parts = splitFrontmatter(file, report);
  if (!parts) return undefined;
  const { proseStart } = parts;
  const yaml = readYaml(file, ...parts.yaml, report);
  const prose = readProse(file, proseStart, report);
  for (const { offset, message, kind } of prose ? textProblems(prose, file.text.slice(proseStart)) : [])
    report(diagnosticAt(file, proseStart + offset, message, kind));
  return {
    lang,
    file,
    yaml,
    proseStart,
    prose: prose ?? { type: 'root', children: [] },
    proseRead: prose !== undefined,
  };
}

/** The two parts of a markdown file, as offsets into its text. */
export interface MarkdownParts {
  /** Where the YAML starts and ends. */
  readonly yaml: readonly [start: number, end: number];
  /** Where the prose starts. */
  readonly proseStart: number;
}

/** Splits a markdown file at the `---` lines around its frontmatter. */
export function splitFrontmatter(file: SourceFile, report: Report): MarkdownParts | undefined {
  const opening = /^---[ \t]*\n/.exec(file.text);
  if (!opening) {
    report(diagnosticAt(file, 0, 'this file has no frontmatter; start it with a line "---"', 'frontmatter'));
    return undefined;
  }
  const start = opening[0].length;
  const fence = /^---[ \t]*(?:\n|$)/gm;
  fence.lastIndex = start;
  const closing = fence.exec(file.text);
  if (!closing) {
    report(
      diagnosticAt(
        file,
        0,
        'the frontmatter that starts here is never closed; end it with a line "---"',
        'frontmatter',
      ),
    );
    return undefined;
  }
  return { yaml: [start, closing.index], proseStart: closing.index + closing[0].length };
}

/**
 * Bounds on prose. The markdown parser needs time that grows with the square of what stands in one
 * paragraph or of how deep lists are nested; within these bounds no text holds a check up.
 */
const MOST = { characters: 100_000, lines: 3_000, depth: 8, markers: 4_000, signs: 2_000, indent: 80 } as const;

/**
 * Parses the prose of a file.
 *
 * @param start where it starts in the file's text
 * @param report takes the reason when it is too long or too deep to be parsed
 * @returns the tree, positions counted from `start`; `undefined` when it was not parsed
 */
function readProse(file: SourceFile, start: number, report: Report): Root | undefined {
  const text = file.text.slice(start);
  const excess = excessIn(text);
  if (!excess) return parseMarkdown(text);
  report(diagnosticAt(file, start + excess.offset, excess.message, 'file-size'));
  return undefined;
}

interface Excess {
  offset: number;
  message: string;
}

function excessIn(text: string): Excess | undefined {
  if (text.length > MOST.characters)
    return { offset: 0, message: `the prose has ${text.length} characters; at most ${MOST.characters} are read` };
  let offset = 0;
  let markers = 0;
  let signs = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const depth = markersBefore(line);
    markers += depth;
    signs = /^[ \t]*$/.test(line) ? 0 : signs + (line.match(/[*_~`<>[\]()!|&\\@]/g)?.length ?? 0);
    if (index >= MOST.lines) return { offset, message: `the prose has more than ${MOST.lines} lines` };
    if (depth > MOST.depth || markers > MOST.markers || line.search(/\S/) > MOST.indent)
      return { offset, message: 'lists or quotations are nested too deep here, or there are too many; split them up' };
    if (signs > MOST.signs)
      return {
        offset,
        message: `this part holds more than ${MOST.signs} signs of markdown without an empty line between`,
      };
    offset += line.length + 1;
  }
  return undefined;
}

/** How many signs of a list or a quotation open a line. */
function markersBefore(line: string): number {
  const opening = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))*/.exec(line)?.[0] ?? '';
  return opening.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0;
}
