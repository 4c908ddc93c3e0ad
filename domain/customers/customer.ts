import type { Customer } from './schemas.ts'

export type CustomerRecord = Omit<Customer, 'etag'> & { version: number }

/** With the notes, which lists leave out. */
export type CustomerDescribed = CustomerRecord & { notes: string | null }
