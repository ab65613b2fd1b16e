import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseMarkdown } from '../markdown/pipeline.ts';
import { textProblems } from '../markdown/problems.ts';
import { type Article, type Edition, readArticle } from './article.ts';
import { type Diagnostic, sortDiagnostics } from './diagnostic.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { readFile } from './read-file.ts';
import { reportDeadLinks } from './rules/links.ts';
import { type About, about } from './schema/about.ts';
import { type Site, site } from './schema/site.ts';
import { diagnosticAt } from './source-file.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/** Everything under `content/`, read and checked. */
export interface Library {
  /** Absent when `site.yaml` has errors. */
  readonly site?: Site;
  /** The about page in each language that has one. */
  readonly about: readonly Edition<About>[];
  /** The articles without errors, drafts among them. */
  readonly articles: readonly Article[];
  /** What is wrong, sorted by place. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the content folder of a project.
 *
 * @param root the project's folder
 */
export function readLibrary(root: string): Library {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const settings = readSite(root, report);
  const languages = settings?.languages ?? ['en'];
  const articles = articleFolders(root).flatMap((folder) => readArticle(root, folder, languages, report) ?? []);
  const aboutPages = languages.flatMap((lang) => readAbout(root, lang, report) ?? []);
  return {
    ...(settings && { site: settings }),
    about: aboutPages,
    articles,
    diagnostics: sortDiagnostics(diagnostics),
  };
}

/** Reads `site.yaml` alone. */
export function readSite(root: string, report: (diagnostic: Diagnostic) => void): Site | undefined {
  const file = readFile(root, 'content/site.yaml', report);
  const yaml = file && readYaml(file, 0, file.text.length, report);
  return yaml?.value === undefined ? undefined : validate(site, yaml, report);
}

/** The folders of the articles, in alphabetical order, whatever the order on disk. */
export function articleFolders(root: string): string[] {
  try {
    return readdirSync(join(root, 'content/articles'), { withFileTypes: true })
      .filter((entry) => !entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => `content/articles/${name}`)
      .toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Reads the about page in one language. */
export function readAbout(
  root: string,
  lang: string,
  report: (diagnostic: Diagnostic) => void,
): Edition<About> | undefined {
  const path = `content/about/${lang}.md`;
  const file = readFile(root, path, report);
  const parts = file && splitFrontmatter(file, report);
  if (!file || !parts) return undefined;
  const yaml = readYaml(file, ...parts.yaml, report);
  const data = yaml.value === undefined ? undefined : validate(about, yaml, report);
  const prose = file.text.slice(parts.proseStart);
  const tree = parseMarkdown(prose);
  for (const { offset, message } of textProblems(tree))
    report(diagnosticAt(file, parts.proseStart + offset, message));
  reportDeadLinks(root, { yaml, proseStart: parts.proseStart, prose: tree }, report);
  return data && { lang, path, data, prose };
}
