import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';

/** Smaller than this, and the headers weigh more than what compressing spares. */
const WORTH_COMPRESSING = 1024;

/** Files that the first one needs, as vite writes them into the page. */
const NEEDED = /<link rel="modulepreload" crossorigin href="([^"]+)">\s*/gu;

/** Runs each file by itself, in the order in which they need each other: together they would hold a slow phone up in one piece. */
function partByPart(html: string): string {
  const parts = Array.from(
    html.matchAll(NEEDED),
    ([, file]) => `<script type="module" crossorigin src="${file}"></script>`,
  );
  return html
    .replaceAll(NEEDED, '')
    .replace('<script type="module"', `${parts.join('\n    ')}\n    <script type="module"`);
}

/**
 * Makes the first view light. Typefaces are used if they are there in time, else from the next page on: words never move
 * because of them. Scripts and style are compressed once, as small as they go, for `apps/server/src/app.ts` to send.
 */
export function lightFirstView(): Plugin {
  let folder = '';
  return {
    name: 'light-first-view',
    enforce: 'post',
    apply: 'build',
    configResolved({ root, build }) {
      folder = join(root, build.outDir, 'assets');
    },
    transformIndexHtml: { order: 'post', handler: partByPart },
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'asset' && file.fileName.endsWith('.css'))
          file.source = String(file.source).replaceAll('font-display:swap', 'font-display:optional');
    },
    closeBundle() {
      for (const name of readdirSync(folder).filter((file) => /\.(?:js|css)$/u.test(file))) {
        const whole = readFileSync(join(folder, name));
        if (whole.length < WORTH_COMPRESSING) continue;
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: whole.length };
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(whole, { params }));
      }
    },
  };
}
