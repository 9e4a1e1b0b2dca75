import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';

/** The two typefaces that every page is set in; what other scripts need follows when they are met. */
const FIRST_FONTS = /^assets\/(?:inter|source-serif-4)-latin-wght-normal-[\w-]+\.woff2$/u;
/** Smaller than this, and the headers weigh more than what compressing spares. */
const WORTH_COMPRESSING = 1024;

/**
 * Makes the first view light. Typefaces are fetched beside the program and used if they are there in time: words never
 * move because of them. Scripts and style are compressed once, as small as they go, for `apps/server/src/app.ts` to send.
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
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'asset' && file.fileName.endsWith('.css'))
          file.source = String(file.source).replaceAll('font-display:swap', 'font-display:optional');
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter((name) => FIRST_FONTS.test(name))
          .map((name) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: { rel: 'preload', href: `/${name}`, as: 'font', type: 'font/woff2', crossorigin: '' },
          })),
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
