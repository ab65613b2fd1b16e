import { placementsOf, siblingsOf } from '../content/model/article.ts';
import { mapText, nodesIn, type RichDirective, type RichText } from '../text/rich-text.ts';
import type { Facts } from './localise.ts';
import { PARTS_BELOW, type PartsPage, showPart, type StoryParts } from './parts.ts';
import { showEvent } from './timeline.ts';

type Below = { [Key in (typeof PARTS_BELOW)[number]]: StoryParts[Key] };

/** The prose and all below it, numbered in the order of the page. */
interface Placed extends Omit<Below, 'timeline'> {
  readonly prose: RichText;
  readonly timeline: ReturnType<typeof showEvent>;
  /** The parts that the prose places, by their keys: they have no section of their own. */
  readonly placed: readonly string[];
  /** The quotes that the prose places. */
  readonly quotes: StoryParts['quotes'];
  /** Those that stand at their events instead. */
  readonly quotesAtEvents: NonNullable<Facts['quotes']>;
}

/**
 * Shows the prose, each part where a directive of it puts the part, and then the others in the order of the list.
 *
 * @param prose its directives name what is there: the checks keep other articles out
 */
export function placeParts(facts: Facts, prose: RichText, page: PartsPage): Placed {
  const placements = placementsOf();
  const byHand = nodesIn(prose, 'directive').flatMap(({ name, id }) =>
    placements.get(name)?.kind === 'entry' && id !== undefined ? [id] : [],
  );
  const quotesAtEvents = (facts.quotes ?? []).filter(({ id }) => !byHand.includes(id));
  const shown = new Map<string, unknown>();
  const show = (key: keyof Below): void => {
    const isTimeline = key === 'timeline';
    const events = (): unknown => facts.timeline.flatMap((event) => showEvent(event, quotesAtEvents, page));
    shown.set(key, isTimeline ? events() : showPart(key, facts[key], page));
  };
  const placed: string[] = [];
  const quotes: StoryParts['quotes'][number][] = [];
  const place = ({ name, id }: RichDirective): void => {
    const { kind, part } = placements.get(name) ?? {};
    if (kind === 'entry')
      quotes.push(
        ...showPart(
          'quotes',
          facts.quotes?.filter((quote) => quote.id === id),
          page,
        ),
      );
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
  const below = Object.fromEntries(shown) as unknown as Omit<Below, 'timeline'> & Pick<Placed, 'timeline'>;
  return { ...below, prose: numbered, placed, quotes, quotesAtEvents };
}
