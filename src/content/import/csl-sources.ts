import type { Node } from 'yaml';
import { readEdtf } from '../../dates/edtf.ts';
import { escapeHtml } from '../../text/html.ts';
import { isWebAddress } from '../../text/link-address.ts';
import { noted } from '../draft-yaml.ts';
import { exactDate, isId, language } from '../model/scalars.ts';
import { SOURCE_TYPES } from '../model/source-types.ts';
import { markdownOf } from './html.ts';
import { edtfYear } from './slide-date.ts';
import { slugOf } from './ids.ts';

type Item = Readonly<Record<string, unknown>>;

/** Types of CSL beside those that our own kinds become. */
const KINDS: Readonly<Record<string, keyof typeof SOURCE_TYPES>> = {
  ...Object.fromEntries(
    Object.entries(SOURCE_TYPES).map(([kind, { csl }]) => [csl, kind as keyof typeof SOURCE_TYPES]),
  ),
  ...{ article: 'article', 'article-journal': 'article', 'article-magazine': 'article', chapter: 'book' },
  ...{ thesis: 'report', 'paper-conference': 'report', 'post-weblog': 'post', speech: 'broadcast', song: 'broadcast' },
};

/**
 * Writes the references of a reference manager, in CSL-JSON, as entries of `sources.yaml`; what has no key there stands
 * in comments.
 *
 * @param items the file, parsed
 * @param taken ids that there are already
 * @throws {RangeError} with a sentence for the editor when it is no CSL-JSON, or an id is taken
 * @see https://github.com/citation-style-language/schema
 */
export function sourcesOfCsl(items: readonly unknown[], taken: Iterable<string>): Node[] {
  const ids = new Set(taken);
  return items.map((value, index) => {
    const item = value as Item;
    if (typeof value !== 'object' || value === null || typeof item['type'] !== 'string')
      throw new RangeError(`item ${index + 1} is no reference of CSL-JSON: it has no "type"`);
    const given = textOf(item['id']);
    const id = isId(given) ? given : slugOf(given || textOf(item['title']));
    if (id === '') throw new RangeError(`item ${index + 1} has no id that a source can have`);
    if (ids.has(id)) throw new RangeError(`the id "${id}" is taken; nothing was written`);
    ids.add(id);
    return sourceOf(item, id);
  });
}

function sourceOf(item: Item, id: string): Node {
  const rest = new Map(Object.entries(item).map(([key, value]) => [key, textOf(value)]));
  /** What is made of a key; where that is nothing, the key stays to be told. */
  const take = (key: string, make: (text: string) => string | undefined = (text) => text): string => {
    const made = make(rest.get(key) ?? '') ?? '';
    if (made !== '') rest.delete(key);
    return made;
  };
  const words = (key: string): string => take(key, (text) => markdownOf(text).plain);
  const address = (text: string): string | undefined => (isWebAddress(text) ? text : undefined);
  const kind = KINDS[rest.get('type') ?? ''] ?? 'document';
  const isPage = kind === 'web';
  if (SOURCE_TYPES[kind].csl === rest.get('type')) rest.delete('type');
  if (rest.get('id') === id) rest.delete('id');
  const keys = {
    id,
    publisher: words('container-title') || words('publisher'),
    title: words('title'),
    language: take('language', (tag) => (language.safeParse(tag).success ? tag : undefined)),
    author: take('author', () => namesOf(item['author'])),
    kind: isPage ? '' : kind,
    url: take('URL', address) || take('DOI', (doi) => (doi === '' ? undefined : address(`https://doi.org/${doi}`))),
    published: take('issued', () => dateOf(item['issued'])),
    pages: take('page'),
    read: take('accessed', () => {
      const day = dateOf(item['accessed']);
      return exactDate.safeParse(day).success ? day : undefined;
    }),
    note: take('note', (text) => markdownOf(escapeHtml(text)).markdown),
  };
  // What a source must have stands there, if only empty.
  const wanted = ['publisher', 'title', 'language', ...(isPage ? ['url', 'published'] : [])];
  const said = Object.entries(keys).filter(([key, value]) => value !== '' || wanted.includes(key));
  const notes = Array.from(rest, ([key, value]) => `${key}: ${value}`);
  return noted(notes, Object.fromEntries(said));
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value).replace(/\s+/g, ' ').trim();
}

function namesOf(names: unknown): string {
  const all = Array.isArray(names) ? (names as Item[]) : [];
  const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix', 'literal'];
  return all
    .map((name) => {
      const whole = textOf(name['family']) + textOf(name['given']);
      return EASTERN.test(whole) ? whole : parts.flatMap((part) => textOf(name[part]) || []).join(' ');
    })
    .join(', ');
}

/** Scripts in which the family's name stands first, without a space behind it. */
const EASTERN = /^[\p{sc=Hang}\p{sc=Han}\p{sc=Kana}\p{sc=Hira}々]+$/u;

/** A date of CSL in EDTF: in parts, or a text that is EDTF. CSL has no year 0: -1 is 1 BC. */
function dateOf(value: unknown): string | undefined {
  const date = (typeof value === 'object' ? (value ?? {}) : { raw: value }) as Item;
  const { 'date-parts': parts, circa, season, raw, literal } = date;
  const days = (Array.isArray(parts) ? (parts as unknown[]) : []).map((part) => {
    const [year = NaN, ...others] = (Array.isArray(part) ? part : []).map(Number);
    const rest = season !== undefined && others.length === 0 ? [20 + Number(season)] : others;
    return [edtfYear(year), ...rest.map((one) => String(one).padStart(2, '0'))].join('-') + (circa ? '~' : '');
  });
  const written = days.join('/') || textOf(raw) || textOf(literal);
  return readEdtf(written) && written;
}
