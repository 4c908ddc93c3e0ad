export const diskIsFull =
  'The disk that holds DATA_DIR is full (with DATABASE_URL: the database’s). Make room on it. What was answered as done is kept.'

const sqliteFull = 13

/** Recognises a full disk in errors of Node, the embedded store, PostgreSQL and SQLite. */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown }
  return code === 'ENOSPC' || code === '53100' || errcode === sqliteFull || saysDiskFull(error.message)
}

export const saysDiskFull = (text: string): boolean => text.includes('No space left on device')
