import { followLink, pageOf, writtenLinks } from '../content/content-link.ts';
import { type MarkdownParts, splitFrontmatter } from '../content/read/edition.ts';
import { articleFolders, languagesOf } from '../content/library.ts';
import { readFile } from '../content/read/read-file.ts';
import { diagnosticAt, type SourceFile } from '../content/read/source-file.ts';
import { readYaml } from '../content/read/yaml.ts';
import { parseMarkdown } from '../text/pipeline.ts';
import { fileOf } from '../story/urls.ts';
import { decodeAddress } from './page-links.ts';

/** A link in a content file. */
export interface WrittenAt {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly href: string;
}

/**
 * Finds the places in the content where an editor wrote a link. Reads the content anew: it is wanted only
 * when a link is broken.
 *
 * @param root the project's folder
 * @returns the places that link to an anchor of a file of the site
 */
export function linkAuthors(root: string): (target: { file: string; anchor: string }) => WrittenAt[] {
  const languages = languagesOf(root);
  const folders = ['content/about', ...articleFolders(root, () => {})];
  const places = new Map<string, WrittenAt[]>();
  for (const folder of folders)
    for (const name of [...languages.map((lang) => `${lang}.md`), 'sources.yaml'])
      for (const link of linksOf(root, `${folder}/${name}`)) {
        const key = keyOf(link.path, link.fragment.slice(1), languages[0] as string);
        if (key !== undefined) places.set(key, [...(places.get(key) ?? []), link]);
      }
  return ({ file, anchor }) => places.get(`${file}#${anchor}`) ?? [];
}

function linksOf(root: string, path: string): (WrittenAt & { path: string; fragment: string })[] {
  const file = readFile(root, path, () => {});
  const parts = file && partsOf(file);
  if (!file || !parts) return [];
  const { yaml, proseStart } = parts;
  const prose = parseMarkdown(file.text.slice(proseStart));
  const links = writtenLinks({ yaml: readYaml(file, ...yaml, () => {}), proseStart, prose });
  return links.flatMap(({ href, offset }) => {
    const link = followLink(path, href);
    const { line, column } = diagnosticAt(file, offset, '', 'link-dead');
    return link ? [{ ...link, file: path, line, column, href }] : [];
  });
}

function partsOf(file: SourceFile): MarkdownParts | undefined {
  if (file.path.endsWith('.md')) return splitFrontmatter(file, () => {});
  return { yaml: [0, file.text.length], proseStart: file.text.length };
}

function keyOf(path: string, anchor: string, firstLanguage: string): string | undefined {
  const page = pageOf(path);
  return page && `${fileOf(page, { firstLanguage })}#${decodeAddress(anchor)}`;
}
