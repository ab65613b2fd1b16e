import { isSameLanguage } from '../../i18n/language.ts';
import { language } from '../model/scalars.ts';
import { lacks, listAt, mapAt, type RawItem, textAt } from '../read/yaml-access.ts';
import { editionsOf, factsOf, isPartial, rule } from './rule.ts';

/** Words in another language than an edition's have a translation there, and words in its own have none. */
export const quoteTranslation = rule('quote-translation', ({ fields, original, ...article }, say) => {
  for (const [part, { holds }] of Object.entries(fields)) {
    if (holds.kind !== 'list') continue;
    for (const [key, { holds: held }] of Object.entries(holds.fields)) {
      const named = held.kind === 'words' ? held.translates?.language : undefined;
      if (named === undefined) continue;
      for (const edition of editionsOf({ original, ...article }))
        for (const item of listAt(factsOf(original), part)) {
          const entry: RawItem | undefined =
            edition === original ? item : mapAt(factsOf(edition), part).get(textAt(item, 'id') ?? '');
          const spoken = textAt(item, named) ?? original.lang;
          if (!entry || !language.safeParse(spoken).success) continue;
          const path = [...entry.path, key];
          if (!isSameLanguage(spoken, edition.lang)) {
            const message = `is missing: the words are in "${spoken}", and this edition is in "${edition.lang}"`;
            if (!isPartial(edition) && lacks(entry, key, Object.keys(holds.fields)))
              say.at(edition.yaml, path, message);
          } else if (Object.hasOwn(entry.value, key))
            say.atKey(edition.yaml, path, `is not shown: the words are in the language of this edition; take it out`);
        }
    }
  }
});
