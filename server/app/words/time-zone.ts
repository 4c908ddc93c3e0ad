import { isZone } from '../../../domain/calendar/days.ts'

/** The time zone that a request says its reader lives by, in `Time-Zone`; UTC where it says none that there is. */
export const zoneOf = (header: string | undefined): string => (header !== undefined && isZone(header) ? header : 'UTC')
