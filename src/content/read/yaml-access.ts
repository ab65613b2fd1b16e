import { nearest } from '../diagnostic.ts';
import { type Path, valueOf } from '../model/walk.ts';
import { excessInText } from './limits.ts';
import type { PlacedYaml } from './yaml.ts';

/**
 * Cautious looks into YAML that may not satisfy its schema. The rules work on this form, so that one
 * mistake in a file does not hide the others.
 */

/** A group of keys and where it stands. */
export interface RawItem {
  readonly path: Path;
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
  return groupsOf(valueOf(item.value, key), [...item.path, key]);
}

/** The items that are groups of keys of a file that is a list. */
export function listRoot({ value }: PlacedYaml): RawItem[] {
  return groupsOf(value, []);
}

function groupsOf(list: unknown, path: Path): RawItem[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: unknown, index) => (isGroup(value) ? [{ path: [...path, index], value }] : []));
}

/** The texts of the list at a key, each with its path. */
export function textsAt(item: RawItem, key: string): { path: Path; text: string }[] {
  const list = valueOf(item.value, key);
  if (!Array.isArray(list)) return [];
  return list.flatMap((text: unknown, index) =>
    typeof text === 'string' ? [{ path: [...item.path, key, index], text }] : [],
  );
}

/** The groups in the map at a key, by their names. */
export function mapAt(item: RawItem, key: string): Map<string, RawItem> {
  const map = groupAt(item, key);
  const entries = Object.entries(map?.value ?? {});
  return new Map(
    entries.flatMap(([id, value]) => (isGroup(value) ? [[id, { path: [...item.path, key, id], value }]] : [])),
  );
}

/** The group of keys at a key. */
export function groupAt(item: RawItem, key: string): RawItem | undefined {
  const value = valueOf(item.value, key);
  return isGroup(value) ? { path: [...item.path, key], value } : undefined;
}

/** The whole file as a group; empty when it is none. */
export function rootOf({ value }: PlacedYaml): RawItem {
  return { path: [], value: isGroup(value) ? value : {} };
}

/** Every text below a value, with its path. */
export function everyText(value: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((entry, index) => everyText(entry, [...path, index]));
  if (isGroup(value)) return Object.entries(value).flatMap(([key, entry]) => everyText(entry, [...path, key]));
  return [];
}

/** The short texts of a file that hold one of some signs, as far as they are within the limits for a parser. */
export function textsWith({ value }: PlacedYaml, ...signs: readonly string[]): { path: Path; text: string }[] {
  return everyText(value).filter(
    ({ text }) => signs.some((sign) => text.includes(sign)) && excessInText(text) === undefined,
  );
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
