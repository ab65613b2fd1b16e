import type { Report } from '../diagnostic.ts';
import { groupAt, lacks, listAt, mapAt, type RawItem, textAt } from '../raw.ts';
import type { RuleName } from '../rule-book.ts';
import { isId } from '../schema/id.ts';
import { FEWEST, MOST } from '../schema/key-points.ts';
import { diagnosticAt } from '../source-file.ts';
import { nearest } from '../suggest.ts';
import { withPath } from '../validate.ts';
import type { Path } from '../yaml.ts';
import { originalPath } from './original-path.ts';
import { type EditionDraft, factsOf, pointTo, problemAt, type Rule } from './rule.ts';

/** The texts of each list of the original that a translation gives by id; `?` marks those an item may lack. */
const TEXTS: Record<string, readonly string[]> = {
  sides: ['name'],
  phases: ['title'],
  timeline: ['title', 'text', 'saidBy?'],
  people: ['name', 'role'],
  numbers: ['value', 'label', 'note?'],
  terms: ['term', 'means'],
  disputes: ['question'],
  questions: ['question', 'note?'],
};

/** A translated edition has every text of the original, and no other. */
export const completeTranslations: Rule = ({ original, translations }, report) => {
  // Beside an original that cannot be read every text would seem to be one too many.
  if (original.yaml.value === undefined) return;
  for (const translation of translations) {
    if (translation.yaml.value === undefined) continue;
    const partial = isPartial(translation);
    const compare = new Comparison(original, translation, partial, report);
    const [from, to] = [factsOf(original), factsOf(translation)];
    compare.texts(from, to, ['title', 'summary']);
    for (const key of ['keyPoints', 'updates']) compare.lists(key);
    compare.places(from, to);
    for (const [key, texts] of Object.entries(TEXTS)) compare.list(from, to, key, texts);
    for (const [id, dispute] of byId(listAt(from, 'disputes'))) {
      const translated = mapAt(to, 'disputes').get(id);
      if (translated) compare.list(dispute, translated, 'positions', ['claim', 'saidBy']);
    }
    compare.count(groupAt(from, 'count'), to);
  }
};

/** Whether a translation says that it is not finished. */
export function isPartial(translation: EditionDraft): boolean {
  return textAt(factsOf(translation), 'partial') === 'true';
}

class Comparison {
  private readonly original: EditionDraft;
  private readonly translation: EditionDraft;
  private readonly partial: boolean;
  private readonly report: Report;

  constructor(original: EditionDraft, translation: EditionDraft, partial: boolean, report: Report) {
    this.original = original;
    this.translation = translation;
    this.partial = partial;
    this.report = report;
  }

  lists(key: string): void {
    const [expected, actual] = [this.original, this.translation].map((edition) => factsOf(edition).value[key]);
    if (actual === undefined && !this.partial) this.missing([key], [key]);
    if (!Array.isArray(expected) || !Array.isArray(actual) || actual.length === expected.length) return;
    // Too many or too few at all is reported by the schema.
    if (key === 'keyPoints' && [expected, actual].some(({ length }) => length < FEWEST || length > MOST)) return;
    const rule = actual.length < expected.length ? 'translation-missing' : 'translation-extra';
    this.problem(
      [key],
      `has ${actual.length} items, and the original edition ${expected.length}, at ${this.there([key])}`,
      rule,
    );
  }

  places(from: RawItem, to: RawItem): void {
    const places = [...mapAt(from, 'places')].filter(([id]) => isId(id));
    const all = Object.keys(groupAt(from, 'places')?.value ?? {}).length;
    if (all > 0) this.items(new Map(places), to, 'places', ['name'], places.length === all);
  }

  /** A list of the original beside the map of its texts. */
  list(from: RawItem, to: RawItem, key: string, texts: readonly string[]): void {
    const value = Object.hasOwn(from.value, key) ? from.value[key] : [];
    if (!Array.isArray(value)) return;
    const items = listAt(from, key);
    const originals = byId(items);
    this.items(originals, to, key, texts, originals.size === value.length);
  }

  /** @param whole whether every item of the original has an id, so that any other id is one too many */
  items(originals: Map<string, RawItem>, parent: RawItem, key: string, texts: readonly string[], whole: boolean): void {
    if (Object.hasOwn(parent.value, key) && !groupAt(parent, key)) return;
    const translated = mapAt(parent, key);
    const group = groupAt(parent, key)?.value ?? {};
    const meant = new Set<string>();
    for (const [id, item] of translated) {
      if (originals.has(id)) continue;
      const near = nearest(id, originals.keys());
      if (near !== undefined) meant.add(near);
      if (near !== undefined || whole)
        this.extra(
          item.path,
          `is not in the original edition, at ${this.there(originalPath(item.path, this.original.yaml))}${near === undefined ? '' : `; did you mean "${near}"?`}`,
        );
    }
    for (const [id, item] of originals) {
      const twin = translated.get(id);
      if (twin) this.texts(item, twin, texts);
      else if (!this.partial && !meant.has(id) && !Object.hasOwn(group, id))
        this.missing([...parent.path, key, id], item.path);
    }
  }

  texts(item: RawItem, twin: RawItem, texts: readonly string[]): void {
    const names = texts.map((text) => text.replace('?', ''));
    for (const [index, name] of names.entries()) {
      const there = textAt(item, name) !== undefined;
      if (there && !this.partial && lacks(twin, name, names)) this.missing([...twin.path, name], [...item.path, name]);
      // What the original must have is reported there when it lacks it.
      const free = texts[index]?.endsWith('?') && (name !== 'saidBy' || textAt(item, 'status') === 'reported');
      if (free && Object.hasOwn(twin.value, name) && lacks(item, name, [name]))
        this.extra([...twin.path, name], `has no text in the original edition, at ${this.there(item.path)}`);
    }
  }

  count(original: RawItem | undefined, parent: RawItem): void {
    const translated = groupAt(parent, 'count');
    if (!original) {
      if (translated && !('count' in factsOf(this.original).value))
        this.extra(translated.path, `is not in the original edition, at ${this.there([])}`);
      return;
    }
    if (!translated) {
      if (!this.partial && !Object.hasOwn(parent.value, 'count')) this.missing(['count'], original.path);
      return;
    }
    this.texts(original, translated, ['label']);
    this.list(original, translated, 'groups', ['label', 'note?']);
  }

  private missing(path: Path, originalPath: Path): void {
    this.problem(path, `is missing: the original edition has it at ${this.there(originalPath)}`, 'translation-missing');
  }

  private extra(path: Path, message: string): void {
    const { file, yaml } = this.translation;
    this.report(diagnosticAt(file, yaml.keyPlaceOf(path), withPath(path, message), 'translation-extra'));
  }

  private problem(path: Path, message: string, rule: RuleName): void {
    this.report(problemAt(this.translation.yaml, path, message, rule));
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
