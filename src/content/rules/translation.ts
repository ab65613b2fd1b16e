import { citedId } from '../../markdown/citations.ts';
import { headingsOf } from '../../markdown/headings.ts';
import { groupAt, listAt, mapAt, type RawItem, textAt, textsAt } from '../raw.ts';
import { diagnosticAt } from '../source-file.ts';
import { didYouMean } from '../suggest.ts';
import type { Path } from '../yaml.ts';
import { visit } from 'unist-util-visit';
import { type EditionDraft, factsOf, pointAt, pointTo, problemAt, problemInProse, type Rule } from './rule.ts';

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
  for (const translation of translations) {
    const partial = textAt(factsOf(translation), 'partial') === 'true';
    const compare = new Comparison(original, translation, partial, report);
    const [from, to] = [factsOf(original), factsOf(translation)];
    compare.texts(from, to, ['summary']);
    compare.lists('keyPoints', textsAt(from, 'keyPoints').length, textsAt(to, 'keyPoints').length);
    compare.lists('updates', listAt(from, 'updates').length, textsAt(to, 'updates').length);
    compare.items(mapAt(from, 'places'), to, 'places', ['name']);
    for (const [key, texts] of Object.entries(TEXTS)) compare.items(byId(listAt(from, key)), to, key, texts);
    for (const [id, dispute] of byId(listAt(from, 'disputes'))) {
      const translated = mapAt(to, 'disputes').get(id);
      if (translated) compare.items(byId(listAt(dispute, 'positions')), translated, 'positions', ['claim', 'saidBy']);
    }
    compare.count(groupAt(from, 'count'), to);
  }
};

/** The prose of a translated edition has the original's headings and, under each, its sources. */
export const parallelProse: Rule = ({ original, translations }, report) => {
  const sections = sectionsOf(original);
  for (const translation of translations) {
    const partial = textAt(factsOf(translation), 'partial') === 'true';
    const theirs = sectionsOf(translation);
    if (theirs.length !== sections.length) {
      if (partial && theirs.length < sections.length) continue;
      report(
        problemInProse(
          translation,
          theirs.at(-1)?.offset ?? 0,
          `the prose has ${theirs.length - 1} headings, and the original edition ${sections.length - 1}, the last at ${pointIn(original, sections.at(-1)?.offset ?? 0)}`,
        ),
      );
      continue;
    }
    theirs.forEach((section, index) => compareSources(original, sections[index] as Section, translation, section));
  }

  function compareSources(from: EditionDraft, section: Section, to: EditionDraft, translated: Section): void {
    for (const [id, offset] of section.sources)
      if (!translated.sources.has(id))
        report(
          problemInProse(
            to,
            translated.offset,
            `this section does not cite "${id}": the original edition does at ${pointIn(from, offset)}`,
          ),
        );
    for (const [id, offset] of translated.sources)
      if (!section.sources.has(id))
        report(
          problemInProse(
            to,
            offset,
            `"${id}" is not cited in this section of the original edition, which starts at ${pointIn(from, section.offset)}`,
          ),
        );
  }
};

class Comparison {
  private readonly original: EditionDraft;
  private readonly translation: EditionDraft;
  private readonly partial: boolean;
  private readonly report: Parameters<Rule>[1];

  constructor(original: EditionDraft, translation: EditionDraft, partial: boolean, report: Parameters<Rule>[1]) {
    this.original = original;
    this.translation = translation;
    this.partial = partial;
    this.report = report;
  }

  lists(key: string, expected: number, actual: number): void {
    if (!(key in factsOf(this.translation).value)) {
      if (!this.partial) this.missing([key], [key]);
      return;
    }
    if (actual === expected) return;
    this.problem([key], `has ${actual} items, and the original edition ${expected}, at ${this.there([key])}`);
  }

  items(originals: Map<string, RawItem>, parent: RawItem, key: string, texts: readonly string[]): void {
    const translated = mapAt(parent, key);
    for (const [id, item] of originals) {
      const twin = translated.get(id);
      if (twin) this.texts(item, twin, texts);
      else if (!this.partial) this.missing([...parent.path, key, id], item.path);
    }
    for (const [id, item] of translated)
      if (!originals.has(id))
        this.extra(item.path, `is not in the original edition${didYouMean(id, originals.keys())}`);
  }

  texts(item: RawItem, twin: RawItem, texts: readonly string[]): void {
    for (const name of texts.map((text) => text.replace('?', ''))) {
      const [there, here] = [textAt(item, name), textAt(twin, name)];
      if (there !== undefined && here === undefined && !this.partial)
        this.missing([...twin.path, name], [...item.path, name]);
      if (there === undefined && here !== undefined)
        this.extra([...twin.path, name], `has no text in the original edition, at ${this.there(item.path)}`);
    }
  }

  count(original: RawItem | undefined, parent: RawItem): void {
    const translated = groupAt(parent, 'count');
    if (!original) {
      if (translated) this.extra(translated.path, 'is not in the original edition');
      return;
    }
    if (!translated) {
      if (!this.partial) this.missing(['count'], original.path);
      return;
    }
    this.texts(original, translated, ['label']);
    this.items(byId(listAt(original, 'groups')), translated, 'groups', ['label', 'note?']);
  }

  private missing(path: Path, originalPath: Path): void {
    this.problem(path, `is missing: the original edition has it at ${this.there(originalPath)}`);
  }

  private extra(path: Path, message: string): void {
    const { message: text } = problemAt(this.translation.yaml, path, message);
    this.report(diagnosticAt(this.translation.file, this.translation.yaml.keyPlaceOf(path), text));
  }

  private problem(path: Path, message: string): void {
    this.report(problemAt(this.translation.yaml, path, message));
  }

  private there(path: Path): string {
    return pointTo(this.original.yaml, path);
  }
}

function byId(items: readonly RawItem[]): Map<string, RawItem> {
  return new Map(items.flatMap((item) => {
    const id = textAt(item, 'id');
    return id === undefined ? [] : [[id, item]];
  }));
}

interface Section {
  /** Where it starts in the prose. */
  offset: number;
  /** The sources cited in it, each with where it is cited first. */
  sources: Map<string, number>;
}

function sectionsOf({ prose }: EditionDraft): Section[] {
  const sections: Section[] = [{ offset: 0, sources: new Map() }];
  const headings = new Set(headingsOf(prose).map(({ node }) => node));
  visit(prose, (node) => {
    const offset = node.position?.start.offset ?? 0;
    if (node.type === 'heading' && headings.has(node)) sections.push({ offset, sources: new Map() });
    const current = sections.at(-1) as Section;
    if (node.type === 'footnoteReference' && !current.sources.has(citedId(node))) current.sources.set(citedId(node), offset);
  });
  return sections;
}

function pointIn(edition: EditionDraft, offset: number): string {
  return pointAt(edition.file, edition.proseStart + offset);
}
