import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { NewMail } from '../../../domain/mail/mail.ts'
import type { Ports } from '../ports.ts'

/** A mail about an invitation for the outbox, to be passed to the write that it tells of; none on a host that sends no mail. */
export const mailAbout = (
  { newId, sendsMail }: Pick<Ports, 'newId' | 'sendsMail'>,
  { inviter, id, linkNumber }: Pick<InvitationRecord, 'inviter' | 'id' | 'linkNumber'>,
  mail: Omit<NewMail, 'id' | 'invitation'>,
): NewMail[] => (sendsMail ? [{ ...mail, id: newId(), invitation: { partnerId: inviter.id, id, linkNumber } }] : [])
