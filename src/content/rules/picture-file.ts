import { hash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encodedPicture, type EncodedPicture } from '../../pictures/encoded.ts';
import { BROKEN, pictureHeader } from '../../pictures/header.ts';
import { didYouMean } from '../diagnostic.ts';
import { fileName } from '../model/scalars.ts';
import { MOST } from '../read/limits.ts';
import { listAt, textAt } from '../read/yaml-access.ts';
import { unplacedEntries } from './directive.ts';
import { factsOf, type ParsedArticle, rule } from './rule.ts';

/** The folder of an article, and what was read of it. */
interface Folder {
  readonly root: string;
  /** Relative to the project. */
  readonly folder: string;
  readonly names: readonly string[];
  readonly article: ParsedArticle;
  /** Takes the pictures that can be shown, by their ids. */
  readonly pictures: Map<string, EncodedPicture>;
}

/** Reads the pictures of an article, and says of each that cannot be shown, or is too heavy, what to do. */
export const pictureFile = rule<Folder>('picture-file', ({ root, folder, names, article, pictures }, say) => {
  const listed = listAt(factsOf(article.original), 'pictures');
  const shown = listed.length - unplacedEntries(article).filter(({ part }) => part === 'pictures').length;
  const most = Math.floor(Math.min(MOST.picture.shown, MOST.picture.page / Math.max(1, shown)));
  const seen = new Map<string, string | undefined>();
  for (const item of listed) {
    const [id, file] = [textAt(item, 'id'), textAt(item, 'file')];
    if (file === undefined || !fileName.safeParse(file).success) continue;
    const tell = (message: string, weight?: 'picture-weight'): void =>
      say.at(article.original.yaml, [...item.path, 'file'], `"${file}" ${message}`, weight);
    const bytes = bytesOf(join(root, folder), file, names);
    const digest = typeof bytes === 'string' ? '' : hash('sha256', bytes);
    if (typeof bytes === 'string') tell(bytes);
    else if (seen.has(digest))
      tell(`is the same picture as "${seen.get(digest)}"; a page holds it once, so name that one, or take one out`);
    else {
      seen.set(digest, id);
      const picture = encodedPicture(bytes, most, join(root, '.cache/pictures'));
      if (!picture) tell(BROKEN);
      else if (id !== undefined) pictures.set(id, picture);
      const [has, may] = [picture?.bytes.length ?? 0, most].map((count) => Math.ceil(count / 1000));
      if (picture && picture.bytes.length > most)
        tell(`has ${has} kB on the page even when it is made small, and may have ${may}; crop it`, 'picture-weight');
    }
  }
});

/** The bytes of a picture of the folder itself, or the end of a sentence about why there are none. */
function bytesOf(folder: string, file: string, names: readonly string[]): Buffer | string {
  // Some computers write the names of files with letters in parts.
  const name = names.find((other) => other.normalize() === file);
  if (name === undefined) {
    const others = names.filter((other) => !/\.(?:md|yaml)$/.test(other));
    return `is missing in this folder${didYouMean(file, others) || '; put the picture there'}`;
  }
  try {
    const path = realpathSync(join(folder, name));
    if (dirname(path) !== realpathSync(folder)) return 'leads out of this folder; put the picture itself there';
    const stats = statSync(path);
    if (!stats.isFile()) return `is ${stats.isDirectory() ? 'a folder' : 'no plain file'}; a picture is wanted`;
    if (stats.size > MOST.picture.bytes)
      return `holds ${stats.size} bytes; at most ${MOST.picture.bytes} are read; make it smaller`;
    const bytes = readFileSync(path);
    const header = pictureHeader(bytes);
    if (typeof header === 'string') return header;
    const { width, height } = header;
    if (width * height < MOST.picture.pixels) return bytes;
    return `holds ${width} × ${height} pixels; less than 40 million are read; make it smaller`;
  } catch (error) {
    return `cannot be read (${(error as NodeJS.ErrnoException).code}); put the picture itself there`;
  }
}
