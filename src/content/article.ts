import type { Root } from 'mdast';
import type { z } from 'zod';
import { headingsOf } from '../text/headings.ts';
import { type Diagnostic, hasErrors, type Report, wholeFile } from './diagnostic.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { readProse } from './prose.ts';
import { isFolder, readFile, readFolder } from './read-file.ts';
import { explainedAbbreviations } from './rules/abbreviations.ts';
import { distinctAnchors } from './rules/anchors.ts';
import { knownCitations, sourcesUsed } from './rules/citations.ts';
import { clocksAgree } from './rules/clock.ts';
import { nothingFromTheFuture } from './rules/future.ts';
import { headingLevels } from './rules/headings.ts';
import { uniqueIds } from './rules/ids.ts';
import { knownLinks } from './rules/links.ts';
import { tellingLinks } from './rules/link-words.ts';
import { eventsInOrder } from './rules/order.ts';
import { parallelProse } from './rules/parallel-prose.ts';
import { parallelTexts } from './rules/parallel-texts.ts';
import { shortForPreviews } from './rules/previews.ts';
import { citedProse, showableProse } from './rules/prose.ts';
import { knownReferences } from './rules/references.ts';
import { originalPath, hasPath } from './rules/original-path.ts';
import { type EditionDraft, pointTo, type Rule } from './rules/rule.ts';
import { saysWho } from './rules/status.ts';
import { groupsAddUp } from './rules/sums.ts';
import { completeTranslations, isPartial } from './rules/translation.ts';
import { oneNameForAZone } from './rules/zones.ts';
import { isId } from './schema/id.ts';
import { type Original, original } from './schema/original.ts';
import { type Source, sources as sourcesSchema } from './schema/source.ts';
import { type Translation, translation } from './schema/translation.ts';
import type { SourceFile } from './source-file.ts';
import { nearest } from './suggest.ts';
import type { RuleName } from './rule-book.ts';
import { type Beside, validate } from './validate.ts';
import { type PlacedYaml, readYaml } from './yaml.ts';

/** The words of one edition: its frontmatter as its schema leaves it, and its prose. */
export interface Edition<Data> {
  readonly lang: string;
  /** The file, relative to the project. */
  readonly path: string;
  readonly data: Data;
  /** The prose, parsed. */
  readonly prose: Root;
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
  oneNameForAZone,
  saysWho,
  groupsAddUp,
  showableProse,
  citedProse,
  knownCitations,
  sourcesUsed,
  distinctAnchors,
  completeTranslations,
  parallelTexts,
  parallelProse,
  headingLevels,
  tellingLinks,
  shortForPreviews,
  nothingFromTheFuture,
  explainedAbbreviations,
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
  report: Report,
): Article | undefined {
  const found: Diagnostic[] = [];
  const article = read(root, folder, languages, (diagnostic) => void found.push(diagnostic));
  for (const diagnostic of found) report(diagnostic);
  return hasErrors(found) ? undefined : article;
}

function read(root: string, folder: string, languages: readonly string[], report: Report): Article | undefined {
  const slug = folder.split('/').at(-1) as string;
  const [first = 'en', ...others] = languages;
  if (!isId(slug))
    report(
      wholeFile(
        folder,
        `"${slug}" cannot be an address; name the folder with a-z, 0-9 and single hyphens`,
        'file-name',
      ),
    );
  const names = readFolder(root, folder, report);
  reportStrangers(root, folder, names, languages, ['sources.yaml'], report);

  const originalFile = readEdition(root, `${folder}/${first}.md`, first, original, report);
  const sourcesFile = readFile(root, `${folder}/sources.yaml`, report);
  const sourcesYaml = sourcesFile && readYaml(sourcesFile, 0, sourcesFile.text.length, report);
  const sources = readSources(sourcesYaml, report);
  const translated = others
    .filter((lang) => names.includes(`${lang}.md`))
    .map((lang) => readEdition(root, `${folder}/${lang}.md`, lang, translation, report, originalFile?.draft));
  if (!originalFile) return undefined;

  const article = {
    original: originalFile.draft,
    translations: translated.flatMap((edition) => edition?.draft ?? []),
    ...(sourcesYaml && Array.isArray(sourcesYaml.value) && { sources: sourcesYaml }),
  };
  for (const rule of [...RULES, knownLinks(root)]) rule(article, report);

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

function readSources(yaml: PlacedYaml | undefined, report: Report): Source[] | undefined {
  if (yaml?.value === undefined) return undefined;
  if (yaml.value !== '') return validate(sourcesSchema, yaml, report);
  report(
    wholeFile(
      yaml.file.path,
      'this file is empty; list at least one source, as in "- id: first-source"',
      'value-empty',
    ),
  );
  return undefined;
}

function readEdition<Schema extends z.ZodType>(
  root: string,
  path: string,
  lang: string,
  schema: Schema,
  report: Report,
  translated?: EditionDraft,
): { draft: EditionDraft; edition?: Edition<z.output<Schema>> } | undefined {
  const file = readFile(root, path, report);
  const draft = file && draftOf(file, lang, report);
  if (!draft) return undefined;
  const { yaml } = draft;
  const original = translated?.yaml.value === undefined ? undefined : translated.yaml;
  // What a translation lacks is reported with where the original has it.
  const byTheRules = new Set<RuleName>(
    original ? ['uncited', ...(isPartial(draft) ? [] : ['key-missing' as const])] : [],
  );
  const reportOnce: Report = (found) => {
    if (!byTheRules.has(found.rule)) report(found);
  };
  const beside: Beside = (at) =>
    original && { place: pointTo(original, originalPath(at, original)), same: hasPath(at, original) };
  // What cannot be read as YAML was reported; its schema would only add that everything is missing.
  const data = yaml.value === undefined ? undefined : validate(schema, yaml, reportOnce, beside);
  return data === undefined ? { draft } : { draft, edition: { lang, path, data, prose: draft.prose } };
}

/** A markdown file with frontmatter as the rules see it. */
export function draftOf(file: SourceFile, lang: string, report: Report): EditionDraft | undefined {
  const parts = splitFrontmatter(file, report);
  if (!parts) return undefined;
  const yaml = readYaml(file, ...parts.yaml, report);
  const prose = readProse(file, parts.proseStart, report);
  return {
    lang,
    file,
    yaml,
    proseStart: parts.proseStart,
    prose: prose ?? { type: 'root', children: [] },
    proseRead: prose !== undefined,
  };
}

/** Reports what lies in a folder beside its editions and the files that `also` names. */
export function reportStrangers(
  root: string,
  folder: string,
  names: readonly string[],
  languages: readonly string[],
  also: readonly string[],
  report: Report,
): void {
  const wanted = [...also, ...languages.map((lang) => `${lang}.md`)];
  for (const name of names) {
    if (wanted.includes(name)) continue;
    const path = `${folder}/${name}`;
    const near = nearest(
      name,
      wanted.filter((other) => !names.includes(other)),
    );
    if (isFolder(root, path))
      report(wholeFile(path, 'no page uses this folder; move it out of content/', 'file-unused'));
    else if (near !== undefined && near !== name && /\.(?:md|ya?ml|markdown)$/i.test(name))
      report(wholeFile(path, `no page uses "${name}"; did you mean "${near}"?`, 'file-name'));
    else if (name.endsWith('.md'))
      report(
        wholeFile(
          path,
          `"${name.slice(0, -3)}" is not among the languages of content/site.yaml (${languages.join(', ')}); add it there or rename the file`,
          'file-name',
        ),
      );
    else report(wholeFile(path, 'no page uses this file; move it out of content/', 'file-unused'));
  }
}
