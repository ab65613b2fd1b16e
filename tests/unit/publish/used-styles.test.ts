import { describe, expect, it, test } from 'vitest';
import { usedStyles } from '../../../src/publish/used-styles.ts';

const bears = (...names: string[]) => new Set(names).has.bind(new Set(names));
const page = bears('p', 'li', '.event', '.side-1', '#raid');

describe('the styles of a page', () => {
  it.each([
    'p{margin:0}',
    '*{box-sizing:border-box}',
    '[role=list]{padding:0}',
    '.event:hover::before{content:""}',
    'p:lang(ko){word-break:keep-all}',
    '.event:not(.side-4,:target){display:none}',
    ':is(p,.stranger) li{margin:0}',
    'li:has(#raid:checked){color:red}',
    '@media print{@page{margin:1cm}.event{color:#000}}',
    '@layer tokens,base;',
  ])('keep %s', (css) => {
    expect(usedStyles(css, page)).toBe(css);
  });

  it.each([
    '.stranger{margin:0}',
    'p .stranger{margin:0}',
    'table{margin:0}',
    ':is(.stranger,table) li{margin:0}',
    '.event:has(#stranger:checked){color:red}',
    '@media print{.stranger{color:#000}}',
    '@layer base{@media print{.stranger{color:#000}}}',
  ])('lose %s', (css) => {
    expect(usedStyles(css, page)).toBe('');
  });

  it('keep of a list of selectors those that can match', () => {
    expect(usedStyles('p,.stranger,.event p{margin:0}', page)).toBe('p,.event p{margin:0}');
  });

  it('keep the custom properties that a value asks for, and no others', () => {
    const css = ':root{--ink:#000;--lost:red}.stranger{color:var(--lost)}p{color:var(--ink)}';
    expect(usedStyles(css, page)).toBe(':root{--ink:#000}p{color:var(--ink)}');
  });

  it('keep their order, their layers and their values', () => {
    const css =
      '@layer a,b;@layer b{p{--paper: light-dark(#fff, #000);margin:0 calc(1rem + 2px);color:var(--paper)}}@layer a{li{margin:0}}';
    expect(usedStyles(css, page)).toBe(css);
  });
});

test('a page is not given what another page wears', () => {
  const css = 'p{margin:0}table{margin:0}';
  expect(usedStyles(css, bears('p'))).toBe('p{margin:0}');
  expect(usedStyles(css, bears('table'))).toBe('table{margin:0}');
  expect(usedStyles(css, bears('p', 'table'))).toBe(css);
});
