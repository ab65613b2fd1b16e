import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatDiagnostics, hasErrors } from '../content/diagnostic.ts';
import { readLibrary } from '../content/library.ts';
import { recover } from '../publish/staging.ts';

/**
 * `npm run check`: says everything that is wrong with the content; exit code 1 when it stops a build.
 * `--format json` prints an array of objects with `file`, `line`, `column`, `severity`, `rule` and
 * `message` instead of lines.
 */
recover(join(process.cwd(), 'dist'));
const { values } = parseArgs({ options: { format: { type: 'string', default: 'text' } }, strict: false });
if (values.format !== 'text' && values.format !== 'json') {
  console.error(`"${String(values.format)}" is no format; write --format text or --format json`);
  process.exitCode = 2;
} else {
  const { diagnostics } = readLibrary(process.cwd(), ({ slug }) => slug);
  console.log(values.format === 'json' ? JSON.stringify(diagnostics, null, 2) : formatDiagnostics(diagnostics));
  process.exitCode = hasErrors(diagnostics) ? 1 : 0;
}
