import type { z } from 'zod';
import { type Report, unlessBroken } from './diagnostic.ts';
import { type Author, authors, type Topic, topics } from './model/site.ts';
import { readFolder } from './read/read-file.ts';
import { validate } from './read/validate.ts';
import { type PlacedYaml, readYamlFile } from './read/yaml.ts';
import { groupAt, listRoot, type RawItem, textAt } from './read/yaml-access.ts';
import { idTwice } from './rules/id-duplicate.ts';
import { type Named, rule, type Say } from './rules/rule.ts';

/** What holds for the whole site beside its settings. */
export interface SiteLists {
  readonly authors: readonly Author[];
  readonly topics: readonly Topic[];
}

/**
 * Reads `authors.yaml` and `topics.yaml`. One that is not there is empty.
 *
 * @param languages the site's
 * @returns the lists, without one that has an error, and what articles can name by the ids in them
 */
export function readSiteLists(root: string, languages: readonly string[], report: Report) {
  const there = readFolder(root, 'content', () => {});
  const read = <Schema extends z.ZodType>(file: string, schema: Schema) => {
    const noun = `an entry of content/${file}`;
    if (!there.includes(file)) return { items: [] as z.output<Schema>, named: { noun, ids: [] } satisfies Named };
    const yaml = readYamlFile(root, `content/${file}`, report);
    const items = unlessBroken(report, (collect) => {
      if (!yaml) return undefined;
      const found = validate(schema, yaml, collect);
      idTwice(yaml, collect);
      inAllLanguages({ yaml, languages }, collect);
      return found;
    });
    // An entry that is no group of keys is one without an id.
    const entries = Array.isArray(yaml?.value) ? yaml.value : undefined;
    const ids = entries?.map((value) => textAt({ path: [], value }, 'id'));
    return { items, named: { noun, ids } satisfies Named };
  };
  const [ofAuthors, ofTopics] = [read('authors.yaml', authors), read('topics.yaml', topics)];
  const lists = { authors: ofAuthors.items, topics: ofTopics.items };
  return { lists, named: { 'authors.yaml': ofAuthors.named, 'topics.yaml': ofTopics.named } };
}

const inAllLanguages = rule<{ yaml: PlacedYaml; languages: readonly string[] }>('key-missing', (list, say) => {
  for (const item of listRoot(list.yaml))
    for (const key of Object.keys(item.value)) inTheLanguages(list.yaml, item, key, list.languages, say);
});

/** A text by language has each of the site's languages, and no other. */
export function inTheLanguages(
  yaml: PlacedYaml,
  item: RawItem,
  key: string,
  languages: readonly string[],
  say: Say,
): void {
  const texts = groupAt(item, key);
  if (!texts) return;
  const given = Object.keys(texts.value);
  for (const lang of languages.filter((one) => !given.includes(one)))
    say.at(yaml, [...texts.path, lang], `is missing: "${lang}" is among the languages`, 'key-missing');
  for (const lang of given.filter((one) => !languages.includes(one))) {
    const message = `"${lang}" is not among the languages of content/site.yaml (${languages.join(', ')})`;
    say.atKey(yaml, [...texts.path, lang], `${message}; add it there, or take the text out`, 'key-unknown');
  }
}
