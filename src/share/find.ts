/**
 * The search of the find page. It runs in the reader's browser, so that this file imports nothing.
 */

/** A story as it stands in the index: what it is called, where it is, and what is found in it. Texts are plain. */
export interface FindStory {
  readonly title: string;
  readonly href: string;
  /** When it was last updated, in a sentence. */
  readonly date: string;
  /** The names of its topics. */
  readonly topics: readonly string[];
  /** People and terms: the anchor, the name, and what it is, in words. */
  readonly named: readonly (readonly [anchor: string, name: string, kind: string])[];
  readonly moments: readonly (readonly [id: string, title: string, date: string, place: string])[];
}

/** Something that can be found. */
export interface Found {
  readonly title: string;
  readonly href: string;
  /** What tells it from others of its name: its date, its kind, its story. */
  readonly about: readonly string[];
}

/** The same with its words folded: those of its name behind a space, and those around it. */
interface Findable extends Found {
  readonly name: string;
  readonly around: string;
  /** The title and the topics of its story. */
  readonly story: string;
}

/**
 * A text as it is compared: without capitals, accents, and the marks that people leave out when they type; Hangul in
 * whole syllables, full-width letters as plain ones. Line ends stay.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[“”„"‘«»‹›()[\]「」『』《》〈〉,·\u2010-\u2015-]/g, ' ');
}

/** What can be found: stories, then people and terms, then moments, each in the order of the index. */
export function findables(index: readonly FindStory[]): Findable[] {
  // One pass over all texts: folding one after the other would take seconds on a slow telephone.
  const foldAll = (texts: readonly string[]): string[] => fold(texts.join('\n')).split('\n');
  const stories = foldAll(index.map(({ title, topics }) => [title, ...topics].join(' ')));
  const found = [
    ...index.map(({ title, href, date }, at) => ({ at, title, href, about: [date], around: date })),
    ...index.flatMap(({ title: story, href, named }, at) =>
      named.map(([anchor, title, kind]) => {
        return { at, title, href: `${href}#${anchor}`, about: [kind, story], around: kind };
      }),
    ),
    ...index.flatMap(({ title: story, href, moments }, at) =>
      moments.map(([id, title, date, place]) => {
        return { at, title, href: `${href}#${id}`, about: [date, story], around: `${date} ${place}` };
      }),
    ),
  ];
  const [names, arounds] = [foldAll(found.map(({ title }) => title)), foldAll(found.map(({ around }) => around))];
  return found.map(({ at, title, href, about }, index) => ({
    ...{ title, href, about },
    name: ` ${names[index]}`,
    around: arounds[index] as string,
    story: stories[at] as string,
  }));
}

/**
 * What holds every word of a query, as a part of any of its words: first what is called so from its start, then where
 * each word starts one, then the rest, and last what only stands in such a story, on such a day or in such a place. What
 * is in a story is not found by the words of the story's title alone.
 */
export function search(among: readonly Findable[], query: string): Found[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const start = ` ${words.join(' ')}`;
  const ranks: [Found[], Found[], Found[], Found[]] = [[], [], [], []];
  for (const one of words.length > 0 ? among : []) {
    const { name, around, story } = one;
    const missing = words.filter((word) => !name.includes(word));
    const elsewhere = missing.filter((word) => !around.includes(word));
    if (missing.length === 0)
      ranks[name.startsWith(start) ? 0 : words.every((word) => name.includes(` ${word}`)) ? 1 : 2].push(one);
    else if (elsewhere.length < words.length && elsewhere.every((word) => story.includes(word))) ranks[3].push(one);
  }
  return ranks.flat();
}
