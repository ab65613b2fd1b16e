import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the bare project shows of a story: its prose without citations, under its title and summary. */
export interface BarePost {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly markdown: string;
}

/**
 * The floor that the program is measured against: a bare Astro project that shows the same markdown through one layout,
 * with Astro's defaults. `floor/` is all of it.
 *
 * @param posts what it shows
 * @returns its folder, and what removes it
 */
export function floorProject(posts: readonly BarePost[]): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'plain-record-floor-'));
  cpSync(join(import.meta.dirname, 'floor'), root, { recursive: true });
  mkdirSync(join(root, 'posts'));
  for (const { slug, title, summary, markdown } of posts)
    writeFileSync(
      join(root, 'posts', `${slug}.md`),
      `---\ntitle: ${JSON.stringify(title)}\nsummary: ${JSON.stringify(summary)}\n---\n\n${markdown}`,
    );
  symlinkSync(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'), 'junction');
  return { root, remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Prose without its citations, which a bare project would show as text. */
export function withoutCitations(prose: string): string {
  return prose.replace(/\[\^[a-z0-9-]+\]/g, '');
}
