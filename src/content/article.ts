import type { Root } from 'mdast';
import type { z } from 'zod';
import { type Diagnostic, hasErrors, type Report, wholeFile } from './diagnostic.ts';
import { type ArticleModel, MODEL, type Original, type Translation } from './model/article.ts';
import { isId } from './model/scalars.ts';
import { type Source, sources as sourcesSchema } from './model/site.ts';
import { type ParsedEdition, parseEdition } from './read/edition.ts';
import { isFolder, readFile, readFolder } from './read/read-file.ts';
import { type Counterpart, validate } from './read/validate.ts';
import { type PlacedYaml, readYaml } from './read/yaml.ts';
import type { RuleName } from './rule-book.ts';
import { abbreviation } from './rules/abbreviation.ts';
import { countSum } from './rules/count-sum.ts';
import { dateFuture } from './rules/date-future.ts';
import { eventOrder } from './rules/event-order.ts';
import { eventPhase } from './rules/event-phase.ts';
import { headings } from './rules/headings.ts';
import { idDuplicate } from './rules/id-duplicate.ts';
import { idTaken } from './rules/id-taken.ts';
import { idUnknown } from './rules/id-unknown.ts';
import { linkDead } from './rules/link-dead.ts';
import { linkWords } from './rules/link-words.ts';
import { hasPath, originalPath } from './model/walk.ts';
import { headingIdsOf, PageAnchors } from './rules/page-anchors.ts';
import { previewLength } from './rules/preview-length.ts';
import { editionsOf, isPartial, type ParsedArticle, pointTo, type Rule } from './rules/rule.ts';
import { saidBy } from './rules/said-by.ts';
import { sourceUnused } from './rules/source-unused.ts';
import { timeOffset } from './rules/time-offset.ts';
import { timePlace } from './rules/time-place.ts';
import { timeZone } from './rules/time-zone.ts';
import { translationHeadings } from './rules/translation-headings.ts';
import { translationSources } from './rules/translation-sources.ts';
import { translationTexts } from './rules/translation-texts.ts';
import { uncitedProse } from './rules/uncited-prose.ts';
import { nearest } from './suggest.ts';

/** The words of one edition: its frontmatter as its schema leaves it, and its prose. */
export interface Edition<Data> {
  readonly lang: string;
  /** The file, relative to the project. */
  readonly path: string;
  readonly data: Data;
  /** The prose, parsed. */
  readonly prose: Root;
  /** The anchors that the words of its headings give them. */
  readonly headingIds: readonly string[];
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
  idDuplicate,
  idUnknown,
  idTaken,
  eventOrder,
  eventPhase,
  timePlace,
  timeOffset,
  timeZone,
  saidBy,
  countSum,
  uncitedProse,
  sourceUnused,
  translationTexts,
  translationSources,
  translationHeadings,
  previewLength,
  dateFuture,
  abbreviation,
];

/** What several articles of a project are read with. */
export interface Surroundings {
  /** What an article can hold. */
  readonly model?: ArticleModel;
  /** The anchors of the other pages, as far as they are known. */
  readonly anchors?: PageAnchors;
}

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
  { model = MODEL, anchors = new PageAnchors(root, languages, model.fields) }: Surroundings = {},
): Article | undefined {
  const found: Diagnostic[] = [];
  const collect: Report = (diagnostic) => void found.push(diagnostic);
  const article = read(root, folder, languages, collect, { model, anchors });
  for (const diagnostic of found) report(diagnostic);
  return hasErrors(found) ? undefined : article;
}

function read(
  root: string,
  folder: string,
  languages: readonly string[],
  report: Report,
  { model, anchors }: Required<Surroundings>,
): Article | undefined {
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
  reportUnknownFiles(root, folder, names, languages, ['sources.yaml'], report);

  const [original, ...translations] = [first, ...others.filter((lang) => names.includes(`${lang}.md`))].map((lang) => {
    const file = readFile(root, `${folder}/${lang}.md`, report);
    return file && parseEdition(file, lang, report);
  });
  const sourcesFile = readFile(root, `${folder}/sources.yaml`, report);
  const sourcesYaml = sourcesFile && readYaml(sourcesFile, 0, sourcesFile.text.length, report);
  const sources = readSources(sourcesYaml, report);
  const facts = original && validEdition(original, model.original, report, model, undefined);
  const words = translations.map(
    (edition) => edition && validEdition(edition, model.translation, report, model, original),
  );
  if (!original) return undefined;

  const article: ParsedArticle = {
    fields: model.fields,
    original,
    translations: translations.filter((edition) => edition !== undefined),
    ...(sourcesYaml && Array.isArray(sourcesYaml.value) && { sources: sourcesYaml }),
  };
  anchors.keep(slug, article);
  for (const rule of RULES) rule(article, report);
  for (const edition of editionsOf(article)) checkProse(root, edition, anchors, report);
  if (article.sources) linkDead(root, { yaml: article.sources }, anchors, report);

  const translated = words.filter((edition) => edition !== undefined);
  if (!facts || !sources || translated.length < words.length) return undefined;
  return { slug, original: facts, translations: translated, sources, headingIds: facts.headingIds };
}

/** What holds for the prose of an article and of the about page alike. */
export function checkProse(root: string, edition: ParsedEdition, anchors: PageAnchors, report: Report): void {
  linkDead(root, edition, anchors, report);
  headings(edition, report);
  linkWords(edition, report);
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

function validEdition<Schema extends z.ZodType>(
  edition: ParsedEdition,
  schema: Schema,
  report: Report,
  { fields }: ArticleModel,
  translated: ParsedEdition | undefined,
): Edition<z.output<Schema>> | undefined {
  const { lang, yaml, file, prose } = edition;
  const original = translated?.yaml.value === undefined ? undefined : translated.yaml;
  // What a translation lacks is reported with where the original has it.
  const byTheRules = new Set<RuleName>(
    original ? ['uncited', ...(isPartial(edition) ? [] : ['key-missing' as const])] : [],
  );
  const reportOnce: Report = (found) => {
    if (!byTheRules.has(found.rule)) report(found);
  };
  const counterpart: Counterpart = (at) =>
    original && {
      place: pointTo(original, originalPath(fields, at, original.value)),
      same: hasPath(fields, at, original.value),
    };
  // What cannot be read as YAML was reported; its schema would only add that everything is missing.
  const data = yaml.value === undefined ? undefined : validate(schema, yaml, reportOnce, counterpart);
  return data === undefined
    ? undefined
    : { lang, path: file.path, data, prose, headingIds: headingIdsOf(edition, fields) };
}

/** Reports what lies in a folder beside its editions and the files that `also` names. */
export function reportUnknownFiles(
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
