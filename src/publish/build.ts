import { constants as fileConstants, copyFileSync, mkdirSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual, stripVTControlCharacters } from 'node:util';
import { build } from 'astro';
import { countDiagnostics, formatDiagnostic, hasErrors } from '../content/diagnostic.ts';
import { articleEntry } from '../content/entries.ts';
import { hold } from '../content/held.ts';
import { type Library, readLibrary } from '../content/library.ts';
import type { FinishedPage } from './finish-page.ts';
import { finishSite } from './finish.ts';
import { inputsOf } from './inputs.ts';
import { type Kept, keptOf, NOTHING, noteBuild } from './last-build.ts';
import { Progress, type Tally } from './progress.ts';
import { rendering } from './rendering.ts';
import { siteAddress } from './site-address.ts';
import { type BuildFolders, buildFolders, swap, takeTurn, whyNotHere } from './swap.ts';

/**
 * Checks the content, builds beside the old `dist/`, proves the new one whole and puts it in its place.
 *
 * @param root the project's folder
 * @param options `fresh`: whether to make everything anew, whatever an earlier build has made
 * @returns whether there is a new `dist/`; when not, what is wrong was printed and `dist/` is as it was
 */
export async function buildSite(root: string, { fresh = false } = {}): Promise<boolean> {
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
    return await buildInto(folders, root, fresh);
  } catch (error) {
    return fail(reasonOf(error));
  } finally {
    leave?.();
    unhook();
  }
}

async function buildInto(folders: BuildFolders, root: string, fresh: boolean): Promise<boolean> {
  const { base, reserved } = siteAddress(root);
  const inputs = inputsOf(root, base);
  const kept = fresh ? NOTHING : keptOf(root, folders.current, inputs);
  if (reserved)
    console.log(`note: ${base} is a reserved address; set url in content/site.yaml, or SITE_URL, before publishing`);
  if (kept.everything) {
    if (!passes(readLibrary(root, ({ slug }) => slug))) return false;
    console.log('Nothing has changed: dist/ is what a build would make');
    return true;
  }
  const library = readLibrary(root, articleEntry);
  if (!passes(library)) return false;
  hold(library);

  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // A machine that says "development" would get other bytes.
  process.env['NODE_ENV'] = 'production';
  const progress = new Progress();
  const finished = new Map<string, FinishedPage>();
  await build({
    root,
    outDir: folders.next,
    logLevel: 'warn',
    integrations: [rendering({ kept: kept.articles, progress, base, finished })],
  }).finally(() => progress.clear());
  for (const file of kept.files.keys()) copyInto(folders, file);
  const problems = finishSite(folders.next, { root, base, kept: kept.files, finished });
  if (problems.length > 0) return fail(`${problems.join('\n')}\ndist/ is as it was`);
  // What was changed meanwhile may or may not be in it.
  const unchanged = isDeepStrictEqual(inputsOf(root, base), inputs);
  swap(folders);
  if (unchanged) noteBuild(root, folders.current, inputs);
  console.log(summary(library.articles.length, kept, progress.tally));
  return true;
}

/** Says what is wrong with the content. Returns whether it may be built. */
function passes({ diagnostics }: Pick<Library, 'diagnostics'>): boolean {
  for (const diagnostic of diagnostics) console.log(formatDiagnostic(diagnostic));
  if (diagnostics.length > 0) console.log(countDiagnostics(diagnostics));
  return !hasErrors(diagnostics);
}

function copyInto({ current, next }: BuildFolders, file: string): void {
  const copy = join(next, file);
  mkdirSync(dirname(copy), { recursive: true });
  copyFileSync(join(current, file), copy, fileConstants.COPYFILE_FICLONE);
}

function summary(articles: number, kept: Kept, { pages, drawn, reused }: Tally): string {
  const count = `${articles} ${articles === 1 ? 'article' : 'articles'}`;
  const asTheyWere = kept.articles.size > 0 ? `${kept.articles.size} as they were, ` : '';
  return `Built ${count} into dist/ (${asTheyWere}${pages} pages made, ${drawn} pictures drawn, ${reused} reused)`;
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
