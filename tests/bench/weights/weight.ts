import { brotliCompressSync, gzipSync } from 'node:zlib';

/** How heavy a page is on its way, in bytes. */
export interface Weight {
  readonly raw: number;
  /** At level 9, as hosts that compress beforehand do. */
  readonly gzip: number;
  /** At level 11, as such hosts do. */
  readonly brotli: number;
}

/** Weighs a page. */
export function weigh(html: string): Weight {
  return { raw: Buffer.byteLength(html), gzip: gzipSync(html, { level: 9 }).length, brotli: brotli(html) };
}

/** The size of a text as brotli sends it, in bytes. */
export function brotli(text: string): number {
  return brotliCompressSync(text).length;
}
