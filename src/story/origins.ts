import { originsOf } from '../content/origins.ts';
import { fill, type Messages, numberInWords } from '../i18n/messages.ts';
import type { Citation, LocalSource } from './bibliography.ts';

/** What cites a source. */
type Citing = Pick<Citation, 'source'>;

/** The names of the independent origins of what some citations say. */
export function originNames(citations: readonly Citing[]): string[] {
  const sources = citations.map(({ source }) => source);
  const basedOn = ({ origins = [] }: LocalSource): readonly LocalSource[] => origins;
  return originsOf(sources, basedOn, ({ publisher, publishedBy = publisher }) => publishedBy).map(
    ({ publisher }) => publisher,
  );
}

/** How many origins several sources have, and which, in words; nothing where each is one. */
export function originsInWords(citations: readonly Citing[], words: Messages): string | undefined {
  const { size } = new Set(citations.map(({ source }) => source));
  const names = originNames(citations);
  if (names.length === size) return undefined;
  const { oneOrigin, origins } = words.sources;
  return fill(names.length === 1 ? oneOrigin : origins, {
    sources: numberInWords(size, words),
    origins: numberInWords(names.length, words),
    names: names.join('; '),
  });
}
