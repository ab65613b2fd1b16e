import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { countDiagnostics, type Diagnostic, formatDiagnostic } from './diagnostic.ts';
import { readLibrary } from './library.ts';
import { isContent } from './loader.ts';

type DevServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/**
 * For `npm run dev`: shows what is wrong with the content in the terminal and over every page that is open,
 * and takes it away when it is mended. What has errors is not served in an older state: its address answers
 * with the same lines.
 */
export function devDiagnostics(): AstroIntegration {
  let root = process.cwd();
  return {
    name: 'content-diagnostics',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => watch(server, root),
    },
  };
}

function watch(server: DevServer, root: string): void {
  let errors: readonly Diagnostic[] = [];
  let printed = '';
  let reloading: NodeJS.Timeout | undefined;

  const look = (): void => {
    const { diagnostics } = readLibrary(root, ({ slug }) => slug);
    const before = errors;
    clearTimeout(reloading);
    errors = diagnostics.filter(({ severity }) => severity === 'error');
    const lines = [...diagnostics.map(formatDiagnostic), countDiagnostics(diagnostics)].join('\n');
    if (lines !== printed) console.log(lines);
    printed = lines;
    if (errors.length > 0) server.ws.send(overlay(errors));
    else if (before.length > 0)
      reloading = setTimeout(() => server.ws.send({ type: 'full-reload', path: '*' }), SETTLED);
  };

  look();
  // An editor may write several files at once, and some write a file in two steps.
  let waiting: NodeJS.Timeout | undefined;
  for (const change of ['add', 'change', 'unlink', 'addDir', 'unlinkDir'] as const)
    server.watcher.on(change, (path: string) => {
      if (!isContent(root, path)) return;
      clearTimeout(waiting);
      waiting = setTimeout(look, 50);
    });
  server.httpServer?.on('close', () => {
    clearTimeout(waiting);
    clearTimeout(reloading);
  });
  server.ws.on('connection', () => {
    if (errors.length > 0) server.ws.send(overlay(errors));
  });
  server.middlewares.use((request, response, next) => {
    const wantsPage = request.headers.accept?.includes('text/html') ?? false;
    if (!wantsPage || !isBroken(request.originalUrl ?? request.url ?? '/', errors)) return next();
    response.writeHead(500, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(page(errors, server.config.base));
  });
}

/**
 * How long Astro takes to put what was read into its pages, in milliseconds: it waits half a second for more.
 * A page that is loaded anew before that would miss what was mended.
 */
const SETTLED = 1_500;

/** Whether what an address shows is made from a file with errors. */
function isBroken(address: string, errors: readonly Diagnostic[]): boolean {
  return errors.some(({ file }) => {
    const slug = /^content\/articles\/([^/]+)/.exec(file)?.[1];
    if (slug !== undefined) return `${address.replace(/[.?#].*$/, '')}/`.includes(`/articles/${slug}/`);
    // The site's settings, which every page shows.
    return !file.startsWith('content/about/') || /\/about(?:\.html)?$/.test(address);
  });
}

// Vite's message for its overlay, with what Astro's overlay shows above it. Only `stack` is set as plain
// text there: the message would become HTML, and diagnostics quote what editors write.
function overlay(errors: readonly Diagnostic[]) {
  const title = 'The content has errors';
  return {
    type: 'error' as const,
    err: { name: countDiagnostics(errors), title, message: `${title}; mend them and save.`, stack: textOf(errors) },
  };
}

function textOf(errors: readonly Diagnostic[]): string {
  return [...errors.map(formatDiagnostic), countDiagnostics(errors)].join('\n');
}

// The page loads itself anew when its address answers otherwise: it cannot miss that the files are mended.
function page(errors: readonly Diagnostic[], base: string): string {
  const text = textOf(errors).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${countDiagnostics(errors)}</title>
<script type="module" src="${base.replace(/\/?$/, '/')}@vite/client"></script></head><body><pre>${text}</pre><script>
setInterval(async () => {
  const { ok } = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (ok) location.reload();
}, 1000);
</script></body></html>`;
}
