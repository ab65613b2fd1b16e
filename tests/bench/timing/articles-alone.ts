import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROUTES = ['[event].astro', '[event].png.ts', 'embed.astro'];
const LAYOUT = 'src/layouts/Article.astro';
const TO_MOMENT = "fileOf({ ...address, kind: 'moment', event }, context.book)";

/**
 * Takes the pages and pictures of the moments and the embeds out of a copy of the program. No option of the program
 * does this: the routes are removed, and an article's links to its moments lead to the article itself, as the build
 * stops at dead links.
 *
 * @param root a copy, never the program itself
 */
export function leaveArticlesAlone(root: string): void {
  for (const route of ROUTES) rmSync(join(root, 'src/pages/[...lang]/articles/[slug]', route));
  const layout = join(root, LAYOUT);
  const text = readFileSync(layout, 'utf8');
  if (!text.includes(TO_MOMENT))
    throw new Error(`${LAYOUT} links to moments in another way now; mend ${import.meta.filename}`);
  writeFileSync(layout, text.replace(TO_MOMENT, 'fileOf(address, context.book)'));
}
