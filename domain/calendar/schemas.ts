import { z } from 'zod'

/** A day that can be reckoned with everywhere: a database knows no year 0, and the day after the last of year 9999 has five digits. */
export const Day = z.iso.date().refine((day) => day >= '1900-01-01' && day < '9999-01-01')
