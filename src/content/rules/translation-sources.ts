import { citedId } from '../../text/citations.ts';
import { everyNode } from '../../text/nodes.ts';
import { fieldAt, hasPath, originalPath, type Path, valueOf } from '../model/walk.ts';
import type { ParsedEdition } from '../read/edition.ts';
import { everyText } from '../read/yaml-access.ts';
import { formatPath } from '../read/yaml.ts';
import {
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
 * Each short text and each section of a translation cites the sources that the original cites there, no less often;
 * and there are as many sections, fewer in a partial one (`translation-headings`).
 */
export const translationSources = rule('translation-sources', (article, say) => {
  for (const translation of article.translations) {
    compareTexts(article, translation, say);
    compareProse(article, translation, say);
  }
});

function compareTexts(article: ParsedArticle, translation: ParsedEdition, say: Say): void {
  const { fields, original } = article;
  const written = original.yaml.value;
  if (written === undefined) return;
  const known = sourceIds(article);
  const [expected, actual] = [citedByText(original), citedByText(translation)];
  for (const { path } of everyText(translation.yaml.value)) {
    const holds = fieldAt(fields, path)?.holds;
    // A headline with a citation is reported where that stands.
    if (!holds || (holds.kind === 'words' && holds.isHeadline)) continue;
    if (!hasPath(fields, path, written) || inUnequalList(path, translation, original)) continue;
    const originalAt = originalPath(fields, path, written);
    const [theirs, ours] = [expected.get(formatPath(originalAt)), actual.get(formatPath(path)) ?? []];
    // A text that must cite and does not is reported in the original.
    if (holds.kind === 'texts' && !theirs) continue;
    const ids = new Set([...(theirs ?? []), ...ours]);
    // A misspelt id was reported, and would seem to be one source too many and one too few.
    if (known && [...ids].some((id) => !known.includes(id))) continue;
    for (const id of ids) {
      const times = (cited: readonly string[]): number => cited.filter((other) => other === id).length;
      const [there, here] = [times(theirs ?? []), times(ours)];
      // A sentence that became two may cite its source twice.
      if (here >= there && there > 0) continue;
      const place = pointTo(original.yaml, originalAt);
      const message = `cites "${id}" ${inTimes(here)}, and the original edition ${inTimes(there)}, at ${place}`;
      say.at(translation.yaml, path, message);
    }
  }
}

// Which of its items lacks a twin is not known, so that each would seem to be wrong.
function inUnequalList([key = '', index]: Path, translation: ParsedEdition, original: ParsedEdition): boolean {
  if (typeof index !== 'number') return false;
  const [here, there] = [translation, original].map(({ yaml }) => valueOf(yaml.value, key));
  return !Array.isArray(here) || !Array.isArray(there) || here.length !== there.length;
}

function citedByText(edition: ParsedEdition): Map<string, string[]> {
  const cited = Map.groupBy(textCitations(edition), ({ path }) => formatPath(path));
  return new Map([...cited].map(([at, citations]) => [at, citations.map(({ id }) => id)]));
}

function inTimes(count: number): string {
  return ['not at all', 'once'][count] ?? `${count} times`;
}

function compareProse(article: ParsedArticle, translation: ParsedEdition, say: Say): void {
  const { original } = article;
  if (!original.proseRead || !translation.proseRead) return;
  const known = sourceIds(article);
  const there = (offset: number): string => pointAt(original.file, original.proseStart + offset);
  const [sections, theirs] = [sectionsOf(original), sectionsOf(translation)];
  const unfinished = isPartial(translation) && theirs.length < sections.length;
  if (theirs.length !== sections.length && !unfinished) {
    const others = `${sections.length - 1}, the last at ${there(sections.at(-1)?.offset ?? 0)}`;
    const message = `the prose has ${theirs.length - 1} headings, and the original edition ${others}`;
    // Which section is which is not known.
    return say.inProse(translation, theirs.at(-1)?.offset ?? 0, message, 'translation-headings');
  }
  for (const [index, { offset, sources }] of theirs.entries()) {
    const section = sections[index] as Section;
    const ids = new Set([...section.sources.keys(), ...sources.keys()]);
    // A misspelt id was reported, and would seem to be one source too many and one too few.
    if (known && [...ids].some((id) => !known.includes(id))) continue;
    // More of the last section may still be translated.
    const mayLack = unfinished && index === theirs.length - 1;
    for (const id of ids) {
      const [expected, actual] = [section.sources.get(id) ?? [], sources.get(id) ?? []];
      const [first] = expected;
      if (first === undefined) {
        const start = there(section.offset);
        const message = `"${id}" is not cited in this section of the original edition, which starts at ${start}`;
        say.inProse(translation, actual[0] as number, message);
      } else if (actual.length < expected.length && !mayLack) {
        const [here, times] = [inTimes(actual.length), inTimes(expected.length)];
        const fewer = `this section cites "${id}" ${here}, and the original edition ${times}, first at ${there(first)}`;
        const none = `this section does not cite "${id}": the original edition does at ${there(first)}`;
        say.inProse(translation, offset, actual.length === 0 ? none : fewer);
      }
    }
  }
}

interface Section {
  /** Where it starts in the prose. */
  readonly offset: number;
  /** The sources cited in it, each with where it is cited. */
  readonly sources: Map<string, number[]>;
}

/** What stands before the first heading of a prose, and under each. */
function sectionsOf({ prose }: ParsedEdition): Section[] {
  const sections: Section[] = [{ offset: 0, sources: new Map() }];
  const nodes = everyNode(prose);
  // There no citation can stand, and it is reported where one does.
  const closed = new Set(
    nodes.filter(({ type }) => type === 'heading' || type === 'link').flatMap((node) => everyNode(node)),
  );
  for (const node of nodes) {
    const offset = offsetOf(node);
    if (node.type === 'heading') sections.push({ offset, sources: new Map() });
    if (node.type !== 'footnoteReference' || closed.has(node)) continue;
    const cited = sections.at(-1)?.sources;
    const places = cited?.get(citedId(node));
    if (places) places.push(offset);
    else cited?.set(citedId(node), [offset]);
  }
  return sections;
}
