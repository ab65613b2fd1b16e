import type { Root } from 'mdast';
import type { Diagnostic, Report } from '../diagnostic.ts';
import { type RawItem, rootOf } from '../raw.ts';
import type { RuleName } from '../rule-book.ts';
import { diagnosticAt, lineAt, type SourceFile } from '../source-file.ts';
import { withPath } from '../validate.ts';
import type { Path, PlacedYaml } from '../yaml.ts';

/** One edition as the rules see it: read, but perhaps not valid. */
export interface EditionDraft {
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

/** One article as the rules see it. */
export interface ArticleDraft {
  readonly original: EditionDraft;
  readonly translations: readonly EditionDraft[];
  /** Absent when `sources.yaml` could not be read. */
  readonly sources?: PlacedYaml;
}

/** Looks at one article and reports what is wrong with it. */
export type Rule = (article: ArticleDraft, report: Report) => void;

/** The frontmatter of an edition. */
export function factsOf(edition: EditionDraft): RawItem {
  return rootOf(edition.yaml);
}

/** A problem with the value at a path. */
export function problemAt(yaml: PlacedYaml, path: Path, message: string, rule: RuleName): Diagnostic {
  return diagnosticAt(yaml.file, yaml.placeOf(path), withPath(path, message), rule);
}

/** A problem with the prose, at an offset into it. */
export function problemInProse(edition: EditionDraft, offset: number, message: string, rule: RuleName): Diagnostic {
  return diagnosticAt(edition.file, edition.proseStart + offset, message, rule);
}

/** `en.md:88`: where something stands, for a message about another file. */
export function pointTo(yaml: PlacedYaml, path: Path): string {
  return pointAt(yaml.file, yaml.keyPlaceOf(path));
}

/** `en.md:88`: the line of an offset. */
export function pointAt(file: SourceFile, offset: number): string {
  return `${file.path.split('/').at(-1)}:${lineAt(file, offset)}`;
}
