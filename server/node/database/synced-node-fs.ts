import { fsyncSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type EmscriptenOptions = Parameters<NodeFS['init']>[1]
type Stream = { nfd: number }
type SetAttributes = (file: unknown, attributes: { mode?: number }) => void
type NodeFiles = {
  node_ops: { setattr: SetAttributes }
  stream_ops: { fsync?: (stream: Stream) => number; setattr: SetAttributes }
  tryFSOperation<Result>(operation: () => Result): Result
}

/**
 * PGlite's directory on disk, with a real `fsync` and private files. Emscripten's NODEFS has no such operation, and its `fd_sync` does
 * nothing; a failed sync becomes the errno that makes PostgreSQL refuse the commit. NODEFS also sets new files' mode to 0666, whatever the
 * process's mask.
 */
export class SyncedNodeFS extends NodeFS {
  readonly #sync: (fileDescriptor: number) => void

  constructor(directory: string, sync: (fileDescriptor: number) => void = fsyncSync) {
    super(directory)
    this.#sync = sync
  }

  override async init(pg: PGlite, options: EmscriptenOptions): Promise<{ emscriptenOpts: EmscriptenOptions }> {
    const { emscriptenOpts } = await super.init(pg, options)
    const mend = (module: unknown) => {
      const files = (module as { NODEFS: NodeFiles }).NODEFS
      for (const operations of [files.node_ops, files.stream_ops]) operations.setattr = ownerOnly(operations.setattr)
      files.stream_ops.fsync = (stream) => files.tryFSOperation(() => (this.#sync(stream.nfd), 0))
    }
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [mend, ...(emscriptenOpts.preRun ?? [])] } }
  }
}

const ownerOnly = (setAttributes: SetAttributes): SetAttributes => (file, attributes) =>
  setAttributes(file, attributes.mode === undefined ? attributes : { ...attributes, mode: attributes.mode & ~0o077 })

/** Syncs a directory, its files and, unless `deep` is false, everything below it. */
export async function syncTree(directory: string, { deep = true } = {}): Promise<void> {
  for (const entry of deep ? await readdir(directory, { withFileTypes: true }) : []) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) await syncTree(path)
    else if (entry.isFile()) await syncPath(path)
  }
  await syncPath(directory)
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync().finally(() => handle.close())
}
