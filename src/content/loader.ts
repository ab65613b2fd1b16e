import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { readArticle } from './article.ts';
import { type Diagnostic, formatDiagnostic, hasErrors, type Report, sortDiagnostics } from './diagnostic.ts';
import { aboutEntry, articleEntry } from './entries.ts';
import { type Held, held } from './held.ts';
import { articleFolders, languagesOf, readAbout, readSite } from './library.ts';

/** Reads `content/site.yaml`: one entry with the id `site`. */
export function siteLoader(): Loader {
  return contentLoader('site', (root, report) => {
    const site = readSite(root, report);
    return new Map(site ? [['site', site]] : []);
  });
}

/** Reads `content/articles/`: one entry for each article without errors; its id is the slug. */
export function articleLoader(): Loader {
  return contentLoader('articles', (root, report) => {
    const languages = languagesOf(root);
    const articles = articleFolders(root, report).flatMap((folder) => {
      const article = readArticle(root, folder, languages, report);
      return article ? [articleEntry(article)] : [];
    });
    return new Map(articles.map((entry) => [entry.article.slug, entry]));
  });
}

/** Reads `content/about/`: one entry for each language, which is its id. */
export function aboutLoader(): Loader {
  return contentLoader('about', (root, report) => {
    const pages = languagesOf(root).flatMap((lang) => readAbout(root, lang, report) ?? []);
    return new Map(pages.map((page) => [page.lang, aboutEntry(page)]));
  });
}

/**
 * A loader that holds what it reads for the pages and tells Astro the ids alone. A build has read
 * everything by then; `dev` reads anew at every change.
 */
function contentLoader<Name extends keyof Held>(
  name: Name,
  read: (root: string, report: Report) => NonNullable<Held[Name]>,
): Loader {
  return {
    name,
    async load({ config, store, watcher, logger, generateDigest }) {
      const root = fileURLToPath(config.root);
      const load = (): void => {
        const found: Diagnostic[] = [];
        if (watcher || !held[name]) held[name] = read(root, (diagnostic) => found.push(diagnostic));
        const entries: ReadonlyMap<string, object> = held[name] ?? new Map();
        // What has errors now leaves the store: nobody is served an old state of it. All at once, so that no
        // page is made from a store that is half empty.
        store.clear();
        for (const [id, entry] of entries)
          store.set({ id, data: {}, ...(watcher && { digest: generateDigest(JSON.stringify(entry)) }) });
        // In `dev` the browser and the terminal show them all at once; see dev-diagnostics.
        if (hasErrors(found) && !watcher) throw new Error(sortDiagnostics(found).map(formatDiagnostic).join('\n'));
      };
      load();
      const reload = (path: string): void => {
        if (!isContent(root, path)) return;
        try {
          load();
        } catch (error) {
          logger.error(String(error));
        }
      };
      for (const change of ['change', 'add', 'unlink', 'unlinkDir']) watcher?.on(change, reload);
    },
  };
}

/** Whether a path lies in the content folder of a project. */
export function isContent(root: string, path: string): boolean {
  return relative(root, path).split(sep)[0] === 'content';
}
