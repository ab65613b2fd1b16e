import { PICTURE_TYPE } from '../pictures/encoded.ts';
import type { SiteContext } from '../story/page.ts';
import { licenceAddress } from '../story/licence.ts';
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
