import { z } from 'zod';
import { MODEL } from './model/article.ts';
import { about, site, sources } from './model/site.ts';

/** A JSON Schema (draft 7, the one that editors' YAML tools know best). */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

const SCHEMAS = {
  original: ['Frontmatter of an original edition', MODEL.original],
  translation: ['Frontmatter of a translated edition', MODEL.translation],
  about: ['Frontmatter of an about page', about],
  sources: ['The sources of an article', sources],
  site: ['The settings of the site', site],
} as const satisfies Record<string, readonly [string, z.ZodType]>;

export type SchemaName = keyof typeof SCHEMAS;

/** The JSON Schemas of all content files, by name, as editors' tools read them. */
export function jsonSchemas(): Record<SchemaName, JsonSchema> {
  const make = (name: SchemaName): JsonSchema => {
    const [title, schema] = SCHEMAS[name];
    // "input": what an editor writes, before the program makes dates and HTML of it.
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
    return { $schema, title, ...rest } as JsonSchema;
  };
  return {
    original: make('original'),
    translation: make('translation'),
    about: make('about'),
    sources: make('sources'),
    site: make('site'),
  };
}
