import { relative, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { readContent } from '../content/current.ts';
import { countDiagnostics, type Diagnostic, formatDiagnostics } from '../content/diagnostic.ts';

type ServerSetup = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0];

const AGE = 'content:age';

/** A page's script in `dev`: one made before a change that connects after it would wait for a message that has gone out. */
export const TELL_AGE = `import.meta.hot?.send('${AGE}', { milliseconds: performance.now() });`;

/** What Astro's server waits for to ask a route for its paths again. */
const PATHS = 'astro:content-changed';

const RELOAD = { type: 'full-reload', path: '*' } as const;

/**
 * For `dev`: reads the content anew when a file of it changes. Every page that is open then loads itself again, and
 * shows over it what is wrong as long as something is.
 *
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
    // Astro remembers which paths a route has until its own store was written, which is later or, for a topic, never.
    for (const { name, hot } of Object.values(server.environments)) if (name !== 'client') hot.send(PATHS, {});
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
 * Vite's message for its overlay, with what Astro's overlay shows above it. Of the long texts only `stack` is set as
 * plain text there, under a heading that speaks of a stack and in lines that are not broken: the message becomes HTML,
 * and as Astro takes it for one of its own, it can carry a style; nothing that editors write may stand in it.
 */
function overlay(errors: readonly Diagnostic[], all: readonly Diagnostic[]) {
  const style = '#stack h2{display:none}#stack-content{white-space:pre-wrap;overflow-wrap:anywhere}';
  const message = `Mend them and save.<style>${style}</style>`;
  const [name, stack] = [countDiagnostics(all), formatDiagnostics(errors, all)];
  return {
    __isEnhancedAstroErrorPayload: true,
    type: 'error' as const,
    err: { name, title: 'The content has errors', message, stack },
  };
}
