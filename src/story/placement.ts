import { type Original, placementsOf, siblingsOf } from '../content/model/article.ts';
import { mapText, nodesIn, type RichDirective, type RichText } from '../text/rich-text.ts';
import {
  type Beside,
  PARTS_BELOW,
  type PartsPage,
  showBeside,
  showPart,
  showPictures,
  type StoryEntry,
  type StoryParts,
  type StoryPicture,
} from './parts.ts';

type Below = Pick<StoryParts, (typeof PARTS_BELOW)[number]>;

/** The prose and all below it, numbered in the order of the page. */
export interface Placed extends Omit<Below, 'timeline' | 'people'> {
  readonly prose: RichText;
  readonly timeline: readonly (StoryEntry<'timeline'> & Beside)[];
  readonly people: readonly (StoryEntry<'people'> & Beside)[];
  /** The parts that the prose places, by their keys: they have no section of their own. */
  readonly placed: readonly string[];
  /** The quotes and the pictures that the prose places; any other stands at what names it. */
  readonly quotes: StoryParts['quotes'];
  readonly pictures: readonly StoryPicture[];
  /** The quotes that stand at their events instead. */
  readonly quotesAtEvents: NonNullable<Original['quotes']>;
}

/**
 * Shows the prose, each part where a directive of it puts the part, and then the others in the order of the list.
 *
 * @param prose its directives name what is there: the checks keep other articles out
 */
export function placeParts(facts: Original, prose: RichText, page: PartsPage): Placed {
  const placements = placementsOf();
  const byHand = (part: string): (string | undefined)[] =>
    nodesIn(prose, 'directive').flatMap(({ name, id }) => (placements.get(name)?.part === part ? [id] : []));
  const [quotesByHand, picturesByHand] = [byHand('quotes'), byHand('pictures')];
  const quotesAtEvents = (facts.quotes ?? []).filter(({ id }) => !quotesByHand.includes(id));
  // A picture stands once on a page, at the first that names it.
  let picturesLeft = (facts.pictures ?? []).filter(({ id }) => !picturesByHand.includes(id));
  const showAll = (key: 'timeline' | 'people'): unknown[] =>
    (facts[key] ?? []).map((entry) => {
      const shown = showBeside(key, entry as never, { quotes: quotesAtEvents, pictures: picturesLeft }, page);
      picturesLeft = picturesLeft.filter(({ id }) => id !== entry.picture);
      return shown;
    });
  const shown = new Map<string, unknown>();
  const show = (key: keyof Below): void =>
    void shown.set(key, key === 'timeline' || key === 'people' ? showAll(key) : showPart(key, facts[key], page));
  const placed: string[] = [];
  const quotes: StoryParts['quotes'][number][] = [];
  const pictures: StoryPicture[] = [];
  const place = ({ name, id }: RichDirective): void => {
    const { kind, part } = placements.get(name) ?? {};
    const isNamed = (entry: { id: string }): boolean => entry.id === id;
    if (part === 'quotes') quotes.push(...showPart('quotes', facts.quotes?.filter(isNamed), page));
    if (part === 'pictures') pictures.push(...showPictures(facts.pictures?.filter(isNamed), page));
    if (kind !== 'part' || part === undefined) return;
    placed.push(part, ...siblingsOf(part).along);
    const key = PARTS_BELOW.find((below) => below === part);
    if (key) show(key);
  };
  const numbered = mapText(prose, (node) => {
    if (node.type === 'directive') place(node);
    return node.type === 'citation' ? page.bibliography.numberOne(node) : node;
  });
  for (const key of PARTS_BELOW) if (!shown.has(key)) show(key);
  // TypeScript cannot follow the keys of a map.
  const below = Object.fromEntries(shown) as unknown as Pick<Placed, keyof Below>;
  return { ...below, prose: numbered, placed, quotes, pictures, quotesAtEvents };
}
