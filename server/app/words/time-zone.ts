import { isZone } from '../../../domain/calendar/days.ts'

/** The reader's time zone from `Time-Zone`; where it is unknown that of the organisation, else UTC. */
export const zoneOf = (header: string | undefined, ofOrganization: string | null = null): string =>
  header !== undefined && isZone(header) ? header : (ofOrganization ?? 'UTC')
