import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { PROJECT } from '../../fixtures/project.ts';
import { library } from '../built-site.ts';

let server: ChildProcessWithoutNullStreams;
let connection: MessageConnection;

beforeAll(async () => {
  const settings = readFileSync(join(PROJECT, '.vscode/settings.json'), 'utf8');
  server = spawn(
    process.execPath,
    [join(PROJECT, 'node_modules/@astrojs/language-server/bin/nodeServer.js'), '--stdio'],
    {
      cwd: PROJECT,
    },
  );
  connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(PROJECT).href,
    workspaceFolders: [{ uri: pathToFileURL(PROJECT).href, name: 'project' }],
    capabilities: {},
    initializationOptions: {
      typescript: { tsdk: join(PROJECT, 'node_modules/typescript/lib') },
      // What the extension passes on of the settings.
      contentIntellisense: (JSON.parse(settings) as Record<string, unknown>)['astro.content-intellisense'],
    },
  });
  await connection.sendNotification('initialized', {});
});

afterAll(() => {
  connection.dispose();
  server.kill();
});

/** Opens a content file as if it held one line of frontmatter, and returns how to ask about that line. */
async function opened(path: string, line: string) {
  const uri = pathToFileURL(join(PROJECT, path)).href;
  const text = `---\n${line}\n---\n`;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  });
  const at = (character: number) => ({ textDocument: { uri }, position: { line: 1, character } });
  return {
    completions: async (): Promise<string[]> => {
      const answer: { items: { label: string }[] } | null = await connection.sendRequest(
        'textDocument/completion',
        at(line.length),
      );
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      return answer?.items.map(({ label }) => label) ?? [];
    },
    hover: async () => JSON.stringify(await connection.sendRequest('textDocument/hover', at(1))),
  };
}

describe("Astro's language server", () => {
  const [article] = library.articles;
  const [translation] = article?.translations ?? [];

  it('completes the keys of an original', async () => {
    const { completions } = await opened(article?.original.path ?? '', 'dis');
    expect(await completions()).toContain('disputes');
  });

  it('says what a key means', async () => {
    const { hover } = await opened(article?.original.path ?? '', 'draft: true');
    expect(await hover()).toContain('npm run dev');
  });

  it('completes what a translation says, and no fact', async () => {
    const { completions } = await opened(translation?.path ?? '', 'p');
    const keys = await completions();
    expect(keys).toEqual(expect.arrayContaining(['partial', 'places', 'people']));
    expect(keys).not.toContain('published');
  });
});
