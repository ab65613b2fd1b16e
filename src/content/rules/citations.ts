import { visit } from 'unist-util-visit';
import { citedId } from '../../markdown/citations.ts';
import { parseMarkdown } from '../../markdown/pipeline.ts';
import { everyText, listRoot, textAt } from '../raw.ts';
import { editionsOf } from './prose.ts';
import { unknown } from './references.ts';
import { type ArticleDraft, type EditionDraft, problemAt, problemInProse, type Rule } from './rule.ts';

/** Every citation in the prose and in the short texts names a source. */
export const knownCitations: Rule = (article, report) => {
  if (!article.sources) return;
  const known = new Set(listRoot(article.sources).flatMap((source) => textAt(source, 'id') ?? []));
  for (const edition of editionsOf(article)) {
    for (const { id, offset } of proseCitations(edition))
      if (!known.has(id)) report(problemInProse(edition, offset, unknown(id, 'a source', known)));
    for (const { path, text } of everyText(edition.yaml.value))
      for (const id of textCitations(text))
        if (!known.has(id)) report(problemAt(edition.yaml, path, unknown(id, 'a source', known)));
  }
};

/** Every source is cited somewhere. */
export const sourcesUsed: Rule = (article, report) => {
  if (!article.sources) return;
  const used = usedSources(article);
  for (const source of listRoot(article.sources)) {
    const id = textAt(source, 'id');
    if (id !== undefined && !used.has(id))
      report(problemAt(article.sources, source.path, `source "${id}" is cited nowhere`, 'warning'));
  }
};

/** The citations in an edition's prose, with their offsets into it. */
export function proseCitations(edition: EditionDraft): { id: string; offset: number }[] {
  const found: { id: string; offset: number }[] = [];
  visit(edition.prose, 'footnoteReference', (node) => {
    found.push({ id: citedId(node), offset: node.position?.start.offset ?? 0 });
  });
  return found;
}

function textCitations(text: string): string[] {
  if (!text.includes('[^')) return [];
  const found: string[] = [];
  visit(parseMarkdown(text), 'footnoteReference', (node) => {
    found.push(citedId(node));
  });
  return found;
}

function usedSources(article: ArticleDraft): Set<string> {
  const used = new Set<string>();
  for (const edition of editionsOf(article)) {
    for (const { id } of proseCitations(edition)) used.add(id);
    for (const { path, text } of everyText(edition.yaml.value)) {
      if (path.at(-2) === 'sources') used.add(text);
      for (const id of textCitations(text)) used.add(id);
    }
  }
  return used;
}
