import { type Article, checkProse, type Edition, readArticle, reportUnknownFiles } from './article.ts';
import { type Diagnostic, hasErrors, type Report, sortDiagnostics, wholeFile } from './diagnostic.ts';
import { MODEL } from './model/article.ts';
import { type About, about, type Site, site } from './model/site.ts';
import { type ParsedEdition, parseEdition } from './read/edition.ts';
import { isFolder, readFile, readFolder } from './read/read-file.ts';
import { validate } from './read/validate.ts';
import { readYaml } from './read/yaml.ts';
import { rootOf, textsAt } from './read/yaml-access.ts';
import { headingIdsOf, PageAnchors } from './rules/page-anchors.ts';
import { proseCitations, rule } from './rules/rule.ts';
import { siteLanguages } from './rules/site-languages.ts';

/** Everything under `content/`, read and checked. */
export interface Library<Kept = Article> {
  /** Absent when `site.yaml` has errors. */
  readonly site?: Site;
  /** The about page in each language that has one. */
  readonly about: readonly Edition<About>[];
  /** The articles without errors, drafts among them, or what is kept of them. */
  readonly articles: readonly Kept[];
  /** What is wrong, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the content folder of a project.
 *
 * @param root the project's folder
 * @param keep what to keep of an article: a thousand of them with their parsed prose would fill the memory
 */
export function readLibrary(root: string): Library;
export function readLibrary<Kept>(root: string, keep: (article: Article) => Kept): Library<Kept>;
export function readLibrary(
  root: string,
  keep: (article: Article) => unknown = (article) => article,
): Library<unknown> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
  const settings = readSite(root, report);
  const languages = languagesOf(root, settings);
  const anchors = new PageAnchors(root, languages, MODEL.fields);
  const articles = articleFolders(root, report).flatMap((folder) => {
    const article = readArticle(root, folder, languages, report, { anchors });
    return article ? [keep(article)] : [];
  });
  const aboutPages = languages.flatMap((lang) => readAbout(root, lang, report, anchors) ?? []);
  reportUnknownFiles(root, 'content/about', readFolder(root, 'content/about', report), languages, [], report);
  return {
    ...(settings && { site: settings }),
    about: aboutPages,
    articles,
    diagnostics: sortDiagnostics(diagnostics),
  };
}

/** Reads `site.yaml` alone. */
export function readSite(root: string, report: Report): Site | undefined {
  const found: Diagnostic[] = [];
  const collect: Report = (diagnostic) => void found.push(diagnostic);
  const file = readFile(root, 'content/site.yaml', collect);
  const yaml = file && readYaml(file, 0, file.text.length, collect);
  const data = yaml?.value === undefined ? undefined : validate(site, yaml, collect);
  if (yaml) siteLanguages(yaml, collect);
  for (const diagnostic of found) report(diagnostic);
  return hasErrors(found) ? undefined : data;
}

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
  const [first] = writtenLanguages(root);
  if (first !== undefined && found.includes(first)) return [first, ...found.filter((lang) => lang !== first)];
  return found.length > 0 ? found : ['en'];
}

function writtenLanguages(root: string): string[] {
  const file = readFile(root, 'content/site.yaml', () => {});
  const yaml = file && readYaml(file, 0, file.text.length, () => {});
  return yaml ? textsAt(rootOf(yaml), 'languages').map(({ text }) => text) : [];
}

/** The folders of the articles, in alphabetical order, whatever the order on disk. */
export function articleFolders(root: string, report: Report): string[] {
  return readFolder(root, 'content/articles', report).flatMap((name) => {
    const path = `content/articles/${name}`;
    if (isFolder(root, path)) return [path];
    report(
      wholeFile(
        path,
        'this is no folder; an article is a folder that holds its editions and sources.yaml',
        'file-kind',
      ),
    );
    return [];
  });
}

const citesNothing = rule<ParsedEdition>('citation-place', (edition, say) => {
  for (const { offset } of proseCitations(edition))
    say.inProse(edition, offset, 'the about page has no sources to cite; write the address as a link');
});

/** Reads the about page in one language. */
function readAbout(
  root: string,
  lang: string,
  report: Report,
  anchors = new PageAnchors(root, languagesOf(root), MODEL.fields),
): Edition<About> | undefined {
  const path = `content/about/${lang}.md`;
  const found: Diagnostic[] = [];
  const collect: Report = (diagnostic) => void found.push(diagnostic);
  const file = readFile(root, path, collect);
  const edition = file && parseEdition(file, lang, collect);
  const data = edition?.yaml.value === undefined ? undefined : validate(about, edition.yaml, collect);
  if (edition) {
    citesNothing(edition, collect);
    checkProse(root, edition, anchors, collect);
  }
  for (const diagnostic of found) report(diagnostic);
  if (!data || !edition || hasErrors(found)) return undefined;
  return { lang, path, data, prose: edition.prose, headingIds: headingIdsOf(edition) };
}
