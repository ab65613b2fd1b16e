import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { pictureHeader } from './header.ts';
import { keepPicture, keptPicture, pictureName } from './kept.ts';

/** A picture as pages and feeds show it: a WebP without a word of where, when and by what it was taken. */
export interface EncodedPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** The same as a JPEG, for programs that do not know WebP; encoded, and kept, when it is asked for. */
  readonly jpeg: () => Uint8Array;
}

/** The type of these bytes. */
export const PICTURE_TYPE = 'image/webp';

/** Counts up when pictures come to look otherwise than encoded before, by the same packages. */
const ENCODING = 1;
const PACKAGES = ['avif', 'jpeg', 'png', 'webp'].map((name) => `@jsquash/${name}`);
/** In milliseconds: the largest takes a few seconds. */
const LONGEST = 120_000;

/**
 * Encodes a picture for pages, once: it is kept under the name of all that decides its bytes, which are the same on
 * every machine. It is made smaller, turned upright and compressed until it is light enough, or cannot be lighter.
 *
 * @param most how many bytes it may have
 * @param folder where encoded pictures are kept; it may be absent
 * @returns nothing when the file cannot be decoded
 */
export function encodedPicture(file: Buffer, most: number, folder: string): EncodedPicture | undefined {
  const bytes = encoded(file, most, folder);
  const header = bytes && pictureHeader(Buffer.from(bytes.buffer));
  if (!bytes || typeof header !== 'object') return undefined;
  return { bytes, width: header.width, height: header.height, jpeg: () => jpegOf(bytes, folder) };
}

function jpegOf(bytes: EncodedPicture['bytes'], folder: string): Uint8Array {
  const jpeg = encoded(Buffer.from(bytes), 'jpeg', folder);
  if (!jpeg) throw new Error('a picture could not be encoded as a JPEG');
  return jpeg;
}

// Whoever waits for a picture, waits; and a file that makes a decoder run wild ends a process that has nothing else to do.
function encoded(input: Buffer, wish: number | 'jpeg', folder: string): EncodedPicture['bytes'] | undefined {
  const name = pictureName([hash('sha256', input), wish, ENCODING], PACKAGES);
  const kept = keptPicture(folder, name);
  if (kept) return kept;
  const script = join(import.meta.dirname, 'encode.ts');
  const { status, stdout } = spawnSync(process.execPath, [script, String(wish)], {
    ...{ input, timeout: LONGEST, maxBuffer: 100_000_000, stdio: ['pipe', 'pipe', 'ignore'] },
  });
  return status === 0 ? keepPicture(folder, name, new Uint8Array(stdout)) : undefined;
}
