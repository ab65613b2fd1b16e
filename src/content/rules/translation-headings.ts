import { pointIn, sectionsOf } from './translation-sources.ts';
import { isPartial, rule } from './rule.ts';

/** The prose of a translation has as many headings as the original; a partial one may have fewer. */
export const translationHeadings = rule('translation-headings', ({ original, translations }, say) => {
  if (!original.proseRead) return;
  const sections = sectionsOf(original);
  for (const translation of translations) {
    if (!translation.proseRead) continue;
    const theirs = sectionsOf(translation);
    const unfinished = isPartial(translation) && theirs.length < sections.length;
    if (theirs.length !== sections.length && !unfinished)
      say.inProse(
        translation,
        theirs.at(-1)?.offset ?? 0,
        `the prose has ${theirs.length - 1} headings, and the original edition ${sections.length - 1}, the last at ${pointIn(original, sections.at(-1)?.offset ?? 0)}`,
      );
  }
});
