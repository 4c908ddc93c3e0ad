import { useId } from 'react'
import type { InvitationMessage } from '../../../../domain/invitations/schemas.ts'
import { nameBesidePortal, senderOf } from '../../../../domain/mail/sender.ts'
import type { Actor } from '../../../../domain/session/actor.ts'
import { Card } from '../../../ui/looks/card.tsx'
import type { Elements } from '../../../ui/elements.ts'
import { Columns, Stack } from '../../../ui/looks/layout.tsx'
import { MailPreview } from './mail-preview.tsx'
import { MessageActions } from './message-actions.tsx'
import { MessageForm } from './message-form.tsx'
import { type MessageDraft, type MessageIn, useMessageDraft } from './use-message-draft.ts'

type Props = {
  title: string
  /** The sender, both from the portal and from a mail program. */
  actor: Actor
  sendsMail: boolean
  /** The customer's address, if known. */
  to: string | undefined
  /** In the customer's language, with the link. */
  message: InvitationMessage
  messageIn: MessageIn
  hint: string
  /** The files' name without extension. */
  fileName: string
  /** Further addresses with the link's token that the text may hold. */
  besides?: readonly string[]
  /** Sending, or recording it. */
  children: (draft: MessageDraft) => Elements
}

/** Everything to hand a link to the customer: edit the message, preview it, send it (BR-38). */
export function MessageKit({ title, actor, sendsMail, to, message, messageIn, hint, fileName, besides = [], children }: Props) {
  const reasonId = useId()
  const draft = useMessageDraft(message, messageIn, besides)
  const { name, replyTo } = senderOf(actor)
  const sender = { name: sendsMail ? nameBesidePortal(name) : name, replyTo }
  return (
    <Card title={title}>
      <Stack gap={5}>
        <p>{hint}</p>
        <Columns of="minmax(0, 1fr) minmax(0, 1fr)" gap={6} align="start" below={1100}>
          <MessageForm draft={draft} reasonId={reasonId} />
          {draft.message && <MailPreview message={draft.message} sender={sender} to={to} sendsMail={sendsMail} />}
        </Columns>
        {draft.message && (
          <>
            <MessageActions message={draft.message} sender={sender} to={to} fileName={fileName} verdict={draft.verdict}
              reasonId={reasonId} onTaken={draft.take} />
            {children(draft)}
          </>
        )}
      </Stack>
    </Card>
  )
}
