import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseEdtf } from '../../../src/dates/edtf.ts';
import { DATE_EXAMPLES, fillGuide, jsonSchemas, type SchemaName } from '../../../src/content/guide.ts';
import { RULE_BOOK } from '../../../src/content/rule-book.ts';
import { BASE } from '../../fixtures/base-project.ts';
import { MISTAKES } from '../../fixtures/mistakes.ts';

const ROOT = join(import.meta.dirname, '../../..');
const guide = readFileSync(join(ROOT, 'content/README.md'), 'utf8');

/** The first cells of the table below a heading of the guide. */
function firstCells(heading: string): string[] {
  const part = guide.split(`## ${heading}\n`)[1]?.split(/\n##? /)[0] ?? '';
  return [...part.matchAll(/^\| `([^`]+)`/gm)].map(([, cell]) => cell as string);
}

describe('the guide', () => {
  it('is as new as the schemas, the date forms and the rules (npm run schemas)', () => {
    expect(fillGuide(guide)).toBe(guide);
  });

  it('lists every rule, each with mistakes that break it', () => {
    const listed = firstCells('Every rule');
    expect(listed).toEqual(Object.keys(RULE_BOOK));
    expect([...new Set(MISTAKES.map(({ rule }) => rule))].toSorted()).toEqual(listed.toSorted());
  });

  it('names each mistake once', () => {
    const names = MISTAKES.map(({ rule, name }) => `${rule}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('shows date forms that can be read', () => {
    expect(firstCells('Dates')).toEqual(DATE_EXAMPLES);
    for (const date of DATE_EXAMPLES) expect(() => parseEdtf(date)).not.toThrow();
  });

  it('explains every key', () => {
    for (const [, meaning] of guide.matchAll(/^\| `[^`]+` \| (?:required)? \|(.*)\|$/gm))
      expect(meaning?.trim()).not.toBe('');
  });

  it('shows examples of YAML that can be read', () => {
    const examples = [...guide.matchAll(/^( *)```yaml\n([^]*?)\n *```/gm)].map(([, indent, text]) =>
      (text as string).replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    );
    expect(examples.length).toBeGreaterThan(2);
    for (const example of examples) expect(parse(example)).toBeTypeOf('object');
  });
});

describe('the JSON Schemas', () => {
  const schemas = jsonSchemas();
  const validator = (name: SchemaName) =>
    new Ajv({ allowUnionTypes: true, formats: { email: true } }).compile(schemas[name]);

  it('are as new as the Zod schemas (npm run schemas)', () => {
    const folder = join(ROOT, '.vscode/schemas');
    const files = Object.fromEntries(
      readdirSync(folder).map((name) => [
        name.replace('.schema.json', ''),
        JSON.parse(readFileSync(join(folder, name), 'utf8')),
      ]),
    );
    const { sources, site, authors, topics } = schemas;
    expect(files).toEqual(JSON.parse(JSON.stringify({ sources, site, authors, topics })));
  });

  it('are those that the editor settings name', () => {
    const settings = JSON.parse(readFileSync(join(ROOT, '.vscode/settings.json'), 'utf8'));
    for (const path of Object.keys(settings['yaml.schemas']))
      expect(readFileSync(join(ROOT, path), 'utf8')).toContain('$schema');
  });

  it.each([ROOT, BASE])('accept what the program accepts: %s', (root) => {
    const articles = readdirSync(join(root, 'content/articles')).map((slug) => `content/articles/${slug}`);
    const yamlOf = (path: string): unknown => {
      const text = readFileSync(join(root, path), 'utf8');
      return parse(path.endsWith('.md') ? (text.split(/^---$/m)[1] as string) : text);
    };
    const files: [SchemaName, string][] = [
      ['site', 'content/site.yaml'],
      ...(['authors', 'topics'] as const).flatMap((name): [SchemaName, string][] =>
        existsSync(join(root, `content/${name}.yaml`)) ? [[name, `content/${name}.yaml`]] : [],
      ),
      ['about', 'content/about/en.md'],
      ...articles.flatMap((folder): [SchemaName, string][] => [
        ['original', `${folder}/en.md`],
        ['translation', `${folder}/ko.md`],
        ['sources', `${folder}/sources.yaml`],
      ]),
    ];
    for (const [name, path] of files) {
      const validate = validator(name);
      validate(yamlOf(path));
      expect(validate.errors, path).toBeNull();
    }
  });

  it.each<[SchemaName, object]>([
    ['site', { name: 'A', colour: 'blue' }],
    ['sources', [{ id: 'A B' }]],
    ['original', { title: 'A', published: '4 September' }],
    ['translation', { title: 'A', timeline: { raid: { date: '2025' } } }],
  ])('refuse what the program refuses: %s', (name, value) => {
    expect(validator(name)(value)).toBe(false);
  });
});
