import type { Root } from 'mdast';
import { textProblems } from '../../text/problems.ts';
import type { Report } from '../diagnostic.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { readProse } from './prose.ts';
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
