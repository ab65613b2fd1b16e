import { countDiagnostics, type Diagnostic, formatDiagnostic } from './diagnostic.ts';

/** What prints diagnostics to the terminal, unless it printed the same the last time. */
export function printer(): (diagnostics: readonly Diagnostic[]) => void {
  let printed = '';
  return (diagnostics) => {
    const lines = textOf(diagnostics);
    if (lines !== printed) console.log(lines);
    printed = lines;
  };
}

/**
 * Whether what an address shows is made from a file with errors.
 *
 * @param address a path as a browser asks for it
 */
export function isBroken(address: string, errors: readonly Diagnostic[]): boolean {
  return errors.some(({ file }) => {
    const slug = /^content\/articles\/([^/]+)/.exec(file)?.[1];
    if (slug !== undefined) return `${address.replace(/[.?#].*$/, '')}/`.includes(`/articles/${slug}/`);
    // The site's settings, which every page shows.
    return !file.startsWith('content/about/') || /\/about(?:\.html)?$/.test(address);
  });
}

/**
 * Vite's message for its overlay, with what Astro's overlay shows above it. Only `stack` is set as plain text
 * there: the message would become HTML, and diagnostics quote what editors write.
 */
export function overlay(errors: readonly Diagnostic[]) {
  const title = 'The content has errors';
  return {
    type: 'error' as const,
    err: { name: countDiagnostics(errors), title, message: `${title}; mend them and save.`, stack: textOf(errors) },
  };
}

/**
 * The page that answers for one that has errors. It loads itself anew when its address answers otherwise.
 *
 * @param base the path that the site stands under
 */
export function errorPage(errors: readonly Diagnostic[], base: string): string {
  const text = textOf(errors).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${countDiagnostics(errors)}</title>
<script type="module" src="${base.replace(/\/?$/, '/')}@vite/client"></script></head><body><pre>${text}</pre><script>
setInterval(async () => {
  const { ok } = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (ok) location.reload();
}, 1000);
</script></body></html>`;
}

function textOf(diagnostics: readonly Diagnostic[]): string {
  return [...diagnostics.map(formatDiagnostic), countDiagnostics(diagnostics)].join('\n');
}
