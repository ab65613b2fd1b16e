import { articleFolders } from './library.ts';
import { listRoot, textAt } from './read/yaml-access.ts';
import { readFile } from './read/read-file.ts';
import { webAddress } from './model/scalars.ts';
import { diagnosticAt } from './read/source-file.ts';
import { didYouMean } from './suggest.ts';
import { readYaml } from './read/yaml.ts';

/**
 * Every address in the sources of a project, drafts included, and where it stands: `content/articles/SLUG/sources.yaml:4:8`.
 * What is no address is left to `check`.
 *
 * @param slugs the articles; all of them when empty
 * @throws {RangeError} with a sentence for the editor when there is no such article
 */
export function sourceAddresses(root: string, slugs: readonly string[] = []): Map<string, string[]> {
  const folders = new Map(articleFolders(root, () => {}).map((folder) => [folder.split('/').at(-1) as string, folder]));
  const stranger = slugs.find((slug) => !folders.has(slug));
  if (stranger !== undefined)
    throw new RangeError(
      `"${stranger}" is no article${didYouMean(stranger, folders.keys()) || '; write its folder’s name'}`,
    );
  const places = new Map<string, string[]>();
  for (const slug of slugs.length > 0 ? new Set(slugs) : folders.keys()) {
    const file = readFile(root, `${folders.get(slug)}/sources.yaml`, () => {});
    const yaml = file && readYaml(file, 0, file.text.length, () => {});
    for (const source of yaml ? listRoot(yaml) : [])
      for (const key of ['url', 'archived']) {
        const url = textAt(source, key);
        if (!yaml || url === undefined || !webAddress.safeParse(url).success) continue;
        const { line, column } = diagnosticAt(yaml.file, yaml.placeOf([...source.path, key]), '', 'web-address');
        places.set(url, [...(places.get(url) ?? []), `${yaml.file.path}:${line}:${column}`]);
      }
  }
  return places;
}
