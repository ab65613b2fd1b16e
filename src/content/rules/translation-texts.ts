import type { Field, Fields } from '../model/fields.ts';
import { isId } from '../model/scalars.ts';
import type { ParsedEdition } from '../read/edition.ts';
import { groupAt, lacks, listAt, mapAt, type RawItem, textAt } from '../read/yaml-access.ts';
import { nearest } from '../suggest.ts';
import { originalPath, type Path } from '../model/walk.ts';
import { factsOf, isPartial, pointTo, rule, type Say } from './rule.ts';

/**
 * A translation has every text of the original (`translation-missing`), unless it says that it is partial, and no
 * other (`translation-extra`).
 */
export const translationTexts = rule('translation-missing', ({ fields, original, translations }, say) => {
  // Beside an original that cannot be read every text would seem to be one too many.
  if (original.yaml.value === undefined) return;
  for (const translation of translations)
    if (translation.yaml.value !== undefined)
      new Comparison(fields, original, translation, say).compare(fields, factsOf(original), factsOf(translation));
});

class Comparison {
  private readonly all: Fields;
  private readonly original: ParsedEdition;
  private readonly translation: ParsedEdition;
  private readonly partial: boolean;
  private readonly say: Say;

  constructor(all: Fields, original: ParsedEdition, translation: ParsedEdition, say: Say) {
    this.all = all;
    this.original = original;
    this.translation = translation;
    this.partial = isPartial(translation);
    this.say = say;
  }

  /** A group of keys of the original beside its words. */
  compare(fields: Fields, from: RawItem, to: RawItem): void {
    const worded = Object.entries(fields).filter(([, { translated }]) => translated !== undefined);
    const keys = worded.map(([key]) => key);
    for (const [key, field] of worded) {
      const { holds } = field;
      if (holds.kind === 'words') this.text(key, field, from, to, keys);
      else if (holds.kind === 'group') this.group(key, holds.fields, from, to);
      else if (holds.kind === 'list' || holds.kind === 'map') this.entries(key, holds, from, to);
      else this.inOrder(key, field, from, to);
    }
  }

  private text(key: string, { isOptional, holds }: Field, from: RawItem, to: RawItem, keys: readonly string[]): void {
    const there = textAt(from, key) !== undefined;
    if (there && !this.partial && lacks(to, key, keys)) this.missing([...to.path, key], [...from.path, key]);
    // What the original must have is reported there when it lacks it.
    const freeWith = holds.kind === 'words' ? holds.freeWith : undefined;
    const isFree = isOptional && (!freeWith || freeWith.values.includes(textAt(from, freeWith.key) ?? ''));
    if (isFree && Object.hasOwn(to.value, key) && lacks(from, key, [key]))
      this.extra([...to.path, key], `has no text in the original edition, at ${this.there(from.path)}`);
  }

  private group(key: string, fields: Fields, from: RawItem, to: RawItem): void {
    const [original, translated] = [groupAt(from, key), groupAt(to, key)];
    if (original && translated) this.compare(fields, original, translated);
    else if (translated && !Object.hasOwn(from.value, key))
      this.extra(translated.path, `is not in the original edition, at ${this.there(from.path)}`);
    else if (original && !this.partial && !Object.hasOwn(to.value, key)) this.missing([...to.path, key], original.path);
  }

  /** Entries that a translation gives by their ids. */
  private entries(
    key: string,
    { kind, fields }: { kind: 'list' | 'map'; fields: Fields },
    from: RawItem,
    to: RawItem,
  ): void {
    const value = Object.hasOwn(from.value, key) ? from.value[key] : [];
    const ofMap = groupAt(from, key)?.value ?? {};
    // What is no list or map, or has no entries though it must, is reported in the original.
    if (kind === 'list' ? !Array.isArray(value) : Object.keys(ofMap).length === 0) return;
    const group = groupAt(to, key);
    if (Object.hasOwn(to.value, key) && !group) return;
    const originals = kind === 'list' ? byId(listAt(from, key)) : byName(mapAt(from, key));
    // Where every entry of the original has an id, any other id is one too many.
    const whole = originals.size === (Array.isArray(value) ? value : Object.keys(ofMap)).length;
    const translated = mapAt(to, key);
    const meant = new Set<string>();
    for (const [id, item] of translated) {
      if (originals.has(id)) continue;
      const near = nearest(id, originals.keys());
      if (near !== undefined) meant.add(near);
      if (near !== undefined || whole)
        this.extra(
          item.path,
          `is not in the original edition, at ${this.there(originalPath(this.all, item.path, this.original.yaml.value))}${near === undefined ? '' : `; did you mean "${near}"?`}`,
        );
    }
    for (const [id, item] of originals) {
      const twin = translated.get(id);
      if (twin) this.compare(fields, item, twin);
      else if (!this.partial && !meant.has(id) && !Object.hasOwn(group?.value ?? {}, id))
        this.missing([...to.path, key, id], item.path);
    }
  }

  /** Texts that a translation gives in the original's order. */
  private inOrder(key: string, { holds }: Field, from: RawItem, to: RawItem): void {
    const [expected, actual] = [from.value[key], to.value[key]];
    if (actual === undefined && !this.partial) this.missing([...to.path, key], [...from.path, key]);
    if (!Array.isArray(expected) || !Array.isArray(actual) || actual.length === expected.length) return;
    // Too many or too few at all is reported by the schema.
    const { fewest, most } = holds.kind === 'texts' ? holds : { fewest: 0, most: Infinity };
    if ([expected, actual].some(({ length }) => length < fewest || length > most)) return;
    this.say.at(
      this.translation.yaml,
      [...to.path, key],
      `has ${actual.length} items, and the original edition ${expected.length}, at ${this.there([...from.path, key])}`,
      actual.length < expected.length ? 'translation-missing' : 'translation-extra',
    );
  }

  private missing(path: Path, originalPath: Path): void {
    this.say.at(this.translation.yaml, path, `is missing: the original edition has it at ${this.there(originalPath)}`);
  }

  private extra(path: Path, message: string): void {
    this.say.atKey(this.translation.yaml, path, message, 'translation-extra');
  }

  private there(path: Path): string {
    return pointTo(this.original.yaml, path);
  }
}

/** The items by their ids, as far as those are well formed and given once. */
function byId(items: readonly RawItem[]): Map<string, RawItem> {
  const found = new Map<string, RawItem>();
  for (const item of items) {
    const id = textAt(item, 'id');
    if (id !== undefined && isId(id) && !found.has(id)) found.set(id, item);
  }
  return found;
}

function byName(items: ReadonlyMap<string, RawItem>): Map<string, RawItem> {
  return new Map([...items].filter(([id]) => isId(id)));
}
