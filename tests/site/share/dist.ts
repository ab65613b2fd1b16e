import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Parsed, parseHTML } from '../../unit/share/parse-html.ts';
import { siteAddress } from '../../../src/publish/site-address.ts';

const root = join(import.meta.dirname, '../../..');

/** Where the built site stands. */
export const DIST = join(root, 'dist');

/** The address that it was built for. */
export const BASE = siteAddress(root).base;

/** The files of the built site whose names end so, from its top, in order. */
export function files(end: string): string[] {
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(end))
    .toSorted();
}

/** A file of the built site. */
export function read(file: string): string {
  return readFileSync(join(DIST, file), 'utf8');
}

const parsed = new Map<string, Parsed[]>();

/** Every element of a page of the built site. */
export function elementsOf(file: string): Parsed[] {
  let elements = parsed.get(file);
  if (!elements) parsed.set(file, (elements = parseHTML(read(file))));
  return elements;
}

/** The file that an address of the site leads to. */
export function fileAt(address: string): string {
  if (!address.startsWith(BASE)) throw new RangeError(`${address} is no address of ${BASE}`);
  return address.slice(BASE.length).replace(/#.*$/, '');
}

/** The folders of the articles, in every language. */
export const ARTICLES = files('/timeline.json').map((file) => file.replace(/\/timeline\.json$/, ''));

/** What an article's timeline says of its events. */
export function eventsOf(
  article: string,
): { id: string; title: string; text: string; date: string; status: string; url: string; sources: object[] }[] {
  return (JSON.parse(read(`${article}/timeline.json`)) as { events: ReturnType<typeof eventsOf> }).events;
}
