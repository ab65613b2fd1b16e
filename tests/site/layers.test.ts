import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const dist = join(import.meta.dirname, '../../dist');
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));

// Layers rank in the order in which they are first named, so a sheet that comes before the statement of
// their order turns the whole page's looks around, and no rule is missing from it.
describe('the cascade layers', () => {
  test.each(pages)('of %s rank from tokens to print', (page) => {
    const styles = [...readFileSync(join(dist, page), 'utf8').matchAll(/<style>(.*?)<\/style>/gs)];
    const named = styles.flatMap(([, css = '']) =>
      [...css.matchAll(/@layer\s+([\w\s,]+)[;{]/g)].flatMap(([, names = '']) =>
        names.split(',').map((name) => name.trim()),
      ),
    );
    expect([...new Set(named)]).toEqual(['tokens', 'base', 'article', 'print']);
  });
});
