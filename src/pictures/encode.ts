import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import decodeAvif, { init as initAvif } from '@jsquash/avif/decode.js';
import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js';
import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode.js';
import decodePng, { init as initPng } from '@jsquash/png/decode.js';
import decodeWebp, { init as initWebp } from '@jsquash/webp/decode.js';
import encodeWebp, { init as initEncoder } from '@jsquash/webp/encode.js';
import { pictureHeader } from './header.ts';
import { onWhite, type Pixels, scaled, upright } from './pixels.ts';

// A process of its own, which `encoded.ts` starts, so that whatever a file makes a decoder do ends with it: the file
// comes by its input, the bytes that the picture may have as an argument, and a WebP goes out; or a JPEG as large as the
// picture, for the argument `jpeg`.

/** The most pixels that a WebP can have on one side. */
const LONGEST = 16_383;

/** What is tried until the picture is light enough: how wide it may be, and how well it is kept. */
const STEPS = [
  ...[80, 70, 60, 50].map((quality) => ({ most: 1280, quality })),
  ...[60, 50].map((quality) => ({ most: 960, quality })),
  ...[60, 50, 40].map((quality) => ({ most: 640, quality })),
];

const { resolve } = createRequire(import.meta.url);
const code = (file: string) => readFileSync(resolve(`@jsquash/${file}.wasm`));
const codec = (file: string) => new WebAssembly.Module(code(file));
const DECODERS = {
  avif: async (file: ArrayBuffer) => (await initAvif(codec('avif/codec/dec/avif_dec')), decodeAvif(file)),
  jpeg: async (file: ArrayBuffer) => (await initJpeg(codec('jpeg/codec/dec/mozjpeg_dec')), decodeJpeg(file)),
  png: async (file: ArrayBuffer) => (await initPng(code('png/codec/pkg/squoosh_png_bg')), decodePng(file)),
  webp: async (file: ArrayBuffer) => (await initWebp(codec('webp/codec/dec/webp_dec')), decodeWebp(file)),
};

const file = await buffer(process.stdin);
const header = pictureHeader(file);
if (typeof header === 'string') throw new RangeError(header);
const { kind, width, height, orientation, profile } = header;
const stored: Pixels | null = await DECODERS[kind](new Uint8Array(file).buffer);
if (stored?.width !== width || stored.height !== height) throw new RangeError('it is not as large as it says');
const pixels = upright(stored, orientation);
const [, , wish] = process.argv;
process.stdout.write(wish === 'jpeg' ? await jpeg() : await webp(Number(wish)));

async function jpeg(): Promise<Uint8Array> {
  await initJpegEncoder(codec('jpeg/codec/enc/mozjpeg_enc'));
  return new Uint8Array(await encodeJpeg(onWhite(pixels) as ImageData, { quality: 75 }));
}

async function webp(most: number): Promise<Uint8Array> {
  await initEncoder(codec('webp/codec/enc/webp_enc_simd'));
  // What is drawn, with few colours and sharp edges, is light without a loss.
  const steps = kind === 'png' ? [{ most: 1280, quality: 80, lossless: 1 }, ...STEPS] : STEPS;
  let [small, bytes]: [Pixels | undefined, Uint8Array] = [undefined, new Uint8Array()];
  for (const step of steps) {
    const wide = Math.max(1, Math.min(step.most, pixels.width, Math.floor((LONGEST * pixels.width) / pixels.height)));
    if (small?.width !== wide) small = scaled(pixels, wide, profile);
    bytes = new Uint8Array(await encodeWebp(small as ImageData, step));
    if (bytes.length <= most) break;
  }
  return bytes;
}
