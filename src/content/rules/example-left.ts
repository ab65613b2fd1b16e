import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsOf, rule } from './rule.ts';
import { textAt } from '../read/yaml-access.ts';

/** Shorter lines are anybody's: `timeline:`, `side: north`. */
const SHORTEST = 60;

let lines: ReadonlySet<string> | undefined;

/** A story that is no draft has nothing of the example that `npm run new` starts it from. */
export const exampleLeft = rule('example-left', ({ original: { file }, original }, say) => {
  if (textAt(factsOf(original), 'draft') === 'true') return;
  lines ??= linesOf(readFileSync(join(import.meta.dirname, '../example/edition.md'), 'utf8'));
  const left = [...linesOf(file.text)].find((line) => lines?.has(line));
  if (left !== undefined)
    say.here(file, file.text.indexOf(left), 'this is a line of the example; write your own, or keep "draft: true"');
});

function linesOf(text: string): ReadonlySet<string> {
  const all = text.split('\n').map((line) => line.trim());
  return new Set(all.filter((line) => line.length >= SHORTEST && !line.startsWith('#')));
}
