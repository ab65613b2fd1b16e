/** Pixels in rows from the top: red, green, blue and opacity of each, 0 to 255, not premultiplied. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** What turns the colours of a file into those of sRGB, in light: a curve for each channel, and what is mixed of them. */
interface Colours {
  /** The light of each value of each channel, 0 to 1. */
  readonly curves: Three<Float32Array>;
  /** Red, green and blue of sRGB, each of how much of each channel. */
  readonly mix: Three<Three<number>>;
}

type Three<Of> = readonly [Of, Of, Of];

const BYTES = Array.from({ length: 256 }, (_, value) => value / 255);
const LIGHT = Float32Array.from(BYTES, (value) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
);
const STEPS = 65_535;
/** The value of sRGB, 0 to 255, for each step of light. */
const VALUES = Uint8Array.from({ length: STEPS + 1 }, (_, step) => {
  const light = step / STEPS;
  return Math.round(255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055));
});
const SRGB: Colours = { curves: [LIGHT, LIGHT, LIGHT], mix: [[1, 0, 0], [0, 1, 0], [0, 0, 1]] }; // prettier-ignore

/** What a picture looks like on white paper, for a format without opacity. */
export function onWhite({ data, ...size }: Pixels): Pixels {
  const opaque = data.map((value, at) => {
    const opacity = at % 4 === 3 ? 0 : (data[at - (at % 4) + 3] as number);
    return 255 + ((value - 255) * opacity) / 255;
  });
  return { data: opaque, ...size };
}

/**
 * Makes a picture smaller and gives it the colours of sRGB, which is what is meant where nothing is said. It counts
 * in light, not in values, so that fine patterns keep their brightness.
 *
 * @param width at most that of the picture
 * @param profile the profile (ICC) of its colours
 */
export function scaled({ data, ...from }: Pixels, width: number, profile?: Buffer): Pixels {
  const height = Math.max(1, Math.round((from.height * width) / from.width));
  const { curves, mix } = (profile && coloursOf(profile)) ?? SRGB;
  const [reds, greens, blues] = curves;
  // Of a large picture there is never more in memory than a row of light.
  const row = new Float32Array(4 * from.width);
  const rowOf = (y: number): Float32Array => {
    for (let [at, start] = [0, y * row.length]; at < row.length; at += 4) {
      const opacity = (data[start + at + 3] as number) / 255;
      row[at] = opacity * (reds[data[start + at] as number] as number);
      row[at + 1] = opacity * (greens[data[start + at + 1] as number] as number);
      row[at + 2] = opacity * (blues[data[start + at + 2] as number] as number);
      row[at + 3] = opacity;
    }
    return row;
  };
  // Across, then down: each pass turns rows into columns.
  const across = narrowed(rowOf, from.width, from.height, width);
  const columnOf = (x: number): Float32Array => across.subarray(4 * x * from.height, 4 * (x + 1) * from.height);
  const small = narrowed(columnOf, from.height, width, height);
  const result = new Uint8ClampedArray(small.length);
  const [r, g, b] = mix;
  for (let at = 0; at < small.length; at += 4) {
    const [red, green, blue] = [small[at] as number, small[at + 1] as number, small[at + 2] as number];
    const opacity = small[at + 3] as number;
    result[at] = valueOf((r[0] * red + r[1] * green + r[2] * blue) / opacity);
    result[at + 1] = valueOf((g[0] * red + g[1] * green + g[2] * blue) / opacity);
    result[at + 2] = valueOf((b[0] * red + b[1] * green + b[2] * blue) / opacity);
    result[at + 3] = Math.round(255 * opacity);
  }
  return { data: result, width, height };
}

/** The value of sRGB for some light: nothing for what is not seen. */
function valueOf(light: number): number {
  return VALUES[Math.round(STEPS * Math.min(1, Math.max(0, light)))] ?? 0;
}

/**
 * Rows made shorter, and set as columns.
 *
 * @param length of a row, and `to` what it becomes
 */
function narrowed(rowOf: (row: number) => Float32Array, length: number, rows: number, to: number): Float32Array {
  const result = new Float32Array(4 * to * rows);
  const ratio = length / to;
  const kernels = Array.from({ length: to }, (_, x) => {
    const centre = (x + 0.5) * ratio - 0.5;
    const first = Math.max(0, Math.ceil(centre - 2 * ratio));
    const last = Math.min(length - 1, Math.floor(centre + 2 * ratio));
    const weights = Float64Array.from({ length: last - first + 1 }, (_, at) => cubic((first + at - centre) / ratio));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    return { first, weights: weights.map((weight) => weight / whole) };
  });
  for (let row = 0; row < rows; row++) {
    const light = rowOf(row);
    for (const [x, { first, weights }] of kernels.entries()) {
      let [red, green, blue, opacity, from] = [0, 0, 0, 0, 4 * first];
      for (let index = 0; index < weights.length; index++, from += 4) {
        const weight = weights[index] as number;
        red += weight * (light[from] as number);
        green += weight * (light[from + 1] as number);
        blue += weight * (light[from + 2] as number);
        opacity += weight * (light[from + 3] as number);
      }
      const at = 4 * (x * rows + row);
      result[at] = red;
      result[at + 1] = green;
      result[at + 2] = blue;
      result[at + 3] = opacity;
    }
  }
  return result;
}

/** The cubic of Catmull and Rom, which keeps edges sharp: how much a pixel counts at a distance of -2 to 2. */
function cubic(distance: number): number {
  const x = Math.abs(distance);
  if (x >= 2) return 0;
  return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
}

/** Turns and mirrors pixels as EXIF says, so that nothing needs to say it any more. */
export function upright({ data, width, height }: Pixels, orientation: number): Pixels {
  if (orientation === 1) return { data, width, height };
  const isTurned = orientation > 4;
  const [wide, high] = isTurned ? [height, width] : [width, height];
  const [from, to] = [data, new Uint8ClampedArray(data.length)].map(({ buffer, byteOffset, length }) => {
    return new Uint32Array(buffer, byteOffset, length / 4);
  }) as [Uint32Array, Uint32Array];
  const [fromRight, fromBelow] = [[2, 3, 7, 8].includes(orientation), [3, 4, 6, 7].includes(orientation)];
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      const [across, down] = isTurned ? [y, x] : [x, y];
      const column = fromRight ? width - 1 - across : across;
      to[y * wide + x] = from[(fromBelow ? height - 1 - down : down) * width + column] as number;
    }
  return { data: new Uint8ClampedArray(to.buffer as ArrayBuffer), width: wide, height: high };
}

/** Red, green and blue of sRGB, each of X, Y and Z as ICC counts them (D50; IEC 61966-2-1, adapted after Bradford). */
const FROM_XYZ = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
];

/** The colours of a profile of three channels with curves, as screens and cameras have; nothing for any other. */
function coloursOf(profile: Buffer): Colours | undefined {
  const tag = (name: string): Buffer => {
    const entries = Array.from({ length: profile.readUInt32BE(128) }, (_, index) => 132 + 12 * index);
    const entry = entries.find((at) => profile.toString('latin1', at, at + 4) === name) ?? NaN;
    const start = profile.readUInt32BE(entry + 4);
    return profile.subarray(start, start + profile.readUInt32BE(entry + 8));
  };
  try {
    const xyz = ['rXYZ', 'gXYZ', 'bXYZ'].map(tag).map((of) => [8, 12, 16].map((at) => of.readInt32BE(at) / 65_536));
    const mix = FROM_XYZ.map((row) => xyz.map((of) => row.reduce((sum, share, at) => sum + share * (of[at] ?? 0), 0)));
    const curves = ['rTRC', 'gTRC', 'bTRC'].map(tag).map(curveOf);
    // That of sRGB itself is written with four digits, and would shift every colour a little.
    const isOwn = mix.flat().every((share, at) => Math.abs(share - (at % 4 === 0 ? 1 : 0)) < 0.005);
    return {
      curves: curves as unknown as Colours['curves'],
      mix: isOwn ? SRGB.mix : (mix as unknown as Colours['mix']),
    };
  } catch {
    return undefined;
  }
}

/** The light of each value by a curve of ICC: some points of it, a power, or a power with a straight start. */
function curveOf(tag: Buffer): Float32Array {
  if (tag.toString('latin1', 0, 4) === 'curv') {
    const count = tag.readUInt32BE(8);
    const point = (index: number): number => tag.readUInt16BE(12 + 2 * index);
    if (count < 2) return Float32Array.from(BYTES, (value) => value ** (count === 0 ? 1 : point(0) / 256));
    return Float32Array.from(BYTES, (value) => {
      const at = value * (count - 1);
      const below = Math.min(count - 2, Math.floor(at));
      return (point(below) + (at - below) * (point(below + 1) - point(below))) / STEPS;
    });
  }
  const kind = tag.readUInt16BE(8);
  const [g = 1, a = 1, b = 0, c = 0, d = 0] = Array.from(
    { length: kind === 0 ? 1 : 5 },
    (_, index) => tag.readInt32BE(12 + 4 * index) / 65_536,
  );
  if (kind !== 0 && kind !== 3) throw new RangeError('a curve of another kind');
  return Float32Array.from(BYTES, (value) => (kind === 3 && value < d ? c * value : (a * value + b) ** g));
}
