import { nearest } from '../suggest.ts';
import type { Path, PlacedYaml } from './yaml.ts';

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
export function textAt(item: RawItem, key: string): string | undefined {
  const value = Object.hasOwn(item.value, key) ? item.value[key] : undefined;
  return typeof value === 'string' ? value : undefined;
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
  const value = Object.hasOwn(item.value, key) ? item.value[key] : undefined;
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry, index) => (isGroup(entry) ? [{ path: [...item.path, key, index], value: entry }] : []));
}

/** The texts of the list at a key, each with its path. */
export function textsAt(item: RawItem, key: string): { path: Path; text: string }[] {
  const value = Object.hasOwn(item.value, key) ? item.value[key] : undefined;
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry, index) =>
    typeof entry === 'string' ? [{ path: [...item.path, key, index], text: entry }] : [],
  );
}

/** The groups in the map at a key, by their names. */
export function mapAt(item: RawItem, key: string): Map<string, RawItem> {
  const value = Object.hasOwn(item.value, key) ? item.value[key] : undefined;
  if (!isGroup(value)) return new Map();
  return new Map(
    Object.entries(value).flatMap(([name, entry]) =>
      isGroup(entry) ? [[name, { path: [...item.path, key, name], value: entry }]] : [],
    ),
  );
}

/** The group of keys at a key. */
export function groupAt(item: RawItem, key: string): RawItem | undefined {
  const value = Object.hasOwn(item.value, key) ? item.value[key] : undefined;
  return isGroup(value) ? { path: [...item.path, key], value } : undefined;
}

/** The whole file as a group; empty when it is none. */
export function rootOf({ value }: PlacedYaml): RawItem {
  return { path: [], value: isGroup(value) ? value : {} };
}

/** A file that is a list, as a group that holds it under `items`. */
export function listRoot({ value }: PlacedYaml): RawItem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry, index) => (isGroup(entry) ? [{ path: [index], value: entry }] : []));
}

/** Every text below a value, with its path. */
export function everyText(value: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((entry, index) => everyText(entry, [...path, index]));
  if (isGroup(value)) return Object.entries(value).flatMap(([key, entry]) => everyText(entry, [...path, key]));
  return [];
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
