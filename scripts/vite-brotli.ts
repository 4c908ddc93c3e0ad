import { brotliCompressSync, constants } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = /\.(?:js|css|html|svg|json|webmanifest|wasm)$/

/** Writes a `.br` beside every compressible file for the server. */
export const brotli = (): Plugin => ({
  name: 'brotli',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (!compressible.test(file.fileName)) continue
        const source = Buffer.from(file.type === 'chunk' ? file.code : file.source)
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: source.length }
        const squeezed = brotliCompressSync(source, { params })
        this.emitFile({ type: 'asset', fileName: `${file.fileName}.br`, source: squeezed })
      }
    },
  },
})
