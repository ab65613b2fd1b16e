import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { plainRecord } from '../../../src/publish/integration.ts';
import { siteAddress } from '../../../src/publish/site-address.ts';

it.each(['/home/c#/site', '/home/why?/site', '/home/a\nb/site'])('says that nothing can be built in %j', (folder) => {
  const setup = plainRecord(siteAddress('', 'https://example.org/')).hooks['astro:config:setup'];
  const config = { root: pathToFileURL(`${folder}/`), outDir: pathToFileURL(`${folder}/dist/`) };
  expect(() => setup?.({ command: 'build', config } as never)).toThrow(/^in a folder with .* nothing can be built: /);
});
