import { describe, expect, it } from 'vitest';
import { renderProse } from './render-prose.ts';

describe('a table', () => {
  const markdown = '| a | b | c |\n| :-- | --: | :-: |\n| 1 | 2 | 3 |\n\nText.\n\n| d |\n| --- |\n| 4 |';

  it('is aligned without obsolete attributes and without inline styles', async () => {
    const { body } = await renderProse(markdown);
    expect(body.querySelectorAll('[align], [style]')).toHaveLength(0);
    const [left, right, centre] = [...body.querySelectorAll('td')].map(({ className }) => className);
    expect(new Set([left, right, centre]).size).toBe(3);
  });

  it('stands in a region of its own that the keyboard can scroll', async () => {
    const { body } = await renderProse(markdown);
    const tables = [...body.querySelectorAll('table')];
    expect(tables).toHaveLength(2);
    for (const table of tables) {
      expect(table.parentElement?.getAttribute('tabindex')).toBe('0');
      expect(table.parentElement?.querySelectorAll('table')).toHaveLength(1);
    }
  });

  it('keeps its head and its cells', async () => {
    const { body } = await renderProse(markdown);
    expect([...body.querySelectorAll('thead th')].map(({ textContent }) => textContent)).toEqual(['a', 'b', 'c', 'd']);
    expect([...body.querySelectorAll('tbody td')].map(({ textContent }) => textContent)).toEqual(['1', '2', '3', '4']);
  });
});

it('prose keeps the editor’s quotation marks and dashes', async () => {
  const { body } = await renderProse('It\'s "so" -- and ...');
  expect(body.textContent).toBe('It\'s "so" -- and ...');
});

it('prose may hold a rule and a line that looks like YAML', async () => {
  const { body } = await renderProse('---\n\na: b');
  expect(body.querySelector('hr')).not.toBeNull();
  expect(body.querySelector('p')?.textContent).toBe('a: b');
});
