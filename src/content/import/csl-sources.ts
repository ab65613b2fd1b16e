import { type EdtfDate, formatEdtf, parseEdtf } from '../../dates/edtf.ts';
import { isWebAddress } from '../../text/problems.ts';
import { id as idSchema, language as languageSchema } from '../model/scalars.ts';
import { SOURCE_TYPES } from '../model/source-types.ts';
import { markdownOf } from './html.ts';
import { entry, slugOf } from './yaml-lines.ts';

type Item = Readonly<Record<string, unknown>>;

/** Types of CSL beside those that our own kinds become. */
const KINDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(SOURCE_TYPES).map(([kind, { csl }]) => [csl, kind])),
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
export function sourcesOfCsl(items: readonly unknown[], taken: Iterable<string>): string[] {
  const ids = new Set(taken);
  return items.flatMap((value, index) => {
    const item = value as Item;
    if (typeof value !== 'object' || value === null || typeof item['type'] !== 'string')
      throw new RangeError(`item ${index + 1} is no reference of CSL-JSON: it has no "type"`);
    const given = String(item['id'] ?? '');
    const id = idSchema.safeParse(given).success ? given : slugOf(given || String(item['title'] ?? ''));
    if (id === '') throw new RangeError(`item ${index + 1} has no id that a source can have`);
    if (ids.has(id)) throw new RangeError(`the id "${id}" is taken; nothing was written`);
    ids.add(id);
    return sourceOf(item, id, given);
  });
}

function sourceOf(item: Item, id: string, given: string): string[] {
  const { type, title, author, publisher, issued, accessed, URL: url, DOI: doi, language, page, note, ...rest } = item;
  const { id: _id, 'container-title': container, ...others } = rest;
  const notes = Object.entries(others).map(([key, value]) => `${key}: ${textOf(value)}`);
  const text = (key: string, value: unknown): string => {
    const { plain, isWhole } = markdownOf(textOf(value));
    if (!isWhole) notes.push(`${key}: ${textOf(value)}`);
    return plain;
  };
  const date = (key: string, value: unknown, isDay: boolean): string => {
    const read = dateOf(value);
    const isFit = read !== undefined && (!isDay || (read.kind === 'date' && read.day !== undefined && !read.qualifier));
    if (value !== undefined && !isFit) notes.push(`${key}: ${textOf(value)}`);
    return isFit ? formatEdtf(read) : '';
  };
  const whole = container ?? publisher;
  if (container !== undefined && publisher !== undefined) notes.push(`publisher: ${textOf(publisher)}`);
  const address = textOf(url) || (doi === undefined ? '' : `https://doi.org/${textOf(doi)}`);
  if (url !== undefined && doi !== undefined) notes.push(`DOI: ${textOf(doi)}`);
  if (address !== '' && !isWebAddress(address)) notes.push(`URL: ${address}`);
  const kind = KINDS[String(type)];
  if (kind === undefined || SOURCE_TYPES[kind as keyof typeof SOURCE_TYPES].csl !== type)
    notes.push(`type: ${String(type)}`);
  if (given !== id) notes.push(`id: ${given}`);
  const tag = textOf(language);
  const isTag = languageSchema.safeParse(tag).success;
  if (tag !== '' && !isTag) notes.push(`language: ${tag}`);
  const said = {
    author: namesOf(author),
    kind: kind === 'web' ? '' : (kind ?? 'document'),
    url: isWebAddress(address) ? address : '',
    published: date('issued', issued, false),
    pages: textOf(page),
    read: date('accessed', accessed, true),
    note: note === undefined ? '' : markdownOf(escapeHtml(textOf(note))).markdown,
  };
  const isPage = said.kind === '';
  // What a source must have stands there, if only empty.
  const wanted = isPage ? ['url', 'published'] : [];
  const keys = Object.entries(said).filter(([key, value]) => value !== '' || wanted.includes(key));
  const first = { id, publisher: text('publisher', whole), title: text('title', title), language: isTag ? tag : '' };
  return entry(notes, { ...first, ...Object.fromEntries(keys) });
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value).replace(/\s+/g, ' ').trim();
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function namesOf(names: unknown): string {
  const all = Array.isArray(names) ? (names as Readonly<Record<string, unknown>>[]) : [];
  return all
    .map((name) => {
      const parts = [
        name['given'],
        name['dropping-particle'],
        name['non-dropping-particle'],
        name['family'],
        name['suffix'],
      ];
      return textOf(name['literal']) || parts.map(textOf).filter(Boolean).join(' ');
    })
    .join(', ');
}

/** A date of CSL: in parts, or a text that is EDTF. CSL has no year 0: -1 is 1 BC. */
function dateOf(value: unknown): EdtfDate | undefined {
  if (typeof value === 'string') return read(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const { 'date-parts': parts, circa, season, raw, literal } = value as Item;
  if (!Array.isArray(parts)) return read(textOf(raw) || textOf(literal));
  const days = (parts as unknown[]).map((part) => {
    const [year = NaN, ...others] = (Array.isArray(part) ? part : []).map(Number);
    const historical = year < 0 ? year + 1 : year;
    const sign = historical < 0 ? '-' : '';
    const rest = season !== undefined && others.length === 0 ? [20 + Number(season)] : others;
    const digits = [String(Math.abs(historical)).padStart(4, '0'), ...rest.map((one) => String(one).padStart(2, '0'))];
    return sign + digits.join('-') + (circa ? '~' : '');
  });
  return read(days.join('/'));
}

function read(edtf: string): EdtfDate | undefined {
  try {
    return parseEdtf(edtf);
  } catch {
    return undefined;
  }
}
