import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Connect } from 'vite';
import { currentContent, readContent } from '../content/current.ts';
import { formatDiagnostics, hasErrors } from '../content/diagnostic.ts';
import { buildReport } from './build-report.ts';
import { finishSite } from './finish.ts';
import { followContent, TELL_AGE } from './live-content.ts';
import { redirectsFile } from './moved.ts';
import { checkProjectFolder } from './project-folder.ts';
import type { SiteAddress } from './site-address.ts';
import { recover, stage, type Staging } from './staging.ts';

/**
 * What stands around Astro: reads and checks the content before anything is made of it, and builds beside the old
 * `dist/`, which the new one replaces when it is finished and proved whole. Listed last, since what another
 * integration adds to the output belongs into the manifest.
 */
export function plainRecord({ base, path, reserved }: SiteAddress): AstroIntegration {
  let root: string;
  let dist: string;
  let staging: Staging | undefined;
  return {
    name: 'plain-record',
    hooks: {
      'astro:config:setup': ({ command, config, injectScript, updateConfig }) => {
        if (command === 'preview') return;
        root = fileURLToPath(config.root);
        onOneLine(() => checkProjectFolder(root));
        dist = fileURLToPath(config.outDir).replace(/[/\\]$/, '');
        recover(dist);
        const { diagnostics } = readContent(root, command === 'dev');
        if (diagnostics.length > 0) console.log(formatDiagnostics(diagnostics));
        if (command === 'dev') return injectScript('page', TELL_AGE);
        if (hasErrors(diagnostics)) throw withoutStack('the content has errors; nothing was made of it');
        if (command !== 'build') return;
        if (reserved)
          console.log(
            `note: ${base} is a reserved address; set url in content/site.yaml, or SITE_URL, before publishing`,
          );
        // A machine that says "development" would get other bytes.
        process.env['NODE_ENV'] = 'production';
        staging = onOneLine(() => stage(dist));
        // Two builds at once that keep Astro's store in one place take each other's half-written one away.
        updateConfig({ outDir: folderUrl(staging.next), cacheDir: folderUrl(staging.own) });
      },
      'astro:server:setup': (setup) => {
        setup.server.middlewares.use(nameFolders);
        followContent(setup, root, currentContent().diagnostics);
      },
      'astro:build:done': () => {
        if (!staging) return;
        const { next } = staging;
        const moved = redirectsFile(currentContent().redirects, path);
        if (moved) writeFileSync(join(next, '_redirects'), moved);
        const pages = onOneLine(() => finishSite(next, base));
        const lines = buildReport({ next, before: dist, pages }, currentContent());
        staging.publish();
        for (const line of lines) console.log(line);
      },
    },
  };
}

/** Asks for the page of a folder as `dev` knows it: of `ko/index.html` Astro would take `ko/` for the language. */
const nameFolders: Connect.NextHandleFunction = (request, _response, next) => {
  request.url = request.url?.replace(/(?<=[^/])\/index\.html(?=\?|$)/, '');
  next();
};

/** A folder as Astro's configuration has it, whose types take a part of a URL to be one. */
function folderUrl(folder: string): never {
  return pathToFileURL(join(folder, '/')) as never;
}

/** What goes wrong is for whoever started it, and needs no stack. */
function onOneLine<Done>(work: () => Done): Done {
  try {
    return work();
  } catch (error) {
    throw withoutStack((error as Error).message);
  }
}

/** An error of which the message alone is printed: the lines above it say where. */
function withoutStack(message: string): Error {
  const error = new Error(message);
  error.stack = '';
  return error;
}
