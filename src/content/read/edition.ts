import type { Root } from 'mdast';
import { parseMarkdown } from '../../text/pipeline.ts';
import { textProblems } from '../../text/problems.ts';
import type { Report } from '../diagnostic.ts';
import { excessIn } from './limits.ts';
import { diagnosticAt, readFile, type SourceFile } from './read-file.ts';
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

/** Whether an edition is a draft, whatever else is wrong with it. */
export function isDraft(root: string, path: string): boolean {
  const text = readFile(root, path, () => {})?.text ?? '';
  return /^draft:[ \t]*(["']?)true\1[ \t]*$/m.test(text.split(/^---[ \t]*$/m)[1] ?? '');
}

/**
 * Reads a markdown file with frontmatter.
 *
 * @param path the file, relative to the project
 * @param report takes what cannot be read, and what the prose holds that no page can show
 * @returns `undefined` where there is no such file, or no frontmatter in it
 */
export function readEdition(
  root: string,
  path: string,
  lang: string,
  report: Report = () => {},
): ParsedEdition | undefined {
  const file = readFile(root, path, report);
  if (!file) return undefined;
  const opening = /^---[ \t]*\n/.exec(file.text);
  const closing = opening && /^---[ \t]*(?:\n|$)/m.exec(file.text.slice(opening[0].length));
  if (!closing) {
    const message = opening
      ? 'the frontmatter that starts here is never closed; end it with a line "---"'
      : 'this file has no frontmatter; start it with a line "---"';
    report(diagnosticAt(file, 0, message, 'frontmatter'));
    return undefined;
  }
  const start = opening[0].length;
  const end = start + closing.index;
  const yaml = readYaml(file, report, start, end);
  const proseStart = end + closing[0].length;
  const text = file.text.slice(proseStart);
  const excess = excessIn(text);
  const prose: Root = excess ? { type: 'root', children: [] } : parseMarkdown(text);
  if (excess) report(diagnosticAt(file, proseStart + excess.offset, excess.message, 'file-size'));
  for (const { offset, message, kind } of textProblems(prose, text))
    report(diagnosticAt(file, proseStart + offset, message, kind));
  return { lang, file, yaml, proseStart, prose, proseRead: !excess };
}
