import type { Side } from '../content/model/article.ts';
import type { RichText } from '../text/rich-text.ts';

/** A party of the story, with the place in the palette that is its own throughout the page. */
export interface StorySide {
  readonly id: string;
  readonly name: RichText;
  /** 1 for the first that the frontmatter names, and so on. */
  readonly index: number;
}

/** The sides of a story, found by id. */
export class Sides {
  readonly all: readonly StorySide[];

  /** @param sides in the frontmatter's order */
  constructor(sides: readonly Side[] | undefined) {
    this.all = (sides ?? []).map(({ id, name }, at) => ({ id, name, index: at + 1 }));
  }

  /** The side of an id; nothing where there is no id. */
  get(id: string | undefined): StorySide | undefined {
    return this.all.find((side) => side.id === id);
  }
}
