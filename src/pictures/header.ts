import { inflateSync } from 'node:zlib';

/** What the bytes of a picture file say of it before anything of it is decoded. */
export interface PictureHeader {
  readonly kind: 'jpeg' | 'png' | 'webp' | 'avif';
  /** Pixels as they are stored: before the picture is turned. */
  readonly width: number;
  readonly height: number;
  /** How the stored pixels are turned and mirrored to be seen, as EXIF counts it: 1 as they are, to 8. */
  readonly orientation: number;
  /** The colour profile (ICC) that its colours are meant in; sRGB without one. */
  readonly profile?: Buffer;
}

/** A stretch of a file: a segment of JPEG, or a box of AVIF. */
interface Piece {
  readonly name: string;
  readonly data: Buffer;
}

/**
 * Reads what a picture file is by its bytes, whatever its name says.
 *
 * @returns the end of a sentence about the file where no page can show it
 */
export function pictureHeader(file: Buffer): PictureHeader | string {
  try {
    return read(file);
  } catch {
    // What stands where a length should, or a file that ends too soon.
    return BROKEN;
  }
}

/** What to say of a file that does not hold what it should. */
export const BROKEN = 'is damaged; take the picture anew from where it came from';

const latin = (file: Buffer, start: number, end: number): string => file.toString('latin1', start, end);

function read(file: Buffer): PictureHeader | string {
  if (file.readUInt16BE(0) === 0xffd8) return ofJpeg(file);
  if (latin(file, 1, 8) === 'PNG\r\n\x1a\n') return ofPng(chunks(file, 8, 'BE'));
  if (latin(file, 0, 4) === 'RIFF' && latin(file, 8, 12) === 'WEBP') return ofWebp(chunks(file, 12, 'LE'));
  if (latin(file, 4, 8) === 'ftyp') return ofAvif(boxes(file), latin(file, 8, 12 + 16));
  const isDrawing = /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!|svg)/i.test(latin(file, 0, 200));
  const what = isDrawing
    ? 'an SVG, which could hold scripts'
    : latin(file, 0, 3) === 'GIF'
      ? 'a GIF'
      : 'something else';
  return `is no JPEG, PNG, WebP or AVIF but ${what}; save it as PNG or WebP`;
}

/** What a picture that moves is told. */
const MOVES = 'is animated, and a page shows pictures that stand still; save one of its frames';

function header(kind: PictureHeader['kind'], width: number, height: number, more: Partial<PictureHeader> = {}) {
  return width > 0 && height > 0 ? { kind, width, height, orientation: 1, ...more } : BROKEN;
}

function* jpegSegments(file: Buffer): Generator<Piece> {
  for (let at = 2; ;) {
    const marker = file.readUInt16BE(at);
    // Any number of 0xFF may fill up before a marker.
    if (marker === 0xffff) at++;
    else if (marker < 0xff00) return;
    else {
      const end = at + 2 + file.readUInt16BE(at + 2);
      yield { name: marker.toString(16), data: file.subarray(at + 4, end) };
      // The scan follows, which is coded.
      if (marker === 0xffda) return;
      at = end;
    }
  }
}

function ofJpeg(file: Buffer): PictureHeader | string {
  const profile: Buffer[] = [];
  let [orientation, size]: [number, Buffer | undefined] = [1, undefined];
  for (const { name, data } of jpegSegments(file)) {
    if (name === 'ffe1' && latin(data, 0, 6) === 'Exif\0\0') orientation = exifOrientation(data.subarray(6));
    else if (name === 'ffe2' && latin(data, 0, 12) === 'ICC_PROFILE\0') profile.push(data.subarray(14));
    else if (/^ffc[0-35-79-bd-f]$/.test(name)) size = data;
    // Decoders make something up where the end is missing.
    else if (name === 'ffda' && !file.includes('\xff\xd9', data.byteOffset - file.byteOffset, 'latin1')) return BROKEN;
  }
  if (!size) return BROKEN;
  if (size[5] === 4) return 'has the colours of print (CMYK); save it with those of screens (RGB)';
  const more = { orientation, ...(profile.length > 0 && { profile: Buffer.concat(profile) }) };
  return header('jpeg', size.readUInt16BE(3), size.readUInt16BE(1), more);
}

/** The chunks of a PNG, which state their lengths first, or of a WebP, which state their names first; of one name the last. */
function chunks(file: Buffer, start: number, order: 'BE' | 'LE'): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let at = start; at + 8 <= file.length;) {
    const isPng = order === 'BE';
    const length = isPng ? file.readUInt32BE(at) : file.readUInt32LE(at + 4);
    const name = isPng ? latin(file, at + 4, at + 8) : latin(file, at, at + 4);
    found.set(name, file.subarray(at + 8, at + 8 + length));
    at += 8 + length + (isPng ? 4 : length % 2);
  }
  return found;
}

function ofPng(found: ReadonlyMap<string, Buffer>): PictureHeader | string {
  const [size, exif, colours] = ['IHDR', 'eXIf', 'iCCP'].map((name) => found.get(name));
  if (!size || !found.has('IDAT')) return BROKEN;
  if (found.has('acTL')) return MOVES;
  const packed = colours?.subarray(colours.indexOf(0) + 2);
  return header('png', size.readUInt32BE(0), size.readUInt32BE(4), {
    ...(exif && { orientation: exifOrientation(exif) }),
    ...(packed && { profile: inflateSync(packed, { maxOutputLength: 1_000_000 }) }),
  });
}

function ofWebp(found: ReadonlyMap<string, Buffer>): PictureHeader | string {
  const [lossy, lossless, exif, profile] = ['VP8 ', 'VP8L', 'EXIF', 'ICCP'].map((name) => found.get(name));
  if (found.has('ANIM') || found.has('ANMF')) return MOVES;
  const more = { ...(exif && { orientation: exifOrientation(exif) }), ...(profile && { profile }) };
  if (lossy) return header('webp', lossy.readUInt16LE(6) & 0x3fff, lossy.readUInt16LE(8) & 0x3fff, more);
  const bits = lossless?.readUInt32LE(1) ?? 0;
  return lossless ? header('webp', (bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1, more) : BROKEN;
}

/** The boxes that hold what is asked for here, and all that lies in them. */
function* boxes(file: Buffer): Generator<Piece> {
  for (let at = 0; at + 8 <= file.length;) {
    const length = file.readUInt32BE(at) || file.length - at;
    if (length < 8) return;
    const [name, data] = [latin(file, at + 4, at + 8), file.subarray(at + 8, at + length)];
    yield { name, data };
    if (name === 'meta' || name === 'iprp' || name === 'ipco') yield* boxes(name === 'meta' ? data.subarray(4) : data);
    at += length;
  }
}

function ofAvif(pieces: Iterable<Piece>, brands: string): PictureHeader | string {
  if (brands.startsWith('avis')) return MOVES;
  if (!brands.includes('avif')) return 'is no JPEG, PNG, WebP or AVIF but a HEIC or a film; save it as JPEG';
  const found = [...pieces];
  // The parts of a large picture, and its transparency, have a size as well.
  const sizes = found
    .filter(({ name }) => name === 'ispe')
    .map(({ data }) => [4, 8].map((at) => data.readUInt32BE(at)));
  const [[width = 0, height = 0] = []] = sizes.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => c * d - a * b);
  const first = (name: string): number | undefined => found.find((piece) => piece.name === name)?.data[0];
  const [turns = 0, mirror] = [first('irot'), first('imir')];
  const profile = found.find(({ name, data }) => name === 'colr' && /prof|rICC/.test(latin(data, 0, 4)))?.data;
  return header('avif', width, height, {
    orientation: (TURNED[mirror === undefined ? 0 : (mirror & 1) + 1] as number[])[turns & 3] as number,
    ...(profile && { profile: profile.subarray(4) }),
  });
}

/** What EXIF calls a picture that is turned by 0 to 3 quarters to the left, then not mirrored, upside down, or sidewise. */
const TURNED = [
  [1, 8, 3, 6],
  [4, 5, 2, 7],
  [2, 7, 4, 5],
];

/** @param exif a TIFF header with what it leads to; some programs put the name before it */
function exifOrientation(exif: Buffer): number {
  const tiff = latin(exif, 0, 4) === 'Exif' ? exif.subarray(6) : exif;
  const isLittle = latin(tiff, 0, 2) === 'II';
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  try {
    const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    for (let at = start + 2; at < start + 2 + 12 * short(start); at += 12)
      if (short(at) === 0x0112) return short(at + 8) >= 1 && short(at + 8) <= 8 ? short(at + 8) : 1;
  } catch {
    // What is wrong with it does not make the picture unreadable.
  }
  return 1;
}
