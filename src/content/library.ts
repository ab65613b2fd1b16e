import { interfaceLanguages } from '../i18n/messages.ts';
import { plainText } from '../text/rich-text.ts';
import { type Article, checkProse, type Edition, editionOf, readArticle, reportUnknownFiles } from './article.ts';
import { type Diagnostic, didYouMean, type Report, sortDiagnostics, unlessBroken, wholeFile } from './diagnostic.ts';
import { MAIN_ANCHOR } from './model/article.ts';
import { language, webAddress } from './model/scalars.ts';
import { type About, about, authorAnchor, type Site, site as siteSchema } from './model/site.ts';
import { Pages } from './pages.ts';
import { type ParsedEdition, readEdition } from './read/edition.ts';
import { diagnosticAt, isFolder, positionAt, readFolder } from './read/read-file.ts';
import { validate } from './read/validate.ts';
import { type PlacedYaml, readYamlFile } from './read/yaml.ts';
import { everyText, listRoot, type RawItem, rootOf, textsAt } from './read/yaml-access.ts';
import { filesOf, type NamedStory, readRedirects, type Redirects } from './redirects.ts';
import { directive } from './rules/directive.ts';
import { headingIdsOf } from './rules/page-anchors.ts';
import { type Named, proseCitations, rule } from './rules/rule.ts';
import { inTheLanguages, readSiteLists, type SiteLists } from './site-lists.ts';

/** Everything under `content/`, read and checked. */
export interface Library<Kept = Article> {
  readonly site: Site | undefined;
  /** Its lists, without one that has errors. */
  readonly lists: { readonly [Key in keyof SiteLists]: SiteLists[Key] | undefined };
  /** The about page in each language that has one. */
  readonly about: readonly Edition<About>[];
  /** The articles without errors, drafts among them, or what is kept of them. */
  readonly articles: readonly Kept[];
  readonly pages: Pages;
  readonly redirects: Redirects;
  /** What is wrong, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the content folder of a project.
 *
 * @param withoutDrafts whether translations that are drafts are left out of their articles
 * @param keep what to keep of an article: a thousand of them with their parsed prose would fill the memory
 */
export function readLibrary<Kept = Article>(
  root: string,
  keep: (article: Article) => Kept = (article) => article as Kept,
  { withoutDrafts } = { withoutDrafts: false },
): Library<Kept> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
  const site = readSite(root, report);
  const languages = languagesOf(root, site);
  const pages = new Pages(site);
  const { drafts } = pages;
  const { lists, named } = readSiteLists(root, languages, report);
  const titles = new Map<string, string>();
  const slugs = articleSlugs(root, report);
  const stories = new Map<string, NamedStory>();
  const articles = slugs.flatMap((slug) => {
    const article = readArticle(root, `content/articles/${slug}`, languages, report, {
      pages,
      beside: { ...named, articles: { noun: 'a story, the name of its folder', ids: slugs } },
      withoutDrafts,
    });
    if (article && !drafts.has(slug)) {
      const { original, translations } = article;
      titleTwice(root, article, titles, report);
      stories.set(slug, {
        languages: [original, ...translations].map(({ lang }) => lang),
        events: original.data.timeline.map(({ id }) => id),
        topics: original.data.topics ?? [],
      });
    }
    return article ? [{ slug, kept: keep(article) }] : [];
  });
  pages.earlier.check(drafts, report);
  const aboutPages = languages.flatMap((lang) => readAbout(root, lang, report, pages, named['authors.yaml'].ids) ?? []);
  reportUnknownFiles(
    root,
    'content',
    readFolder(root, 'content', () => {}),
    [],
    OF_THE_SITE,
    report,
  );
  reportUnknownFiles(root, 'content/about', readFolder(root, 'content/about', report), languages, [], report);
  const redirects = readRedirects(root, { languages, slugs, stories, pages }, report);
  pages.moved = redirects.pages;
  if (slugs.every((slug) => stories.has(slug) || drafts.has(slug)))
    pages.files = new Set(filesOf({ languages, stories }));
  pages.check();
  const broken = brokenIn(diagnostics);
  return {
    ...{ site, lists, pages, redirects, diagnostics: sortDiagnostics(diagnostics) },
    about: aboutPages.filter(({ lang }) => !broken.has(`about/${lang}.md`)),
    articles: articles.flatMap(({ slug, kept }) => (broken.has(`articles/${slug}`) ? [] : [kept])),
  };
}

/** What lies in `content/` itself. */
const OF_THE_SITE = ['README.md', 'about', 'articles', 'authors.yaml', 'redirects.yaml', 'site.yaml', 'topics.yaml'];

/** The articles, and the files beside them, that have errors: `articles/bridge`, `about/en.md`. */
export function brokenIn(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return new Set(errors.map(({ file }) => file.split('/').slice(1, 3).join('/')));
}

/** Of two stories with one title, as when a folder was copied, readers and search engines take one for the other. */
function titleTwice(root: string, { slug, original }: Article, titles: Map<string, string>, report: Report): void {
  const title = plainText(original.data.title);
  const other = titles.get(title);
  const edition = other === undefined ? undefined : readEdition(root, original.path, original.lang);
  if (!edition) titles.set(title, slug);
  else {
    const message = `title: "${title}" is also the title of content/articles/${other}; write another, or take one of them out`;
    report(diagnosticAt(edition.file, edition.yaml.placeOf(['title']), message, 'title-twice'));
  }
}

/** Reads `site.yaml` alone. */
export function readSite(root: string, report: Report): Site | undefined {
  return unlessBroken(report, (collect) => {
    const yaml = readYamlFile(root, 'content/site.yaml', collect);
    const data = yaml && validate(siteSchema, yaml, collect);
    if (yaml) siteLanguages(yaml, collect);
    return data;
  });
}

/** The interface speaks the site's languages, and the site has its texts in each of them. */
const siteLanguages = rule<PlacedYaml>('language', (yaml, say) => {
  const seen = new Set<string>();
  for (const { path, text } of textsAt(rootOf(yaml), 'languages')) {
    if (seen.has(text)) say.at(yaml, path, `"${text}" is given twice; keep one`, 'yaml-duplicate');
    else if (language.safeParse(text).success && !interfaceLanguages.includes(text)) {
      const mend = `its words belong in src/i18n/locales/${text}.ts, and that file into src/i18n/locales/index.ts`;
      say.at(yaml, path, `the interface does not speak "${text}", only ${interfaceLanguages.join(', ')}; ${mend}`);
    }
    seen.add(text);
  }
  const all = [...seen];
  // One that is misspelt would seem to be lacking, and another one too many.
  if (all.length > 0 && all.every((text) => interfaceLanguages.includes(text)))
    inTheLanguages(yaml, rootOf(yaml), 'tagline', all, say);
});

/**
 * The site's languages. When `site.yaml` is broken, so that its slip is the only one reported, those
 * that the about page has.
 *
 * @param settings what `site.yaml` says, where it has been read already
 */
export function languagesOf(root: string, settings = readSite(root, () => {})): readonly string[] {
  if (settings) return settings.languages;
  const found = readFolder(root, 'content/about', () => {}).flatMap(
    (name) => /^([a-z]{2,3}(?:-[\w-]+)?)\.md$/.exec(name)?.[1] ?? [],
  );
  // The originals' language stands first, and is not always the first of the alphabet.
  const yaml = readYamlFile(root, 'content/site.yaml');
  const named = yaml ? textsAt(rootOf(yaml), 'languages').map(({ text }) => text) : [];
  const meant = named.map((lang) => (found.includes(lang) ? lang : lang.toLowerCase().replace(/[-_].*/, '')));
  const all = new Set([...meant.filter((lang) => found.includes(lang)), ...found]);
  return all.size > 0 ? [...all] : ['en'];
}

/** The folders of the articles, by name in alphabetical order, whatever the order on disk. */
function articleSlugs(root: string, report: Report = () => {}): string[] {
  const message = 'this is no folder; an article is a folder that holds its editions and sources.yaml';
  return readFolder(root, 'content/articles', report).filter((name) => {
    const isThere = isFolder(root, `content/articles/${name}`);
    if (!isThere) report(wholeFile(`content/articles/${name}`, message, 'file-kind'));
    return isThere;
  });
}

/**
 * Refuses the name of an article that is not there.
 *
 * @throws {RangeError} with a sentence for the editor
 */
export function assertArticles(root: string, ...slugs: readonly string[]): void {
  const there = articleSlugs(root);
  const stranger = slugs.find((slug) => !there.includes(slug));
  if (stranger === undefined) return;
  throw new RangeError(`"${stranger}" is no article${didYouMean(stranger, there) || '; write its folder’s name'}`);
}

const citesNothing = rule<ParsedEdition>('citation-place', (edition, say) => {
  for (const { offset } of proseCitations(edition))
    say.inProse(edition, offset, 'the about page has no sources to cite; write the address as a link');
});

function readAbout(
  root: string,
  lang: string,
  report: Report,
  pages: Pages,
  authors: Named['ids'],
): Edition<About> | undefined {
  const edition = readEdition(root, `content/about/${lang}.md`, lang, report);
  if (!edition) return undefined;
  const data = validate(about, edition.yaml, report);
  citesNothing(edition, report);
  directive({ edition, fields: {} }, report);
  checkProse(root, edition, pages, report);
  const anchors = authors && [MAIN_ANCHOR, ...headingIdsOf(edition), ...authors.map((id) => authorAnchor(id ?? ''))];
  pages.keep({ kind: 'about', lang }, anchors && edition.proseRead ? new Set(anchors) : undefined);
  return data && editionOf(edition, data);
}

/** An address in the sources, and where it stands: `content/articles/SLUG/sources.yaml:4:8`. */
interface WrittenAddress {
  readonly address: string;
  readonly place: string;
}

/** The addresses of one source: its own, and those of its archived copies. */
export interface SourceAddresses {
  readonly url?: WrittenAddress | undefined;
  readonly archived: readonly WrittenAddress[];
}

/**
 * The addresses of every source of a project, drafts included. What is no address is left to `check`.
 *
 * @param slugs the articles; all of them when empty
 * @throws {RangeError} with a sentence for the editor when there is no such article
 */
export function sourceAddresses(root: string, slugs: readonly string[] = []): SourceAddresses[] {
  assertArticles(root, ...slugs);
  return [...new Set(slugs.length > 0 ? slugs : articleSlugs(root))].flatMap((slug) => {
    const yaml = readYamlFile(root, `content/articles/${slug}/sources.yaml`);
    const written = ({ path: at, value }: RawItem, key: string): WrittenAddress[] =>
      everyText(value[key], [...at, key]).flatMap(({ path, text: address }) => {
        if (!yaml || !webAddress.safeParse(address).success) return [];
        const { line, column } = positionAt(yaml.file, yaml.placeOf(path));
        return [{ address, place: `${yaml.file.path}:${line}:${column}` }];
      });
    return listRoot(yaml).map((source) => ({ url: written(source, 'url')[0], archived: written(source, 'archived') }));
  });
}
