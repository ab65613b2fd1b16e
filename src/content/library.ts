import { type Article, draftOf, type Edition, readArticle, reportStrangers } from './article.ts';
import { type Diagnostic, hasErrors, type Report, sortDiagnostics, wholeFile } from './diagnostic.ts';
import { isFolder, readFile, readFolder } from './read-file.ts';
import { rootOf, textsAt } from './raw.ts';
import { proseCitations } from './rules/citations.ts';
import { headingLevelsIn } from './rules/headings.ts';
import { tellingLinksIn } from './rules/link-words.ts';
import { problemInProse } from './rules/rule.ts';
import { siteLanguages } from './rules/site.ts';
import { textProblems } from '../text/problems.ts';
import { reportDeadLinks } from './rules/links.ts';
import { type About, about } from './schema/about.ts';
import { type Site, site } from './schema/site.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

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
  const articles = articleFolders(root, report).flatMap((folder) => {
    const article = readArticle(root, folder, languages, report);
    return article ? [keep(article)] : [];
  });
  const aboutPages = languages.flatMap((lang) => readAbout(root, lang, report) ?? []);
  reportAboutStrangers(root, languages, report);
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

/** Reads the about page in one language. */
export function readAbout(root: string, lang: string, report: Report): Edition<About> | undefined {
  const path = `content/about/${lang}.md`;
  const found: Diagnostic[] = [];
  const collect: Report = (diagnostic) => void found.push(diagnostic);
  const file = readFile(root, path, collect);
  const draft = file && draftOf(file, lang, collect);
  const data = draft?.yaml.value === undefined ? undefined : validate(about, draft.yaml, collect);
  if (draft) {
    for (const { offset, message, kind } of textProblems(draft.prose, draft.file.text.slice(draft.proseStart)))
      collect(problemInProse(draft, offset, message, kind));
    for (const { offset } of proseCitations(draft))
      collect(
        problemInProse(
          draft,
          offset,
          'the about page has no sources to cite; write the address as a link',
          'citation-place',
        ),
      );
    reportDeadLinks(root, draft, collect);
    headingLevelsIn(draft, collect);
    tellingLinksIn(draft, collect);
  }
  for (const diagnostic of found) report(diagnostic);
  return data && draft && !hasErrors(found) ? { lang, path, data, prose: draft.prose } : undefined;
}

function reportAboutStrangers(root: string, languages: readonly string[], report: Report): void {
  reportStrangers(root, 'content/about', readFolder(root, 'content/about', report), languages, [], report);
}
