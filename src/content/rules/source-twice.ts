import { listRoot, type RawItem, textAt } from '../read/yaml-access.ts';
import { pointTo, repeated, rule } from './rule.ts';

/** One page is one source: under two ids it would be counted, and numbered, twice. */
export const sourceTwice = rule('source-twice', ({ sources }, say) => {
  if (!sources) return;
  for (const [source, other] of repeated(listRoot(sources), addressOf)) {
    if (textAt(other, 'id') === textAt(source, 'id')) continue;
    const there = `"${textAt(other, 'id')}" has this address, at ${pointTo(sources, [...other.path, 'url'])}`;
    say.at(sources, [...source.path, 'url'], `${there}; cite it by one id`);
  }
});

function addressOf(source: RawItem): string | undefined {
  const bare = textAt(source, 'url')?.replace(/#.*$|\/$/, '');
  return bare?.replace(/^https?:\/\/(?:www\.)?/i, '') || undefined;
}
