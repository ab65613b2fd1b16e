import { citedId } from '../../text/citations.ts';
import { everyNode } from '../../text/nodes.ts';
import { inTimes } from './parallel-texts.ts';
import { knownSources } from './references.ts';
import { type EditionDraft, pointAt, problemInProse, type Rule } from './rule.ts';
import { isPartial } from './translation.ts';

/** The prose of a translated edition has the original's headings and, under each, its sources, no less often. */
export const parallelProse: Rule = (article, report) => {
  const { original, translations } = article;
  if (!original.proseRead || translations.length === 0) return;
  const known = knownSources(article);
  const sections = sectionsOf(original);
  for (const translation of translations) {
    if (!translation.proseRead) continue;
    const theirs = sectionsOf(translation);
    const unfinished = isPartial(translation) && theirs.length < sections.length;
    if (theirs.length === sections.length || unfinished)
      theirs.forEach((section, index) => {
        const last = unfinished && index === theirs.length - 1;
        compareSources(sections[index] as Section, translation, section, last);
      });
    else
      report(
        problemInProse(
          translation,
          theirs.at(-1)?.offset ?? 0,
          `the prose has ${theirs.length - 1} headings, and the original edition ${sections.length - 1}, the last at ${pointIn(original, sections.at(-1)?.offset ?? 0)}`,
          'translation-headings',
        ),
      );
  }

  /** @param unfinished whether more of the section may still be translated */
  function compareSources(section: Section, to: EditionDraft, translated: Section, unfinished: boolean): void {
    const ids = new Set([...section.sources.keys(), ...translated.sources.keys()]);
    // A misspelt id was reported, and would seem to be one source too many and one too few.
    if (known && [...ids].some((id) => !known.all.has(id))) return;
    const refuse = (offset: number, message: string): void =>
      report(problemInProse(to, offset, message, 'translation-sources'));
    for (const id of ids) {
      const [there, here] = [section.sources.get(id) ?? [], translated.sources.get(id) ?? []];
      const [first] = there;
      if (first === undefined)
        refuse(
          here[0] as number,
          `"${id}" is not cited in this section of the original edition, which starts at ${pointIn(original, section.offset)}`,
        );
      else if (here.length < there.length && !unfinished)
        refuse(
          translated.offset,
          here.length === 0
            ? `this section does not cite "${id}": the original edition does at ${pointIn(original, first)}`
            : `this section cites "${id}" ${inTimes(here.length)}, and the original edition ${inTimes(there.length)}, first at ${pointIn(original, first)}`,
        );
    }
  }
};

interface Section {
  /** Where it starts in the prose. */
  offset: number;
  /** The sources cited in it, each with where it is cited. */
  sources: Map<string, number[]>;
}

function sectionsOf({ prose }: EditionDraft): Section[] {
  const sections: Section[] = [{ offset: 0, sources: new Map() }];
  const nodes = everyNode(prose);
  // There no citation can stand, and it is reported where one does.
  const closed = new Set(
    nodes.filter(({ type }) => type === 'heading' || type === 'link').flatMap((node) => everyNode(node)),
  );
  for (const node of nodes) {
    const offset = node.position?.start.offset ?? 0;
    if (node.type === 'heading') sections.push({ offset, sources: new Map() });
    const current = sections.at(-1) as Section;
    if (node.type !== 'footnoteReference' || closed.has(node)) continue;
    const id = citedId(node);
    const cited = current.sources.get(id);
    if (cited) cited.push(offset);
    else current.sources.set(id, [offset]);
  }
  return sections;
}

function pointIn(edition: EditionDraft, offset: number): string {
  return pointAt(edition.file, edition.proseStart + offset);
}
