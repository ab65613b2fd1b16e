import { parseArgs } from 'node:util';
import { countDiagnostics, formatDiagnostic, hasErrors } from '../content/diagnostic.ts';
import { readLibrary } from '../content/library.ts';
import { recover } from '../publish/swap.ts';

/**
 * `npm run check`: says everything that is wrong with the content; exit code 1 when it stops a build.
 * `--format json` prints an array of objects with `file`, `line`, `column`, `severity`, `rule` and
 * `message` instead of lines.
 */
recover(process.cwd());
const { values } = parseArgs({ options: { format: { type: 'string', default: 'text' } }, strict: false });
if (values.format !== 'text' && values.format !== 'json') {
  console.error(`"${String(values.format)}" is no format; write --format text or --format json`);
  process.exitCode = 2;
} else {
  const { diagnostics } = readLibrary(process.cwd(), ({ slug }) => slug);
  if (values.format === 'json') {
    console.log(JSON.stringify(diagnostics, null, 2));
  } else {
    for (const diagnostic of diagnostics) console.log(formatDiagnostic(diagnostic));
    console.log(countDiagnostics(diagnostics));
  }
  process.exitCode = hasErrors(diagnostics) ? 1 : 0;
}
