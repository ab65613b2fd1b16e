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

/** What can be found, with folded words: of each story its title and its topics; of each thing its own and those around. */
interface Findables {
  readonly stories: readonly string[];
  readonly things: readonly (Found & {
    /** The position of its story. */
    readonly at: number;
    /** Its name behind a space, then its day, place, kind or topics. */
    readonly text: string;
    /** Where the name ends in it. */
    readonly nameEnd: number;
  })[];
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
export function findables(index: readonly FindStory[]): Findables {
  // One pass over all texts: folding one after the other would take seconds on a slow telephone.
  const foldAll = (texts: readonly string[]): string[] => fold(texts.join('\n')).split('\n');
  const found = [
    ...index.map(({ title, href, date, topics }, at) => {
      return { at, title, href, about: [date], around: [date, ...topics].join(' ') };
    }),
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
  return {
    stories: foldAll(index.map(({ title, topics }) => [title, ...topics].join(' '))),
    things: found.map(({ at, title, href, about }, index) => {
      const name = ` ${names[index]}`;
      return { at, title, href, about, text: `${name}\n${arounds[index]}`, nameEnd: name.length };
    }),
  };
}

/**
 * What holds every word of a query, as a part of any of its words: first what is called so from its start, then where
 * each word starts one, then the rest, and last what only stands in such a story, on such a day or in such a place. What
 * is in a story is not found by the words of the story's title alone.
 */
export function search({ stories, things }: Findables, query: string): Found[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const start = ` ${words.join(' ')}`;
  const told = words.map((word) => ({
    word,
    begun: ` ${word}`,
    inStory: stories.map((story) => story.includes(word)),
  }));
  const ranks: [Found[], Found[], Found[], Found[]] = [[], [], [], []];
  // It runs over everything at each letter: nothing is made here but what is found.
  things: for (const thing of words.length > 0 ? things : []) {
    const { at, text, nameEnd } = thing;
    let inName = 0;
    let inText = 0;
    let startWords = 0;
    for (const { word, begun, inStory } of told) {
      const place = text.indexOf(word);
      if (place === -1 && !inStory[at]) continue things;
      if (place === -1) continue;
      inText++;
      if (place >= nameEnd) continue;
      inName++;
      // Most words stand first where they start one.
      const begins = text.charAt(place - 1) === ' ' ? place : text.indexOf(begun);
      if (begins !== -1 && begins < nameEnd) startWords++;
    }
    if (inText === 0) continue;
    if (inName < words.length) ranks[3].push(thing);
    else ranks[text.startsWith(start) ? 0 : startWords === words.length ? 1 : 2].push(thing);
  }
  return ranks.flat();
}
