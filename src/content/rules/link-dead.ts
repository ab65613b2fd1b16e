import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import { everyNode } from '../../text/nodes.ts';
import { parseMarkdown } from '../../text/pipeline.ts';
import { linkAddressProblem } from '../../text/link-address.ts';
import { contentBehind, decoded, followLink, pageOf, withinSite } from '../content-link.ts';
import { diagnostic, didYouMean, type Report } from '../diagnostic.ts';
import type { Pages } from '../pages.ts';
import { positionAt } from '../read/read-file.ts';
import type { PlacedYaml } from '../read/yaml.ts';
import { textsWith } from '../read/yaml-access.ts';
import type { RuleName } from '../rule-book.ts';
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
 * Every link of a file to another content file, or to its page by the whole address, leads to one that becomes a page,
 * and to an anchor that is there (`link-dead`); and to the edition in its own language, where there is one
 * (`link-language`). It is said when all pages are known.
 */
export function linkDead(root: string, file: LinkedFile, pages: Pages, report: Report): void {
  const { path: source } = file.yaml.file;
  const isThere = (path: string): boolean => existsSync(join(root, path));
  // The sources are the original's.
  const here = pageOf(source) ?? { kind: 'article', slug: String(source.split('/')[2]), lang: '' };
  const check = (link: { path: string; fragment: string }, href: string, say: SayOfLink): void => {
    // What is itself shown by `dev` alone may link to what is.
    const isHidden = pages.isDraft(here);
    const page = pageOf(link.path);
    if (!page) say(`"${href}" leads to no page; ${HOW_TO_LINK}`);
    else if (!isThere(link.path)) say(`"${href}" leads to ${link.path}, which does not exist`);
    else if (!isHidden && pages.isDraft(page))
      say(`"${href}" leads to a draft, which readers do not get; take the link out until it is published`);
    else {
      const anchor = decoded(link.fragment.slice(1));
      const known = anchor === '' ? undefined : pages.anchorsOf(page);
      if (known && !known.has(anchor))
        say(`the link "${href}" leads to ${link.path}, which has no anchor "${anchor}"${didYouMean(anchor, known)}`);
      const better = href.replace(/[^/]+\.md(?=#|$)/, `${here.lang}.md`);
      const target = here.lang && here.lang !== page.lang ? followLink(source, better) : undefined;
      const twin = target && target.path !== source && isThere(target.path) ? pageOf(target.path) : undefined;
      if (twin && (isHidden || !pages.isDraft(twin)))
        say(`"${href}" leads to another language; "${better}" exists as well`, 'link-language');
    }
  };
  for (const { href, offset } of writtenLinks(file, pages.base)) {
    if (linkAddressProblem(href) !== undefined) continue;
    const own = pages.base && withinSite(href, pages.base);
    const link = own === undefined ? followLink(source, href) : contentBehind(own, pages.firstLanguage);
    if (!link) continue;
    const { line, column } = positionAt(file.yaml.file, offset);
    const say: SayOfLink = (message, rule = 'link-dead') => report(diagnostic(source, line, column, message, rule));
    pages.later(() => pages.moved.has(own?.replace(/#.*/s, '') ?? '') || check(link, href, say));
  }
}

type SayOfLink = (message: string, rule?: RuleName) => void;

/**
 * Every link in a file's prose and short texts, those in the short texts where their text starts.
 *
 * @param base the site's own address: a text that holds it may be one, as the address of a source is
 */
function writtenLinks({ yaml, proseStart = 0, prose }: LinkedFile, base = ']('): { href: string; offset: number }[] {
  const inTexts = textsWith(yaml, '](', ']:', base.replace(/^https?:|\/$/g, '')).flatMap(({ path, text }) =>
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
