import type { Report } from '../diagnostic.ts';
import { diagnosticAt, type SourceFile } from './source-file.ts';

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
