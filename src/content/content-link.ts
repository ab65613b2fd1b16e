import { posix } from 'node:path';
import type { Root } from 'mdast';
import { everyNode } from '../text/nodes.ts';
import { parseMarkdown } from '../text/pipeline.ts';
import type { PlacedYaml } from './read/yaml.ts';
import { everyText } from './read/yaml-access.ts';

/** Where a link from one content file to another leads. */
export interface ContentLink {
  /** The file, relative to the project, with `/` between folders. */
  readonly path: string;
  /** An anchor on its page, with the `#`, as written; empty when there is none. */
  readonly fragment: string;
}

/** The page that a content file becomes. */
export type ContentPage =
  | { readonly kind: 'article'; readonly slug: string; readonly lang: string }
  | { readonly kind: 'about'; readonly lang: string };

/** A link as an editor wrote it, and where it stands. */
export interface WrittenLink {
  readonly href: string;
  /** Offset into the file's text. */
  readonly offset: number;
}

/** A markdown file of the content folder, or `sources.yaml`, as far as it could be read. */
export interface LinkedFile {
  readonly yaml: PlacedYaml;
  readonly proseStart?: number;
  readonly prose?: Root;
}

/**
 * Follows a relative link as every markdown editor does: from the file in which it stands.
 *
 * @param from the file that holds the link, relative to the project
 * @param href as written, `../other-story/en.md#h-heading`; a bare `#anchor` stays in the file
 * @returns `undefined` for a link with a scheme, such as `https:` or `mailto:`
 */
export function followLink(from: string, href: string): ContentLink | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return undefined;
  const [, path = '', fragment = ''] = /^([^#]*)(#.*)?$/su.exec(href) ?? [];
  return { path: path === '' ? from : posix.join(posix.dirname(from), path), fragment };
}

/** The page that a content file becomes, or `undefined` when it becomes none. */
export function pageOf(path: string): ContentPage | undefined {
  const article = /^content\/articles\/([^/]+)\/([^/]+)\.md$/.exec(path);
  if (article) return { kind: 'article', slug: article[1] as string, lang: article[2] as string };
  const about = /^content\/about\/([^/]+)\.md$/.exec(path);
  return about ? { kind: 'about', lang: about[1] as string } : undefined;
}

/** Every link in a file's prose and short texts, those in the short texts where their text starts. */
export function writtenLinks({ yaml, proseStart = 0, prose }: LinkedFile): WrittenLink[] {
  const inProse = prose ? hrefs(prose).map(({ href, offset }) => ({ href, offset: proseStart + offset })) : [];
  const inTexts = everyText(yaml.value).flatMap(({ path, text }) =>
    text.includes('](') || text.includes(']:')
      ? hrefs(parseMarkdown(text)).map(({ href }) => ({ href, offset: yaml.placeOf(path) }))
      : [],
  );
  return [...inTexts, ...inProse];
}

function hrefs(tree: Root): WrittenLink[] {
  return everyNode(tree).flatMap((node) =>
    node.type === 'link' || node.type === 'definition'
      ? [{ href: node.url, offset: node.position?.start.offset ?? 0 }]
      : [],
  );
}
