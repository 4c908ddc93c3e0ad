import { ProgramMissing } from './start-state.ts'

/**
 * Fetches a database with all tables and no rows, a tar from the demo build; undefined where the page is served without it. Rejects with
 * {@link ProgramMissing} without a response.
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

/** A single-page server answers unknown names with its start page. */
function isGzip(archive: ArrayBuffer): boolean {
  const [first, second] = new Uint8Array(archive, 0, Math.min(2, archive.byteLength))
  return first === 0x1f && second === 0x8b
}
