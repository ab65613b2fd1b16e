import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** A server that is listening. */
export interface Serving {
  readonly server: Server;
  readonly port: number;
}

/**
 * Serves a folder as a plain static host would.
 *
 * @param folder what to serve; its `404.html` answers for what is not there
 * @param wanted the port to try first; 0 takes any free one
 * @param path the path below which the folder is served, such as `/some/sub/path/`
 * @returns the server, and the first free port from the wanted one on
 */
export async function serve(folder: string, wanted: number, path = '/'): Promise<Serving> {
  const files = sirv(folder, { dev: true, extensions: [] });
  const server = createServer((request, response) => {
    const notFound = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(folder, '404.html')));
    };
    const url = request.url ?? '/';
    if (!url.startsWith(path)) return notFound();
    // The address of a folder means its index, as hosts have it; everything else names its whole file.
    request.url = `/${url.slice(path.length)}`.replace(/\/(?=$|[?#])/, '/index.html');
    files(request, response, notFound);
  });
  for (let port = wanted; ; port++) {
    if (port === 65_536) throw new Error(`no port from ${wanted} on is free`);
    const taken = await listen(server, port);
    const address = server.address();
    if (!taken && address && typeof address === 'object') return { server, port: address.port };
  }
}

function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => (error.code === 'EADDRINUSE' ? resolve(true) : reject(error));
    server.once('error', fail);
    server.listen(port, () => {
      server.off('error', fail);
      resolve(false);
    });
  });
}
