/** One page of a list of stories. */
export interface Listing<Item> {
  /** From 1. */
  readonly number: number;
  /** How many pages the list has. */
  readonly of: number;
  readonly items: readonly Item[];
}

/** How many stories stand on one page of the list: enough to look through, and still one file to keep. */
const A_PAGE = 100;

/** Splits a list into pages; a list without anything has one page. */
export function listings<Item>(items: readonly Item[]): Listing<Item>[] {
  const of = Math.max(1, Math.ceil(items.length / A_PAGE));
  return Array.from({ length: of }, (_, index) => ({
    number: index + 1,
    of,
    items: items.slice(index * A_PAGE, (index + 1) * A_PAGE),
  }));
}
