import type { Logger } from 'pino'
import { StoreUnavailable } from '../store/errors.ts'
import { diskIsFull, isDiskFull } from './database/disk-full.ts'

/** Logs an unexpected failure. Keeps only code and constraint of a database error, since its `detail` and parameters hold rows. */
export function reportFailure(log: Logger, error: unknown, requestId: string): void {
  const { name, message, stack, code, constraint } = (error instanceof Error ? error : new Error(String(error))) as Error & {
    code?: string
    constraint?: string
  }
  if (isDiskFull(error)) return log.error({ requestId, failure: { message, code } }, diskIsFull)
  if (error instanceof StoreUnavailable) return log.warn({ requestId, failure: { message, code } }, 'the store is not available')
  log.error({ requestId, failure: { name, message, stack, code, constraint } }, 'unexpected failure')
}
