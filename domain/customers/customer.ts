import type { Customer } from './schemas.ts'

/** A line of a partner's customer list at rest. */
export type CustomerRecord = Omit<Customer, 'etag'> & { version: number }
