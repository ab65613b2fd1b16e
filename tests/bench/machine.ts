import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Machine } from './results.ts';

/** What kind of machine this is, without its name. */
export function machine(): Omit<Machine, 'versions'> {
  return {
    processor: cpus()[0]?.model.trim() || 'unknown processor',
    cores: cpus().length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()}`,
    load: loadavg()[0] ?? 0,
  };
}

/** The versions of Node and of the packages that decide what a build costs. */
export function versions(): Record<string, string> {
  const packages = ['astro', '@astrojs/markdown-remark', '@takumi-rs/core'];
  return { Node: process.versions.node, ...Object.fromEntries(packages.map((name) => [name, versionOf(name)])) };
}

function versionOf(name: string): string {
  const file = join(import.meta.dirname, '../../node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
