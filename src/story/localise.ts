import type { Edition } from '../content/article.ts';
import { MODEL, type Original, type Translation, type Update } from '../content/model/article.ts';
import type { Source } from '../content/model/site.ts';
import { mapTexts } from '../content/model/walk.ts';
import { byStart } from '../dates/compare.ts';
import type { Prose } from '../text/pipeline.ts';
import { citedIn, mapText, nodesIn, type RichDirective, type RichNode, type RichText } from '../text/rich-text.ts';
import type { LocalSource } from './bibliography.ts';

/**
 * Puts a translation's words in the place of the original's. Facts have no place in a translation, so
 * nothing else can change. What a partial translation lacks stays in the original's words, marked as such.
 */
export function localise(original: Edition<Original>, translation: Edition<Translation> | undefined): Original {
  const marked = (text: RichText): RichText => [
    { type: 'untranslated', lang: original.lang, block: false, children: text },
  ];
  if (!translation) return original.data;
  return mapTexts(MODEL.fields, original.data, (text, said) => said ?? marked(text), translation.data);
}

/**
 * Sources with what a translation says of them, each with those that it goes back to.
 *
 * @param originalLang the language (BCP 47) that the list of sources was written in
 */
export function localiseSources(
  sources: readonly Source[],
  originalLang: string,
  translation: Edition<Translation> | undefined,
): LocalSource[] {
  const local = new Map<string, LocalSource>();
  const localised = (source: Source): LocalSource => {
    const {
      words = [],
      publisher = source.publisher,
      title = source.title,
      note = source.note,
    } = translation?.data.sources?.[source.id] ?? {};
    const lang = translation?.lang ?? originalLang;
    // What has no headline of its own is described, in square brackets, by whoever lists it.
    const isDescription = title.startsWith('[') && title.endsWith(']');
    const origins = (source.basedOn ?? []).flatMap((id) => sources.find((other) => other.id === id) ?? []);
    const made = local.get(source.id) ?? {
      ...{ ...source, publisher, publishedBy: source.publisher, title, note },
      words: source.words?.map((passage, at) => ({ ...passage, ...(words[at] && { translation: words[at] }) })),
      titleLang: title !== source.title ? lang : isDescription ? originalLang : source.language,
      noteLang: note !== source.note ? lang : originalLang,
      ...(origins.length > 0 && { origins: origins.map(localised) }),
    };
    local.set(source.id, made);
    return made;
  };
  return sources.map(localised);
}

/**
 * The prose that a translation's page shows: its own, and for what a partial translation does not have yet, sections or
 * the end of one, the original's, marked as such. A section is begun while it lacks a source that the original's cites.
 *
 * @param translated takes its headings' anchors from the original, so that sections can be told by them
 * @param lang the original's language (BCP 47)
 */
export function mergePartialProse(translated: Prose, original: Prose, lang: string): Prose {
  const [written, theirs] = [translated, original].map(({ text }) => sectionsOf(text)) as [RichText[], RichText[]];
  // A part below a heading alone stands where the original places it.
  const ours = written.map((section, index) =>
    blocksOf(section).every(isHeading) ? without(partsIn(theirs[index] ?? []), section) : section,
  );
  // The first use of a term leads to its meaning, and may stand in what is translated.
  const used = new Set(nodesIn(translated.text, 'term').map(({ id }) => id));
  // So may a part that the original places further down.
  const placed = partsIn(ours.flat());
  const marked = (text: RichText): RichText => {
    const children = mapText(without(placed, text), (node) =>
      node.type === 'term' && used.has(node.id) ? { ...node, first: false } : node,
    );
    if (children.every((node) => typeof node === 'string')) return [];
    return [{ type: 'untranslated', lang, block: true, children }];
  };
  const missing = original.headings.slice(translated.headings.length).map((heading) => ({ ...heading, lang }));
  return {
    text: [
      ...ours.flatMap((section, index) => [...section, ...marked(restOf(section, theirs[index] ?? []))]),
      ...marked(theirs.slice(ours.length).flat()),
    ],
    headings: [...translated.headings, ...missing],
  };
}

function keyOf({ name, id }: RichDirective): string {
  return `${name} ${id}`;
}

/** What the directives of a text place. */
function partsIn(text: RichText): string[] {
  return nodesIn(text, 'directive').map(keyOf);
}

/** A text without the directives that place some parts. */
function without(parts: readonly string[], text: RichText): RichText {
  return text.filter((node) => typeof node === 'string' || node.type !== 'directive' || !parts.includes(keyOf(node)));
}

/** What stands before the first heading of a prose, and under each, with it. */
function sectionsOf(text: RichText): RichText[] {
  const starts = [0, ...text.flatMap((node, index) => (isHeading(node) ? [index] : [])), text.length];
  return starts.slice(0, -1).map((start, index) => text.slice(start, starts[index + 1]));
}

function isHeading(node: RichNode): boolean {
  return typeof node !== 'string' && node.type === 'element' && /^h[2-6]$/.test(node.tag);
}

/** The blocks that a section which is begun lacks. */
function restOf(ours: RichText, theirs: RichText): RichText {
  const blocks = blocksOf(ours);
  const cited = new Set(citedIn(ours));
  // A heading alone begins nothing.
  if (!blocks.every(isHeading) && citedIn(theirs).every((id) => cited.has(id))) return [];
  if (blocks.length === 0) return theirs;
  const last = blocksOf(theirs)[blocks.length - 1];
  return last === undefined ? [] : theirs.slice(theirs.indexOf(last) + 1);
}

/** The blocks of words in a section, its heading among them. */
function blocksOf(section: RichText): RichText {
  return section.filter((node) => typeof node !== 'string' && node.type !== 'directive');
}

/** The updates of an article, newest first; of one day the later one stands first. */
export function newestFirst(updates: readonly Update[]): Update[] {
  return updates.toReversed().toSorted((a, b) => byStart(b.date, a.date));
}

/** The date of the newest update: when the article was last changed. */
export function newestUpdate(updates: readonly Update[]): Update['date'] {
  const [newest] = newestFirst(updates);
  if (!newest) throw new RangeError('an article has at least one update');
  return newest.date;
}
