import type { Edition } from '../content/article.ts';
import type { Original } from '../content/schema/original.ts';
import type { Translation } from '../content/schema/translation.ts';
import type { RichText } from '../text/rich-text.ts';
import { untranslated } from './untranslated.ts';

/** The frontmatter that a page shows: an original's facts, in the words of one edition. */
export type Facts = Original;

/**
 * Puts a translation's words in the place of the original's. Facts have no place in a translation, so
 * nothing else can change. What a partial translation lacks stays in the original's words, marked as such.
 */
export function localise(original: Edition<Original>, translation: Edition<Translation> | undefined): Facts {
  if (!translation) return original.data;
  const { data: from } = original;
  const { data: to } = translation;
  const foreign = (text: RichText): RichText => untranslated(text, original.lang);

  /** One item in the translation's words. */
  const say = <Item extends object, Key extends keyof Item>(
    item: Item,
    said: Partial<Record<Key, RichText | undefined>> | undefined,
    keys: readonly Key[],
  ): Item => {
    const result = { ...item };
    for (const key of keys) {
      const text = item[key];
      if (text !== undefined) result[key] = (said?.[key] ?? foreign(text as RichText)) as Item[Key];
    }
    return result;
  };
  const each = <Item extends { id: string }, Key extends keyof Item>(
    items: readonly Item[] | undefined,
    said: Readonly<Record<string, Partial<Record<Key, RichText | undefined>>>> | undefined,
    keys: readonly Key[],
  ): Item[] | undefined => items?.map((item) => say(item, said?.[item.id], keys));

  return {
    ...from,
    title: to.title,
    summary: to.summary ?? foreign(from.summary),
    keyPoints: to.keyPoints ?? from.keyPoints.map(foreign),
    updates: from.updates.map((update, index) => ({ ...update, note: to.updates?.[index] ?? foreign(update.note) })),
    sides: each(from.sides, to.sides, ['name']),
    places: Object.fromEntries(
      Object.entries(from.places).map(([id, place]) => [id, say(place, to.places?.[id], ['name'])]),
    ),
    phases: each(from.phases, to.phases, ['title']),
    timeline: each(from.timeline, to.timeline, ['title', 'text', 'saidBy']) as Facts['timeline'],
    people: each(from.people, to.people, ['name', 'role']),
    numbers: each(from.numbers, to.numbers, ['value', 'label', 'note']),
    count: from.count && {
      ...say(from.count, to.count, ['label']),
      groups: each(from.count.groups, to.count?.groups, ['label', 'note']) as NonNullable<Facts['count']>['groups'],
    },
    terms: each(from.terms, to.terms, ['term', 'means']),
    disputes: each(from.disputes, to.disputes, ['question'])?.map((dispute) => ({
      ...dispute,
      positions: each(dispute.positions, to.disputes?.[dispute.id]?.positions, [
        'claim',
        'saidBy',
      ]) as typeof dispute.positions,
    })),
    questions: each(from.questions, to.questions, ['question', 'note']),
  };
}
