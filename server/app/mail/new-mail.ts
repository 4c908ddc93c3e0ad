import type { InvitationRecord } from '../../../domain/invitations/invitation.ts'
import type { NewMail } from '../../../domain/mail/mail.ts'
import type { Ports } from '../ports.ts'

/** Makes a mail about an invitation for the outbox; none on a host without mail. */
export const mailAbout = (
  { newId, sendsMail }: Pick<Ports, 'newId' | 'sendsMail'>,
  { inviter, id, linkNumber }: Pick<InvitationRecord, 'inviter' | 'id' | 'linkNumber'>,
  mail: Omit<NewMail, 'id' | 'invitation'>,
): NewMail[] => (sendsMail ? [{ ...mail, id: newId(), invitation: { partnerId: inviter.id, id, linkNumber } }] : [])
