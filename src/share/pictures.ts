import { PICTURE_TYPE } from '../pictures/encoded.ts';
import type { SiteContext } from '../story/page.ts';
import type { StoryPicture } from '../story/parts.ts';
import { urlOf } from '../story/urls.ts';
import { plainText } from '../text/rich-text.ts';

/** A picture for other programs: texts are plain, its address is absolute. */
export type PictureData = ReturnType<typeof pictureData>;

/** Gathers what other programs are told of a picture of a story. */
export function pictureData(picture: StoryPicture, slug: string, { urls, lang }: SiteContext) {
  const { id, alt, caption, credit, graphic, image, licence, taken } = picture;
  return {
    url: urlOf({ kind: 'illustration', lang, slug, id }, urls),
    type: PICTURE_TYPE,
    ...{ width: image.width, height: image.height },
    alt: plainText(alt),
    caption: caption && plainText(caption),
    ...{ credit, licence, licenceUrl: licenceAddress(licence), taken, graphic },
  };
}

/** The licences of Creative Commons, as people name them: CC BY-SA 4.0, CC0. */
const CREATIVE_COMMONS = /^CC[ -]?(?:(?<kind>BY(?:-NC)?(?:-SA|-ND)?)[ -](?<version>\d\.\d)|0(?:[ -]1\.0)?)$/i;

/** The address of a licence that is one, or that is named as everybody names it; nothing for other words. */
export function licenceAddress(licence: string): string | undefined {
  if (/^https?:\/\/\S+$/.test(licence)) return licence;
  const named = CREATIVE_COMMONS.exec(licence)?.groups;
  if (!named) return undefined;
  const { kind, version } = named;
  const path = kind === undefined ? 'publicdomain/zero/1.0' : `licenses/${kind.toLowerCase()}/${version}`;
  return `https://creativecommons.org/${path}/`;
}
