import { originsOf } from '../content/origins.ts';
import { fill, type Messages, numberInWords } from '../i18n/messages.ts';
import type { LocalSource } from './bibliography.ts';

/** The names of the independent origins of what some sources say. */
export function originNames(sources: Iterable<LocalSource>): string[] {
  const basedOn = ({ origins = [] }: LocalSource): readonly LocalSource[] => origins;
  return originsOf(sources, basedOn, ({ publisher, publishedBy = publisher }) => publishedBy).map(
    ({ publisher }) => publisher,
  );
}

/** How many origins several sources have, and which, in words; nothing where each is one. */
export function originsInWords(sources: Iterable<LocalSource>, words: Messages): string | undefined {
  const cited = new Set(sources);
  const names = originNames(cited);
  if (names.length === cited.size) return undefined;
  const { oneOrigin, origins } = words.sources;
  return fill(names.length === 1 ? oneOrigin : origins, {
    sources: numberInWords(cited.size, words),
    origins: numberInWords(names.length, words),
    names: names.join('; '),
  });
}
