import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ContentPage, followLink, type LinkedFile, pageOf, writtenLinks } from '../content-link.ts';
import type { Report } from '../diagnostic.ts';
import { diagnosticAt } from '../source-file.ts';
import { isSafeLink } from '../../text/problems.ts';
import { editionsOf } from './prose.ts';
import type { Rule } from './rule.ts';

/**
 * Every link to another content file leads to one that becomes a page.
 *
 * @param root the project's folder, in which the files are looked for
 */
export function knownLinks(root: string): Rule {
  return (article, report) => {
    for (const edition of editionsOf(article)) reportDeadLinks(root, edition, report);
    if (article.sources) reportDeadLinks(root, { yaml: article.sources }, report);
  };
}

/** Reports the links of one file that lead to no page. Anchors are looked for on the finished pages. */
export function reportDeadLinks(root: string, file: LinkedFile, report: Report): void {
  const { file: source } = file.yaml;
  for (const { href, offset } of writtenLinks(file)) {
    const link = isSafeLink(href) ? followLink(source.path, href) : undefined;
    if (!link) continue;
    const page = pageOf(link.path);
    if (!page) report(diagnosticAt(source, offset, `"${href}" leads to no page; ${HOW_TO_LINK}`, 'link-dead'));
    else if (!existsSync(join(root, link.path)))
      report(diagnosticAt(source, offset, `"${href}" leads to ${link.path}, which does not exist`, 'link-dead'));
    else warnOfOtherLanguage(root, href, page, file, offset, report);
  }
}

const HOW_TO_LINK =
  'link to an article (../slug/en.md), the about page (../../about/en.md), an anchor (#h-heading) or a web address';

function warnOfOtherLanguage(
  root: string,
  href: string,
  page: ContentPage,
  { yaml: { file: source } }: LinkedFile,
  offset: number,
  report: Report,
): void {
  const here = pageOf(source.path);
  if (!here || here.lang === page.lang) return;
  const better = href.replace(/[^/]+\.md(?=#|$)/, `${here.lang}.md`);
  const target = followLink(source.path, better);
  if (target && target.path !== source.path && existsSync(join(root, target.path)))
    report(
      diagnosticAt(source, offset, `"${href}" leads to another language; "${better}" exists as well`, 'link-language'),
    );
}
