import { lacks, listRoot, namedAt, type RawItem, textAt } from '../read/yaml-access.ts';
import { SOURCE_KEYS } from '../model/site.ts';
import { reachedFrom } from '../origins.ts';
import { rule } from './rule.ts';

/**
 * What a source must say because of what else it says: where it stands or what it is, and when it was published; a kind
 * and a description when the desk has not seen it. What it goes back to is never itself.
 */
export const sourceOrigin = rule('source-origin', ({ sources: yaml }, say) => {
  if (!yaml) return;
  const all = listRoot(yaml);
  const basedOn = basedOnIn(all);
  for (const source of all) {
    const isWeb = lacks(source, 'kind', SOURCE_KEYS) || textAt(source, 'kind') === 'web';
    const want = (key: string, why: string): void => {
      if (lacks(source, key, SOURCE_KEYS)) say.at(yaml, [...source.path, key], `is missing: ${why}`, 'key-missing');
    };
    if (isWeb) {
      want('url', 'a source without an address says what it is, as in "kind: book"');
      want('published', 'only what is no page of the web, as in "kind: interview", may leave it out');
    }
    const [title, id] = [textAt(source, 'title'), textAt(source, 'id')];
    if (textAt(source, 'extent') === 'unseen') {
      want('kind', 'the desk has not seen it, and says what it is');
      if (title !== undefined && !/^\[.*\]$/.test(title))
        say.at(yaml, [...source.path, 'title'], 'describe in square brackets what the desk has not seen');
    }
    for (const { path, text } of namedAt(source, 'basedOn'))
      if (id !== undefined && reachedFrom([text], basedOn).has(id))
        say.at(yaml, path, `"${text}" goes back to "${id}" itself; take one of them out`);
  }
});

/** What each source goes back to itself, by ids. */
export function basedOnIn(all: readonly RawItem[]): (id: string) => readonly string[] {
  const known = new Map(
    all.map((source) => [textAt(source, 'id'), namedAt(source, 'basedOn').map(({ text }) => text)]),
  );
  return (id) => known.get(id) ?? [];
}
