import { listRoot, type RawItem, textAt } from '../read/yaml-access.ts';
import { pointTo, rule } from './rule.ts';

/** One page is one source: under two ids it would be counted, and numbered, twice. */
export const sourceTwice = rule('source-twice', ({ sources }, say) => {
  const first = new Map<string, RawItem>();
  for (const source of sources ? listRoot(sources) : []) {
    const address = textAt(source, 'url')
      ?.replace(/#.*$|\/$/, '')
      .replace(/^https?:\/\/(?:www\.)?/i, '');
    const other = address && first.get(address);
    if (!sources || !address) continue;
    if (!other) first.set(address, source);
    else if (textAt(other, 'id') !== textAt(source, 'id')) {
      const there = `"${textAt(other, 'id')}" has this address, at ${pointTo(sources, [...other.path, 'url'])}`;
      say.at(sources, [...source.path, 'url'], `${there}; cite it by one id`);
    }
  }
});
