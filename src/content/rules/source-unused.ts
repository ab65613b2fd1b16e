import { everyText, itemsWritten, listRoot, namedAt, textAt } from '../read/yaml-access.ts';
import { editionsOf, type ParsedArticle, proseCitations, rule, textCitations } from './rule.ts';

/** Every source is cited somewhere. */
export const sourceUnused = rule('source-unused', (article, say) => {
  const { sources } = article;
  // What cites it may stand in the part that could not be read.
  if (!sources || editionsOf(article).some(({ yaml, proseRead }) => !yaml.isWhole || !proseRead)) return;
  const used = usedSources(article);
  for (const source of listRoot(sources)) for (const { text } of namedAt(source, 'basedOn')) used.add(text);
  for (const source of listRoot(sources)) {
    const id = textAt(source, 'id');
    if (id !== undefined && !used.has(id))
      say.here(sources.file, sources.placeOf(source.path), `source "${id}" is cited nowhere; cite it or take it out`);
  }
});

/** The ids of the sources that an article cites, in its prose, its texts and its facts. */
export function usedSources(article: Pick<ParsedArticle, 'original' | 'translations'>): Set<string> {
  const used = new Set<string>();
  for (const edition of editionsOf(article)) {
    for (const { id } of [...proseCitations(edition), ...textCitations(edition)]) used.add(id);
    for (const { path, text } of everyText(edition.yaml.value)) {
      const key = typeof path.at(-1) === 'number' ? path.at(-2) : path.at(-1);
      for (const id of key === 'sources' || key === 'source' ? itemsWritten(text) : []) used.add(id);
    }
  }
  return used;
}
