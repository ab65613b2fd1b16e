import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { MODEL } from '../../../src/content/model/article.ts';
import { sources } from '../../../src/content/model/site.ts';

const FILE = join(import.meta.dirname, '../../../.vscode/stories.code-snippets');
// Editors allow a comma behind the last item, as YAML does.
const snippets = parse(readFileSync(FILE, 'utf8')) as Record<string, { prefix: string; body: string[] }>;
const { timeline, people } = MODEL.original.shape;

it.each([
  ['event', timeline],
  ['source', sources],
  ['person', people],
] as const)('the snippet "%s" expands to what the schema takes', (prefix, schema) => {
  const [snippet] = Object.values(snippets).filter((one) => one.prefix === prefix);
  const choices = [...(snippet?.body.join('\n').matchAll(/\$\{\d+\|([^|]+)\|\}/g) ?? [])].map(([, words]) => words);
  for (const choice of (choices[0] ?? '').split(',')) {
    const text = (snippet?.body.join('\n') ?? '')
      .replace(/\$\{\d+\|[^|]+\|\}/g, choice)
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace('$0', '');
    expect(text).not.toContain('$');
    const { error } = schema.safeParse(parseDocument(text, { schema: 'failsafe' }).toJS());
    expect(error?.issues ?? []).toEqual([]);
  }
});
