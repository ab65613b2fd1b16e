import { citedId } from '../../markdown/citations.ts';
import { everyNode } from '../../markdown/nodes.ts';
import { knownSources } from './references.ts';
import { type EditionDraft, pointAt, problemInProse, type Rule } from './rule.ts';
import { isPartial } from './translation.ts';

/** The prose of a translated edition has the original's headings and, under each, its sources. */
export const parallelProse: Rule = (article, report) => {
  const { original, translations } = article;
  if (!original.proseRead || translations.length === 0) return;
  const known = knownSources(article);
  const sections = sectionsOf(original);
  for (const translation of translations) {
    if (!translation.proseRead) continue;
    const theirs = sectionsOf(translation);
    if (theirs.length === sections.length)
      theirs.forEach((section, index) => compareSources(sections[index] as Section, translation, section));
    else if (!isPartial(translation) || theirs.length > sections.length)
      report(
        problemInProse(
          translation,
          theirs.at(-1)?.offset ?? 0,
          `the prose has ${theirs.length - 1} headings, and the original edition ${sections.length - 1}, the last at ${pointIn(original, sections.at(-1)?.offset ?? 0)}`,
          'translation-headings',
        ),
      );
  }

  function compareSources(section: Section, to: EditionDraft, translated: Section): void {
    const ids = [...section.sources.keys(), ...translated.sources.keys()];
    // A misspelt id was reported, and would seem to be one source too many and one too few.
    if (known && ids.some((id) => !known.all.has(id))) return;
    for (const [id, offset] of section.sources)
      if (!translated.sources.has(id))
        report(
          problemInProse(
            to,
            translated.offset,
            `this section does not cite "${id}": the original edition does at ${pointIn(original, offset)}`,
            'translation-sources',
          ),
        );
    for (const [id, offset] of translated.sources)
      if (!section.sources.has(id))
        report(
          problemInProse(
            to,
            offset,
            `"${id}" is not cited in this section of the original edition, which starts at ${pointIn(original, section.offset)}`,
            'translation-sources',
          ),
        );
  }
};

interface Section {
  /** Where it starts in the prose. */
  offset: number;
  /** The sources cited in it, each with where it is cited first. */
  sources: Map<string, number>;
}

function sectionsOf({ prose }: EditionDraft): Section[] {
  const sections: Section[] = [{ offset: 0, sources: new Map() }];
  for (const node of everyNode(prose)) {
    const offset = node.position?.start.offset ?? 0;
    if (node.type === 'heading') sections.push({ offset, sources: new Map() });
    const current = sections.at(-1) as Section;
    if (node.type === 'footnoteReference' && !current.sources.has(citedId(node)))
      current.sources.set(citedId(node), offset);
  }
  return sections;
}

function pointIn(edition: EditionDraft, offset: number): string {
  return pointAt(edition.file, edition.proseStart + offset);
}
