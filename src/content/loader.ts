import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { wordsFor } from '../i18n/languages.ts';
import { headingsOf } from '../markdown/headings.ts';
import { parseMarkdown } from '../markdown/pipeline.ts';
import { plainText } from '../markdown/plain-text.ts';
import { asFrontmatter, type ProseContext } from '../markdown/prose-context.ts';
import { type Article, type Edition, readArticle } from './article.ts';
import { type Diagnostic, formatDiagnostic, hasErrors, type Report, sortDiagnostics } from './diagnostic.ts';
import { articleFolders, languagesOf, readAbout, readSite } from './library.ts';
import type { RenderedProse } from './rendered-prose.ts';
import type { About } from './schema/about.ts';
import type { Site } from './schema/site.ts';

/** An entry of the collection of articles; its id is the slug. */
export interface ArticleEntry extends Record<string, unknown> {
  readonly article: Article;
  /** By language. */
  readonly prose: Readonly<Record<string, RenderedProse>>;
}

/** An entry of the collection of about pages; its id is the language. */
export interface AboutEntry extends Record<string, unknown> {
  readonly page: Edition<About>;
  readonly prose: RenderedProse;
}

/** Reads `content/site.yaml`: one entry with the id `site`. */
export function siteLoader(): Loader {
  return contentLoader('site', async ({ root, report }) => {
    const site = readSite(root, report);
    return site ? [{ id: 'site', data: site as Site & Record<string, unknown> }] : [];
  });
}

/** Reads `content/articles/`: one entry for each article without errors. */
export function articleLoader(): Loader {
  return contentLoader('articles', async ({ root, report, render }) => {
    const languages = languagesOf(root);
    const entries: Entry[] = [];
    for (const folder of articleFolders(root, report)) {
      const article = readArticle(root, folder, languages, report);
      if (!article) continue;
      const data: ArticleEntry = { article: withoutProse(article), prose: await renderEditions(article, render) };
      entries.push({ id: article.slug, data });
    }
    return entries;
  });
}

/** Reads `content/about/`: one entry for each language. */
export function aboutLoader(): Loader {
  return contentLoader('about', async ({ root, report, render }) => {
    const languages = languagesOf(root);
    const entries: Entry[] = [];
    for (const lang of languages) {
      const page = readAbout(root, lang, report);
      if (!page) continue;
      const data: AboutEntry = {
        page: { ...page, prose: '' },
        prose: await render(page, { noteLabel: wordsFor(lang).story.deskNote, terms: [] }),
      };
      entries.push({ id: lang, data });
    }
    return entries;
  });
}

type Render = (edition: Edition<unknown>, context: ProseContext) => Promise<RenderedProse>;

interface Entry {
  id: string;
  data: Record<string, unknown>;
}

interface Reading {
  root: string;
  report: Report;
  render: Render;
}

function contentLoader(name: string, read: (reading: Reading) => Promise<Entry[]>): Loader {
  return {
    name,
    async load(context) {
      const root = fileURLToPath(context.config.root);
      const render = await proseRenderer(context);
      const load = async (): Promise<void> => {
        const found: Diagnostic[] = [];
        const entries = await read({ root, report: (diagnostic) => found.push(diagnostic), render });
        // What has errors now leaves the store: nobody is served an old state of it. All at once, so that no
        // page is made from a store that is half empty.
        context.store.clear();
        for (const entry of entries) context.store.set(entry);
        // In `dev` the browser and the terminal show them all at once; see dev-diagnostics.
        if (hasErrors(found) && !context.watcher)
          throw new Error(sortDiagnostics(found).map(formatDiagnostic).join('\n'));
      };
      await load();
      let queue = Promise.resolve();
      const reload = (path: string): void => {
        if (!isContent(root, path)) return;
        queue = queue.then(load).catch((error: unknown) => context.logger.error(String(error)));
      };
      for (const change of ['change', 'add', 'unlink', 'unlinkDir']) context.watcher?.on(change, reload);
    },
  };
}

/** Whether a path lies in the content folder of a project. */
export function isContent(root: string, path: string): boolean {
  return relative(root, path).split(sep)[0] === 'content';
}

// Astro's own renderMarkdown would run another YAML parser over a body that opens with "---".
async function proseRenderer({ config }: LoaderContext): Promise<Render> {
  const renderer = await config.markdown.processor.createRenderer({ syntaxHighlight: false });
  return async (edition, context) => {
    const { code } = await renderer.render(edition.prose, { frontmatter: asFrontmatter(context) });
    const headings = headingsOf(parseMarkdown(edition.prose)).map(({ id, text, depth }, index) => ({
      id: context.headingIds?.[index] ?? id,
      text,
      depth,
    }));
    return { html: code, headings };
  };
}

async function renderEditions(article: Article, render: Render): Promise<Record<string, RenderedProse>> {
  const prose: Record<string, RenderedProse> = {};
  for (const translation of [undefined, ...article.translations]) {
    const edition = translation ?? article.original;
    prose[edition.lang] = await render(edition, {
      noteLabel: wordsFor(edition.lang).story.deskNote,
      terms: (article.original.data.terms ?? []).map(({ id, term }) => ({
        id,
        term: plainText(translation?.data.terms?.[id]?.term ?? term),
      })),
      headingIds: article.headingIds,
    });
  }
  return prose;
}

// The store is compiled into the build as one text, so it holds nothing twice.
function withoutProse(article: Article): Article {
  return {
    ...article,
    original: { ...article.original, prose: '' },
    translations: article.translations.map((edition) => ({ ...edition, prose: '' })),
  };
}
