import type { Customer } from './schemas.ts'

export type CustomerRecord = Omit<Customer, 'etag'> & { version: number }
