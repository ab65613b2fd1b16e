import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { everyNode } from '../../text/nodes.ts';
import { parseMarkdown } from '../../text/pipeline.ts';
import { isSafeLink } from '../../text/problems.ts';
import { type ContentPage, decoded, followLink, pageOf } from '../content-link.ts';
import { didYouMean, type Report } from '../diagnostic.ts';
import { diagnosticAt } from '../read/read-file.ts';
import type { PlacedYaml } from '../read/yaml.ts';
import { textsWith } from '../read/yaml-access.ts';
import type { PageAnchors } from './page-anchors.ts';
import { offsetOf } from './rule.ts';

const HOW_TO_LINK =
  'link to an article (../slug/en.md), the about page (../../about/en.md), an anchor (#h-heading) or a web address';

/** A markdown file of the content folder, or `sources.yaml`, as far as it could be read. */
interface LinkedFile {
  readonly yaml: PlacedYaml;
  readonly proseStart?: number;
  readonly prose?: Root;
}

/**
 * Every link of a file to another content file leads to one that becomes a page, and to an anchor that is there
 * (`link-dead`); and to the edition in its own language, where there is one (`link-language`).
 */
export function linkDead(root: string, file: LinkedFile, anchors: PageAnchors, report: Report): void {
  const { file: source } = file.yaml;
  const here = pageOf(source.path);
  const isThere = (path: string): boolean => existsSync(join(root, path));
  const slug = here?.kind === 'article' ? here.slug : String(source.path.split('/')[2]);
  // What is itself shown by `dev` alone may link to what is.
  const isHidden = here?.kind !== 'about' && anchors.isDraft(slug, here?.lang);
  const isDraft = (page: ContentPage): boolean => page.kind === 'article' && anchors.isDraft(page.slug, page.lang);
  for (const { href, offset } of writtenLinks(file)) {
    const link = isSafeLink(href) ? followLink(source.path, href) : undefined;
    if (!link) continue;
    const say = (message: string, id: 'link-dead' | 'link-language' = 'link-dead'): void =>
      report(diagnosticAt(source, offset, message, id));
    const page = pageOf(link.path);
    if (!page) say(`"${href}" leads to no page; ${HOW_TO_LINK}`);
    else if (!isThere(link.path)) say(`"${href}" leads to ${link.path}, which does not exist`);
    else if (!isHidden && isDraft(page))
      say(`"${href}" leads to a draft, which readers do not get; take the link out until it is published`);
    else {
      const anchor = decoded(link.fragment.slice(1));
      const known = anchor === '' ? undefined : anchors.of(link.path);
      if (known && !known.has(anchor))
        say(`the link "${href}" leads to ${link.path}, which has no anchor "${anchor}"${didYouMean(anchor, known)}`);
      const better = href.replace(/[^/]+\.md(?=#|$)/, `${here?.lang}.md`);
      const target = here && here.lang !== page.lang ? followLink(source.path, better) : undefined;
      const twin = target && target.path !== source.path && isThere(target.path) ? pageOf(target.path) : undefined;
      if (twin && (isHidden || !isDraft(twin)))
        say(`"${href}" leads to another language; "${better}" exists as well`, 'link-language');
    }
  }
}

/** Every link in a file's prose and short texts, those in the short texts where their text starts. */
function writtenLinks({ yaml, proseStart = 0, prose }: LinkedFile): { href: string; offset: number }[] {
  const inTexts = textsWith(yaml, '](', ']:').flatMap(({ path, text }) =>
    hrefs(parseMarkdown(text)).map(({ href }) => ({ href, offset: yaml.placeOf(path) })),
  );
  const inProse = prose ? hrefs(prose).map(({ href, offset }) => ({ href, offset: proseStart + offset })) : [];
  return [...inTexts, ...inProse];
}

function hrefs(tree: Root): { href: string; offset: number }[] {
  const nodes = everyNode(tree);
  const named = new Set(nodes.flatMap((node) => (node.type === 'linkReference' ? node.identifier : [])));
  return nodes.flatMap((node) =>
    node.type === 'link' || (node.type === 'definition' && named.has(node.identifier))
      ? [{ href: node.url, offset: offsetOf(node) }]
      : [],
  );
}
