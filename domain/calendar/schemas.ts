import { z } from 'zod'
import { isZone } from './days.ts'

/** PostgreSQL has no year 0, and the day after 9999-12-31 has a five-digit year. */
export const Day = z.iso.date().refine((day) => day >= '1900-01-01' && day < '9999-01-01')

/** An IANA time zone, such as `Asia/Seoul`. */
export const TimeZone = z.string().max(64).refine(isZone)
