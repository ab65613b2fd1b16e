import { mkdtempSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js';
import decodeWebp, { init } from '@jsquash/webp/decode.js';
import { describe, expect, it } from 'vitest';
import { type Pixels, upright } from '../../../src/pictures/pixels.ts';
import { encodedPicture } from '../../../src/pictures/encoded.ts';
import {
  CORNERS,
  corners,
  displayP3,
  drawn,
  encoded,
  grain,
  png,
  scenery,
  SECRETS,
  withExif,
  withSegment,
} from '../../fixtures/drawn.ts';

const { resolve } = createRequire(import.meta.url);
await init(new WebAssembly.Module(readFileSync(resolve('@jsquash/webp/codec/dec/webp_dec.wasm'))));
await initJpeg(new WebAssembly.Module(readFileSync(resolve('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'))));

const LIGHT = 80_000;
const folder = (): string => mkdtempSync(join(tmpdir(), 'plain-record-'));

/** The colour of a picture at a part of its width and its height. */
async function colourAt(bytes: Uint8Array, across: number, down: number): Promise<number[]> {
  const { data, width, height } = await decodeWebp(new Uint8Array(bytes).buffer);
  const at = 4 * (Math.floor(down * height) * width + Math.floor(across * width));
  return [...data.subarray(at, at + 3)];
}

/** How far two colours are from each other at the most, of 255. */
const apart = (one: readonly number[], other: readonly (number | undefined)[]): number =>
  Math.max(...one.map((value, at) => Math.abs(value - (other[at] ?? 0))));

/** Corners stored so that they are seen upright when they are turned as EXIF says: where each then is, from the upper left. */
const STORED = [[0, 1, 2, 3], [1, 0, 3, 2], [3, 2, 1, 0], [2, 3, 0, 1], [0, 2, 1, 3], [1, 3, 0, 2], [3, 1, 2, 0], [2, 0, 3, 1]]; // prettier-ignore

function stored(orientation: number): Pixels {
  const [width, height] = orientation > 4 ? [60, 90] : [90, 60];
  const at = STORED[orientation - 1] as number[];
  return drawn(width, height, (x, y) => {
    return CORNERS[at[(x < width / 2 ? 0 : 1) + (y < height / 2 ? 0 : 2)] as number] ?? [0, 0, 0];
  });
}

describe('pixels', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('are turned and mirrored as EXIF says with %d', (orientation) => {
    expect(upright(stored(orientation), orientation)).toEqual(corners(90, 60));
  });
});

describe('a picture of a page', () => {
  it('is upright, and keeps no word of where, when and by what it was taken', async () => {
    const file = withExif(await encoded('jpeg', stored(6)), 6);
    const picture = encodedPicture(file, LIGHT, folder());
    expect(picture).toMatchObject({ width: 90, height: 60 });
    expect(apart(await colourAt(picture?.bytes as Uint8Array, 0.25, 0.25), CORNERS[0] ?? [])).toBeLessThan(40);
    const written = Buffer.from(picture?.bytes as Uint8Array).toString('latin1');
    expect(file.toString('latin1')).toContain(SECRETS[2]);
    for (const secret of [...SECRETS, 'Exif', 'EXIF', 'ICCP', 'XMP']) expect(written).not.toContain(secret);
  });

  it('is never wider than 1,280 pixels, and is as it is where it is smaller', async () => {
    expect(encodedPicture(await encoded('jpeg', scenery(2000, 1000)), LIGHT, folder())).toMatchObject({
      width: 1280,
      height: 640,
    });
    expect(encodedPicture(png(corners(30, 20)), LIGHT, folder())).toMatchObject({ width: 30, height: 20 });
  });

  it('is made smaller where it is higher than a WebP can be', () => {
    const picture = encodedPicture(png(scenery(100, 20_000)), 1_000_000, folder());
    expect(picture?.width).toBe(81);
    expect(picture?.height).toBe(16_200);
  });

  it('is made as light as it has to be, and no lighter', async () => {
    const file = png(grain(700, 500, 60));
    const [light, lighter] = [LIGHT, 40_000].map((most) => encodedPicture(file, most, folder())?.bytes.length ?? 0);
    expect(light).toBeLessThanOrEqual(LIGHT);
    expect(light).toBeGreaterThan(40_000);
    expect(lighter).toBeLessThan(light as number);
  });

  it('keeps a drawing without a loss where it is light', async () => {
    const picture = encodedPicture(png(corners(300, 200)), LIGHT, folder());
    expect(await colourAt(picture?.bytes as Uint8Array, 0.49, 0.49)).toEqual(CORNERS[0]);
  });

  it('has the colours that its profile means', async () => {
    const [value, plain] = [[200, 80, 60] as const, drawn(40, 40, () => [200, 80, 60])];
    const jpeg = await encoded('jpeg', plain);
    const wide = withSegment(jpeg, 0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), displayP3()]));
    const [without, meant] = [jpeg, wide].map((file) => encodedPicture(file, LIGHT, folder())?.bytes as Uint8Array);
    expect(apart(await colourAt(without as Uint8Array, 0.5, 0.5), value)).toBeLessThan(6);
    // As CSS Color 4 has color(display-p3 …) in sRGB.
    expect(apart(await colourAt(meant as Uint8Array, 0.5, 0.5), [217, 71, 51])).toBeLessThan(8);
  });

  it('has the same bytes in every run, is kept, and is made anew where what was kept is damaged', async () => {
    const file = await encoded('avif', scenery(200, 100));
    const [here, there] = [folder(), folder()];
    const first = encodedPicture(file, LIGHT, here);
    expect(encodedPicture(file, LIGHT, there)?.bytes).toEqual(first?.bytes);
    expect(first?.bytes.length).toBeGreaterThan(0);
    const [name = ''] = readdirSync(here);
    truncateSync(join(here, name), 40);
    expect(encodedPicture(file, LIGHT, here)?.bytes).toEqual(first?.bytes);
  });

  it.each(['png', 'webp', 'avif'] as const)('is none where a %s ends too soon to be decoded', async (kind) => {
    const file = kind === 'png' ? png(grain(200, 200)) : await encoded(kind, grain(200, 200));
    expect(encodedPicture(file.subarray(0, Math.floor(file.length / 3)), LIGHT, folder())).toBeUndefined();
  });
});

it('a picture is a JPEG on white for programs that know no WebP, and is kept', async () => {
  const place = folder();
  const glass = drawn(64, 32, (x) => (x < 32 ? [200, 20, 20] : [20, 20, 200, 0]));
  const picture = encodedPicture(png(glass), LIGHT, place);
  if (!picture) throw new Error('it was not encoded');
  const jpeg = picture.jpeg();
  const { data, width, height } = await decodeJpeg(new Uint8Array(jpeg).buffer);
  expect([width, height]).toEqual([64, 32]);
  expect(apart([...data.subarray(4 * 8, 4 * 8 + 3)], [200, 20, 20])).toBeLessThan(12);
  expect(apart([...data.subarray(4 * 56, 4 * 56 + 3)], [255, 255, 255])).toBeLessThan(12);
  const kept = readdirSync(place).length;
  expect(Buffer.compare(picture.jpeg(), jpeg)).toBe(0);
  expect(readdirSync(place)).toHaveLength(kept);
});
