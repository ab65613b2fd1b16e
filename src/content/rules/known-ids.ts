import { isId } from '../model/scalars.ts';
import { groupAt, listAt, type RawItem, textAt } from '../read/yaml-access.ts';
import { didYouMean, nearest } from '../suggest.ts';

/** The ids that a list or a map gives, as far as it can be read. */
export class KnownIds {
  readonly all: ReadonlySet<string>;
  /** Whether something in the list has no id, or a malformed one, so that a reference may mean it. */
  private readonly incomplete: boolean;
  /** Ids that are reported as malformed. */
  private readonly malformed: readonly string[];

  constructor(ids: readonly (string | undefined)[]) {
    this.all = new Set(ids.filter((id) => id !== undefined));
    this.malformed = [...this.all].filter((id) => !isId(id));
    this.incomplete = ids.includes(undefined) || this.malformed.length > 0;
  }

  /** The ids of list items. */
  static ofItems(items: readonly RawItem[]): KnownIds {
    return new KnownIds(items.map((item) => textAt(item, 'id')));
  }

  /**
   * What to say of an id that is not among them. Nothing when the slip is theirs and was reported
   * there: an item without an id, or with one that is misspelt.
   */
  refusal(id: string | undefined, noun: string): string | undefined {
    if (id === undefined || this.all.has(id)) return undefined;
    if (nearest(id.toLowerCase(), this.malformed) !== undefined) return undefined;
    const hint = didYouMean(id, this.all);
    if (this.incomplete && !hint) return undefined;
    return `"${id}" is not the id of ${noun}${hint}`;
  }
}

/** The ids of the list at a key; absent when the value there is no list. */
export function idsInList(item: RawItem, key: string): KnownIds | undefined {
  const value = Object.hasOwn(item.value, key) ? item.value[key] : [];
  return Array.isArray(value) ? KnownIds.ofItems(listAt(item, key)) : undefined;
}

/** The ids of the map at a key; absent when there is none. */
export function idsInMap(item: RawItem, key: string): KnownIds | undefined {
  const group = groupAt(item, key);
  return group && new KnownIds(Object.keys(group.value));
}
