import type { Root } from 'mdast';
import { nearest, type Report, unlessBroken, wholeFile } from './diagnostic.ts';
import { type ArticleModel, MODEL, type Original, type Translation } from './model/article.ts';
import type { Fields } from './model/fields.ts';
import { isSlug, takenHint } from './model/scalars.ts';
import { type Source, sources as sourcesSchema } from './model/site.ts';
import { hasPath, originalPath } from './model/walk.ts';
import { type ParsedEdition, readEdition } from './read/edition.ts';
import { isFolder, readFolder } from './read/read-file.ts';
import { type Counterpart, validate } from './read/validate.ts';
import { type PlacedYaml, readYamlFile } from './read/yaml.ts';
import type { RuleName } from './rule-book.ts';
import { abbreviation } from './rules/abbreviation.ts';
import { citationForm } from './rules/citation-form.ts';
import { countSum } from './rules/count-sum.ts';
import { dateFuture } from './rules/date-future.ts';
import { exampleLeft } from './rules/example-left.ts';
import { directive, entryUnplaced } from './rules/directive.ts';
import { eventKeys } from './rules/event-keys.ts';
import { eventOrder } from './rules/event-order.ts';
import { headings } from './rules/headings.ts';
import { idDuplicate } from './rules/id-duplicate.ts';
import { idUnknown } from './rules/id-unknown.ts';
import { journeyTimes } from './rules/journey-times.ts';
import { linkDead } from './rules/link-dead.ts';
import { linkWords } from './rules/link-words.ts';
import { headingIdsOf, idTaken, PageAnchors } from './rules/page-anchors.ts';
import { previewLength } from './rules/preview-length.ts';
import { editionsOf, factsOf, isPartial, type ParsedArticle, pointTo, type Rule } from './rules/rule.ts';
import { quoteTranslation } from './rules/quote-translation.ts';
import { sourceOrigin } from './rules/source-origin.ts';
import { sourceTwice } from './rules/source-twice.ts';
import { sourceUnused } from './rules/source-unused.ts';
import { statusOrigins } from './rules/status-origins.ts';
import { updateWas } from './rules/update-was.ts';
import { timeOffset, timeThere } from './rules/time-offset.ts';
import { timeZone } from './rules/time-zone.ts';
import { translationParts } from './rules/translation-parts.ts';
import { translationSources } from './rules/translation-sources.ts';
import { translationTexts } from './rules/translation-texts.ts';
import { uncitedProse } from './rules/uncited-prose.ts';

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

// prettier-ignore
const RULES: readonly Rule[] = [
  idDuplicate, idUnknown, idTaken, eventOrder, eventKeys, timeOffset, timeZone, journeyTimes, countSum, citationForm, uncitedProse,
  sourceUnused, sourceOrigin, statusOrigins, updateWas, translationTexts, translationSources, translationParts, quoteTranslation, entryUnplaced,
  previewLength, dateFuture, sourceTwice, exampleLeft, abbreviation,
];

/** What several articles of a project are read with. */
interface Surroundings {
  /** What an article can hold. */
  readonly model?: ArticleModel;
  /** The anchors of the other pages, as far as they are known. */
  readonly anchors?: PageAnchors;
}

/**
 * Reads and checks the article in a folder.
 *
 * @param folder relative to the project, with `/` between folders
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
  return unlessBroken(report, (collect) => {
    const { fields } = model;
    const slug = folder.split('/').at(-1) as string;
    const [first = 'en', ...others] = languages;
    if (!isSlug(slug)) {
      const message = `"${slug}" cannot be an address; name the folder with a-z, 0-9 and single hyphens${takenHint(slug)}`;
      collect(wholeFile(folder, message, 'file-name'));
    }
    const names = readFolder(root, folder, collect);
    reportUnknownFiles(root, folder, names, languages, ['sources.yaml'], collect);

    const [original, ...translations] = [first, ...others.filter((lang) => names.includes(`${lang}.md`))].map((lang) =>
      readEdition(root, `${folder}/${lang}.md`, lang, collect),
    );
    const sourcesYaml = readYamlFile(root, `${folder}/sources.yaml`, collect);
    const sources = sourcesYaml && readSources(sourcesYaml, collect);
    const facts =
      original &&
      validate(model.original, original.yaml, collect, undefined, (path, broken) =>
        broken === 'date-form' ? timeThere(original, path) : undefined,
      );
    const words = translations.map((edition) => {
      const data = edition && validate(model.translation, edition.yaml, ...beside(original, edition, fields, collect));
      return data && editionOf(edition, data, fields);
    });
    if (!original) return undefined;

    const article: ParsedArticle = {
      fields,
      original,
      translations: translations.filter((edition) => edition !== undefined),
      ...(sourcesYaml && Array.isArray(sourcesYaml.value) && { sources: sourcesYaml }),
    };
    anchors.keep(slug, article);
    for (const rule of RULES) rule(article, collect);
    for (const edition of editionsOf(article)) {
      const isWhole = edition === original && original.yaml.value !== undefined;
      directive({ edition, fields, facts: isWhole ? factsOf(original) : undefined }, collect);
      checkProse(root, edition, anchors, collect);
    }
    if (article.sources) linkDead(root, { yaml: article.sources }, anchors, collect);

    const translated = words.filter((edition) => edition !== undefined);
    if (!facts || !sources || translated.length < words.length) return undefined;
    const edition = editionOf(original, facts, fields);
    return { slug, original: edition, translations: translated, sources, headingIds: edition.headingIds };
  });
}

/** What holds for the prose of an article and of the about page alike. */
export function checkProse(root: string, edition: ParsedEdition, anchors: PageAnchors, report: Report): void {
  linkDead(root, edition, anchors, report);
  headings(edition, report);
  linkWords(edition, report);
}

/** An edition with what its schema makes of its frontmatter. */
export function editionOf<Data>(parsed: ParsedEdition, data: Data, fields?: Fields): Edition<Data> {
  const { lang, file, prose } = parsed;
  return { lang, path: file.path, data, prose, headingIds: headingIdsOf(parsed, fields) };
}

function readSources(yaml: PlacedYaml, report: Report): Source[] | undefined {
  if (yaml.value !== '') return validate(sourcesSchema, yaml, report);
  const message = 'this file is empty; list at least one source, as in "- id: first-source"';
  report(wholeFile(yaml.file.path, message, 'value-empty'));
  return undefined;
}

/** How a translation is validated: what it lacks is reported by the rules, with where the original has it. */
function beside(
  original: ParsedEdition | undefined,
  translation: ParsedEdition,
  fields: Fields,
  report: Report,
): [report: Report, counterpart: Counterpart] {
  const yaml = original?.yaml;
  if (yaml?.value === undefined) return [report, () => undefined];
  const byTheRules: RuleName[] = isPartial(translation) ? ['uncited'] : ['uncited', 'key-missing'];
  return [
    (found) => (byTheRules.includes(found.rule) ? undefined : report(found)),
    (at) => ({
      place: pointTo(yaml, originalPath(fields, at, yaml.value)),
      same: hasPath(fields, at, yaml.value),
    }),
  ];
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
  const missing = wanted.filter((name) => !names.includes(name));
  for (const name of names.filter((other) => !wanted.includes(other))) {
    const say = (message: string, rule: RuleName): void => report(wholeFile(`${folder}/${name}`, message, rule));
    const lang = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.md$/.exec(name)?.[1];
    const near = lang === undefined ? nearest(name, missing) : undefined;
    if (isFolder(root, `${folder}/${name}`)) say('no page uses this folder; move it out of content/', 'file-unused');
    else if (near !== undefined && /\.(?:md|ya?ml|markdown)$/i.test(name))
      say(`no page uses "${name}"; did you mean "${near}"?`, 'file-name');
    else if (name.endsWith('.md')) {
      const known = `the languages of content/site.yaml (${languages.join(', ')})`;
      say(`"${name.slice(0, -3)}" is not among ${known}; add it there or rename the file`, 'file-name');
    } else say('no page uses this file; move it out of content/', 'file-unused');
  }
}
