import { describe, expect, it } from 'vitest';
import { pictureHeader } from '../../../src/pictures/header.ts';
import { corners, encoded, png, scenery, withExif, withSegment } from '../../fixtures/drawn.ts';

const small = scenery(90, 60);
const files = {
  jpeg: await encoded('jpeg', small),
  png: png(small),
  webp: await encoded('webp', small),
  avif: await encoded('avif', small),
};

/** A PNG with one more chunk behind its head. */
function withChunk(file: Buffer, name: string, data = Buffer.alloc(8)): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length);
  chunk.write(name, 4, 'latin1');
  data.copy(chunk, 8);
  return Buffer.concat([file.subarray(0, 33), chunk, file.subarray(33)]);
}

describe('a picture is read by its bytes', () => {
  it.each(Object.entries(files))('%s', (kind, file) => {
    expect(pictureHeader(file)).toMatchObject({ kind, width: 90, height: 60, orientation: 1 });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('a JPEG that is to be turned as EXIF counts %d', (orientation) => {
    expect(pictureHeader(withExif(files.jpeg, orientation))).toMatchObject({ orientation });
  });

  it('takes an orientation that there is not for none', () => {
    expect(pictureHeader(withExif(files.jpeg, 99))).toMatchObject({ orientation: 1 });
    expect(pictureHeader(withSegment(files.jpeg, 0xe1, Buffer.from('Exif\0\0MM')))).toMatchObject({ orientation: 1 });
  });

  it('finds the boxes that turn and mirror an AVIF', () => {
    // A box of properties more in the list: 270 degrees to the left, mirrored sidewise.
    const at = files.avif.indexOf('ispe') - 4;
    const boxes = Buffer.from('\0\0\0\x09irot\x03\0\0\0\x09imir\x01', 'latin1');
    const file = Buffer.concat([files.avif.subarray(0, at), boxes, files.avif.subarray(at)]);
    for (const name of ['ipco', 'iprp', 'meta']) {
      const size = file.indexOf(name) - 4;
      file.writeUInt32BE(file.readUInt32BE(size) + boxes.length, size);
    }
    expect(pictureHeader(file)).toMatchObject({ kind: 'avif', orientation: 5 });
  });
});

describe('what is none says what it is', () => {
  it.each([
    [
      'an SVG with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'scripts',
    ],
    ['an SVG behind a mark and a comment', Buffer.from('\ufeff\n<!-- drawn --><svg/>'), 'scripts'],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0'), 'a GIF'],
    ['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'HEIC'],
    ['a film of AVIF', Buffer.from('\0\0\0\x1cftypavis\0\0\0\0avifavis', 'latin1'), 'animated'],
    ['words', Buffer.from('Once upon a time there was no picture.'), 'something else'],
    ['a PNG that moves', withChunk(files.png, 'acTL'), 'animated'],
    ['a JPEG for print', Buffer.from('ffd8ffc000140800100010040111000211000311000411003fffda0002ffd9', 'hex'), 'CMYK'],
    ['nothing', Buffer.alloc(0), 'damaged'],
    ['one byte', Buffer.from([0xff]), 'damaged'],
    ['a JPEG that ends too soon', files.jpeg.subarray(0, files.jpeg.length - 40), 'damaged'],
    ['half a head', files.jpeg.subarray(0, 20), 'damaged'],
    ['a PNG of a head alone', files.png.subarray(0, 33), 'damaged'],
    ['a WebP without a picture', files.webp.subarray(0, 12), 'damaged'],
  ])('%s', (_name, file, says) => {
    expect(pictureHeader(file)).toContain(says);
  });

  it('whatever the bytes are', () => {
    for (const file of [...Object.values(files), png(corners(40, 40))])
      for (let at = 0; at < Math.min(file.length, 600); at++) {
        const damaged = Buffer.from(file);
        damaged[at] = (damaged[at] as number) ^ 0xff;
        const header = pictureHeader(damaged);
        expect(typeof header === 'string' || header.width > 0).toBe(true);
      }
  });
});
