import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT } from '../fixtures/project.ts';

interface Package {
  readonly version?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Package>;
};
const installed = Object.entries(packages).filter(([path]) => path !== '');

it('the lock holds the bytes of everything that is installed', () => {
  expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
});

it('and nothing fetches more while it is installed', () => {
  const withScripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  // What esbuild's does is to look whether its binary runs; that of fsevents is not allowed.
  expect(withScripts.filter((path) => !/node_modules\/(?:esbuild|fsevents)$/.test(path))).toEqual([]);
});

it('the Node that runs every command is one version, for each system', () => {
  const nodes = installed.filter(([, { bin }]) => bin?.['node'] !== undefined);
  expect(nodes.length).toBeGreaterThan(4);
  expect(new Set(nodes.map(([, { version }]) => version)).size).toBe(1);
});
