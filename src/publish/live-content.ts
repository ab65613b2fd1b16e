import { relative, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { readContent } from '../content/current.ts';
import { countDiagnostics, type Diagnostic, formatDiagnostics } from '../content/diagnostic.ts';

type ServerSetup = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0];

const AGE = 'content:age';

/** A page's script in `dev`: one made before a change that connects after it would wait for a message that has gone out. */
export const TELL_AGE = `import.meta.hot?.send('${AGE}', { milliseconds: performance.now() });`;

const RELOAD = { type: 'full-reload', path: '*' } as const;

/**
 * For `dev`: reads the content anew when a file of it changes. Every page that is open then loads itself again, and
 * shows over it what is wrong as long as something is.
 *
 * @param root the project's folder
 * @param now what is wrong with the content as it was read
 */
export function followContent({ server, refreshContent }: ServerSetup, root: string, now: readonly Diagnostic[]): void {
  let diagnostics = now;
  let readAt = Date.now();
  const read = (): void => {
    const printed = formatDiagnostics(diagnostics);
    ({ diagnostics } = readContent(root, true));
    readAt = Date.now();
    if (formatDiagnostics(diagnostics) !== printed) console.log(formatDiagnostics(diagnostics));
    server.ws.send(RELOAD);
    // Astro's own store learns which pages there are.
    void refreshContent?.({});
  };
  // An editor may write several files at once, and some write a file in two steps.
  let waiting: NodeJS.Timeout | undefined;
  for (const change of ['add', 'change', 'unlink', 'addDir', 'unlinkDir'] as const)
    server.watcher.on(change, (path: string) => {
      if (relative(root, path).split(sep)[0] !== 'content') return;
      clearTimeout(waiting);
      waiting = setTimeout(read, 50);
    });
  server.httpServer?.on('close', () => clearTimeout(waiting));
  server.ws.on('connection', () => {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) server.ws.send(overlay(errors, diagnostics));
  });
  server.ws.on(AGE, ({ milliseconds }: { milliseconds: number }, client) => {
    if (Date.now() - milliseconds <= readAt) client.send(RELOAD);
  });
}

/**
 * Vite's message for its overlay, with what Astro's overlay shows above it. Only `stack` is set as plain text
 * there: the message would become HTML, and diagnostics quote what editors write.
 */
function overlay(errors: readonly Diagnostic[], all: readonly Diagnostic[]) {
  const title = 'The content has errors';
  const stack = formatDiagnostics(errors, all);
  return {
    type: 'error' as const,
    err: { name: countDiagnostics(all), title, message: `${title}; mend them and save.`, stack },
  };
}
