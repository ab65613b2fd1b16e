import { everyText } from '../raw.ts';
import { formatPath, type Path } from '../yaml.ts';
import { textCitations } from './citations.ts';
import { hasPath, originalPath } from './original-path.ts';
import { knownSources } from './references.ts';
import { type EditionDraft, pointTo, problemAt, type Rule } from './rule.ts';

/** Each short text of a translated edition cites the sources that the original’s text cites, no less often. */
export const parallelTexts: Rule = (article, report) => {
  const { original, translations } = article;
  if (original.yaml.value === undefined) return;
  const known = knownSources(article);
  const expected = citedByText(original);
  for (const translation of translations) {
    const actual = citedByText(translation);
    for (const { path } of everyText(translation.yaml.value)) {
      if (holdsNone(path) || !hasPath(path, original.yaml) || inUnequalList(path, translation, original)) continue;
      const originalAt = originalPath(path, original.yaml);
      // A key point of the original that cites nothing is reported there.
      if (path[0] === 'keyPoints' && !expected.has(formatPath(originalAt))) continue;
      const [theirs, ours] = [expected.get(formatPath(originalAt)) ?? [], actual.get(formatPath(path)) ?? []];
      // A misspelt id was reported, and would seem to be one source too many and one too few.
      if (known && [...theirs, ...ours].some((id) => !known.all.has(id))) continue;
      for (const id of new Set([...theirs, ...ours])) {
        const [there, here] = [times(id, theirs), times(id, ours)];
        // A sentence that became two may cite its source twice.
        if (here >= there && there > 0) continue;
        const message = `cites "${id}" ${inTimes(here)}, and the original edition ${inTimes(there)}, at ${pointTo(original.yaml, originalAt)}`;
        report(problemAt(translation.yaml, path, message, 'translation-sources'));
      }
    }
  }
};

/** How often, in words for a message. */
export function inTimes(count: number): string {
  return count === 0 ? 'not at all' : count === 1 ? 'once' : `${count} times`;
}

// A headline with a citation is reported where that stands.
function holdsNone(path: Path): boolean {
  const isQuestion = path[0] === 'disputes' && path.length === 3;
  return isQuestion || ['title', 'name', 'term', 'value'].includes(String(path.at(-1)));
}

// Which of its items lacks a twin is not known, so that each would seem to be wrong.
function inUnequalList(path: Path, translation: EditionDraft, original: EditionDraft): boolean {
  const [key, index] = path;
  if (typeof index !== 'number') return false;
  const [here, there] = [translation, original].map(
    ({ yaml }) => (yaml.value as Record<PropertyKey, unknown>)[key ?? ''],
  );
  return !Array.isArray(here) || !Array.isArray(there) || here.length !== there.length;
}

function citedByText(edition: EditionDraft): Map<string, string[]> {
  const cited = new Map<string, string[]>();
  for (const { path, id } of textCitations(edition)) {
    const at = formatPath(path);
    const ids = cited.get(at);
    if (ids) ids.push(id);
    else cited.set(at, [id]);
  }
  return cited;
}

function times(id: string, ids: readonly string[]): number {
  return ids.filter((other) => other === id).length;
}
