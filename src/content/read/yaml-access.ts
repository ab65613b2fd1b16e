import { nearest } from '../diagnostic.ts';
import { type Path, valueOf } from '../model/walk.ts';
import { excessInText } from './limits.ts';
import type { PlacedYaml } from './yaml.ts';

/**
 * Cautious looks into YAML that may not satisfy its schema. The rules work on this form, so that one
 * mistake in a file does not hide the others.
 */

interface Part {
  readonly path: Path;
  readonly value: unknown;
}

/** A group of keys and where it stands. */
export interface RawItem extends Part {
  readonly value: Readonly<Record<string, unknown>>;
}

/** The text at a key, or `undefined` where there is none. */
export function textAt({ value }: RawItem, key: string): string | undefined {
  const text = valueOf(value, key);
  return typeof text === 'string' ? text : undefined;
}

/**
 * Whether a key is left out: neither there, if only with a value of the wrong kind, nor there misspelt.
 *
 * @param keys every key that the schema knows here
 */
export function lacks(item: RawItem, key: string, keys: readonly string[]): boolean {
  if (Object.hasOwn(item.value, key)) return false;
  return !Object.keys(item.value).some((other) => !keys.includes(other) && nearest(other, keys) === key);
}

/** The items of the list at a key that are groups of keys. */
export function listAt(item: RawItem, key: string): RawItem[] {
  return itemsOf(valueOf(item.value, key), [...item.path, key]).filter(isItem);
}

/** The items that are groups of keys of a file that is a list; none where there is no file. */
export function listRoot(yaml: PlacedYaml | undefined): RawItem[] {
  return itemsOf(yaml?.value).filter(isItem);
}

/** The texts of the list at a key, each with its path. */
export function textsAt(item: RawItem, key: string): { path: Path; text: string }[] {
  return itemsOf(valueOf(item.value, key), [...item.path, key]).flatMap(({ path, value }) =>
    typeof value === 'string' ? [{ path, text: value }] : [],
  );
}

/** The ids at a key that holds a list of them, each with its path; those of a text that stands in the list's place, too. */
export function namedAt(item: RawItem, key: string): { path: Path; text: string }[] {
  const instead = itemsWritten(textAt(item, key) ?? '').map((text) => ({ path: [...item.path, key], text }));
  return instead.length > 0 ? instead : textsAt(item, key);
}

/** The items of a list that is written as a text, whatever stands between and around them. */
export function itemsWritten(text: string): string[] {
  const items = text
    .trim()
    .replace(/^[［【]|[］】]$/g, '')
    .split(/[,;،、，；]/);
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/** The groups in the map at a key, by their names. */
export function mapAt(item: RawItem, key: string): Map<string, RawItem> {
  const map = groupAt(item, key);
  const entries = map ? partsOf(map.value, map.path).filter(isItem) : [];
  return new Map(entries.map((entry) => [String(entry.path.at(-1)), entry]));
}

/** The group of keys at a key. */
export function groupAt(item: RawItem, key: string): RawItem | undefined {
  const part: Part = { path: [...item.path, key], value: valueOf(item.value, key) };
  return isItem(part) ? part : undefined;
}

/** The whole file as a group; empty when it is none. */
export function rootOf({ value }: PlacedYaml): RawItem {
  return { path: [], value: isGroup(value) ? value : {} };
}

/** Every text below a value, with its path. */
export function everyText(value: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  return partsOf(value, path).flatMap((part) => everyText(part.value, part.path));
}

/** The short texts of a file that are within the limits. */
export function shortTexts({ value }: PlacedYaml): { path: Path; text: string }[] {
  return everyText(value).filter(({ text }) => excessInText(text) === undefined);
}

/** Those that hold one of some signs. */
export function textsWith(yaml: PlacedYaml, ...signs: readonly string[]): { path: Path; text: string }[] {
  const found = everyText(yaml.value).filter(({ text }) => signs.some((sign) => text.includes(sign)));
  return found.filter(({ text }) => excessInText(text) === undefined);
}

function itemsOf(list: unknown, path: Path = []): Part[] {
  return Array.isArray(list) ? partsOf(list, path) : [];
}

/** What a list or a group of keys holds. */
function partsOf(value: unknown, path: Path): Part[] {
  const entries: Iterable<[PropertyKey, unknown]> = Array.isArray(value)
    ? value.entries()
    : Object.entries(isGroup(value) ? value : {});
  return Array.from(entries, ([key, part]) => ({ path: [...path, key], value: part }));
}

function isItem(part: Part): part is RawItem {
  return isGroup(part.value);
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
