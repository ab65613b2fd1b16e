import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { DIST } from './built-site.ts';

/**
 * Bytes of brotli, never times: `npm run bench` measures those. That a page asks for nothing else is shown by
 * `browser/portable.test.ts`, that it needs no script by `browser/opening.test.ts`, what a plain article weighs by
 * `more-articles.test.ts`. Raise one only for something that readers get for it.
 */
it.each([
  ['the first story', 'articles/georgia-detention.html', 30_000],
  ['a moment, for whom a message sends there', 'articles/georgia-detention/takeoff.html', 5_500],
  ['the home page', 'index.html', 4_200],
])('%s is sent in as few bytes as promised', (_name, file, most) => {
  expect(brotliCompressSync(readFileSync(join(DIST, file))).length).toBeLessThanOrEqual(most);
});
