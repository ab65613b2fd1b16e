import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isSafeLink } from '../../text/problems.ts';
import { followLink, type LinkedFile, pageOf, writtenLinks } from '../content-link.ts';
import type { Report } from '../diagnostic.ts';
import { diagnosticAt } from '../read/source-file.ts';

/**
 * A link leads to the edition in its own language, where there is one.
 *
 * @param root the project's folder, in which the editions are looked for
 */
export function linkLanguage(root: string, file: LinkedFile, report: Report): void {
  const { file: source } = file.yaml;
  const here = pageOf(source.path);
  for (const { href, offset } of here ? writtenLinks(file) : []) {
    const link = isSafeLink(href) ? followLink(source.path, href) : undefined;
    const page = link && pageOf(link.path);
    if (!page || page.lang === here?.lang || !existsSync(join(root, link.path))) continue;
    const better = href.replace(/[^/]+\.md(?=#|$)/, `${here?.lang}.md`);
    const target = followLink(source.path, better);
    if (target && target.path !== source.path && existsSync(join(root, target.path)))
      report(
        diagnosticAt(
          source,
          offset,
          `"${href}" leads to another language; "${better}" exists as well`,
          'link-language',
        ),
      );
  }
}
