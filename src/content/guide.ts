import { z } from 'zod';
import { parseEdtf } from '../dates/edtf.ts';
import { formatDate } from '../dates/format.ts';
import { interfaceLanguages, messagesFor } from '../i18n/messages.ts';
import { about, authors, site, sources, topics } from './model/site.ts';
import { anchorOf, MAIN_ANCHOR, MODEL, placementsOf, sectionAnchor, sectionsOf } from './model/article.ts';
import type { Fields } from './model/fields.ts';
import { RULE_BOOK } from './rule-book.ts';

/** A JSON Schema (draft 7, the one that editors' YAML tools know best). */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

const SCHEMAS = {
  original: ['an original edition', 'Frontmatter of an original edition', MODEL.original],
  translation: ['a translated edition', 'Frontmatter of a translated edition', MODEL.translation],
  about: ['an about page', 'Frontmatter of an about page', about],
  sources: ['sources.yaml', 'The sources of an article', sources],
  site: ['site.yaml', 'The settings of the site', site],
  authors: ['authors.yaml', 'Who writes the stories', authors],
  topics: ['topics.yaml', 'The topics of the site', topics],
} as const satisfies Record<string, readonly [file: string, title: string, z.ZodType]>;

export type SchemaName = keyof typeof SCHEMAS;

/** The JSON Schemas of all content files, by name, as editors' tools read them. */
export function jsonSchemas(): Record<SchemaName, JsonSchema> {
  const made = Object.entries(SCHEMAS).map(([name, [, title, schema]]) => {
    // "input": what an editor writes, before the program makes dates and HTML of it.
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
    return [name, { $schema, title, ...rest }];
  });
  return Object.fromEntries(made) as Record<SchemaName, JsonSchema>;
}

/** The forms that a date can have, one example of each, from the coarsest to the finest. */
export const DATE_EXAMPLES = [
  '-0044 19XX 201X 2025 2025-XX 2025-21 2025-09 2025-09-XX 2025-09-04 2025-09-11T11:38-04:00 2025-09-11T11:38:05-04:00',
  '2025-09~ 2025-09? 2025-09% 2025-09-11T11:38-04:00~',
  '1998/2004 2025-09-04/2025-09-11 2025-09-30/.. ../1850 1850/ /1850',
].flatMap((line) => line.split(' '));

/** The parts of the guide that are made from the program, by the names of their markers. */
const PARTS: Readonly<Record<string, () => string>> = {
  dates: dateForms,
  ...Object.fromEntries(
    Object.entries(jsonSchemas()).map(([name, schema]) => {
      const [file] = SCHEMAS[name as SchemaName];
      return [`keys of ${file}`, () => table(['key', '', 'meaning'], rowsOf(schema, ''))];
    }),
  ),
  anchors: anchorTable,
  directives: directiveTable,
  rules: ruleTable,
};

/**
 * Writes the parts that are made from the program into the guide, each between its markers
 * `<!-- made by npm run schemas: NAME -->` and `<!-- end -->`.
 *
 * @throws {RangeError} when the guide lacks one of the parts
 */
export function fillGuide(guide: string): string {
  return Object.entries(PARTS).reduce((text, [name, make]) => {
    const opening = `<!-- made by npm run schemas: ${name} -->`;
    const start = text.indexOf(opening);
    const end = text.indexOf('<!-- end -->', start);
    if (start === -1 || end === -1) throw new RangeError(`the guide has no part "${name}"`);
    return `${text.slice(0, start + opening.length)}\n${make()}\n${text.slice(end)}`;
  }, guide);
}

function dateForms(): string {
  const languages = interfaceLanguages.map((lang) => messagesFor(lang));
  return table(
    ['written', ...languages.map(({ languageName }) => `read (${languageName})`)],
    DATE_EXAMPLES.map((date) => [`\`${date}\``, ...languages.map((words) => formatDate(parseEdtf(date), words))]),
  );
}

/** One row for each key, those of groups and lists below their own: `timeline[].date`, `places.ID.name`. */
function rowsOf(schema: JsonSchema, path: string): string[][] {
  const items = Array.isArray(schema.items) ? undefined : (schema.items as JsonSchema | undefined);
  if (items) return rowsOf(items, `${path}[]`);
  const each = schema.additionalProperties;
  if (typeof each === 'object') return rowsOf(each, `${path}.ID`);
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const property = value as JsonSchema;
    const child = path ? `${path}.${key}` : key;
    const required = schema.required?.includes(key) ? 'required' : '';
    return [[`\`${child}\``, required, property.description ?? ''], ...rowsOf(property, child)];
  });
}

function anchorTable(): string {
  const fields: Fields = MODEL.fields;
  const entries = Object.values(fields).filter(({ onPage }) => onPage.anchor !== undefined);
  const sections = sectionsOf(fields).map((section) => `\`#${sectionAnchor(section)}\``);
  return table(
    ['what', 'anchor'],
    [
      ...entries.map(({ onPage }) => [onPage.noun ?? '', `\`#${onPage.anchor}ID\``]),
      ['a source that is cited, or that such a one goes back to', `\`#${anchorOf('sources', 'ID')}\``],
      ['a heading of the prose', '`#h-the-words-of-the-heading`, in every language those of the original'],
      ['a section of the page, where it has one', sections.join(' ')],
      ['the top of the page’s own text', `\`#${MAIN_ANCHOR}\``],
    ],
  );
}

function directiveTable(): string {
  const fields: Fields = MODEL.fields;
  const nounOf = (part: string): string => fields[part]?.onPage.noun ?? '';
  return table(
    ['line', 'what stands there'],
    [...placementsOf(fields)].map(([name, { part, kind }]) => {
      if (kind === 'part') return [`\`::${name}\``, `\`${part}\``];
      const what = kind === 'entry' ? nounOf(part) : `the way to ${nounOf(part)}`;
      return [`\`::${name}{#ID}\``, `${what} of \`${part}\``];
    }),
  );
}

function ruleTable(): string {
  return table(
    ['rule', '', 'what it asks for'],
    Object.entries(RULE_BOOK).map(([name, { severity, says }]) => [`\`${name}\``, severity, says]),
  );
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return ['', line(heads), line(heads.map(() => '---')), ...rows.map(line), ''].join('\n');
}
