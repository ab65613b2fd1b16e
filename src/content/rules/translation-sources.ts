import { citedId } from '../../text/citations.ts';
import { everyNode } from '../../text/nodes.ts';
import { fieldAt, hasPath, originalPath } from '../model/walk.ts';
import type { ParsedEdition } from '../read/edition.ts';
import { formatPath, type Path } from '../read/yaml.ts';
import { everyText } from '../read/yaml-access.ts';
import {
  isPartial,
  knownSources,
  type ParsedArticle,
  pointAt,
  pointTo,
  rule,
  type Say,
  textCitations,
} from './rule.ts';

/** Each short text and each section of a translation cites the sources that the original cites there, no less often. */
export const translationSources = rule('translation-sources', (article, say) => {
  for (const translation of article.translations) {
    compareTexts(article, translation, say);
    compareProse(article, translation, say);
  }
});

function compareTexts(article: ParsedArticle, translation: ParsedEdition, say: Say): void {
  const { fields, original } = article;
  if (original.yaml.value === undefined) return;
  const known = knownSources(article);
  const [expected, actual] = [citedByText(original), citedByText(translation)];
  for (const { path } of everyText(translation.yaml.value)) {
    const holds = fieldAt(fields, path)?.holds;
    // A headline with a citation is reported where that stands.
    if (!holds || (holds.kind === 'words' && holds.isHeadline)) continue;
    if (!hasPath(fields, path, original.yaml.value) || inUnequalList(path, translation, original)) continue;
    const originalAt = originalPath(fields, path, original.yaml.value);
    // A text that must cite and does not is reported in the original.
    if (holds.kind === 'texts' && !expected.has(formatPath(originalAt))) continue;
    const [theirs, ours] = [expected.get(formatPath(originalAt)) ?? [], actual.get(formatPath(path)) ?? []];
    // A misspelt id was reported, and would seem to be one source too many and one too few.
    if (known && [...theirs, ...ours].some((id) => !known.all.has(id))) continue;
    for (const id of new Set([...theirs, ...ours])) {
      const [there, here] = [times(id, theirs), times(id, ours)];
      // A sentence that became two may cite its source twice.
      if (here >= there && there > 0) continue;
      const message = `cites "${id}" ${inTimes(here)}, and the original edition ${inTimes(there)}, at ${pointTo(original.yaml, originalAt)}`;
      say.at(translation.yaml, path, message);
    }
  }
}

// Which of its items lacks a twin is not known, so that each would seem to be wrong.
function inUnequalList(path: Path, translation: ParsedEdition, original: ParsedEdition): boolean {
  const [key, index] = path;
  if (typeof index !== 'number') return false;
  const [here, there] = [translation, original].map(
    ({ yaml }) => (yaml.value as Record<PropertyKey, unknown>)[key ?? ''],
  );
  return !Array.isArray(here) || !Array.isArray(there) || here.length !== there.length;
}

function citedByText(edition: ParsedEdition): Map<string, string[]> {
  const cited = Map.groupBy(textCitations(edition), ({ path }) => formatPath(path));
  return new Map([...cited].map(([at, citations]) => [at, citations.map(({ id }) => id)]));
}

function times(id: string, ids: readonly string[]): number {
  return ids.filter((other) => other === id).length;
}

function inTimes(count: number): string {
  return count === 0 ? 'not at all' : count === 1 ? 'once' : `${count} times`;
}

function compareProse(article: ParsedArticle, translation: ParsedEdition, say: Say): void {
  const { original } = article;
  if (!original.proseRead || !translation.proseRead) return;
  const known = knownSources(article);
  const [sections, theirs] = [sectionsOf(original), sectionsOf(translation)];
  const unfinished = isPartial(translation) && theirs.length < sections.length;
  // Which section is which is not known; the rule `translation-headings` says so.
  if (theirs.length !== sections.length && !unfinished) return;
  for (const [index, translated] of theirs.entries()) {
    const section = sections[index] as Section;
    const ids = new Set([...section.sources.keys(), ...translated.sources.keys()]);
    // A misspelt id was reported, and would seem to be one source too many and one too few.
    if (known && [...ids].some((id) => !known.all.has(id))) continue;
    // More of the last section may still be translated.
    const mayLack = unfinished && index === theirs.length - 1;
    for (const id of ids) {
      const [there, here] = [section.sources.get(id) ?? [], translated.sources.get(id) ?? []];
      const [first] = there;
      if (first === undefined)
        say.inProse(
          translation,
          here[0] as number,
          `"${id}" is not cited in this section of the original edition, which starts at ${pointIn(original, section.offset)}`,
        );
      else if (here.length < there.length && !mayLack)
        say.inProse(
          translation,
          translated.offset,
          here.length === 0
            ? `this section does not cite "${id}": the original edition does at ${pointIn(original, first)}`
            : `this section cites "${id}" ${inTimes(here.length)}, and the original edition ${inTimes(there.length)}, first at ${pointIn(original, first)}`,
        );
    }
  }
}

interface Section {
  /** Where it starts in the prose. */
  readonly offset: number;
  /** The sources cited in it, each with where it is cited. */
  readonly sources: ReadonlyMap<string, readonly number[]>;
}

/** What stands before the first heading of a prose, and under each. */
export function sectionsOf({ prose }: ParsedEdition): Section[] {
  const sections: { offset: number; sources: Map<string, number[]> }[] = [{ offset: 0, sources: new Map() }];
  const nodes = everyNode(prose);
  // There no citation can stand, and it is reported where one does.
  const closed = new Set(
    nodes.filter(({ type }) => type === 'heading' || type === 'link').flatMap((node) => everyNode(node)),
  );
  for (const node of nodes) {
    const offset = node.position?.start.offset ?? 0;
    if (node.type === 'heading') sections.push({ offset, sources: new Map() });
    if (node.type !== 'footnoteReference' || closed.has(node)) continue;
    const cited = sections.at(-1)?.sources;
    cited?.set(citedId(node), [...(cited.get(citedId(node)) ?? []), offset]);
  }
  return sections;
}

/** `en.md:88`: the line of an offset into a prose. */
export function pointIn(edition: ParsedEdition, offset: number): string {
  return pointAt(edition.file, edition.proseStart + offset);
}
