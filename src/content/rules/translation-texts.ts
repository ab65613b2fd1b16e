import { didYouMean } from '../diagnostic.ts';
import type { Field, Fields, Holds } from '../model/fields.ts';
import { isId } from '../model/scalars.ts';
import { type Path, valueOf } from '../model/walk.ts';
import type { ParsedEdition } from '../read/edition.ts';
import type { PlacedYaml } from '../read/yaml.ts';
import { groupAt, lacks, listAt, listRoot, mapAt, type RawItem, rootOf, textAt, textsAt } from '../read/yaml-access.ts';
import { entriesAt, factsOf, fieldsIn, isPartial, NOTHING, pointTo, rule, type Say } from './rule.ts';

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

  for (const { key, field, fields, from, to } of fieldsIn(all, rootOf(original), factsOf(translation))) {
    const { holds, translated } = field;
    // Another rule asks for what each edition has of its own.
    if (!translated || to.value === NOTHING || (holds.kind === 'words' && holds.translates)) continue;
    const known = Object.keys(fields).filter((other) => fields[other]?.translated);
    const [path, originalAt] = [
      [...to.path, key],
      [...from.path, key],
    ];
    const [expected, actual] = [from, to].map(({ value }) => valueOf(value, key));
    if (isSaid(expected, holds) && lacks(to, key, known)) missing(path, originalAt);
    // What the original must have is reported there when it lacks it.
    if (actual !== undefined && isFree(field, from) && lacks(from, key, [key]))
      extra(path, holds.kind === 'words' ? 'has no text' : 'is not', from.path);

    if (holds.kind === 'list' || holds.kind === 'map') {
      const [originals, translations] = [byId(entriesAt(holds.kind, from, key)), mapAt(to, key)];
      const ids = [...originals.keys()];
      // Where every entry of the original has an id, any other id is one too many.
      const isWhole = isSaid(expected, holds) && ids.length === Object.keys(expected as object).length;
      for (const [id, entry] of translations) {
        const hint = originals.has(id) ? '' : didYouMean(id, ids);
        if (hint || (isWhole && !originals.has(id))) extra(entry.path, 'is not', originalAt, hint);
      }
      const said = groupAt(to, key);
      for (const [id, { path: at }] of originals) if (said && lacks(said, id, ids)) missing([...path, id], at);
    } else if (Array.isArray(expected) && Array.isArray(actual) && expected.length !== actual.length) {
      const isShort = actual.length < expected.length;
      // Too many or too few at all is reported by the schema.
      const { fewest, most } = holds.kind === 'texts' ? holds : { fewest: 0, most: Infinity };
      if ((partial && isShort) || expected.length < fewest || Math.max(expected.length, actual.length) > most) continue;
      const message = `has ${actual.length} items, and the original edition ${expected.length}, at ${there(originalAt)}`;
      say.at(translation.yaml, path, message, isShort ? 'translation-missing' : 'translation-extra');
    }
  }
}

/** Whether an original says anything at a key, and what it may hold. */
function isSaid(value: unknown, { kind }: Holds): boolean {
  const isOfKind = kind === 'words' ? typeof value === 'string' : typeof value === 'object' && value !== null;
  return isOfKind && Object.keys(value as object).length > 0;
}

function isFree({ original, holds }: Field, from: RawItem): boolean {
  const freeWith = holds.kind === 'words' ? holds.freeWith : undefined;
  return original.isOptional() && (!freeWith || freeWith.values.includes(textAt(from, freeWith.key) ?? ''));
}

/** What a translation says of sources is optional, and of those that are there. */
function compareSources(sources: PlacedYaml, translation: ParsedEdition, say: Say): void {
  const all = byId(listRoot(sources).map((source) => [textAt(source, 'id') ?? '', source]));
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

/** The entries by their ids, as far as those are well formed, and the first of several. */
function byId(entries: readonly (readonly [id: string, entry: RawItem])[]): Map<string, RawItem> {
  const found = new Map<string, RawItem>();
  for (const [id, entry] of entries) if (isId(id) && !found.has(id)) found.set(id, entry);
  return found;
}
