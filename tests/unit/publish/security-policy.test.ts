import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { securityPolicy, withPolicy } from '../../../src/publish/security-policy.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

it('allows the styles and scripts of the page and nothing else', () => {
  const policy = securityPolicy({ styles: ['a{}', 'b{}', 'a{}'], scripts: ['한글()'] });
  const directives = Object.fromEntries(policy.split('; ').map((each) => each.split(/ (.*)/)));
  expect(directives).toEqual({
    'default-src': "'none'",
    'style-src': `${hashOf('a{}')} ${hashOf('b{}')}`,
    'script-src': hashOf('한글()'),
    'img-src': 'data:',
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
  });
});

it('allows no script where a page has none', () => {
  expect(securityPolicy({ styles: [], scripts: [] })).not.toMatch(/style-src|script-src/);
});

it('stands right behind the encoding', () => {
  const html = '<!doctype html><html><head><meta charset="utf-8"><style>a{}</style>';
  expect(withPolicy(html, "x 'y'")).toBe(
    `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="x 'y'"><style>a{}</style>`,
  );
});

it.each([
  '<html><head><title>x</title>',
  '<head><style>a{}</style><meta charset="utf-8">',
  '<head><script></script><meta charset="utf-8">',
])('has no place in %s', (html) => {
  expect(() => withPolicy(html, 'x')).toThrow('its encoding');
});
