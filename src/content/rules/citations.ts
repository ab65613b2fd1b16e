import { citedId } from '../../text/citations.ts';
import { readInline } from '../../text/inline.ts';
import { nodesOf } from '../../text/nodes.ts';
import { citedIn } from '../../text/rich-text.ts';
import { everyText, listRoot, textAt } from '../raw.ts';
import type { Path } from '../yaml.ts';
import { diagnosticAt } from '../source-file.ts';
import { editionsOf } from './prose.ts';
import { knownSources } from './references.ts';
import { type ArticleDraft, type EditionDraft, problemAt, problemInProse, type Rule } from './rule.ts';

/** Every citation in the prose and in the short texts names a source. */
export const knownCitations: Rule = (article, report) => {
  const known = knownSources(article);
  if (!known) return;
  for (const edition of editionsOf(article)) {
    for (const { id, offset } of proseCitations(edition)) {
      const refusal = known.refusal(id, 'a source');
      if (refusal) report(problemInProse(edition, offset, refusal, 'id-unknown'));
    }
    for (const { path, id } of textCitations(edition)) {
      const refusal = known.refusal(id, 'a source');
      if (refusal) report(problemAt(edition.yaml, path, refusal, 'id-unknown'));
    }
  }
};

/** Every source is cited somewhere. */
export const sourcesUsed: Rule = (article, report) => {
  // What cites it may stand in the part that could not be read.
  if (!article.sources || editionsOf(article).some(({ yaml, proseRead }) => yaml.value === undefined || !proseRead))
    return;
  const used = usedSources(article);
  for (const source of listRoot(article.sources)) {
    const id = textAt(source, 'id');
    if (id !== undefined && !used.has(id))
      report(
        diagnosticAt(
          article.sources.file,
          article.sources.placeOf(source.path),
          `source "${id}" is cited nowhere; cite it or take it out`,
          'source-unused',
        ),
      );
  }
};

/** The citations in an edition's prose, with their offsets into it. */
export function proseCitations(edition: EditionDraft): { id: string; offset: number }[] {
  return nodesOf(edition.prose, 'footnoteReference').map((node) => ({
    id: citedId(node),
    offset: node.position?.start.offset ?? 0,
  }));
}

const LONGEST_TEXT = 2_000;

/** A citation in a short text of the frontmatter. */
export interface TextCitation {
  path: Path;
  id: string;
}

const found = new WeakMap<EditionDraft, readonly TextCitation[]>();

/** The citations in an edition's short texts; several rules ask for them, and reading them takes a parser. */
export function textCitations(edition: EditionDraft): readonly TextCitation[] {
  const known = found.get(edition);
  if (known) return known;
  const citations = everyText(edition.yaml.value).flatMap(({ path, text }) =>
    citationsIn(text).map((id) => ({ path, id })),
  );
  found.set(edition, citations);
  return citations;
}

function citationsIn(text: string): string[] {
  if (!text.includes('[^') || text.length > LONGEST_TEXT) return [];
  return citedIn(readInline(text, () => {}));
}

function usedSources(article: ArticleDraft): Set<string> {
  const used = new Set<string>();
  for (const edition of editionsOf(article)) {
    for (const { id } of [...proseCitations(edition), ...textCitations(edition)]) used.add(id);
    for (const { path, text } of everyText(edition.yaml.value)) if (path.at(-2) === 'sources') used.add(text);
  }
  return used;
}
