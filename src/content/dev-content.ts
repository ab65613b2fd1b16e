import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { errorPage, isBroken, overlay, printer } from './dev-diagnostics.ts';
import type { Diagnostic } from './diagnostic.ts';
import { articleEntry } from './entries.ts';
import { hold } from './held.ts';
import { readLibrary } from './library.ts';

type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/**
 * For `npm run dev`: reads the content, and reads it anew when a file of it changes; every page that is open
 * then loads itself again, and shows what is wrong as long as something is. What has errors is not served in
 * an older state: its address answers with the same lines.
 */
export function devContent(): AstroIntegration {
  let root = process.cwd();
  return {
    name: 'content',
    hooks: {
      'astro:config:setup': ({ injectScript }) => injectScript('page', TELL_AGE),
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => follow(server, root),
    },
  };
}

const AGE = 'content:age';

// A page that was made before a change and connects after it would wait for a message that has gone out.
const TELL_AGE = `import.meta.hot?.send('${AGE}', { milliseconds: performance.now() });`;

function follow(server: DevServer, root: string): void {
  const print = printer();
  let errors: readonly Diagnostic[] = [];
  let readAt = 0;

  const read = (): void => {
    const library = readLibrary(root, articleEntry);
    hold(library);
    readAt = Date.now();
    errors = library.diagnostics.filter(({ severity }) => severity === 'error');
    print(library.diagnostics);
    forgetRoutes(server);
    server.ws.send(RELOAD);
  };

  read();
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
    if (errors.length > 0) server.ws.send(overlay(errors));
  });
  server.ws.on(AGE, ({ milliseconds }: { milliseconds: number }, client) => {
    if (Date.now() - milliseconds <= readAt) client.send(RELOAD);
  });
  server.middlewares.use((request, response, next) => {
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    if (!wantsPage || !isBroken(request.originalUrl ?? request.url ?? '/', errors)) return next();
    response.writeHead(500, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(errorPage(errors, server.config.base));
  });
}

const RELOAD = { type: 'full-reload', path: '*' } as const;

/** Lets Astro ask the routes again which pages there are; it remembers them until its own collections change. */
function forgetRoutes({ environments }: DevServer): void {
  for (const environment of Object.values(environments))
    if (environment.name !== 'client') environment.hot.send('astro:content-changed', {});
}
