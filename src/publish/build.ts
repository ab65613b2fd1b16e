import { join } from 'node:path';
import { build } from 'astro';
import { countDiagnostics, formatDiagnostic, hasErrors } from '../content/diagnostic.ts';
import { readLibrary } from '../content/library.ts';
import { siteAddress } from './site-address.ts';
import { swap } from './swap.ts';

/**
 * Checks the content, builds beside the old `dist/`, and puts the new one in its place.
 *
 * @param root the project's folder
 * @returns whether there is a new `dist/`; when not, what is wrong was printed and `dist/` is as it was
 */
export async function buildSite(root: string): Promise<boolean> {
  const { diagnostics, articles } = readLibrary(root);
  for (const diagnostic of diagnostics) console.log(formatDiagnostic(diagnostic));
  if (diagnostics.length > 0) console.log(countDiagnostics(diagnostics));
  if (hasErrors(diagnostics)) return false;

  const { base, reserved } = siteAddress(root);
  if (reserved)
    console.log(`note: ${base} is a reserved address; set url in content/site.yaml, or SITE_URL, before publishing`);

  const next = join(root, '.dist-next');
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  try {
    await build({ root, outDir: next, logLevel: 'warn' });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
  swap(next, join(root, 'dist'));
  console.log(`Built ${articles.length} ${articles.length === 1 ? 'article' : 'articles'} into dist/`);
  return true;
}
