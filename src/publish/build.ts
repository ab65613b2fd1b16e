import { constants } from 'node:os';
import { stripVTControlCharacters } from 'node:util';
import { build } from 'astro';
import { countDiagnostics, formatDiagnostic, hasErrors } from '../content/diagnostic.ts';
import { articleEntry } from '../content/entries.ts';
import { hold } from '../content/held.ts';
import { type Library, readLibrary } from '../content/library.ts';
import type { FinishedPage } from './finish-page.ts';
import { finishSite } from './finish.ts';
import { rendering } from './rendering.ts';
import { siteAddress } from './site-address.ts';
import { type BuildFolders, buildFolders, swap, takeTurn, whyNotHere } from './swap.ts';

/**
 * Checks the content, builds beside the old `dist/`, proves the new one whole and puts it in its place.
 *
 * @param root the project's folder
 * @returns whether there is a new `dist/`; when not, what is wrong was printed and `dist/` is as it was
 */
export async function buildSite(root: string): Promise<boolean> {
  const folders = buildFolders(root);
  const refusal = whyNotHere(folders);
  if (refusal) return fail(refusal);
  let leave: (() => void) | undefined;
  const unhook = onInterrupt(() => leave?.());
  try {
    const turn = takeTurn(folders);
    if ('holder' in turn)
      return fail(
        `another build runs here (process ${turn.holder}); wait for it, or remove ${folders.lock} if it is none`,
      );
    ({ leave } = turn);
    return await buildInto(folders, root);
  } catch (error) {
    return fail(reasonOf(error));
  } finally {
    leave?.();
    unhook();
  }
}

async function buildInto(folders: BuildFolders, root: string): Promise<boolean> {
  const { base, reserved } = siteAddress(root);
  if (reserved)
    console.log(`note: ${base} is a reserved address; set url in content/site.yaml, or SITE_URL, before publishing`);
  const library = readLibrary(root, articleEntry);
  if (!passes(library)) return false;
  hold(library);

  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // A machine that says "development" would get other bytes.
  process.env['NODE_ENV'] = 'production';
  const finished = new Map<string, FinishedPage>();
  await build({ root, outDir: folders.next, logLevel: 'warn', integrations: [rendering(base, finished)] });
  const problems = finishSite(folders.next, { root, base, finished });
  if (problems.length > 0) return fail(`${problems.join('\n')}\ndist/ is as it was`);
  swap(folders);
  const articles = library.articles.length;
  console.log(`Built ${articles} ${articles === 1 ? 'article' : 'articles'} into dist/ (${finished.size} pages)`);
  return true;
}

/** Says what is wrong with the content. Returns whether it may be built. */
function passes({ diagnostics }: Pick<Library, 'diagnostics'>): boolean {
  for (const diagnostic of diagnostics) console.log(formatDiagnostic(diagnostic));
  if (diagnostics.length > 0) console.log(countDiagnostics(diagnostics));
  return !hasErrors(diagnostics);
}

/** What went wrong, in the words of whatever threw it: bundlers and Astro pack errors into others without words. */
function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const {
    message,
    title,
    hint,
    errors = [],
    cause,
  } = error as Partial<Error & AggregateError & Record<'title' | 'hint', string>>;
  const words = [message || title, hint, ...errors.map(reasonOf), cause === undefined ? '' : reasonOf(cause)];
  return stripVTControlCharacters(words.filter(Boolean).join('\n')).replace(/\n+Stack backtrace:[^]*$/, '');
}

function fail(message: string): false {
  console.error(message);
  return false;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Clears up when the process is told to stop, and stops it with the exit code that shells expect. */
function onInterrupt(clear: () => void): () => void {
  const stop = (signal: (typeof SIGNALS)[number]): void => {
    clear();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
}
