import { Document, type Node, type SchemaOptions, type ToStringOptions } from 'yaml';

/** YAML for an editor to go on with: what is empty is left empty. */

// Every value is a text, as the program reads it, or nothing.
const SCHEMA: SchemaOptions = { schema: 'failsafe', customTags: ['null'] };
const FORM: ToStringOptions = { nullStr: '', lineWidth: 0, blockQuote: false, flowCollectionPadding: false };

function withoutEmpty(_key: unknown, value: unknown): unknown {
  return value === '' ? null : value;
}

/** Puts notes as comments above a key, a value or an entry of a list. */
export function noted(notes: readonly string[], value: unknown): Node {
  const node = new Document(null, SCHEMA).createNode(value, withoutEmpty);
  const lines = notes.flatMap((note) => note.trimEnd().split(/\r\n?|\n/));
  if (lines.length > 0) node.commentBefore = lines.map((line) => ` ${line}`).join('\n');
  return node;
}

/** A list between brackets. */
export function inBrackets(items: readonly string[]): Node {
  return new Document(null, SCHEMA).createNode(items, { flow: true });
}

/** Writes a group or a list, each of its texts on one line, in quotes where it takes them. */
export function draftYaml(value: readonly unknown[] | ReadonlyMap<unknown, unknown>): string {
  if (Array.isArray(value) && value.length === 0) return '';
  // Behind the hyphen of an empty entry the library writes a space.
  return new Document(value, withoutEmpty, SCHEMA).toString(FORM).replace(/[ \t]+$/gm, '');
}
