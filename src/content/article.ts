import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { headingsOf } from '../markdown/headings.ts';
import { parseMarkdown } from '../markdown/pipeline.ts';
import { type Diagnostic, hasErrors } from './diagnostic.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { readFile } from './read-file.ts';
import { distinctAnchors } from './rules/anchors.ts';
import { knownCitations, sourcesUsed } from './rules/citations.ts';
import { clocksAgree } from './rules/clock.ts';
import { uniqueIds } from './rules/ids.ts';
import { knownLinks } from './rules/links.ts';
import { eventsInOrder } from './rules/order.ts';
import { citedProse, showableProse } from './rules/prose.ts';
import { knownReferences } from './rules/references.ts';
import type { EditionDraft, Rule } from './rules/rule.ts';
import { saysWho } from './rules/status.ts';
import { groupsAddUp } from './rules/sums.ts';
import { completeTranslations, parallelProse } from './rules/translation.ts';
import { isSlug } from './schema/id.ts';
import { type Original, original } from './schema/original.ts';
import { type Source, sources as sourcesSchema } from './schema/source.ts';
import { type Translation, translation } from './schema/translation.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/** The words of one edition: its frontmatter as its schema leaves it, and its prose as written. */
export interface Edition<Data> {
  readonly lang: string;
  /** The file, relative to the project. */
  readonly path: string;
  readonly data: Data;
  /** The prose, markdown. */
  readonly prose: string;
}

/** One article, read and free of errors. */
export interface Article {
  readonly slug: string;
  readonly original: Edition<Original>;
  readonly translations: readonly Edition<Translation>[];
  readonly sources: readonly Source[];
  /** The anchors of the prose's headings, which hold in every edition. */
  readonly headingIds: readonly string[];
}

const RULES: readonly Rule[] = [
  uniqueIds,
  knownReferences,
  eventsInOrder,
  clocksAgree,
  saysWho,
  groupsAddUp,
  showableProse,
  citedProse,
  knownCitations,
  sourcesUsed,
  distinctAnchors,
  completeTranslations,
  parallelProse,
];

/**
 * Reads and checks the article in a folder.
 *
 * @param root the project's folder
 * @param folder the article's folder, relative to it, with `/` between folders
 * @param languages the site's languages, the originals' first
 * @param report takes everything that is wrong, errors and warnings
 * @returns the article, or `undefined` when there is an error in it
 */
export function readArticle(
  root: string,
  folder: string,
  languages: readonly string[],
  report: (diagnostic: Diagnostic) => void,
): Article | undefined {
  const found: Diagnostic[] = [];
  const collect = (diagnostic: Diagnostic): void => void found.push(diagnostic);
  const article = read(root, folder, languages, collect);
  for (const diagnostic of found) report(diagnostic);
  return hasErrors(found) ? undefined : article;
}

function read(
  root: string,
  folder: string,
  languages: readonly string[],
  report: (diagnostic: Diagnostic) => void,
): Article | undefined {
  const slug = folder.split('/').at(-1) as string;
  const [first = 'en', ...others] = languages;
  if (!isSlug(slug))
    report(wholeFile(folder, `"${slug}" cannot be an address; name the folder with a-z, 0-9 and single hyphens`));
  const names = readdirSync(join(root, folder)).toSorted();
  reportStrangers(names, folder, languages, report);

  const originalFile = readEdition(root, `${folder}/${first}.md`, first, original, report);
  const sourcesFile = readFile(root, `${folder}/sources.yaml`, report);
  const sourcesYaml = sourcesFile && readYaml(sourcesFile, 0, sourcesFile.text.length, report);
  const sources = sourcesYaml && validate(sourcesSchema, sourcesYaml, report);
  const translated = others
    .filter((lang) => names.includes(`${lang}.md`))
    .map((lang) => readEdition(root, `${folder}/${lang}.md`, lang, translation, report));
  if (!originalFile) return undefined;

  const drafts = translated.flatMap((edition) => edition?.draft ?? []);
  for (const rule of [...RULES, knownLinks(root)])
    rule({ original: originalFile.draft, translations: drafts, ...(sources && sourcesYaml && { sources: sourcesYaml }) }, report);

  const translations = translated.flatMap((edition) => edition?.edition ?? []);
  if (!originalFile.edition || !sources || translations.length < translated.length) return undefined;
  return {
    slug,
    original: originalFile.edition,
    translations,
    sources,
    headingIds: headingsOf(originalFile.draft.prose).map(({ id }) => id),
  };
}

function readEdition<Schema extends z.ZodType>(
  root: string,
  path: string,
  lang: string,
  schema: Schema,
  report: (diagnostic: Diagnostic) => void,
): { draft: EditionDraft; edition?: Edition<z.output<Schema>> } | undefined {
  const file = readFile(root, path, report);
  const parts = file && splitFrontmatter(file, report);
  if (!file || !parts) return undefined;
  const yaml = readYaml(file, ...parts.yaml, report);
  const prose = file.text.slice(parts.proseStart);
  const draft = { lang, file, yaml, proseStart: parts.proseStart, prose: parseMarkdown(prose) };
  // What cannot be read as YAML was reported; its schema would only add that everything is missing.
  const data = yaml.value === undefined ? undefined : validate(schema, yaml, report);
  return data === undefined ? { draft } : { draft, edition: { lang, path, data, prose } };
}

function reportStrangers(
  names: readonly string[],
  folder: string,
  languages: readonly string[],
  report: (diagnostic: Diagnostic) => void,
): void {
  for (const name of names) {
    if (!name.endsWith('.md') || languages.includes(name.slice(0, -3))) continue;
    report(
      wholeFile(
        `${folder}/${name}`,
        `"${name.slice(0, -3)}" is not among the languages of content/site.yaml (${languages.join(', ')}); add it there or rename the file`,
      ),
    );
  }
}

function wholeFile(file: string, message: string): Diagnostic {
  return { file, line: 1, column: 1, severity: 'error', message };
}
