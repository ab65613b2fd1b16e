import type { Field, Fields } from '../model/fields.ts';
import { isId } from '../model/scalars.ts';
import { logEntry, originalPath, type Path, valueOf } from '../model/walk.ts';
import type { ParsedEdition } from '../read/edition.ts';
import type { PlacedYaml } from '../read/yaml.ts';
import { groupAt, lacks, listAt, listRoot, mapAt, type RawItem, rootOf, textAt, textsAt } from '../read/yaml-access.ts';
import { didYouMean, nearest } from '../diagnostic.ts';
import { factsOf, isPartial, pointTo, rule, type Say } from './rule.ts';

/**
 * A translation has every text of the original (`translation-missing`), unless it says that it is partial, and no
 * other (`translation-extra`).
 */
export const translationTexts = rule('translation-missing', ({ fields, original, translations, sources }, say) => {
  // Beside an original that cannot be read every text would seem to be one too many.
  if (original.yaml.value === undefined) return;
  for (const translation of translations.filter(({ yaml }) => yaml.value !== undefined)) {
    compare(fields, original, translation, say);
    if (sources) compareSources(sources, translation, say);
  }
});

function compare(all: Fields, { yaml: original }: ParsedEdition, translation: ParsedEdition, say: Say): void {
  const partial = isPartial(translation);
  const there = (path: Path): string => pointTo(original, path);
  const missing = (path: Path, originalAt: Path): void => {
    if (!partial) say.at(translation.yaml, path, `is missing: the original edition has it at ${there(originalAt)}`);
  };
  const extra = (path: Path, what: string, originalAt: Path, hint = ''): void => {
    const message = `${what} in the original edition, at ${there(originalAt)}${hint}`;
    say.atKey(translation.yaml, path, message, 'translation-extra');
  };

  /** A group of keys of the original beside its words. */
  function groups(fields: Fields, from: RawItem, to: RawItem): void {
    const worded = Object.entries(fields).filter(([, { translated }]) => translated !== undefined);
    const keys = worded.map(([key]) => key);
    for (const [key, field] of worded) {
      const { holds } = field;
      // Another rule asks for what each edition has of its own.
      if (holds.kind === 'words' && holds.translates) continue;
      if (holds.kind === 'words') text(key, field, from, to, keys);
      else if (holds.kind === 'group') group(key, holds.fields, from, to);
      else if (holds.kind === 'list' || holds.kind === 'map') entries(key, holds.kind, holds.fields, from, to);
      else inOrder(key, field, from, to);
    }
  }

  function text(key: string, field: Field, from: RawItem, to: RawItem, keys: readonly string[]): void {
    if (textAt(from, key) !== undefined && lacks(to, key, keys)) missing([...to.path, key], [...from.path, key]);
    // What the original must have is reported there when it lacks it.
    const freeWith = field.holds.kind === 'words' ? field.holds.freeWith : undefined;
    const isFree =
      field.original.isOptional() && (!freeWith || freeWith.values.includes(textAt(from, freeWith.key) ?? ''));
    if (isFree && Object.hasOwn(to.value, key) && lacks(from, key, [key]))
      extra([...to.path, key], 'has no text', from.path);
  }

  function group(key: string, fields: Fields, from: RawItem, to: RawItem): void {
    const [said, translated] = [groupAt(from, key), groupAt(to, key)];
    if (said && translated) groups(fields, said, translated);
    else if (translated && !Object.hasOwn(from.value, key)) extra(translated.path, 'is not', from.path);
    else if (said && !Object.hasOwn(to.value, key)) missing([...to.path, key], said.path);
  }

  /** Entries that a translation gives by their ids. */
  function entries(key: string, kind: 'list' | 'map', fields: Fields, from: RawItem, to: RawItem): void {
    const value = Object.hasOwn(from.value, key) ? from.value[key] : [];
    const names = Object.keys(groupAt(from, key)?.value ?? {});
    // What is no list or map, or has no entries though it must, is reported in the original.
    if (kind === 'list' ? !Array.isArray(value) : names.length === 0) return;
    const said = groupAt(to, key);
    if (Object.hasOwn(to.value, key) && !said) return;
    const originals = byId(
      kind === 'list' ? listAt(from, key).map((item) => [textAt(item, 'id'), item]) : mapAt(from, key),
    );
    // Where every entry of the original has an id, any other id is one too many.
    const isWhole = originals.size === (Array.isArray(value) ? value : names).length;
    const translated = mapAt(to, key);
    const meant = new Set<string>();
    for (const [id, { path }] of translated) {
      if (originals.has(id)) continue;
      const near = nearest(id, originals.keys());
      if (near !== undefined) meant.add(near);
      const hint = near === undefined ? '' : `; did you mean "${near}"?`;
      if (near !== undefined || isWhole) extra(path, 'is not', originalPath(all, path, original.value), hint);
    }
    for (const [id, item] of originals) {
      const twin = translated.get(id);
      if (twin) groups(fields, item, twin);
      else if (!meant.has(id) && !Object.hasOwn(said?.value ?? {}, id)) missing([...to.path, key, id], item.path);
    }
  }

  /** Texts that a translation gives in the original's order. */
  function inOrder(key: string, { holds }: Field, from: RawItem, to: RawItem): void {
    const [expected, actual] = [valueOf(from.value, key), valueOf(to.value, key)];
    if (actual === undefined) missing([...to.path, key], [...from.path, key]);
    if (!Array.isArray(expected) || !Array.isArray(actual)) return;
    if (holds.kind === 'log')
      for (const [index, item] of listAt(from, key).entries()) {
        const said = actual[index] === undefined ? undefined : logEntry(actual[index], holds.note);
        if (said) groups(holds.fields, item, { path: [...to.path, key, index], value: said as RawItem['value'] });
      }
    if (actual.length === expected.length) return;
    if (partial && actual.length < expected.length) return;
    // Too many or too few at all is reported by the schema.
    const { fewest, most } = holds.kind === 'texts' ? holds : { fewest: 0, most: Infinity };
    if (expected.length < fewest || [expected, actual].some(({ length }) => length > most)) return;
    const id = actual.length < expected.length ? 'translation-missing' : 'translation-extra';
    const place = there([...from.path, key]);
    const message = `has ${actual.length} items, and the original edition ${expected.length}, at ${place}`;
    say.at(translation.yaml, [...to.path, key], message, id);
  }

  groups(all, rootOf(original), factsOf(translation));
}

/** What a translation says of sources is optional, and of those that are there. */
function compareSources(sources: PlacedYaml, translation: ParsedEdition, say: Say): void {
  const all = byId(listRoot(sources).map((source) => [textAt(source, 'id'), source]));
  for (const [id, said] of mapAt(factsOf(translation), 'sources')) {
    const source = all.get(id);
    const extra = (key: string[], message: string): void =>
      say.atKey(translation.yaml, [...said.path, ...key], message, 'translation-extra');
    if (!source) {
      extra([], `is not in sources.yaml${didYouMean(id, all.keys())}`);
      continue;
    }
    const isHeadline = !textAt(source, 'title')?.startsWith('[');
    const [theirs, ours] = [listAt(source, 'words').length, textsAt(said, 'words').length];
    if (isHeadline && textAt(said, 'title') !== undefined)
      extra(['title'], 'is a headline of its own, and stays in its language; take this out');
    if (ours > theirs) extra(['words'], `has ${ours} items, and sources.yaml ${theirs}`);
  }
}

/** The entries by their ids, as far as those are well formed and given once. */
function byId(entries: Iterable<readonly [id: string | undefined, item: RawItem]>): Map<string, RawItem> {
  const found = new Map<string, RawItem>();
  for (const [id, item] of entries) if (id !== undefined && isId(id) && !found.has(id)) found.set(id, item);
  return found;
}
