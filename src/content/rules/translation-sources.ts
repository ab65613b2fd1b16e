import { citedId } from '../../text/citations.ts';
import { isMeantAsHeading } from '../../text/headings.ts';
import { everyNode } from '../../text/nodes.ts';
import { valueOf } from '../model/walk.ts';
import type { ParsedEdition } from '../read/edition.ts';
import { everyText } from '../read/yaml-access.ts';
import { formatPath } from '../read/yaml.ts';
import { miswrittenIn } from './citation-form.ts';
import { isMeantAsPart, placedIn, type PlacedPart } from './directive.ts';
import {
  factsOf,
  fieldsIn,
  isPartial,
  offsetOf,
  type ParsedArticle,
  pointAt,
  pointTo,
  rule,
  type Say,
  sourceIds,
  textCitations,
} from './rule.ts';

/**
 * Each short text and each section of a translation cites the sources that the original cites there, no less often.
 * There are as many sections (`translation-headings`), and each places the same parts (`translation-parts`), unless the
 * translation says that it is partial: then there may be fewer of both.
 */
export const translationSources = rule('translation-sources', (article, say) => {
  for (const translation of article.translations) {
    compareTexts(article, translation, say);
    compareProse(article, translation, say);
  }
});

function compareTexts(article: ParsedArticle, translation: ParsedEdition, say: Say): void {
  const { fields, original } = article;
  const known = sourceIds(article);
  const citedAt = (edition: ParsedEdition) => Map.groupBy(textCitations(edition), ({ path }) => formatPath(path));
  const [theirs, ours] = [citedAt(original), citedAt(translation)];
  for (const { key, field, from, to } of fieldsIn(fields, factsOf(original), factsOf(translation))) {
    const { holds } = field;
    // A headline with a citation is reported where that stands.
    if (holds.kind === 'words' ? holds.isHeadline : holds.kind !== 'texts') continue;
    const [expected, actual] = [from, to].map(({ value }) => valueOf(value, key));
    // Which item of a list lacks a twin is not known, so that each would seem to be wrong.
    if (valueOf(expected, 'length') !== valueOf(actual, 'length')) continue;
    for (const { path: within } of everyText(expected, [key])) {
      const [originalAt, path] = [
        [...from.path, ...within],
        [...to.path, ...within],
      ];
      if (typeof within.reduce(valueOf, to.value) !== 'string') continue;
      const there = theirs.get(formatPath(originalAt));
      // A text that must cite and does not is reported in the original.
      if (holds.kind === 'texts' && !there) continue;
      // An update that is a text alone is its own note.
      const here = ours.get(formatPath(path)) ?? ours.get(formatPath(to.path));
      for (const { id, expected, actual } of citedOtherwise(known, there, here)) {
        const others = `the original edition ${inTimes(expected)}, at ${pointTo(original.yaml, originalAt)}`;
        say.at(translation.yaml, path, `cites "${id}" ${inTimes(actual)}, and ${others}`);
      }
    }
  }
}

function compareProse(article: ParsedArticle, translation: ParsedEdition, say: Say): void {
  const { original } = article;
  if (!original.proseRead || !translation.proseRead) return;
  const known = sourceIds(article);
  const there = (offset = 0): string => pointAt(original.file, original.proseStart + offset);
  const [sections, ours] = [sectionsOf(article, original), sectionsOf(article, translation)];
  const partial = isPartial(translation);
  if (ours.length !== sections.length && !(partial && ours.length < sections.length)) {
    const others = `${sections.length - 1}, the last at ${there(sections.at(-1)?.offset)}`;
    const message = `the prose has ${ours.length - 1} headings, and the original edition ${others}`;
    // Which section is which is not known.
    return say.inProse(translation, ours.at(-1)?.offset ?? 0, message, 'translation-headings');
  }
  for (const [index, { offset, cited, placed, isMiswritten, isMisplaced }] of ours.entries()) {
    const section = sections[index] as Section;
    // A miswritten citation was told as well.
    const otherwise = section.isMiswritten || isMiswritten ? [] : citedOtherwise(known, section.cited, cited);
    for (const { id, expected, actual } of otherwise) {
      const [first] = expected;
      // More of the section may still be translated.
      if (first && partial) continue;
      const [here, times] = [inTimes(actual), inTimes(expected)];
      const extra = `"${id}" is not cited in this section of the original edition, which starts at`;
      const none = `this section does not cite "${id}": the original edition does at`;
      const fewer = `this section cites "${id}" ${here}, and the original edition ${times}, first at`;
      if (!first) say.inProse(translation, actual[0]?.offset ?? 0, `${extra} ${there(section.offset)}`);
      else say.inProse(translation, offset, `${actual.length === 0 ? none : fewer} ${there(first.offset)}`);
    }
    if (partial) continue;
    // What one of them was meant to place was told there.
    for (const { written, offset: at } of section.isMisplaced ? [] : beyond(placed, section.placed)) {
      const message = `"${written}" does not stand in this section of the original edition, which starts at`;
      say.inProse(translation, at, `${message} ${there(section.offset)}`, 'translation-parts');
    }
    for (const { written, offset: at } of isMisplaced ? [] : beyond(section.placed, placed)) {
      const message = `this section lacks "${written}": the original edition has it at ${there(at)}`;
      say.inProse(translation, offset, message, 'translation-parts');
    }
  }
}

function beyond(some: readonly PlacedPart[], others: readonly PlacedPart[]): PlacedPart[] {
  return some.filter(({ written }) => !others.some((other) => other.written === written));
}

/** The sources that are cited less often than in the original, or not at all there, each with its citations. */
function citedOtherwise<Citation extends { readonly id: string }>(
  known: ReturnType<typeof sourceIds>,
  theirs: readonly Citation[] = [],
  ours: readonly Citation[] = [],
): { id: string; expected: Citation[]; actual: Citation[] }[] {
  const ids = new Set([...theirs, ...ours].map(({ id }) => id));
  // A misspelt id was reported, and would seem to be one source too many and one too few.
  if (known && [...ids].some((id) => !known.includes(id))) return [];
  return [...ids].flatMap((id) => {
    const [expected = [], actual = []] = [theirs, ours].map((cited) => cited.filter((other) => other.id === id));
    // A sentence that became two may cite its source twice.
    return expected.length > 0 && actual.length >= expected.length ? [] : [{ id, expected, actual }];
  });
}

function inTimes({ length }: readonly unknown[]): string {
  return ['not at all', 'once'][length] ?? `${length} times`;
}

/** What stands before the first heading of a prose, or under one. */
interface Section {
  readonly offset: number;
  readonly cited: { readonly id: string; readonly offset: number }[];
  readonly placed: PlacedPart[];
  /** Whether something in it is meant to be a citation and is none. */
  isMiswritten?: true;
  /** Whether something in it is meant to place a part and does not. */
  isMisplaced?: true;
}

function sectionsOf(article: ParsedArticle, edition: ParsedEdition): Section[] {
  const nodes = everyNode(edition.prose);
  // There no citation can stand, and it is reported where one does.
  const closed = new Set(
    nodes.filter(({ type }) => type === 'heading' || type === 'link').flatMap((node) => everyNode(node)),
  );
  const placed = new Map(placedIn(edition, article.fields).map((part) => [part.offset, part]));
  const meant = miswrittenIn(article, edition);
  const sections: Section[] = [{ offset: 0, cited: [], placed: [] }];
  for (const node of nodes) {
    const offset = offsetOf(node);
    if (node.type === 'heading' || isMeantAsHeading(node)) sections.push({ offset, cited: [], placed: [] });
    if (node.type === 'footnoteReference' && !closed.has(node))
      sections.at(-1)?.cited.push({ id: citedId(node), offset });
    if (meant.has(node)) (sections.at(-1) as Section).isMiswritten = true;
    const part = node.type === 'leafDirective' ? placed.get(offset) : undefined;
    if (part) sections.at(-1)?.placed.push(part);
    else if (node.type === 'leafDirective' || isMeantAsPart(edition, node))
      (sections.at(-1) as Section).isMisplaced = true;
  }
  return sections;
}
