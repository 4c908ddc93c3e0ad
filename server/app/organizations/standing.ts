import unhomoglyph from 'unhomoglyph'
import type { Logo, Standing } from '../../../domain/organizations/schemas.ts'
import { standingOf } from '../../../domain/organizations/standing.ts'
import type { Store } from '../../store/store.ts'

/** What the portal tells of an organisation to those whom it asks, and to itself. */
export const readStanding = async ({ standing }: Pick<Store, 'standing'>, organizationId: string): Promise<Standing> =>
  standingOf(await standing.known(organizationId), unhomoglyph)

/** What a mail shows of an organisation beside its words: its logo, which it carries with it; a PNG in base64. */
export type MailLogo = Pick<Logo, 'width' | 'height'> & { picture: string }

export async function logoForMail(store: Pick<Store, 'standing' | 'logos'>, organizationId: string): Promise<MailLogo | undefined> {
  const known = await store.standing.known(organizationId)
  const { logo } = standingOf(known, unhomoglyph)
  const picture = logo && known.logo && (await store.logos.picture(organizationId, known.logo.name))
  return logo && picture ? { width: logo.width, height: logo.height, picture } : undefined
}
