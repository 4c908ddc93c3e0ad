import { ProgramMissing } from './start-state.ts'

/**
 * A database with all tables and no rows, a tar packed with the demo build; undefined where the page is served without it. Rejects with
 * {@link ProgramMissing} when no answer comes.
 */
export async function emptyStore(): Promise<Blob | undefined> {
  try {
    const answer = await fetch(`${import.meta.env.BASE_URL}empty-store.bin`)
    if (!answer.ok) return undefined
    const archive = await answer.arrayBuffer()
    return isGzip(archive) ? new Blob([archive], { type: 'application/x-gzip' }) : undefined
  } catch (error) {
    throw new ProgramMissing(String(error), { cause: error })
  }
}

/** A server of single pages answers an unknown name with its start page. */
function isGzip(archive: ArrayBuffer): boolean {
  const [first, second] = new Uint8Array(archive, 0, Math.min(2, archive.byteLength))
  return first === 0x1f && second === 0x8b
}
