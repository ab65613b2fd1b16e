import { countDiagnostics, formatDiagnostic, hasErrors } from '../content/diagnostic.ts';
import { readLibrary } from '../content/library.ts';
import { recover } from '../publish/swap.ts';

/** `npm run check`: says everything that is wrong with the content; exit code 1 when it stops a build. */
recover(process.cwd());
const { diagnostics } = readLibrary(process.cwd());
for (const diagnostic of diagnostics) console.log(formatDiagnostic(diagnostic));
console.log(countDiagnostics(diagnostics));
process.exitCode = hasErrors(diagnostics) ? 1 : 0;
