import { articleFolders } from '../library.ts';
import { listRoot, textAt } from '../read/yaml-access.ts';
import { readFile } from '../read/read-file.ts';
import { webAddress } from '../model/scalars.ts';
import { diagnosticAt } from '../read/source-file.ts';
import { readYaml } from '../read/yaml.ts';

/** An address that sources give, and where they give it. */
export interface SourceAddress {
  readonly url: string;
  /** `content/articles/SLUG/sources.yaml:4:8`, each place once. */
  readonly places: readonly string[];
}

/** Every address in the sources of a project, each once, drafts included. What is no address is left to `check`. */
export function sourceAddresses(root: string): SourceAddress[] {
  const places = new Map<string, string[]>();
  for (const folder of articleFolders(root, () => {})) {
    const file = readFile(root, `${folder}/sources.yaml`, () => {});
    const yaml = file && readYaml(file, 0, file.text.length, () => {});
    for (const source of yaml ? listRoot(yaml) : [])
      for (const key of ['url', 'archived']) {
        const url = textAt(source, key);
        if (!yaml || url === undefined || !webAddress.safeParse(url).success) continue;
        const { line, column } = diagnosticAt(yaml.file, yaml.placeOf([...source.path, key]), '', 'web-address');
        places.set(url, [...(places.get(url) ?? []), `${yaml.file.path}:${line}:${column}`]);
      }
  }
  return [...places].map(([url, at]) => ({ url, places: at }));
}
