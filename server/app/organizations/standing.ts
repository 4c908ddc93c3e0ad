import unhomoglyph from 'unhomoglyph'
import type { Standing } from '../../../domain/organizations/schemas.ts'
import { standingOf } from '../../../domain/organizations/standing.ts'
import type { Store } from '../../store/store.ts'

/** What the portal tells of an organisation to those whom it asks, and to itself. */
export const readStanding = async ({ standing }: Pick<Store, 'standing'>, organizationId: string): Promise<Standing> =>
  standingOf(await standing.known(organizationId), unhomoglyph)
