import { watch } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatDiagnostics, hasErrors } from '../content/diagnostic.ts';
import { assertArticles, readLibrary } from '../content/library.ts';
import { run } from './run.ts';

/**
 * `npm run check -- [SLUG…] [--watch] [--format json]`: says everything that is wrong with the content, or with some
 * articles of it; exit code 1 when it stops a build, 2 when the command is not understood. `--watch` says it again
 * whenever a file was saved, until it is stopped, each time behind a line on stderr. `--format json` prints an array of
 * objects with `file`, `line`, `column`, `severity`, `rule` and `message` instead of lines.
 */
await run((root) => {
  const { values, positionals: slugs } = parseArgs({
    options: { format: { type: 'string', default: 'text' }, watch: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (values.format !== 'text' && values.format !== 'json')
    throw new RangeError(`"${values.format}" is no format; write --format text or --format json`);
  assertArticles(root, ...slugs);
  const asked = ({ file }: { file: string }): boolean => slugs.includes(file.split('/')[2] ?? '');
  const check = (): void => {
    if (values.watch) console.error('Checking content');
    const all = readLibrary(root, ({ slug }) => slug).diagnostics;
    const diagnostics = slugs.length > 0 ? all.filter(asked) : all;
    console.log(values.format === 'json' ? JSON.stringify(diagnostics, null, 2) : formatDiagnostics(diagnostics));
    process.exitCode = hasErrors(diagnostics) ? 1 : 0;
  };
  if (values.watch) watchContent(root, check);
  check();
});

/** How long to wait for the rest of what an editor's program writes at once, in milliseconds. */
const TOGETHER = 50;

function watchContent(root: string, changed: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  watch(join(root, 'content'), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(changed, TOGETHER);
  });
}
