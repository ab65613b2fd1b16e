import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inNumbers } from '../content/diagnostic.ts';
import { importFile } from '../content/import/import-file.ts';
import { languagesOf, readLibrary } from '../content/library.ts';
import { run, today } from './run.ts';

/**
 * `npm run import -- FILE SLUG`: starts a draft from a TimelineJS sheet (CSV) or its JSON, or adds the sources of a
 * CSL-JSON file to an article. Exit code 0 when it was written, whatever is still to be added; 2 when nothing was.
 */
await run((root) => {
  const [file, slug, ...others] = parseArgs({ allowPositionals: true }).positionals;
  if (file === undefined || slug === undefined || others.length > 0)
    throw new RangeError('write a file and a name: npm run import -- timeline.csv bridge-closing');
  // npm starts scripts in the project's folder, wherever it was called.
  const path = resolve(process.env['INIT_CWD'] ?? root, file);
  for (const written of importFile(root, path, slug, languagesOf(root)[0] ?? 'en', today()))
    console.log(`Wrote ${written}`);
  const { diagnostics } = readLibrary(root, () => undefined);
  const errors = diagnostics.filter(
    ({ file: at, severity }) => at.startsWith(`content/articles/${slug}/`) && severity === 'error',
  );
  console.log(`${inNumbers(errors.length, 'thing')} to add: npm run check -- ${slug}`);
});
