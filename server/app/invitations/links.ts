import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { Ports } from '../ports.ts'
import { sha256, tokenOf } from '../secrets.ts'

type Linked = Pick<InvitationRecord, 'id' | 'linkNumber'> & { inviter: { id: string } }

/** Returns the invitation's living link, always the same, and its hash for the store. */
export async function linkOf(ports: Pick<Ports, 'secret' | 'publicUrl'>, { id, linkNumber, inviter }: Linked) {
  const token = await tokenOf(ports.secret, { inviterId: inviter.id, invitationId: id, linkNumber })
  return { link: `${ports.publicUrl}/accept/${token}`, tokenHash: await sha256(token) }
}
