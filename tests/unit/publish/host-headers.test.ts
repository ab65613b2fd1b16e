import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../../fixtures/project.ts';

const FILE = join(PROJECT, 'public/_headers');
const HEADERS = readFileSync(FILE, 'utf8').replace(/^#.*\n/gm, '');

interface Rule {
  for: string;
  forRegExp: RegExp;
  values: Record<string, string>;
}

/** As Netlify does: of the rules that match, the later one's value. */
function netlify(rules: Rule[], path: string): Record<string, string> {
  return Object.assign(
    {},
    ...rules.filter(({ forRegExp }) => forRegExp.test(path)).map(({ values }) => values),
  ) as Record<string, string>;
}

/** As Cloudflare does: `!` takes a header off, and values of several rules are joined. */
function cloudflare(text: string, path: string): Record<string, string> {
  const headers = new Map<string, string>();
  for (const block of text.trim().split('\n\n')) {
    const [pattern = '', ...lines] = block.split('\n');
    const source = pattern
      .split('*')
      .map((part) => part.replace(/[.\\/]/g, '\\$&'))
      .join('.*');
    if (!new RegExp(`^${source}$`).test(path)) continue;
    for (const line of lines.map((each) => each.trim())) {
      if (line.startsWith('! ')) headers.delete(line.slice(2));
      else {
        const [name = '', value = ''] = line.split(/: (.*)/);
        headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value}` : value);
      }
    }
  }
  return Object.fromEntries(headers);
}

describe('the headers of hosts', () => {
  let rules: Rule[];

  beforeAll(async () => {
    const parsed = await parseAllHeaders({ headersFiles: [FILE], configHeaders: [], minimal: false });
    expect(parsed.errors).toEqual([]);
    rules = parsed.headers as Rule[];
  });

  const paths = [
    '/',
    '/index.html',
    '/articles/a.html',
    '/articles/a/raid.html',
    '/articles/a/embed.html',
    '/ko/articles/a/embed',
    '/a/card.png',
    '/rss.xml',
  ];

  it.each(paths)('says the same to both kinds of host for %s', (path) => {
    expect(cloudflare(HEADERS, path)).toEqual(netlify(rules, path));
  });

  it.each(paths)('guards %s', (path) => {
    const headers = netlify(rules, path);
    expect(headers['X-Content-Type-Options']).toBe('nosniff');
    expect(headers['Referrer-Policy']).toBe('strict-origin');
    expect(headers['Permissions-Policy']).toContain('camera=()');
    expect(headers['Strict-Transport-Security']).toBeUndefined();
    const framed = /\/embed(?:\.html)?$/.test(path);
    expect(headers['Content-Security-Policy']).toBe(framed ? 'frame-ancestors *' : "frame-ancestors 'none'");
  });

  it('keeps pictures longer than data, and asks for pages each time', () => {
    const age = (path: string): number =>
      Number(/max-age=(\d+)/.exec(netlify(rules, path)['Cache-Control'] ?? '')?.[1]);
    expect(age('/articles/a.html')).toBe(0);
    expect(age('/a/card.png')).toBeGreaterThan(age('/a/timeline.json'));
    expect(age('/rss.xml')).toBeGreaterThan(0);
  });

  it("stays within Cloudflare's limits", () => {
    expect(HEADERS.trim().split('\n\n').length).toBeLessThanOrEqual(100);
    for (const line of HEADERS.split('\n')) expect(line.length).toBeLessThanOrEqual(2000);
  });
});
