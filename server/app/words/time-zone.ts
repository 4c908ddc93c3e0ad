import { isZone } from '../../../domain/calendar/days.ts'

/** The reader's time zone from `Time-Zone`; UTC where it is unknown. */
export const zoneOf = (header: string | undefined): string => (header !== undefined && isZone(header) ? header : 'UTC')
