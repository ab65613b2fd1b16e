import type { Root } from 'mdast';
import { nearest, type Report, unlessBroken, wholeFile } from './diagnostic.ts';
import { type ArticleModel, MODEL, type Original, type Translation } from './model/article.ts';
import type { Fields } from './model/fields.ts';
import { isSlug, takenHint } from './model/scalars.ts';
import { type Source, sources as sourcesSchema } from './model/site.ts';
import { originalPath } from './model/walk.ts';
import { Pages } from './pages.ts';
import { isDraft, type ParsedEdition, readEdition } from './read/edition.ts';
import { isFolder, readFolder } from './read/read-file.ts';
import { type Counterpart, validate } from './read/validate.ts';
import { readYamlFile } from './read/yaml.ts';
import { listAt, textAt } from './read/yaml-access.ts';
import type { EncodedPicture } from '../pictures/encoded.ts';
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
import { anchorsOf, headingIdsOf, idTaken } from './rules/page-anchors.ts';
import { pictureFile } from './rules/picture-file.ts';
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
import { translationSources } from './rules/translation-sources.ts';
import { translationTexts } from './rules/translation-texts.ts';
import { uncitedProse } from './rules/uncited-prose.ts';

/** The words of one edition: its frontmatter as its schema leaves it, and its prose. */
export interface Edition<Data> {
  readonly lang: string;
  /** The file, relative to the project. */
  readonly path: string;
  readonly data: Data;
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
  /** As pages show them, by their ids. */
  readonly pictures: ReadonlyMap<string, EncodedPicture>;
  /** The anchors of the prose's headings, which hold in every edition. */
  readonly headingIds: readonly string[];
}

// prettier-ignore
const RULES: readonly Rule[] = [
  idDuplicate, idUnknown, idTaken, eventOrder, eventKeys, timeOffset, timeZone, journeyTimes, countSum, citationForm, uncitedProse,
  sourceUnused, sourceOrigin, statusOrigins, updateWas, translationTexts, translationSources, quoteTranslation, entryUnplaced,
  previewLength, dateFuture, sourceTwice, exampleLeft, abbreviation,
];

/** What several articles of a project are read with. */
interface Surroundings {
  readonly model?: ArticleModel;
  /** Takes what others can know of it. */
  readonly pages?: Pages;
  /** What of the site it can name. */
  readonly beside?: ParsedArticle['beside'];
  /** Whether translations that are drafts are left out, so that nothing in them is an error. */
  readonly withoutDrafts?: boolean;
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
  { model = MODEL, pages = new Pages(), beside: named = {}, withoutDrafts = false }: Surroundings = {},
): Article | undefined {
  return unlessBroken(report, (found) => {
    const { fields } = model;
    const slug = folder.split('/').at(-1) as string;
    const [first = 'en', ...others] = languages;
    const drafts = languages.filter((lang) => isDraft(root, `${folder}/${lang}.md`));
    for (const lang of drafts.includes(first) ? [] : drafts) pages.drafts.add(`${slug}/${lang}`);
    if (drafts.includes(first)) pages.drafts.add(slug);
    const leftOut = withoutDrafts ? others.filter((lang) => pages.isDraft({ kind: 'article', slug, lang })) : [];
    const collect: Report = (one) =>
      found(leftOut.some((lang) => one.file === `${folder}/${lang}.md`) ? { ...one, severity: 'warning' } : one);
    if (!isSlug(slug)) {
      const message = `"${slug}" cannot be an address; name the folder with a-z, 0-9 and single hyphens${takenHint(slug)}`;
      collect(wholeFile(folder, message, 'file-name'));
    }
    const names = readFolder(root, folder, collect);

    const original = readEdition(root, `${folder}/${first}.md`, first, collect);
    const translations = others
      .filter((lang) => names.includes(`${lang}.md`))
      .map((lang) => withoutEmpty(readEdition(root, `${folder}/${lang}.md`, lang, collect)));
    const sourcesYaml = readYamlFile(root, `${folder}/sources.yaml`, collect);
    const sources = sourcesYaml && validate(sourcesSchema, sourcesYaml, collect);
    const facts =
      original &&
      validate(model.original, original.yaml, collect, undefined, (path, broken) =>
        broken === 'date-form' ? timeThere(original, path) : undefined,
      );
    const words = translations.map((edition) => {
      // Without the original nobody knows whether it is one.
      const data =
        original && edition && validate(model.translation, edition.yaml, ...beside(original, fields, collect));
      return data && editionOf(edition, data, fields);
    });
    if (!original) {
      const editions = names.filter((name) => /\.md/i.test(name));
      reportUnknownFiles(root, folder, editions, languages, [], collect);
      return undefined;
    }

    const article: ParsedArticle = {
      fields,
      original,
      beside: named,
      translations: translations.filter((edition) => edition !== undefined),
      ...(sourcesYaml && Array.isArray(sourcesYaml.value) && { sources: sourcesYaml }),
    };
    const listed = listAt(factsOf(original), 'pictures').flatMap((picture) => textAt(picture, 'file') ?? []);
    const gone = listed.filter((file) => !names.includes(file));
    // Which pictures it lists is not known of an original that could not be read whole.
    const isPicture = (name: string): boolean =>
      original.yaml.isWhole
        ? listed.includes(name.normalize()) || nearest(name, gone) !== undefined
        : !/\.(?:md|ya?ml)/i.test(name);
    const known = names.filter(isPicture);
    reportUnknownFiles(root, folder, names, languages, ['sources.yaml', ...known], collect);
    const pictures = new Map<string, EncodedPicture>();
    pictureFile({ root, folder, names, article, pictures }, collect);
    pages.keep({ kind: 'article', slug, lang: first }, anchorsOf(article));
    pages.earlier.keep(slug, article);
    for (const rule of RULES) rule(article, collect);
    for (const edition of editionsOf(article)) {
      const isWhole = edition === original && original.yaml.value !== undefined;
      directive({ edition, fields, facts: isWhole ? factsOf(original) : undefined }, collect);
      checkProse(root, edition, pages, collect);
    }
    if (article.sources) linkDead(root, { yaml: article.sources }, pages, collect);

    if (!facts || !sources) return undefined;
    const edition = editionOf(original, facts, fields);
    const shown = words.filter((one) => one !== undefined).filter(({ lang }) => !leftOut.includes(lang));
    return { slug, original: edition, translations: shown, sources, pictures, headingIds: edition.headingIds };
  });
}

/** A translation in which what is left empty is missing, where it says that it is not finished. */
function withoutEmpty(edition: ParsedEdition | undefined): ParsedEdition | undefined {
  if (!edition || !isPartial(edition)) return edition;
  return { ...edition, yaml: { ...edition.yaml, value: filled(edition.yaml.value) } };
}

function filled(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, filled(part)] as const);
  return Object.fromEntries(entries.filter(([, part]) => part !== undefined));
}

/** What holds for the prose of an article and of the about page alike. */
export function checkProse(root: string, edition: ParsedEdition, pages: Pages, report: Report): void {
  linkDead(root, edition, pages, report);
  headings(edition, report);
  linkWords(edition, report);
}

/** An edition with what its schema makes of its frontmatter. */
export function editionOf<Data>(parsed: ParsedEdition, data: Data, fields?: Fields): Edition<Data> {
  const { lang, file, prose } = parsed;
  return { lang, path: file.path, data, prose, headingIds: headingIdsOf(parsed, fields) };
}

/** How a translation is validated: what it lacks is reported by the rules, with where the original has it. */
function beside(
  original: ParsedEdition | undefined,
  fields: Fields,
  report: Report,
): [report: Report, counterpart: Counterpart] {
  const yaml = original?.yaml;
  if (yaml?.value === undefined) return [report, () => undefined];
  return [
    (found) => (found.rule === 'uncited' ? undefined : report(found)),
    (at) => {
      const originalAt = originalPath(fields, at, yaml.value);
      return { place: pointTo(yaml, originalAt), same: originalAt.length >= at.length };
    },
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
    else if (name.endsWith('.md') && languages.length > 0) {
      const known = `the languages of content/site.yaml (${languages.join(', ')})`;
      say(`"${name.slice(0, -3)}" is not among ${known}; add it there or rename the file`, 'file-name');
    } else say('no page uses this file; move it out of content/', 'file-unused');
  }
}
