import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * A language that is written from the right mirrors a page, as long as its sheets say where lines start
 * and end, and never left and right.
 */

const SOURCE = join(import.meta.dirname, '../../../src');
const SHEETS = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) =>
  // Old reader programs know no logical properties, and a book is one column.
  /(?<!epub)\.(?:css|astro)$/.test(name),
);

/** A sheet, or what a component says in its own. */
function stylesIn(name: string): string {
  const text = readFileSync(join(SOURCE, name), 'utf8');
  return name.endsWith('.css') ? text : (/<style.*?>(.*)<\/style>/s.exec(text)?.[1] ?? '');
}

const PHYSICAL =
  /^(?:top|right|bottom|left|(?:min-|max-)?(?:width|height)|(?:margin|padding|border|scroll-margin|scroll-padding|overflow|overscroll-behavior)-(?:top|right|bottom|left)(?:-\w+)*|border-(?:top|bottom)-(?:left|right)-radius)$/;
const SIDED = /^(?:float|clear|text-align|text-align-last|caption-side|justify-content|justify-items|justify-self)$/;
/** Shorthands that take top, right, bottom, left. */
const FOUR_SIDED = /^(?:margin|padding|inset|border-width|border-style|border-color|scroll-margin|scroll-padding)$/;

/** The declarations of a sheet that would not mirror. */
function physical(css: string): string[] {
  const rules = css.replace(/\/\*.*?\*\//gs, '');
  return [...rules.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+);/g)].flatMap(
    ([declaration, property = '', value = '']) => {
      const parts = value.trim().split(/\s+(?![^(]*\))/);
      const isLopsided = FOUR_SIDED.test(property) && parts.length === 4 && parts[1] !== parts[3];
      const isSided = SIDED.test(property) && /\b(?:left|right)\b/.test(value);
      return PHYSICAL.test(property) || isSided || isLopsided ? [declaration] : [];
    },
  );
}

describe('a sheet that mirrors', () => {
  it.each(SHEETS)('%s names no side of the screen', (sheet) => {
    expect(physical(stylesIn(sheet))).toEqual([]);
  });

  it.each([
    'a { margin-left: 1rem; }',
    'a { left: 0; }',
    'a { color: red; max-width: 3rem; }',
    '@media (min-width: 3rem) { a { float: right; } }',
    'a { padding: 0 1rem 0 max(1rem, 2px); }',
    'a { text-align: left; }',
    'a { border-right-width: 1px; }',
  ])('is told from one that does not: %s', (sheet) => {
    expect(physical(sheet)).toHaveLength(1);
  });

  it.each([
    'a { margin: 1px 2px 3px 2px; padding: 0 1rem; inset-inline-start: 0; }',
    '@media (width > 3rem) { a { inline-size: 1px; } }',
  ])('may say: %s', (sheet) => {
    expect(physical(sheet)).toEqual([]);
  });
});
