import type { ParsedEdition } from '../read/edition.ts';
import { placedIn } from './directive.ts';
import { isPartial, pointAt, rule } from './rule.ts';
import { sectionsOf } from './translation-sources.ts';

/** A translation places the same parts under the same headings, unless it says that it is partial. */
export const translationParts = rule('translation-parts', ({ fields, original, translations }, say) => {
  const sections = (edition: ParsedEdition) => {
    const starts = sectionsOf(edition).map(({ offset }) => offset);
    const placed = placedIn(edition, fields);
    return starts.map((start, index) => ({
      start,
      placed: placed.filter(({ offset }) => offset >= start && offset < (starts[index + 1] ?? Infinity)),
    }));
  };
  const there = (offset: number): string => pointAt(original.file, original.proseStart + offset);
  for (const translation of translations.filter((edition) => !isPartial(edition))) {
    const [theirs, ours] = [sections(original), sections(translation)];
    // Which section is which is not known, or what is in them.
    if (theirs.length !== ours.length || !original.proseRead || !translation.proseRead) continue;
    for (const [index, { start, placed }] of ours.entries()) {
      const other = theirs[index] ?? { start: 0, placed: [] };
      for (const { written, offset } of beyond(placed, other.placed)) {
        const message = `"${written}" does not stand in this section of the original edition, which starts at`;
        say.inProse(translation, offset, `${message} ${there(other.start)}`);
      }
      for (const { written, offset } of beyond(other.placed, placed))
        say.inProse(
          translation,
          start,
          `this section lacks "${written}": the original edition has it at ${there(offset)}`,
        );
    }
  }
});

type Placed = ReturnType<typeof placedIn>;

function beyond(some: Placed, others: Placed): Placed {
  return some.filter(({ written }) => !others.some((other) => other.written === written));
}
